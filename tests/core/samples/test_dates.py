"""Factors later than the landslides, or of unknown date, are found by name and by date."""

from datetime import date

import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.samples.dates import event_period, factor_dates, period, suspects
from landslide_plugin.core.terrain.catalogue import CATALOGUE

NAMES = ["elevation", "slope", "NDVI", "land_cover", "lithology"]


def found(text, landslides):
    when = period(landslides) if landslides else None
    return {each.source: each for each in suspects(NAMES, factor_dates(text), when, tuple(CATALOGUE))}


def test_what_is_earlier_than_every_landslide_is_not_suspected():
    assert found("dem=2001; ndvi=2004-12; landcover=2000", "2005/2010") == {}


def test_one_day_decides():
    assert found("dem=2001; ndvi=2005-10-08; landcover=2000", "2005-10-08") == {}
    late = found("dem=2001; ndvi=2005-10-09; landcover=2000", "2005-10-08")
    assert list(late) == ["vegetation index"]
    assert late["vegetation index"].later
    assert late["vegetation index"].factors == ("NDVI",)


def test_a_later_dem_takes_all_its_derivatives_along_and_spares_the_rest():
    late = found("dem=2011; ndvi=2004; landcover=2004; lithology=2020", "2005/2010")
    assert late["DEM"].factors == ("elevation", "slope")
    assert late["DEM"].later
    assert late["other factors"].factors == ("lithology",)


def test_unknown_dates_are_suspected_and_said_to_be_unknown():
    every = found("", None)
    assert set(every) == {"DEM", "vegetation index", "land cover"}
    assert not any(each.later for each in every.values())
    assert "of the landslides is not given" in every["DEM"].words
    half = found("dem=2001; landcover=2000", "2005")
    assert list(half) == ["vegetation index"]
    assert not half["vegetation index"].later


@pytest.mark.parametrize("text", ["dem", "dem=last year", "dem=2011-13", "dem=2011/2010", "=2011"])
def test_dates_that_cannot_be_read_are_refused(text):
    with pytest.raises(InputError, match="dem|2011"):
        factor_dates(text)


def test_a_date_of_nothing_is_refused():
    with pytest.raises(InputError, match="soil, which is no factor"):
        found("soil=2011", "2005")


def test_fields_of_dates_as_layers_hold_them():
    when = event_period(["2005-10-08T12:00:00", None, "", 2007, 2006.0, float("nan")], "date")
    assert (when.first, when.last) == (date(2005, 10, 8), date(2007, 12, 31))
    assert event_period([None, ""], "date") is None
    with pytest.raises(InputError, match="Field date"):
        event_period(["after the monsoon"], "date")


@pytest.mark.parametrize("dem", ["2006", "2004/2005-06", "2011"])
def test_a_period_is_late_if_it_ends_after_the_first_landslide(dem):
    late = found(f"dem={dem}; ndvi=2004; landcover=2004", "2005/2010")
    assert list(late) == ["DEM"]
    assert late["DEM"].later


def test_days_as_german_and_japanese_tables_write_them_and_not_those_of_two_meanings():
    when = event_period(["08.10.2005", "2005/10/09", "2005/10/10 12:30:00"], "date")
    assert (when.first, when.last) == (date(2005, 10, 8), date(2005, 10, 10))
    assert str(period("1.2.2005/2005/03/01")) == "2005-02-01 to 2005-03-01"
    for text in ("03/05/2018", "31.02.2005", "2005/13/01"):
        with pytest.raises(InputError, match="Field date is"):
            event_period([text], "date")
