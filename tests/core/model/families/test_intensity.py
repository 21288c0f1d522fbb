"""Presence and background: the Poisson process, in closed form, as a weighted logistic regression, as ground grows."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.model.families.intensity import fit_intensity_part, log_intensity
from landslide_plugin.core.model.families.labelled_rows import LabelledRows
from landslide_plugin.core.model.families.linear import ridge_logistic
from landslide_plugin.core.samples.encoding import Encoder
from landslide_plugin.core.types.factors import FactorSpec

TRUE = np.array([1.1, -0.7])


def toy_grid(rows=60, cols=70):
    """Two smooth factors on every cell of a grid."""
    y, x = np.mgrid[0:rows, 0:cols] / 12.0
    return np.column_stack([np.sin(x).ravel(), np.cos(y + 0.5 * x).ravel()])


def landslides(grid, count=400, seed=0):
    """Cells drawn from the log-linear intensity, with putting back."""
    intensity = np.exp(grid @ TRUE)
    return grid[np.random.default_rng(seed).choice(len(grid), count, p=intensity / intensity.sum())]


def test_two_classes_have_the_ratio_of_their_densities():
    ground = np.repeat([0.0, 1.0], [900, 100])[:, None]
    slides = np.repeat([0.0, 1.0], [30, 20])[:, None]
    slopes, level = log_intensity(slides, ground)
    assert np.exp(slopes[0]) == pytest.approx((20 / 100) / (30 / 900))
    assert np.exp(level) == pytest.approx((30 / 900) / (50 / 1000))
    assert np.exp(level + slopes[0]) == pytest.approx((20 / 100) / (50 / 1000))


def test_the_score_of_the_poisson_process_is_zero():
    """At the best coefficients each factor's mean over landslides equals its mean over the ground by intensity."""
    grid = toy_grid()
    slides = landslides(grid)
    slopes, level = log_intensity(slides, grid)
    intensity = np.exp(grid @ slopes + level)
    assert intensity.mean() == pytest.approx(1.0)
    assert_allclose((intensity[:, None] * grid).mean(axis=0), slides.mean(axis=0), atol=1e-9)
    assert_allclose(slopes, TRUE, atol=0.2)


def test_logistic_regression_tends_to_it_as_its_background_weighs_more():
    grid = toy_grid()
    slides = landslides(grid)
    slopes, _ = log_intensity(slides, grid)
    inputs = np.vstack([slides, grid])
    labels = np.repeat([1.0, 0.0], [len(slides), len(grid)])
    apart = []
    for weight in (1.0, 10.0, 1000.0):
        found = ridge_logistic(inputs, labels, 0.0, np.where(labels > 0, 1.0, weight))
        apart.append(np.abs(found[:-1] - slopes).max())
    assert apart[0] > 10 * apart[1] / 3 > 10 * apart[2]
    assert apart[2] < 1e-3


def test_coefficients_reach_those_of_the_whole_grid_as_the_background_grows():
    grid = toy_grid()
    slides = landslides(grid)
    whole, _ = log_intensity(slides, grid)
    apart = []
    for count in (50, 500, 5000):
        drawn = [grid[np.random.default_rng(seed).integers(0, len(grid), count)] for seed in range(30)]
        found = np.array([log_intensity(slides, ground)[0] for ground in drawn])
        apart.append(np.sqrt(((found - whole) ** 2).mean()))
    # errors of draws fall with the root of their number
    assert apart[0] > 2.2 * apart[1] > 4.8 * apart[2]
    assert apart[2] < 0.03


def test_weights_count_as_repeated_rows_and_a_ridge_draws_to_the_mean():
    grid = toy_grid(10, 12)
    slides = landslides(grid, 40)
    twice = log_intensity(np.vstack([slides, slides[:10]]), np.vstack([grid, grid[:30]]))
    weighed = log_intensity(
        slides,
        grid,
        weights=np.where(np.arange(40) < 10, 2.0, 1.0),
        held=np.where(np.arange(120) < 30, 2.0, 1.0),
    )
    assert_allclose(twice[0], weighed[0], atol=1e-9)
    assert twice[1] == pytest.approx(weighed[1])
    drawn, level = log_intensity(slides, grid, ridge=1e6)
    assert np.abs(drawn).max() < 1e-3
    assert level == pytest.approx(0.0, abs=1e-3)


def rows_of(grid, slides, stable):
    encoder = Encoder.fit(grid.astype(np.float32), (FactorSpec("slope"), FactorSpec("height")))
    values = np.vstack([slides, stable]).astype(np.float32)
    labels = np.repeat([1.0, 0.0], [len(slides), len(stable)])[:, None]
    static = encoder.transform(values)
    soil, rain = np.zeros((len(values), 1, 1), np.float32), np.zeros((1, 2), np.float32)
    return encoder, LabelledRows(static, soil, rain, labels, np.ones_like(labels))


def test_stable_samples_say_nothing_where_there_is_a_background():
    grid = toy_grid()
    slides = landslides(grid)
    encoder, rows = rows_of(grid, slides, grid[:100])
    _, others = rows_of(grid, slides, grid[-250:])
    part, other = (fit_intensity_part(each, encoder, grid.astype(np.float32), 0.0) for each in (rows, others))
    assert_allclose(part.factors, other.factors, atol=1e-9)
    logit = part.logit(
        encoder.transform(grid.astype(np.float32)), np.zeros((len(grid), 1, 1), "f4"), rows.triggers
    )
    assert np.exp(logit).mean() == pytest.approx(1.0, abs=1e-5)
    without = fit_intensity_part(rows, encoder, None, 0.0)
    expected, _ = log_intensity(rows.static[:400].astype(float), rows.static[400:].astype(float))
    assert_allclose(without.factors, expected, atol=1e-9)


def test_landslides_alone_are_refused():
    grid = toy_grid(5, 5)
    encoder, rows = rows_of(grid, grid[:10], grid[:0])
    with pytest.raises(InputError, match="needs landslides and cells of the area"):
        fit_intensity_part(rows, encoder, None, 0.0)
