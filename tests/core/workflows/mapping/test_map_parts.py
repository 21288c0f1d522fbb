"""Maps in parts, odd shapes, little memory, refusals, and runs that meet or are ended."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.applicability import Applicability
from landslide_plugin.core.evaluation.classes import classify
from landslide_plugin.core.evaluation.conformal import ConformalSets
from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource
from landslide_plugin.core.model.bundle.background import Background
from landslide_plugin.core.model.bundle.bundle import load_bundle, save_bundle
from landslide_plugin.core.model.bundle.facts import ModelFacts
from landslide_plugin.core.model.bundle.standard_inputs import standard_inputs
from landslide_plugin.core.model.explain.attribution import SURE, Attribution
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.types.odds import log_odds
from landslide_plugin.core.types.scenarios import TriggerScenarios
from landslide_plugin.core.types.window import Window
from landslide_plugin.core.workflows.mapping.kinds.annual import annual_probability
from landslide_plugin.core.workflows.mapping.kinds.products import (
    CONSISTENCY_COLOURS,
    entropy_parts,
)
from landslide_plugin.core.workflows.mapping.plan import BASE_MEMORY_MIB, LEAST_CACHE_MIB
from landslide_plugin.core.workflows.mapping.request import MapOptions
from landslide_plugin.core.workflows.mapping.run import map_susceptibility
from tests.support.maps import COLOURS, NAMES, draw, grid, read, write_factors
from tools.check.patience import patient
from tools.check.random_bundle import RAIN, random_bundle, random_cells

REPOSITORY = Path(__file__).resolve().parents[4]


@pytest.fixture
def stack(tmp_path):
    return write_factors(tmp_path / "stack.tif", grid(40, 30))


def test_parts_joined_equal_the_whole_to_the_bit(stack, tmp_path):
    from osgeo import gdal

    bundle, on = random_bundle(soil=False), grid(40, 30)
    draw(bundle, stack, tmp_path / "whole")
    west, south, east, north = on.bounds
    x, y = west + 11.4 * 25, north - 17.6 * 25
    parts = [(west, y, x, north), (x, y, east, north), (west, south, x, y), (x, south, east, y)]
    cells = 0
    for i, bounds in enumerate(parts):
        cells += draw(bundle, stack, tmp_path / str(i), MapOptions(bounds=bounds)).mapped_cells
    assert cells == on.size
    for name in NAMES:
        joined = str(tmp_path / f"{name}.vrt")
        gdal.BuildVRT(joined, [str(tmp_path / str(i) / f"{name}.tif") for i in range(4)]).FlushCache()
        np.testing.assert_array_equal(read(joined), read(tmp_path / "whole" / f"{name}.tif"))
        with RasterSource(joined) as source:
            assert source.grid.same_as(on)


@pytest.mark.parametrize("odd", [float("nan"), float("inf"), -float("inf")])
@pytest.mark.parametrize("place", range(4))
def test_an_extent_that_is_no_number_is_refused(odd, place):
    bounds = list(grid(4, 3).bounds)
    bounds[place] = odd
    with pytest.raises(InputError, match="The extent .* is none"):
        Window.of_bounds(grid(4, 3), tuple(bounds))


def test_an_extent_beside_the_rasters_is_refused(stack, tmp_path):
    with pytest.raises(InputError, match="holds no cell"):
        draw(random_bundle(soil=False), stack, tmp_path / "m", MapOptions(bounds=(0.0, 0.0, 10.0, 10.0)))
    assert not list((tmp_path / "m").iterdir())
    assert Window.of_bounds(grid(4, 3), grid(4, 3).bounds) == Window.whole(grid(4, 3))


@pytest.mark.parametrize("shape", [(700, 1), (1, 700), (60_000, 4)])
def test_thin_rasters(tmp_path, shape):
    stack, bundle = write_factors(tmp_path / "s.tif", grid(*shape)), random_bundle(1, soil=False, rain=False)
    assert draw(bundle, stack, tmp_path / "m").mapped_cells == shape[0] * shape[1]
    static, _ = random_cells(shape[0] * shape[1], 5)
    expected = bundle.predict(static[-500:], None, None).mean()[:, 0]
    np.testing.assert_array_equal(read(tmp_path / "m" / "probability.tif").ravel()[-500:], expected)


def test_little_memory_changes_no_bit_and_too_little_is_refused(stack, tmp_path):
    bundle = random_bundle(soil=False)
    draw(bundle, stack, tmp_path / "a")
    reported = []
    tables = bundle.mapper.table_bytes / 2**20
    little = MapOptions(memory_mib=BASE_MEMORY_MIB + LEAST_CACHE_MIB + tables + 0.15)
    draw(bundle, stack, tmp_path / "b", little, Progress(fraction=reported.append))
    assert len(reported) > 5
    for name in NAMES:
        assert (tmp_path / "a" / f"{name}.tif").read_bytes() == (tmp_path / "b" / f"{name}.tif").read_bytes()
    with pytest.raises(InputError, match="allow more memory"):
        draw(bundle, stack, tmp_path / "c", MapOptions(memory_mib=BASE_MEMORY_MIB))


def test_another_cell_size_is_refused_unless_allowed_and_then_noted(stack, tmp_path):
    bundle = replace(random_bundle(soil=False), facts=ModelFacts(grid={"cell_size_m": 10.0}))
    with pytest.raises(InputError, match="25 m wide, those of the training 10 m"):
        draw(bundle, stack, tmp_path / "m")
    draw(bundle, stack, tmp_path / "m", MapOptions(any_cell_size=True))
    with RasterSource(str(tmp_path / "m" / "probability.tif")) as source:
        assert "training 10 m" in source.metadata["CELL_SIZE"]


def test_triggers_outside_the_training_are_flagged(stack, tmp_path):
    storm = TriggerScenarios((50.0, 1000.0), RAIN.columns, np.array([[50.0, 8.0], [200.0, 8.0]]))
    said = []
    draw(
        random_bundle(soil=False),
        stack,
        tmp_path / "m",
        scenarios=storm,
        progress=Progress(warning=said.append),
    )
    assert said == ["intensity_mm_h of T1000 is 200, trained from 20 to 80"]
    with RasterSource(str(tmp_path / "m" / "classes.tif")) as source:
        assert source.metadata["TRIGGERS_OUTSIDE_TRAINING"] == said[0]


def test_further_products_follow_from_the_probabilities(stack, tmp_path):
    bundle, on = random_bundle(4, soil=False), grid(40, 30)
    static, _ = random_cells(on.size, 5)
    inputs = standard_inputs(bundle.ensemble, static[:60], None)
    near = Applicability.fit(inputs, np.ones(inputs.shape[1]), np.arange(60) % 3, 0)
    bundle = replace(bundle, applicability=near)
    safety = np.where(np.arange(on.size) % 2, 0.9, 1.4).astype(np.float32)
    safety[3] = np.nan
    with RasterSink(str(tmp_path / "fs.tif"), on, [Band("T10"), Band("T50")]) as sink:
        sink.write(0, 0, np.ones(on.shape))
        sink.write(1, 0, safety.reshape(on.shape))
    more = ("entropy", "member_classes", "return_period", "annual", "applicability", "consistency")
    with RasterSource(str(tmp_path / "fs.tif")) as fs:
        draw(bundle, stack, tmp_path / "m", MapOptions(factor_of_safety=fs), more=more)
    p = bundle.predict(static, None, RAIN.values).probability
    found = {name: read(tmp_path / "m" / f"{name}.tif").reshape(-1, on.size) for name in more}
    np.testing.assert_array_equal(found["entropy"], np.stack(entropy_parts(p[:, :, 1])))
    np.testing.assert_allclose(found["entropy"][0], found["entropy"][1] + found["entropy"][2], atol=1e-6)
    mean = p.mean(axis=0).T
    annual = np.array(annual_probability(mean, RAIN.return_periods_yr), np.float32)
    np.testing.assert_array_equal(found["annual"], annual)
    never = ~(mean >= np.float32(bundle.threshold)).any(axis=0)
    np.testing.assert_array_equal(np.isnan(found["return_period"][0]), never)
    np.testing.assert_array_equal(found["return_period"][1] == 3, never)
    index = bundle.dissimilarity(static, None)
    np.testing.assert_array_equal(found["applicability"], [index, index <= near.threshold])
    unstable = mean[1] >= bundle.threshold
    expected = np.where(safety < 1, np.where(unstable, 2, 4), np.where(unstable, 3, 1)).astype(float)
    expected[3] = 5
    np.testing.assert_array_equal(found["consistency"][0], expected)
    assert len(CONSISTENCY_COLOURS) == len(np.unique(expected[np.isfinite(expected)]))
    low, high = found["member_classes"]
    assert (low <= high).all()
    assert (low < high).any()


@pytest.mark.parametrize(
    ("metadata", "cap"), [({"FS_CAP": "4"}, 4.0), ({}, 10.0), ({"FS_CAP": "4", "NOT_ASSESSED": "cap"}, 4.0)]
)
def test_a_cap_that_stands_for_ground_not_assessed_is_no_stable_slope(stack, tmp_path, metadata, cap):
    on = grid(40, 30)
    flat = np.arange(on.size).reshape(on.shape) % 3 == 0
    with RasterSink(str(tmp_path / "fs.tif"), on, [Band("T50")], metadata=metadata) as sink:
        sink.write(0, 0, np.where(flat, cap, 1.4))
    with RasterSource(str(tmp_path / "fs.tif")) as fs:
        options = MapOptions(factor_of_safety=fs)
        draw(random_bundle(4, soil=False), stack, tmp_path / "m", options, more=("consistency",))
    found = read(tmp_path / "m" / "consistency.tif").reshape(on.shape)
    assert (found[flat] == 5).all()
    assert set(np.unique(found[~flat])) <= {1, 3}


def test_products_that_would_claim_too_much_are_refused(stack, tmp_path):
    plain = random_bundle(soil=False, rain=False)
    for name, reason in (
        ("annual", "without trigger scenarios"),
        ("return_period", "without trigger scenarios"),
        ("applicability", "keeps no reference points"),
        ("consistency", "factor of safety raster"),
    ):
        with pytest.raises(InputError, match=reason):
            draw(plain, stack, tmp_path / "m", more=(name,))
        assert not list((tmp_path / "m").iterdir())


def test_reference_points_are_stored_with_the_bundle(tmp_path):
    bundle = random_bundle(soil=False)
    static, _ = random_cells(60, 5)
    inputs = standard_inputs(bundle.ensemble, static, None)
    near = Applicability.fit(inputs, np.ones(inputs.shape[1]), np.arange(60) % 3, 0)
    save_bundle(replace(bundle, applicability=near), {"threshold": 0.4}, str(tmp_path / "model"))
    found = load_bundle(str(tmp_path / "model"))
    cells, _ = random_cells(90, 11)
    expected = near.dissimilarity(standard_inputs(bundle.ensemble, cells, None))
    assert np.array_equal(found.dissimilarity(cells, None), expected)
    assert expected.max() > 0


SCRIPT = """
import sys
from pathlib import Path
from tests.support.maps import draw
from tools.check.random_bundle import random_bundle
draw(random_bundle(int(sys.argv[3]), soil=False), sys.argv[1], Path(sys.argv[2]))
"""


def start(stack, folder, members):
    command = [sys.executable, "-c", SCRIPT, stack, str(folder), str(members)]
    return subprocess.Popen(command, cwd=REPOSITORY)


def test_two_runs_at_once_give_the_same_files(stack, tmp_path):
    runs = [start(stack, tmp_path / name, 2) for name in ("a", "b")]
    assert [run.wait(120) for run in runs] == [0, 0]
    for name in NAMES:
        assert (tmp_path / "a" / f"{name}.tif").read_bytes() == (tmp_path / "b" / f"{name}.tif").read_bytes()


def test_a_killed_run_leaves_nothing_that_looks_finished(tmp_path):
    big = write_factors(tmp_path / "s.tif", grid(1500, 1000))
    run, folder = start(big, tmp_path / "m", 40), tmp_path / "m"
    until = time.monotonic() + patient(60)
    while not (folder.exists() and len(list(folder.glob("*.part"))) == 4):
        assert run.poll() is None
        assert time.monotonic() < until
        time.sleep(0.02)
    run.send_signal(signal.SIGKILL)
    assert run.wait(30) == -signal.SIGKILL
    assert not [path.name for path in folder.iterdir() if path.suffix == ".tif"]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_refused(stack, tmp_path):
    folder = tmp_path / "m"
    folder.mkdir(mode=0o500)
    with pytest.raises(InputError, match="cannot be written"):
        draw(random_bundle(soil=False), stack, folder)


def test_class_flips_are_counted_over_members_and_scenarios(stack, tmp_path):
    bundle = random_bundle(5, soil=False)
    draw(bundle, stack, tmp_path / "m", more=("flips",))
    static, _ = random_cells(1200, 5)
    p = bundle.predict(static, None, RAIN.values).probability
    own = classify(p.mean(axis=0), bundle.class_cuts)
    members, scenarios = read(tmp_path / "m" / "flips.tif").reshape(2, -1)
    np.testing.assert_allclose(members, (classify(p[:, :, 1], bundle.class_cuts) != own[:, 1]).mean(axis=0))
    np.testing.assert_allclose(scenarios, ((own[:, 0] != own[:, 1]) * 1.0 + (own[:, 2] != own[:, 1])) / 2)
    agreement = read(tmp_path / "m" / "agreement.tif").reshape(2, -1)
    np.testing.assert_allclose(agreement[0] + members, 1, atol=1e-6)
    side = (p[:, :, 1] >= bundle.threshold) == (p.mean(axis=0)[:, 1] >= bundle.threshold)
    np.testing.assert_allclose(agreement[1], side.mean(axis=0), atol=1e-6)
    draw(random_bundle(2, soil=False, rain=False), stack, tmp_path / "n", more=("flips",))
    assert len(read(tmp_path / "n" / "flips.tif")) == 1


def test_reasons_and_decisions_are_mapped_and_say_where_they_come_from(stack, tmp_path):
    bundle = random_bundle(2, soil=False)
    static, _ = random_cells(8, 3)
    bundle = replace(bundle, background=Background(static), conformal=ConformalSets(0.9, 0.3, 0.5))
    draw(
        bundle,
        stack,
        tmp_path / "m",
        MapOptions(provenance={"SOFTWARE": "1"}),
        more=("attribution", "decision"),
    )
    cells, _ = random_cells(1200, 5)
    found = read(tmp_path / "m" / "attribution.tif").reshape(5, -1)
    np.testing.assert_array_equal(found, Attribution(bundle, RAIN.values[1]).values(cells, None))
    mean = read(tmp_path / "m" / "probability.tif")[1].ravel()
    np.testing.assert_array_equal(
        read(tmp_path / "m" / "decision.tif").ravel(), bundle.conformal.decide(mean)
    )
    with RasterSource(str(tmp_path / "m" / "attribution.tif")) as source:
        names, about = [band.name for band in source.bands], source.metadata
        assert names == [f"{n} T50" for n in ("Slope and relief", "Geology", "Aspect", "Trigger", "Sum")]
        assert {band.unit for band in source.bands} == {"logit"}
    baseline = float(about["BASELINE_LOG_ODDS"])
    np.testing.assert_allclose(found[-1] + baseline, log_odds(mean, guard=SURE), atol=2e-5)
    assert 0.0 < float(about["ATTRIBUTION_ERROR"].split()[0]) < found[:-1].std()
    assert about["SOFTWARE"] == "1"
    assert "T50: intensity_mm_h 50, duration_h 8" in about["SCENARIOS"]
    assert {"MODEL", "CLASS_CUTS", "THRESHOLD", "TRAINED_ON", "LIMITS"} <= set(about)


def test_nothing_asked_for_is_refused(stack):
    with FactorSources([stack]) as factors, pytest.raises(InputError, match="choose at least one"):
        map_susceptibility(random_bundle(soil=False), factors, None, None, {}, COLOURS, SILENT)
