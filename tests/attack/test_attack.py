"""The first cases of the campaign; the whole is `make attack`."""

import os
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from landslide_plugin.core.io.raster.sink import SIDECARS
from tests.attack.__main__ import NO_WORKER, SPANISH, all_algorithms, place, plan, tried
from tests.attack.cases import own_place
from tests.attack.disks import full_disks
from tests.attack.faults import kills
from tests.attack.held import half_written, refusal, wrongs
from tests.attack.tables import by_algorithm, by_kind
from tests.support.spanish import english_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes and disks are those of Linux")

OF_QGIS = re.compile(
    "Incorrect parameter value for|Could not load source layer for|Error encountered while running"
)


@pytest.fixture(scope="module")
def campaign():
    """Environment of the runs, with the sound world made, and the names of all algorithms."""
    with place(NO_WORKER) as variables:
        yield variables, all_algorithms(variables)


@pytest.fixture(scope="module")
def found(campaign):
    """Two cases of each algorithm and what came of them: the first in English, the second in Spanish."""
    variables, names = campaign
    spanish = {**variables, **SPANISH}
    cases = ((plan(len(names), 200, names), variables), (plan(len(names), 203, names), spanish))
    return [list(tried(some, 120.0, spoken)) for some, spoken in cases]


def test_hostile_cases_are_held(campaign, found):
    """One line or whole results; no traceback, nothing of the user's touched, nothing left behind."""
    _, names = campaign
    found = [line for language in found for line in language]
    assert not {line["done"]: line["wrong"] for line in found if line["wrong"]}
    counts = by_algorithm(found)
    assert set(counts) == set(names)
    assert all(count["tried"] == 2 for count in counts.values())
    assert sum(count["whole"] for count in counts.values()) > len(names) / 3, "the world is not sound"
    assert sum(count["hostile"] for count in by_kind(found).values()) == len(names)


def test_refusals_are_spanish_where_qgis_is(found):
    """What QGIS itself says stays as it is: these processes do not load its translation."""
    english, spanish = [
        [line["said"] for line in lines if line["outcome"] == "refused" and not OF_QGIS.match(line["said"])]
        for lines in found
    ]
    assert min(len(english), len(spanish)) > 10
    assert sum(bool(english_in(line)) for line in english) > len(english) / 2, "the check sees no English"
    assert [line for line in spanish if english_in(line)] == []


@pytest.fixture
def home(campaign, tmp_path):
    """A folder of the faults, with the sound world in it, and their environment."""
    variables, _ = campaign
    (tmp_path / "world").symlink_to(Path(variables["TMPDIR"], "world"))
    (tmp_path / "tmp").mkdir()
    return tmp_path, {**variables, "TMPDIR": str(tmp_path / "tmp"), "QT_HASH_SEED": "0"}


def test_killed_runs_lose_nothing_and_leave_nothing(home):
    """Old results or new ones; after the next run, those alone."""
    found = list(kills(4, 2, *home, only=["terrainfactors"]))
    assert Counter(line["ended"] for line in found)["killed"] > 2
    assert not {line["done"]: line["wrong"] for line in found if line["wrong"]}


def test_full_disks_lose_nothing_and_leave_nothing(home):
    found = list(full_disks(6, 1, *home, only=["triggerscenarios"]))
    assert len(found) == 6
    assert not {line["done"]: line["wrong"] for line in found if line["wrong"]}


class Told:
    """What an algorithm says that it writes."""

    key = "OUTPUT"
    within = ()

    @staticmethod
    def names(output, path):
        return path in (output, output + SIDECARS[0])


def told_of(folder, spoil, done=True):
    """What the campaign says of a run that did something to a folder."""
    from tests.attack.held import fingerprints

    target = folder / "map.csv"
    (folder / "notes.txt").write_text("years of work")
    before = fingerprints(folder)
    if done:
        target.write_text("a,b\n")
    spoil(folder)
    return wrongs(before, folder, {"OUTPUT": target}, {"OUTPUT": ".csv"}, [Told], done)


def test_a_run_that_does_what_it_may_not_is_seen(tmp_path):
    cases = {
        "": lambda folder: None,
        "touched": lambda folder: (folder / "notes.txt").write_text("other"),
        "not in the inventory": lambda folder: (folder / "map.log").write_text("x"),
        "not whole": lambda folder: (folder / "map.csv").write_bytes(b""),
    }
    for number, (words, spoil) in enumerate(cases.items()):
        (tmp_path / str(number)).mkdir()
        said = told_of(tmp_path / str(number), spoil)
        assert words in said
        assert bool(said) == bool(words)
    (tmp_path / "refused").mkdir()
    assert "touched" in told_of(tmp_path / "refused", cases["touched"], done=False)


@pytest.mark.parametrize("ending", [".tif", ".gpkg", ".zip", ".json", ".html", ".pdf"])
def test_halves_are_seen(tmp_path, ending):
    (tmp_path / f"a{ending}").write_bytes(b"{ half of it")
    assert half_written(tmp_path / f"a{ending}")


def test_only_one_line_is_a_refusal():
    assert refusal("Traceback (most recent call last)")
    assert refusal("DEM is\nnone")
    assert not refusal("DEM: a.tif has no CRS; set one")


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
