"""What a run that was killed put in place is known as its own; what anybody changed since is not."""

import os
import signal
import subprocess
import sys

import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.writing.arrivals import NOTE, arrived, awaited
from landslide_plugin.core.writing.folders import mark_owned, owned, require_owned
from landslide_plugin.core.writing.whole import write_bytes

KILLED = """
import os, signal, sys
from landslide_plugin.core.writing.arrivals import awaited
from landslide_plugin.core.writing.whole import write_bytes
folder = sys.argv[1]
with awaited(folder, ["first.tif", "second.tif"]):
    write_bytes(f"{folder}/first.tif", b"whole")
    write_bytes(f"{folder}/notes.txt", b"not awaited")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def killed(tmp_path):
    """A folder in which a run was killed after the first of two files."""
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert done.returncode == -signal.SIGKILL
    return tmp_path


def test_the_file_that_came_is_known_and_may_be_replaced(killed):
    assert arrived(killed) == {"first.tif"}
    with pytest.raises(InputError, match=r"first\.tif, not written by this plugin"):
        require_owned(killed, ["first.tif"])
    require_owned(killed, ["first.tif", "second.tif"], arrived(killed))


@pytest.mark.parametrize("change", ["longer", "touched", "replaced", "gone"])
def test_what_was_changed_since_is_the_users(killed, change):
    file = killed / "first.tif"
    if change == "longer":
        file.write_bytes(b"whole, and mine")
    elif change == "touched":
        facts = file.stat()
        os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns + 1))
    elif change == "replaced":
        (killed / "mine").write_bytes(b"12345")
        (killed / "mine").replace(file)
    else:
        file.unlink()
    assert arrived(killed) == frozenset()


def test_a_file_that_the_user_puts_where_the_second_was_to_come_is_the_users(killed):
    (killed / "second.tif").write_bytes(b"mine")
    with pytest.raises(InputError, match=r"second\.tif, not written by this plugin"):
        require_owned(killed, ["first.tif", "second.tif"], arrived(killed))


def test_the_next_run_goes_on_from_there_and_leaves_no_note(killed):
    mark_owned(killed, arrived(killed))
    with awaited(killed, ["second.tif"]):
        write_bytes(killed / "second.tif", b"whole")
        assert arrived(killed) == {"second.tif"}
    assert not (killed / NOTE).exists()
    assert owned(killed) == {"first.tif"}


@pytest.mark.parametrize("told", ["", "[]", '{"arrived": 3}', '{"awaited": 1, "arrived": {"../x": [1, 2]}}'])
def test_a_note_that_is_none_says_nothing(tmp_path, told):
    (tmp_path / NOTE).write_text(told)
    assert arrived(tmp_path) == frozenset()
    write_bytes(tmp_path / "first.tif", b"whole")
    assert (tmp_path / "first.tif").read_bytes() == b"whole"
