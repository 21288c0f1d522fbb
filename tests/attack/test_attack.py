"""The first cases of the campaign; the whole is `make attack`."""

import os
import sys

import pytest

from tests.attack.__main__ import ALGORITHMS, MODEL, plan, tried
from tests.attack.cases import own_place


def test_hostile_cases_are_held(tmp_path):
    """One line or whole results; no traceback, nothing of the user's touched, nothing left behind."""
    cases = plan(3 * len(ALGORITHMS), 200, ALGORITHMS)
    found = dict(tried(cases, MODEL, 120.0, "/bin/false" if sys.platform != "win32" else ""))
    assert list(found) == cases
    assert not {case: wrong for case, wrong in found.items() if wrong}


@pytest.mark.parametrize(
    "place", ["/dev/null", "/nowhere/a.tif", "a.tif", "out/../../a.tif", "link/a.tif", "pipe", "."]
)
def test_no_output_of_a_case_is_outside_its_folder_or_a_device(tmp_path, place):
    case = tmp_path / "case"
    (case / "out").mkdir(parents=True)
    (case / "link").symlink_to(tmp_path)
    os.mkfifo(case / "pipe")
    assert own_place(str(case / "out" / "a.tif"), case)
    with pytest.raises(ValueError, match="is no place of the case"):
        own_place(place if place == "a.tif" else str(case / place), case)
