"""What is done in many places is written in one: found by reading the plugin's source."""

import re

import pytest

from tools.check.house import REPOSITORY
from tools.check.source import PLUGIN, read_all

SOURCES = read_all(REPOSITORY / PLUGIN)

ONE_PLACE = {
    "a table is written as CSV": (r"\bcsv\.(writer|DictWriter)\(", "core/io/table.py"),
    "a file is written beside its target": (r"\.part(\.\w+)?[\"'{]", "core/writing/whole.py"),
    "a file that is whole gets its name": (
        r"\bos\.(replace|rename)\(|\.replace\([^,()]+\)",
        ("core/writing/arrivals.py", "core/writing/exchange.py", "core/writing/whole.py"),
    ),
    "a folder that is not there is refused": (
        r"[Ff]older \{[^}]*\} (does not exist|is missing|is not there)",
        "core/requirements.py",
    ),
    "cells are picked out of strips": (
        r"\(rows >= \w+\.start\)|\brows == row\)?\n.*\.read\(",
        "core/types/grid.py",
    ),
    "log odds become a probability": (
        r"\bdef _?(logistic|sigmoid|expit)\(|tanh\(0\.5 \*|1\.0 \+ np\.exp\(-",
        "core/types/odds.py",
    ),
    "a probability becomes log odds": (
        r"np\.log\((\w+)\) - np\.log1p\(-\1\)|np\.log\((\w+) / \(1",
        "core/types/odds.py",
    ),
}
"""What is done, how its code looks, and the file in which that may stand; None for any, but one."""

ALIASES = re.compile(r"^(\w+) = (?:npt\.NDArray\[|Union\[float, )", re.MULTILINE)
SHARED = ("types", "io", "terrain", "stability", "triggers", "synthetic")
WORKFLOWS = (
    "factor_stack",
    "soil_profile",
    "slope_stability",
    "input_check",
    "training",
    "stability_calibration",
)
ROOMS = [f"core/{room}/*" for room in SHARED] + [f"core/workflows/{room}/*" for room in WORKFLOWS]


def places(pattern, sources):
    """Files of ``sources`` that hold the pattern, once for each time."""
    return [source.path for source in sources for _ in re.finditer(pattern, source.text)]


@pytest.mark.parametrize("done", ONE_PLACE)
def test_it_is_written_in_one_place(done):
    pattern, home = ONE_PLACE[done]
    found = places(pattern, SOURCES)
    if home is None:
        assert len(found) == 1, f"{done} in {found}"
    elif isinstance(home, tuple):
        assert set(found) == set(home), f"{done} in {sorted(set(found) - set(home))}; use one of {home}"
    else:
        assert set(found) == {home}, f"{done} in {sorted(set(found) - {home})}; use {home}"


def test_arrays_are_named_in_one_place():
    named = {
        f"{source.path}: {name}"
        for source in SOURCES
        if source.matches(ROOMS) and source.path != "core/types/arrays.py"
        for name in ALIASES.findall(source.text)
    }
    assert not named, f"name these arrays as core/types/arrays.py does: {sorted(named)}"


@pytest.mark.parametrize(
    ("done", "line"),
    [
        ("a table is written as CSV", "writer = csv.writer(text)"),
        (
            "a file is written beside its target",
            'part = target.with_name(f"{target.name}.{os.getpid()}.part")',
        ),
        ("a file is written beside its target", 'part = f"{path}.part.pdf"'),
        ("a file that is whole gets its name", "os.replace(part, target)"),
        ("a file that is whole gets its name", "Path(part).replace(target)"),
        (
            "a folder that is not there is refused",
            'raise InputError(f"Folder {folder} does not exist; choose")',
        ),
        ("cells are picked out of strips", "inside = (rows >= strip.start) & (rows < strip.stop)"),
        ("log odds become a probability", "def _sigmoid(values): return values"),
        ("log odds become a probability", "p = 0.5 * (1.0 + np.tanh(0.5 * z))"),
        ("a probability becomes log odds", "z = np.log(p / (1.0 - p))"),
    ],
)
def test_another_place_is_noticed(done, line, tmp_path):
    (tmp_path / "other.py").write_text(f"{line}\n")
    assert places(ONE_PLACE[done][0], read_all(tmp_path)) == ["other.py"]
