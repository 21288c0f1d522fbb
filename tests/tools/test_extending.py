"""What ``docs/extend.md`` tells a developer to type works on the source as it is."""

import subprocess
import sys

import pytest

from tests.support.extension import PAGE, apply, blocks, extended
from tools.check.patience import patient

FACTOR = """
import numpy as np
from landslide_plugin.core.terrain import terrain_factors
plane = np.add.outer(np.arange(5.0), 3.0 * np.arange(5.0))
made = terrain_factors(plane, 10.0, 10.0, ["relative_height"])["relative_height"]
assert np.allclose(made[1:-1, 1:-1], 0.5), made
print("factor works")
"""
LAW = """
import numpy as np
from landslide_plugin.core.quantities import QUANTITIES
from landslide_plugin.core.types.scenarios import from_cells
from landslide_plugin.core.workflows.slope_stability.water import WaterChoice
choice = QUANTITIES["pore_pressure"]
assert dict(zip(choice.choices, choice.choice_labels))["head_share"] == "Head as a share of the depth"
storms = from_cells([10, 5, 12, 0.2, 0, 100, 9, 12, 0.6, 0])
law = WaterChoice("head_share", storms, 1e-6, 0.1, 0.2, None)(None, 0, 1)
wet = [float(law.column_kpa(s, 2.0, np.array([40.0]), np.array([0.75]), None)[0]) for s in (0, 1)]
assert np.allclose(wet, [9.81 * 0.2 * 2.0, 9.81 * 0.6 * 2.0]), wet
print("law works")
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    return extended(tmp_path_factory.mktemp("extended"))


def run(copy, code):
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=copy,
        capture_output=True,
        check=False,
        text=True,
        timeout=patient(120),
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_factor_is_computed(copy):
    assert "factor works" in run(copy, FACTOR)


def test_the_law_is_chosen_and_presses(copy):
    assert "law works" in run(copy, LAW)


def test_the_copy_still_passes_its_own_examples(copy):
    files = ["relief.py", "catalogue.py"]
    modules = [f"landslide_plugin/core/terrain/{name}" for name in files]
    modules.append("landslide_plugin/core/stability/pore_pressure/head_share.py")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--doctest-modules", *modules],
        cwd=copy,
        capture_output=True,
        check=False,
        text=True,
        timeout=patient(120),
    )
    assert done.returncode == 0, done.stdout


def test_a_block_that_no_longer_fits_is_noticed(copy):
    name, lines = next(b for b in blocks(PAGE.read_text(encoding="utf-8")) if "relief" in b[0])
    with pytest.raises(AssertionError, match="does not hold these lines once"):
        apply((name, [" def gone_long_ago() -> None:", *lines]), copy)
