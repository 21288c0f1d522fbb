"""Return levels equal published ones, SciPy's distributions and what must hold for any record."""

import os
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.table import read_rows
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.triggers.extremes import ExtremeValue
from landslide_plugin.core.triggers.fitting import by_l_moments, fit, l_moments
from landslide_plugin.core.triggers.record import Record, records_of
from landslide_plugin.core.triggers.return_levels import FitChoice, fit_records

SHARED = Path(os.environ.get("LANDSLIDE_SHARED", Path(__file__).resolve().parents[3] / "shared"))
FORT_COLLINS = SHARED / "data" / "ancillary" / "fort_collins_annual_max_daily_1900_1999.csv"
QUANG_NAM = SHARED / "data" / "ancillary" / "quangnam_annual_max_daily_mm.csv"
needs = pytest.mark.skipif(not FORT_COLLINS.exists(), reason="shared rain records are not here")


@needs
def test_fort_collins():
    """Maximum likelihood of 100 years, GEV: the published parameters and return levels."""
    (record,) = records_of(read_rows(str(FORT_COLLINS), "Annual maxima"), FORT_COLLINS.name)
    law = fit(record.depth_mm, "gev", "mle")
    assert_allclose([law.location, law.scale, law.shape], [34.205, 13.533, 0.1736], rtol=1e-3)
    levels = law.return_level([10, 25, 50, 100, 200])
    assert_allclose(levels, [71.5, 92.1, 109.7, 129.5, 151.7], atol=0.06)


@needs
def test_likelihood_is_the_highest_that_scipy_finds():
    (record,) = records_of(read_rows(str(FORT_COLLINS), "Annual maxima"), FORT_COLLINS.name)
    for name, theirs in (("gev", stats.genextreme), ("gumbel", stats.gumbel_r)):
        ours = fit(record.depth_mm, name, "mle")
        shape = (-ours.shape,) if name == "gev" else ()
        mine = theirs.logpdf(record.depth_mm, *shape, ours.location, ours.scale).sum()
        assert_allclose(-ours.negative_log_likelihood(record.depth_mm), mine, rtol=1e-10)
        assert mine >= theirs.logpdf(record.depth_mm, *theirs.fit(record.depth_mm)).sum() - 1e-3


@pytest.mark.parametrize("shape", [-0.2, 0.0, 0.15])
def test_distribution_is_that_of_scipy(shape):
    law, theirs = ExtremeValue(50.0, 12.0, shape), stats.genextreme(-shape, 50.0, 12.0)
    p = np.linspace(0.01, 0.999, 50)
    assert_allclose(law.quantile(p), theirs.ppf(p), rtol=1e-10)
    assert_allclose(law.cdf(theirs.ppf(p)), p, rtol=1e-10)
    assert law.return_level(100.0) == pytest.approx(theirs.isf(0.01))


@pytest.mark.parametrize("shape", [-0.3, -0.05, 0.0, 0.2])
@pytest.mark.parametrize("method", ["lmoments", "mle"])
def test_parameters_come_back_from_an_exact_sample(shape, method):
    law = ExtremeValue(80.0, 20.0, shape)
    sample = law.quantile((np.arange(5000) + 0.5) / 5000)
    found = fit(sample, "gev", method)
    assert_allclose([found.location, found.scale, found.shape], [80.0, 20.0, shape], rtol=0.01, atol=0.01)


def test_l_moments_of_a_known_sample():
    """Sums over all pairs and triples of the sample, which the weights must equal."""
    from itertools import combinations

    sample = np.array([3.0, 1.0, 8.0, 4.0, 9.5, 2.0])
    pairs = [abs(a - b) / 2 for a, b in combinations(sample, 2)]
    triples = [(max(t) - 2 * sorted(t)[1] + min(t)) / 3 for t in combinations(sample, 3)]
    mean, scale, skewness = l_moments(sample)
    assert_allclose([mean, scale, skewness * scale], [sample.mean(), np.mean(pairs), np.mean(triples)])


def test_many_records_at_once_equal_one_by_one():
    samples = np.random.default_rng(0).gumbel(50, 10, (7, 40))
    many = by_l_moments(samples, "gev")
    for i, sample in enumerate(samples):
        one = by_l_moments(sample, "gev")
        parts = (many.location[i], many.scale[i], many.shape[i])
        assert_allclose(parts, (one.location, one.scale, one.shape), rtol=1e-12)


def test_depth_never_falls_with_period_or_duration():
    rng, warnings = np.random.default_rng(1), []
    records = [Record(f"{h} h", float(h), rng.gumbel(50 - h, 10 - h / 10, 40)) for h in (1, 6, 24)]
    periods = (2.0, 10.0, 50.0, 200.0)
    found = fit_records(records, periods, FitChoice(draws=100), Progress(warning=warnings.append))
    levels = np.stack([one.levels_mm for one in found])
    assert (np.diff(levels, axis=0) >= 0).all()
    assert (np.diff(levels, axis=1) > 0).all()
    assert any("shorter duration" in line for line in warnings)


def test_a_wrong_law_is_noticed_and_the_right_one_is_not():
    rng = np.random.default_rng(5)
    two_kinds = np.concatenate([rng.normal(20, 1, 60), rng.normal(90, 1, 40)])
    bad, good = (
        fit_records([Record("x", 24.0, sample)], (10.0,), FitChoice(draws=200))[0].checks["gumbel"].p_value
        for sample in (two_kinds, rng.gumbel(50, 10, 100))
    )
    assert bad < 0.01 < 0.05 < good


@pytest.mark.parametrize(
    ("distribution", "shape", "years", "period"), [("gumbel", 0.0, 80, 50.0), ("gev", 0.17, 30, 200.0)]
)
def test_the_band_covers_the_truth_about_as_often_as_it_says(distribution, shape, years, period):
    """Of a hundred records; drawing years with replacement covers fewer in the second case."""
    law, covered = ExtremeValue(60.0, 15.0, shape), 0
    for seed in range(100):
        sample = law.quantile(np.random.default_rng(seed).uniform(size=years))
        choice = FitChoice(distribution, "lmoments", 200, 0.9, seed)
        found = fit_records([Record("x", 24.0, sample)], (period,), choice)[0]
        covered += bool(found.low_mm[0] <= law.return_level(period) <= found.high_mm[0])
    assert 0.8 <= covered / 100 <= 0.97, covered


@needs
def test_gauges_of_one_file_must_be_chosen():
    with pytest.raises(InputError, match="tell no duration; choose one column"):
        records_of(read_rows(str(QUANG_NAM), "Annual maxima"), QUANG_NAM.name)
    (record,) = records_of(read_rows(str(QUANG_NAM), "Annual maxima"), QUANG_NAM.name, "Tra Mi")
    assert len(record.depth_mm) >= 30
    assert record.duration_h == 24.0
