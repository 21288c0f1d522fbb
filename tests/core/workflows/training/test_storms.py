"""Which storms an inventory, a table of events and the mapped area name, and what rain each had."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.types.scenarios import TriggerScenarios
from landslide_plugin.core.workflows.training.storms import StormFields, storms_of
from tests.support.inventories import GRID, at, box, inventory, spread

RAIN = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[20.0], [55.0]]))
WEST, EAST = box(0, 0, 40, 25), box(0, 25, 40, 25)


def area(*names):
    return inventory([WEST, EAST][: len(names)], storm=names)


def slides(names, **fields):
    return inventory(at(spread(len(names))), storm=names, **fields)


BY_PERIOD = StormFields(period="storm", mapped="storm", date="day")


def test_a_polygon_counts_for_its_storm_or_for_all_and_a_storm_of_polygons_alone_is_quiet():
    found = storms_of(
        slides([50, None, "50"], day=["2005", None, "2004-02-01"]), BY_PERIOD, area(None, 10), RAIN, GRID
    )
    assert [event.name for event in found.plan.events] == ["T10", "T50"]
    assert found.plan.of_feature.tolist() == [1, -1, 1]
    assert found.triggers is None
    quiet, storm = found.plan.events
    assert quiet.mapped.all()
    assert storm.mapped[:, :25].all()
    assert not storm.mapped[:, 25:].any()
    assert storm.day == date(2004, 2, 1).toordinal()
    assert np.isnan(quiet.day)


def test_a_table_of_events_gives_names_dates_and_rain_of_their_own(tmp_path):
    table = tmp_path / "events.csv"
    table.write_text(
        "event,date,return_period_yr,intensity_mm_h,remark\nAnna,2005-10-08,,33,a\nBert,2010,50,,b\nCleo,2012,,,c\n"
    )
    fields = StormFields(identifier="storm", table=str(table))
    found = storms_of(slides(["Bert", "Anna", "Cleo"]), fields, area("x"), RAIN, GRID)
    # Neither rain nor return period: what Cleo set off is undated.
    assert [event.name for event in found.plan.events] == ["Anna", "Bert"]
    assert found.plan.of_feature.tolist() == [1, 0, -1]
    assert found.triggers.table.values.tolist() == [[33.0], [55.0]]
    assert found.plan.events[0].day < found.plan.events[1].day
    with pytest.raises(InputError, match="Event Zoe is not in the table of events; it has Anna, Bert, Cleo"):
        storms_of(slides(["Zoe"]), fields, area("x"), RAIN, GRID)


@pytest.mark.parametrize(
    ("fields", "mapped", "rain", "reason"),
    [
        (BY_PERIOD, None, RAIN, "nothing says what was mapped"),
        (BY_PERIOD, area(None), None, "no scenario table says what rain"),
        (BY_PERIOD, area(10), RAIN, "No polygon of inventory was mapped for event 50"),
        (StormFields(period="worse"), area(None), RAIN, "has no return period 33"),
        (StormFields(period="odd"), area(None), RAIN, "Field odd holds 'soon'; allowed: years above 0"),
    ],
)
def test_what_cannot_be_dated_is_refused_with_what_to_do(fields, mapped, rain, reason):
    told = slides([50], worse=[33], odd=["soon"], day=[None])
    with pytest.raises(InputError, match=reason):
        storms_of(told, fields, mapped, rain, GRID)


def test_fields_that_need_each_other_are_asked_for():
    for fields, reason in (
        (StormFields(identifier="name"), "belong together"),
        (StormFields(period="T", identifier="name", table="t.csv"), "leave one of them out"),
        (StormFields(mapped="name"), "the inventory does not"),
    ):
        with pytest.raises(InputError, match=reason):
            _ = fields.given


def events_table(tmp_path, rows):
    table = tmp_path / "events.csv"
    table.write_text("event,start,end,return_period_yr\n" + rows)
    return StormFields(identifier="storm", table=str(table))


def test_events_that_overlap_are_known_by_their_last_day_where_both_were_mapped(tmp_path):
    rows = (
        "Anna,2005-10-08,2005-10-10,10\nBert,2005-10-10T12:00,2005-10-12,50\nCleo,2005-10-13,2005-10-14,50\n"
    )
    fields = events_table(tmp_path, rows)
    found = storms_of(slides(["Anna", "Bert"]), fields, area(None), RAIN, GRID)
    anna, bert, cleo = found.plan.events
    assert anna.last == date(2005, 10, 10).toordinal() == bert.day
    assert (anna.before(bert), anna.before(cleo), bert.before(cleo)) == (False, True, True)
    assert found.plan.overlapping() == [("Anna", "Bert")]
    assert found.plan.of_feature.tolist() == [0, 1]  # Cleo set nothing off, and is a storm
    parts = replace(fields, mapped="storm")
    elsewhere = storms_of(
        slides(["Anna"]), parts, inventory([WEST, EAST, WEST], storm=["Anna", "Bert", "Cleo"]), RAIN, GRID
    )
    assert elsewhere.plan.overlapping() == []


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (
            "Anna,2005-10-08,2005-10-10,10\nAnna ,2006-10-08,2006-10-10,50\n",
            "names event Anna more than once",
        ),
        (
            "Anna,2005-10-08,2005-10-07,10\n",
            "Event Anna ends at 2005-10-07, not after its start at 2005-10-08",
        ),
        ("Anna,2005-10-08T06:00,2005-10-08T06:00,10\n", "not after its start"),
        ("Anna,2005-10-08,,10\n", "only one of start and end"),
        ("Anna,2005-10-08,2005-10-09,10\n ,2006-10-08,2006-10-09,50\n", "has no name; give each event one"),
    ],
)
def test_events_that_are_no_storms_are_refused_in_one_line(tmp_path, rows, reason):
    with pytest.raises(InputError, match=reason) as refused:
        storms_of(slides(["Anna"]), events_table(tmp_path, rows), area(None), RAIN, GRID)
    assert "\n" not in str(refused.value)
