"""What is lacking is named with what to do: a package, room on the disk, the end of a file."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from landslide_plugin.core import requirements as needs
from landslide_plugin.core.errors import DiskSpaceError, InputError
from landslide_plugin.core.writing.whole import write_bytes
from tools.check.patience import patient


def test_absent_scipy_is_said(monkeypatch):
    monkeypatch.setattr(needs, "find_spec", lambda _: None)
    with pytest.raises(InputError, match="python3-scipy"):
        needs.require_scipy("The transient infiltration")


ASKED = """
import os, sys
if os.geteuid() == 0:
    os.setuid(65534)
from landslide_plugin.core.errors import InputError
from landslide_plugin.core.requirements import require_file_place, require_folder, require_folder_place
for require, path in (
    (require_folder, "locked/map.tif"), (require_folder_place, "locked/new/bundle"), (require_folder_place, "locked"),
    (require_file_place, "open/kept.tif"), (require_folder, "open/map.tif"), (require_folder_place, "open/bundle"),
    (require_file_place, "open/map.tif"),
):
    try:
        require(os.path.join(sys.argv[1], path), "OUTPUT")
        print("taken")
    except InputError as error:
        print(error)
"""


def test_a_place_that_takes_no_files_is_refused_before_the_work():
    with TemporaryDirectory() as folder:
        place = Path(folder)
        place.chmod(0o755)
        for name, mode in (("locked", 0o555), ("open", 0o777)):
            (place / name).mkdir()
            (place / name).chmod(mode)
        (place / "open" / "kept.tif").write_text("the user's")
        (place / "open" / "kept.tif").chmod(0o444)
        asked = [sys.executable, "-c", ASKED, folder]
        done = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=patient(60))
        told = done.stdout.splitlines()
        assert sorted(path.name for path in place.rglob("*")) == ["kept.tif", "locked", "open"]
        (place / "locked").chmod(0o755)
    assert all("OUTPUT: Folder" in line and "cannot be written to" in line for line in told[:3])
    assert "kept.tif is read-only" in told[3]
    assert told[4:] == ["taken"] * 3


def test_a_mapped_file_has_all_its_blocks(tmp_path):
    """A hole in it would end the program by a signal on a full disk."""
    from landslide_plugin.core.types.grid import Grid
    from landslide_plugin.core.workflows.factor_stack.dem import _room

    grid = Grid(1024, 1024, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
    _room(grid, str(tmp_path / "heights.npy"))
    assert (tmp_path / "heights.npy").stat().st_blocks * 512 >= 4 << 20


def test_no_room_for_a_mapped_file_is_one_line(tmp_path):
    """The limit on the size of files stands for a full disk: both are told by the same calls."""
    lines = (
        "import resource, sys",
        "from landslide_plugin.core.errors import DiskSpaceError",
        "from landslide_plugin.core.requirements import allocate",
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))",
        "try: allocate(sys.argv[1], 1 << 23)",
        "except DiskSpaceError as error: print(error)",
    )
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines), str(tmp_path / "area.scratch")],
        capture_output=True,
        check=True,
        text=True,
        timeout=patient(60),
    )
    assert "area.scratch cannot be written" in done.stdout
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("name", ["sheet.pdf", "roc.png", "figure.svg", "report.html"])
def test_a_file_cut_short_never_gets_its_name(tmp_path, name):
    ends = {"pdf": b"%%EOF\n", "png": b"IEND\xae\x42\x60\x82", "svg": b"</svg>\n", "html": b"</html>\n"}
    data = b"x" * 2000 + ends[name.rsplit(".", maxsplit=1)[-1]]
    target = tmp_path / name
    write_bytes(target, data)
    assert target.read_bytes() == data
    target.write_bytes(b"the old one")
    with pytest.raises(DiskSpaceError, match="not written to its end"):
        write_bytes(target, data[:1500])
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert target.read_bytes() == b"the old one"


@pytest.mark.parametrize(
    ("require", "kind", "inside"),
    [
        (needs.require_file_place, "name a file", "folder"),
        (needs.require_folder_place, "choose a folder", "file"),
    ],
)
def test_what_can_be_no_output_is_refused_by_name_and_nothing_is_left(tmp_path, require, kind, inside):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("years of work")
    before = sorted(tmp_path.rglob("*"))
    require(str(tmp_path / "new"), "OUT")
    require(str(tmp_path / ("file" if inside == "folder" else "folder")), "OUT")
    with pytest.raises(InputError, match=f"^OUT: .*{inside} is a {inside}; {kind}$"):
        require(str(tmp_path / inside), "OUT")
    for impossible in ("x" * 300, "file/new"):
        with pytest.raises(InputError, match="^OUT: .* cannot be written: .*; choose another output$"):
            require(str(tmp_path / impossible), "OUT")
    assert sorted(tmp_path.rglob("*")) == before
