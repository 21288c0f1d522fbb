"""Maps of events against the law that drew the area: every cell of every frame is known."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from landslide_plugin.core.errors import Cancelled, InputError
from landslide_plugin.core.io.raster import RasterSource, crs_wkt
from landslide_plugin.core.io.table import read_rows
from landslide_plugin.core.io.vector import point_wkb, to_crs
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.words.speaking import say, speaking
from landslide_plugin.core.workflows.event_mapping import mapper
from landslide_plugin.core.workflows.event_mapping.ground import MapGround
from landslide_plugin.core.workflows.event_mapping.law import EventFacts, UnseenEvents
from landslide_plugin.core.workflows.event_mapping.run import map_event
from tests.support.counted_reads import caches_of_reads, counted_reads
from tests.support.spanish import english_in, texts_of
from tests.support.storm_maps import (
    AREA,
    END,
    GRID,
    HOUR,
    RAIN_GRID,
    STORM,
    WKT,
    MemoryRain,
    TrueLaw,
    cut,
    job,
    write_factors,
)

FACTS = EventFacts()


def read(folder, name):
    with RasterSource(str(Path(folder, "event", name))) as source:
        return source.read(0), source.metadata


def names(folder):
    return sorted(path.name for path in Path(folder, "event").glob("*.tif"))


def test_every_frame_is_the_law_of_its_own_window(tmp_path):
    made = map_event(TrueLaw(), FACTS, job(tmp_path, start=END - 6 * HOUR))
    assert len(made.frames) == 3
    for number, hours_before in enumerate((6, 3, 0)):
        found, metadata = read(tmp_path, f"probability_{made.frames.stamp(number)}.tif")
        truth = cut(AREA.truth(AREA.window(STORM, hours_before)))
        np.testing.assert_array_equal(found, truth)
        assert metadata["WINDOW"] == made.frames.label(number)
        assert "no warning service" in metadata["CAVEAT"]
    assert made.tallies[-1].mean == pytest.approx(float(cut(AREA.probability[STORM]).mean()), rel=1e-6)


def test_strips_and_other_frames_change_no_bit(tmp_path, monkeypatch):
    alone, together = tmp_path / "alone", tmp_path / "together"
    alone.mkdir(), together.mkdir()
    map_event(TrueLaw(), FACTS, job(alone))
    monkeypatch.setattr(mapper, "STRIP_CELLS", 7 * GRID.cols)
    monkeypatch.setattr(mapper, "FRAMES_AT_ONCE", 2)
    made = map_event(TrueLaw(), FACTS, job(together, start=END - 12 * HOUR))
    name = f"probability_{made.frames.stamp(len(made.frames) - 1)}.tif"
    assert names(alone) == [name]
    np.testing.assert_array_equal(read(alone, name)[0], read(together, name)[0])


def test_a_window_is_handed_over_once_and_a_step_read_once(tmp_path):
    law, rain = TrueLaw(), MemoryRain()
    rain.rain_mm[:, :, :7] = rain.rain_mm[:, :1, :1]  # half of the cells have one and the same rain
    made = map_event(law, FACTS, job(tmp_path, rain, start=END - 6 * HOUR))
    rows, cols = np.meshgrid(np.arange(GRID.rows), np.arange(GRID.cols), indexing="ij")
    below = {RAIN_GRID.cell_of(*GRID.centre_of(r, c)) for r, c in zip(rows.ravel()[::7], cols.ravel()[::7])}
    apart = len({cell for cell in below if cell[1] >= 7}) + 1
    assert law.windows == apart * len(made.frames)
    assert rain.read == 120 + 3 + 3


def test_no_data_stays_no_data_and_is_counted(tmp_path):
    values = cut(AREA.factors.values).copy()
    values[1, 5, 6:9] = np.nan
    write_factors(tmp_path / "factors.tif", values)
    rain = MemoryRain()
    gap = RAIN_GRID.cell_of(*GRID.centre_of(40, 30))
    rain.rain_mm[-60, gap[0], gap[1]] = np.nan
    said = []
    made = map_event(TrueLaw(), FACTS, job(tmp_path, rain), Progress(warning=said.append))
    found, _ = read(tmp_path, names(tmp_path)[0])
    in_gap = np.array(
        [
            [RAIN_GRID.cell_of(*GRID.centre_of(row, col)) == gap for col in range(GRID.cols)]
            for row in range(GRID.rows)
        ]
    )
    assert np.isnan(found[in_gap]).all()
    assert np.isnan(found[5, 6:9]).all()
    assert int(np.isnan(found).sum()) == int(in_gap.sum()) + 3
    tally = made.tallies[0]
    assert (tally.without_factor, tally.without_rain) == (3, int(in_gap.sum()))
    assert any(f"{in_gap.sum()} cells" in line and "gap" in line for line in said)


def test_cells_beyond_the_rain_are_empty(tmp_path):
    west, width, _, north, _, height = RAIN_GRID.geotransform
    rain = MemoryRain()
    half = Grid(RAIN_GRID.rows, 6, (west, width, 0.0, north, 0.0, height), WKT)
    rain.rain_mm, rain.grid = rain.rain_mm[:, :, :6], half
    made = map_event(TrueLaw(), FACTS, job(tmp_path, rain))
    found, _ = read(tmp_path, names(tmp_path)[0])
    inside = np.array([half.cell_of(*GRID.centre_of(0, col))[1] < 6 for col in range(GRID.cols)])
    np.testing.assert_array_equal(found[:, inside], cut(AREA.probability[STORM])[:, inside])
    assert np.isnan(found[:, ~inside]).all()
    assert made.tallies[0].without_rain == GRID.rows * int((~inside).sum())


def test_a_forecast_continues_the_measured_rain(tmp_path):
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    whole.mkdir(), parted.mkdir()
    map_event(TrueLaw(), FACTS, job(whole, start=END - 9 * HOUR))
    rain, cut_at = MemoryRain(), len(AREA.rain_mm[STORM]) - 24 - 5
    other = rain.part(cut_at - 10, None)
    other.rain_mm = np.where(
        np.arange(len(other.ends))[:, None, None] < 10, 99.0, other.rain_mm
    )  # never taken
    asked = job(parted, rain.part(0, cut_at), start=END - 9 * HOUR, forecast=other)
    made = map_event(TrueLaw(), FACTS, asked)
    for name in names(whole):
        np.testing.assert_array_equal(read(whole, name)[0], read(parted, name)[0])
    hours = [read(parted, name)[1]["FORECAST_HOURS"] for name in names(parted)]
    assert hours == ["0", "0", "2", "5"]
    assert len(made.frames) == 4
    late = rain.part(cut_at + 2, None)
    made = map_event(TrueLaw(), FACTS, job(parted, rain.part(0, cut_at), start=END - 9 * HOUR, forecast=late))
    assert [tally.mapped for tally in made.tallies] == [
        GRID.size,
        GRID.size,
        0,
        0,
    ]  # two hours that nobody knows
    early = MemoryRain().part(0, 20)  # 124 hours before the end, so that all of the window is forecast
    map_event(TrueLaw(), FACTS, job(whole, early, forecast=MemoryRain().part(20, None)))
    assert read(whole, names(whole)[0])[1]["FORECAST_HOURS"] == "120"
    assert read_rows(str(whole / "event" / "frames.csv"), "frames")[0]["forecast_h"] == "120"


def test_rain_in_degrees_reaches_the_cells_it_lies_over(tmp_path):
    degrees = crs_wkt("EPSG:4326")
    rain, box = MemoryRain(), Grid(20, 20, (11.0, 0.025, 0.0, 46.85, 0.0, -0.015), degrees)
    rain.rain_mm = np.repeat(np.arange(400, dtype="f4").reshape(1, 20, 20), len(rain.ends), axis=0) / 400.0
    rain.grid = box
    map_event(TrueLaw(), FACTS, job(tmp_path, rain))
    found, _ = read(tmp_path, names(tmp_path)[0])
    for row, col in ((0, 0), (31, 17), (59, 49)):
        moved = to_crs(FeatureSet((point_wkb(*GRID.centre_of(row, col)),), WKT), degrees)
        x, y = np.frombuffer(moved.wkb[0][5:21], "<f8")
        window = np.full((120, 1), rain.rain_mm[0][box.cell_of(x, y)], "f4")
        factors = cut(AREA.factors.values)[:, row, col]
        truth = TrueLaw().placed(factors[None]).probability(window.T, np.array([0]), END)
        assert found[row, col] == truth[0]


def test_rain_above_the_training_is_counted(tmp_path):
    window = AREA.window(STORM)
    total = window.sum(axis=0)
    below = [RAIN_GRID.cell_of(*GRID.centre_of(r, c)) for r in range(GRID.rows) for c in range(GRID.cols)]
    limit = float(np.median([total[cell] for cell in below]))
    facts = replace(FACTS, largest_mm={"rain_total_mm": limit, "rain_largest_1h_mm": 1e9})
    said = []
    made = map_event(TrueLaw(), facts, job(tmp_path), Progress(warning=said.append))
    assert made.tallies[0].beyond == sum(total[cell] > limit * (1 + 1e-6) for cell in below)
    assert 0 < made.tallies[0].beyond < GRID.size
    assert any("above the largest of the training" in line for line in said)


def test_threshold_classes_and_scores(tmp_path):
    unseen = UnseenEvents(
        np.array([0.02, 0.001, 0.03, 0.0]), np.array([True, True, False, False]), np.ones(4)
    )
    facts = EventFacts(unseen=unseen, class_cuts=(1e-4, 1e-3, 5e-3, 1e-2))
    made = map_event(TrueLaw(), facts, job(tmp_path, threshold=0.01, classes=True))
    truth = cut(AREA.probability[STORM])
    reached, metadata = read(tmp_path, f"reached_{made.frames.stamp(0)}.tif")
    classed, _ = read(tmp_path, f"classes_{made.frames.stamp(0)}.tif")
    np.testing.assert_array_equal(reached, np.where(truth >= 0.01, 2, 1))
    np.testing.assert_array_equal(classed, np.digitize(truth, facts.class_cuts) + 1)
    assert made.tallies[0].reached == int((truth >= 0.01).sum())
    assert (made.score.hit_rate, made.score.false_alarm_rate) == (0.5, 0.5)
    assert "reached 0.01 at 50 % of the 2 landslides" in metadata["THRESHOLD_SCORE"]


def test_series_of_points_are_the_cells_of_the_maps(tmp_path):
    cells = ((10, 12), (44, 40))
    points = FeatureSet(
        (*(point_wkb(*GRID.centre_of(*cell)) for cell in cells), point_wkb(0.0, 0.0)),
        WKT,
        {"name": ("Church", "Road & bridge", "Far away")},
    )
    asked, said = job(tmp_path, start=END - 6 * HOUR, points=points, label_field="name"), []
    made = map_event(TrueLaw(), FACTS, asked, Progress(warning=said.append))
    assert said == ["1 points lie beyond the factors and have no series"]
    rows = read_rows(str(tmp_path / "event" / "series.csv"), "series")
    assert [row["point"] for row in rows] == ["Church"] * 3 + ["Road & bridge"] * 3
    for row, (number, cell) in zip(rows, [(n, cell) for cell in cells for n in range(3)]):
        found, _ = read(tmp_path, f"probability_{made.frames.stamp(number)}.tif")
        assert float(row["probability"]) == pytest.approx(float(found[cell]), rel=1e-5)
        down, across = RAIN_GRID.cell_of(*GRID.centre_of(*cell))
        fell = AREA.window(STORM, (6, 3, 0)[number])[:, down, across]
        assert float(row["window_rain_mm"]) == pytest.approx(float(fell.sum()), rel=1e-5)
        assert float(row["last_step_rain_mm"]) == pytest.approx(float(fell[-1]), rel=1e-5)
    assert "Road &amp; bridge" in (tmp_path / "event" / "series.svg").read_text(encoding="utf-8")


def test_what_a_reader_meets_is_in_his_language(tmp_path):
    points = FeatureSet((point_wkb(*GRID.centre_of(10, 12)),), WKT, {"name": ("Slope",)})
    measured, ahead = MemoryRain().part(0, 140), MemoryRain().part(100, 168)
    asked = job(
        tmp_path, measured, END - 6 * HOUR, forecast=ahead, points=points, label_field="name", threshold=0.01
    )
    said = []
    with speaking("es"):
        map_event(
            TrueLaw(),
            replace(FACTS, relative=True),
            asked,
            Progress(info=lambda line: said.append(say(line))),
        )
    with RasterSource(str(next((tmp_path / "event").glob("probability_*.tif")))) as source:
        told = source.metadata
        name = source.bands[0].name
    assert name.startswith("Probabilidad relativa dada esta lluvia, 120 h que terminan el 20")
    svg = (tmp_path / "event" / "series.svg").read_text(encoding="utf-8")
    assert ">Slope<" in svg
    spoken = [
        name,
        *(told[key] for key in ("QUANTITY", "WINDOW", "CAVEAT", "RELATIVE")),
        *texts_of(svg),
        *said,
    ]
    assert [(line, english_in(line)) for line in spoken if english_in(line) and line != "Slope"] == []
    assert "pronóstico" in svg
    assert max(map(len, texts_of(svg))) <= 120  # wider than the picture else


def test_frames_of_an_earlier_run_go_and_nothing_else_does(tmp_path):
    map_event(TrueLaw(), FACTS, job(tmp_path, start=END - 6 * HOUR))
    (tmp_path / "event" / "probability_by_me.tif").write_text("mine")
    map_event(TrueLaw(), FACTS, job(tmp_path))
    stamp = str(END)[:16].replace("-", "").replace(":", "")
    assert names(tmp_path) == [f"probability_{stamp}Z.tif", "probability_by_me.tif"]


def test_a_cancelled_run_leaves_nothing(tmp_path):
    asked = []

    def stop():
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        map_event(TrueLaw(), FACTS, job(tmp_path, start=END - 12 * HOUR), Progress(is_cancelled=stop))
    assert not (tmp_path / "event").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["factors.tif"]


def test_refusals_say_what_to_do(tmp_path):
    rain = MemoryRain()
    rain.rain_mm[:] = np.nan
    with pytest.raises(InputError, match="No cell has a value in every factor and whole rain"):
        map_event(TrueLaw(), FACTS, job(tmp_path, rain))
    with pytest.raises(InputError, match="The model has no class limits; set CLASSES to no"):
        map_event(TrueLaw(), FACTS, job(tmp_path, classes=True))
    far = MemoryRain()
    far.grid = Grid(14, 14, (0.0, 1000.0, 0.0, 14000.0, 0.0, -1000.0), WKT)
    with pytest.raises(InputError, match="do not overlap"):
        map_event(TrueLaw(), FACTS, job(tmp_path, far))
    assert not (tmp_path / "event").exists()


@pytest.mark.parametrize("row", [20, 21], ids=["in the rows looked at before", "met while it is drawn"])
def test_a_factor_with_an_undeclared_mark_leaves_no_map(tmp_path, monkeypatch, row):
    values = cut(AREA.factors.values).copy()
    values[1, row, 6] = -32768.0
    write_factors(tmp_path / "factors.tif", values)
    monkeypatch.setattr(mapper, "FRAMES_AT_ONCE", 1)
    law, words = TrueLaw(), "factors holds -32768 in 1 cells, a usual mark of no-data"
    with pytest.raises(InputError, match=words):
        map_event(law, FACTS, job(tmp_path, start=END - 6 * HOUR))
    assert (law.windows == 0) == (row == 20)  # a mark met at once is told before anything is drawn
    assert not (tmp_path / "event").exists()


def test_factors_are_read_once_and_some_rows_before(tmp_path, monkeypatch):
    cells = counted_reads(monkeypatch, "factors")
    map_event(TrueLaw(), FACTS, job(tmp_path))
    once = GRID.size * len(TrueLaw().factors)
    assert once < sum(cells) < 1.2 * once


def test_a_mark_is_counted_once_however_often_the_factors_are_read(tmp_path):
    values = cut(AREA.factors.values).copy()
    values[1, 21, 6] = -32768.0
    path = write_factors(tmp_path / "factors.tif", values)
    with MapGround(TrueLaw(), [path], None) as ground:
        for strip in 2 * list(GRID.strips_of(7 * GRID.cols)):
            ground.read(strip)
        with pytest.raises(InputError, match="in 1 cells"):
            ground.require_declared()


def test_strips_are_read_with_a_cache_that_does_not_grow_with_the_rasters(tmp_path, monkeypatch):
    before, held = gdal.GetCacheMax(), caches_of_reads(monkeypatch, "factors")
    map_event(TrueLaw(), FACTS, job(tmp_path))
    assert held
    assert max(held) <= 16 * 2**20 < before
    assert gdal.GetCacheMax() == before
