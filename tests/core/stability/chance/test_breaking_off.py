"""Whoever asks for a probability of failure can break it off, however long a block of cells takes."""

import numpy as np
import pytest

from landslide_plugin.core.errors import Cancelled
from landslide_plugin.core.stability import probability
from landslide_plugin.core.stability.assess import Question, assess, by_point_estimate
from landslide_plugin.core.stability.chance import lines, sampling
from landslide_plugin.core.stability.chance.lines import MOST_STEPS
from landslide_plugin.core.stability.chance.methods import by_need, by_sampling
from landslide_plugin.core.stability.pore_pressure import Dry
from landslide_plugin.core.stability.probability import INPUTS, Spread
from landslide_plugin.core.stability.soil import Soil

CELLS = 40
SLOPES = np.linspace(20.0, 44.0, CELLS)
SPREAD = Spread(soil_depth_cov=0.2, slope_tan_sd=0.05)
METHODS = {
    "sampling": lambda check: by_sampling(SPREAD, 64, 1, check=check),
    "automatic": lambda check: by_need(SPREAD, 1, check=check),
    "point estimate": lambda check: by_point_estimate(SPREAD, check=check),
}


def soil():
    values = (2.0, np.tan(np.deg2rad(33)), 17.0, 19.0)
    return Soil((2.0,), *(np.full((1, CELLS), value) for value in values), 2.0)


@pytest.mark.parametrize("method", METHODS)
def test_between_two_looks_lie_a_few_runs_over_the_cells(method, monkeypatch):
    since, most = 0, 0

    def check():
        nonlocal since
        since = 0

    def counted(function):
        def run(*arguments, **keywords):
            nonlocal since, most
            since += 1
            most = max(most, since)
            return function(*arguments, **keywords)

        return run

    for module in (lines, sampling):
        monkeypatch.setattr(module, "lowest_factor_of_safety", counted(module.lowest_factor_of_safety))
    monkeypatch.setattr(probability, "_lowest_by_strength", counted(probability._lowest_by_strength))
    question = Question(np.zeros(2), probability=METHODS[method](check), check=check)
    found = assess(SLOPES, soil(), Dry(), question)
    assert 0 < found.probability.mean() < 1
    assert most <= 2 * (len(INPUTS) + MOST_STEPS)


@pytest.mark.parametrize("method", METHODS)
def test_it_is_broken_off_in_the_midst(method):
    left = 20

    def check():
        nonlocal left
        left -= 1
        if left == 0:
            raise Cancelled()

    with pytest.raises(Cancelled):
        assess(SLOPES, soil(), Dry(), Question(np.zeros(2), probability=METHODS[method](check)))


def test_so_are_runs_without_a_probability():
    def check():
        raise Cancelled()

    with pytest.raises(Cancelled):
        assess(SLOPES, soil(), Dry(), Question(np.zeros(1), check=check))
