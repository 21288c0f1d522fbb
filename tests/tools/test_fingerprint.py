"""Two folders of results are equal byte for byte but for times and places, and a flipped bit is named."""

import json

import pytest

from tools.check.fingerprint.compare import MANIFEST, compare


@pytest.fixture
def folders(tmp_path):
    """Two runs of the same plugin into folders of different names."""
    made = []
    for name in ("a", "second"):
        folder = tmp_path / name
        (folder / "results").mkdir(parents=True)
        about = {"folder": str(folder), "repository": "/src", "seconds": {}}
        (folder / MANIFEST).write_text(json.dumps(about))
        (folder / "map.tif").write_bytes(bytes(range(256)))
        (folder / "results" / "run.json").write_text(json.dumps({"OUTPUT": f"{folder}/map.tif"}))
        (folder / "results" / "run.log").write_text(f"info: Final ensemble of 5 in {len(name)} s\n")
        made.append(folder)
    return made


def test_places_and_times_are_no_difference(folders, capsys):
    assert compare(*folders) == 0
    assert "no difference" in capsys.readouterr().out


def test_a_flipped_bit_a_lost_file_and_another_word_are_each_named(folders, capsys):
    first, second = folders
    (second / "map.tif").write_bytes(bytes([1, *range(1, 256)]))
    assert compare(first, second) == 1
    assert "map.tif" in capsys.readouterr().out
    (second / "map.tif").unlink()
    (second / "results" / "run.log").write_text("info: Final ensemble of 4 in 6 s\n")
    assert compare(first, second) == 1
    said = capsys.readouterr().out
    assert "map.tif" in said
    assert "run.log" in said
