"""A layer of places and days and a table of rain become rows that belong together, or are refused in one line."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.profile import profile_bands
from landslide_plugin.core.io.raster import RasterSink, crs_wkt
from landslide_plugin.core.io.vector import point_wkb, to_crs
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.types.inventory_mark import InventoryMark, mark_metadata
from landslide_plugin.core.workflows.event_training.samples import EventRequest, prepare_events
from landslide_plugin.core.workflows.landslide_marks import landslide_marks


def layer(**changed):
    """Three rows with their own columns of rain."""
    fields = {
        "id": (7, 8.0, "9"),
        "slid": (1, 0, 0),
        "day": ("2020-08-30", "2020-08-30", "2021-05-01"),
        "slope": (30.0, 20.0, 10.0),
        "rock": ("marl", "clay", "marl"),
        "h012": (1.0, 0.0, None),
        "h006": (2.0, 0.0, 3.0),
        **changed,
    }
    return FeatureSet(
        (b"",) * 3, attributes={name: values for name, values in fields.items() if values}, name="rows"
    )


def request(samples, **more):
    return EventRequest(samples, "slid", "day", more.pop("fields", ["slope", "rock"]), {"seed": 1}, **more)


def test_columns_of_the_rows_are_their_rain_and_a_gap_stays_one():
    run = prepare_events(request(layer()), SILENT)
    assert run.job["rain_columns"] == {"step_h": 6.0, "steps": 2, "properties": ["rain_mm"]}
    rain = run.arrays["rain"]
    assert rain[:2].tolist() == [[1.0, 2.0], [0.0, 0.0]]
    assert np.isnan(rain[2]).tolist() == [True, False]
    assert run.arrays["labels"].tolist() == [1, 0, 0]
    days = run.arrays["days"].astype("M8[D]")
    assert str(days[2]) == "2021-05-01"
    assert [factor["kind"] for factor in run.job["factors"]] == ["continuous", "categorical"]


def test_rows_of_a_table_are_found_by_their_identifier_in_any_order(tmp_path):
    table = tmp_path / "rain.csv"
    table.write_text("id,h006,h003\n9,5,6\n7,1,2\n")
    run = prepare_events(request(layer(), rain=str(table)), SILENT)
    assert run.job["rain_columns"]["step_h"] == 3.0
    rain = run.arrays["rain"]
    assert rain[[0, 2]].tolist() == [[1.0, 2.0], [5.0, 6.0]]
    assert np.isnan(rain[1]).all()


def test_rain_that_ends_on_another_day_is_told_of(tmp_path):
    table, said = tmp_path / "rain.csv", []
    ends = (
        "2020-08-31T05:00Z",
        "2020-08-29T12:00Z",
        "2021-05-03",
    )  # midnight in Ecuador; the day before; two days later
    rows = [f"{name},{end},1,2" for name, end in zip((7, 8, 9), ends)]
    table.write_text("\n".join(["id,end_utc,h006,h003", *rows]) + "\n")
    prepare_events(
        request(layer(day=("2020-08-30", "2020-08-31", "2021-05-01")), rain=str(table)),
        Progress(warning=said.append),
    )
    assert len(said) == 1
    assert said[0].startswith("The rain of 2 rows ends on another day than field day says")


def test_a_table_of_other_rows_is_refused(tmp_path):
    table = tmp_path / "rain.csv"
    table.write_text("id,h006,h003\nA,5,6\n")
    with pytest.raises(InputError, match="its ids are such as A, field id holds 7, 8, 9"):
        prepare_events(request(layer(), rain=str(table)), SILENT)


@pytest.mark.parametrize(
    ("changed", "more", "said"),
    [
        ({"day": ("2020-08", "2020-08-30", "2020-08-30")}, {}, "holds 2020-08; an event needs a day"),
        ({"slid": (1, 2, 0)}, {}, "Field slid holds 2"),
        ({"h012": None, "h006": None}, {}, "no columns of rain"),
        ({"h018": (1, 1, 1), "h012": None}, {}, "not of one length"),
        ({"h006": (2.0, -1.0, 3.0)}, {}, "rows: h006 of row 2 is '-1'"),
        ({}, {"fields": ["slope", "day"]}, "day is no factor of the ground"),
        ({"storm": ("A", "B", None)}, {"event": "storm"}, "1 rows have no event"),
        ({"share": ("all", 1, 1)}, {"share": "share"}, "share holds text"),
    ],
)
def test_what_cannot_be_learnt_from_is_refused_in_one_line(changed, more, said):
    with pytest.raises(InputError, match=said) as refused:
        prepare_events(request(layer(**changed), **more), SILENT)
    assert "\n" not in str(refused.value)


def test_events_and_shares_of_fields_are_kept():
    samples = layer(storm=("B", "A", "B"), share=(1.0, 0.5, 0.5))
    run = prepare_events(request(samples, event="storm", share="share"), SILENT)
    assert run.arrays["storms"].tolist() == [1, 0, 1]
    assert run.arrays["shares"].tolist() == [1.0, 0.5, 0.5]


def told_of(**changed):
    said = []
    prepare_events(request(layer(**changed), event="storm"), replace(SILENT, warning=said.append))
    return said


def test_a_day_of_two_events_and_a_name_of_two_storms_are_told_of():
    assert told_of(storm=("A", "A", "B")) == []
    (line,) = told_of(storm=("A", "B", "C"))
    assert line.startswith("1 of 2 days belong to two events or more, such as 2020-08-30 to A and B: where")
    (line,) = told_of(storm=("A", "A", "A"))
    assert line.startswith(
        "1 events have rows more than 30 days apart, such as A of 2020-08-30 and of 2021-05-01:"
    )
    assert told_of(storm=("A", "A", "A"), day=("2020-08-30", "2020-09-20", "2020-10-10")) == []


def test_names_whose_days_are_one_storm_are_told_of_unless_they_share_a_day():
    (line,) = told_of(storm=("A", "B", "C"), day=("2020-08-30", "2020-09-01", "2020-09-04"))
    assert line.startswith(
        "Events named apart overlap or lie within 2 days of each other (A / B): by their days"
    )
    (line,) = told_of(storm=("A", "B", "A"), day=("2020-08-20", "2020-08-25", "2020-08-30"))
    assert "(A / B)" in line
    (line,) = told_of(storm=("A", "B", "B"), day=("2020-08-30", "2020-08-30", "2020-09-01"))
    assert "belong to two events" in line
    assert told_of(storm=("A", "A", "B"), day=("2020-08-30", "2020-09-01", "2020-09-04")) == []
    (line,) = told_of(storm=("A", "B", "A"), day=("2020-01-30", "2020-05-01", "2020-09-04"))
    assert line.startswith("1 events have rows more than 30 days apart")


UTM, DEGREES = crs_wkt("EPSG:32632"), crs_wkt("EPSG:4326")
SOIL_GRID = Grid(2, 3, (680000.0, 100.0, 0.0, 5150200.0, 0.0, -100.0), UTM)


def soil_raster(folder, metadata=None):
    """Two layers of clay: 11 to 16 above, 21 to 26 below, with a hole in the last cell of the lower one."""
    path = folder / "soil.tif"
    bands = profile_bands((0.5, 2.0), ("clay_percent",))
    with RasterSink(str(path), SOIL_GRID, bands, metadata=metadata) as sink:
        for band in (0, 1):
            values = np.arange(1, 7, dtype="f4").reshape(2, 3) + 10 * (band + 1)
            values[1, 2] = np.nan if band else values[1, 2]
            sink.write(band, 0, values)
    return str(path)


def at_places(*cells):
    """The three rows as points in degrees, in the middle of cells."""
    wkb = tuple(point_wkb(*SOIL_GRID.centre_of(row, col)) for row, col in cells)
    return replace(layer(), wkb=to_crs(FeatureSet(wkb, UTM), DEGREES).wkb, crs_wkt=DEGREES)


def test_soil_is_read_where_the_samples_lie_and_a_hole_stays_one(tmp_path):
    said, samples = [], at_places((0, 1), (1, 2), (9, 0))
    asked = request(samples, profile=soil_raster(tmp_path))
    run = prepare_events(asked, Progress(warning=said.append))
    assert run.job["soil_columns"] == {"layer_bottoms_m": [0.5, 2.0], "properties": ["clay_percent"]}
    assert run.job["provenance"]["profile"] == "soil.tif"
    soil = run.arrays["profile"][:, :, 0]
    assert soil[0].tolist() == [12.0, 22.0]
    assert np.isnan(soil).tolist() == [[False, False], [False, True], [True, True]]
    assert said == ["2 of 3 samples have no whole soil profile in soil and are left out"]
    assert prepare_events(request(layer()), SILENT).job["soil_columns"] is None


def test_soil_needs_places_on_the_raster(tmp_path):
    path = soil_raster(tmp_path)
    with pytest.raises(InputError, match="3 of 3 samples of rows have no place to read the soil profile at"):
        prepare_events(request(layer(), profile=path), SILENT)
    with pytest.raises(InputError, match="No sample of rows lies on soil; check the CRS"):
        prepare_events(request(at_places((9, 0), (0, 30), (-4, 0)), profile=path), SILENT)


def test_soil_that_knows_landslides_of_the_samples_is_refused(tmp_path):
    """Scores on storms left out would be too good; stable places, or landslides of others, give nothing away."""
    samples = at_places((0, 0), (0, 1), (1, 0))  # the first alone slid

    def trained(where, label):
        mark = InventoryMark.of(landslide_marks(where, label)).text
        path = soil_raster(tmp_path, mark_metadata([mark]))
        return prepare_events(request(samples, profile=path), SILENT).arrays["profile"][:, 0, 0].tolist()

    with pytest.raises(
        InputError, match="soil cannot be the soil profile: its soil was calibrated on landsl"
    ):
        trained(samples, "slid")
    assert trained(at_places((1, 1), (0, 1), (1, 0)), "slid") == [11.0, 12.0, 14.0]
