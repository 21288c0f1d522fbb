"""Lists as a person types them, whichever of the world's habits the person has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.samples.dates import factor_dates
from landslide_plugin.core.stability.pore_pressure import read_pattern
from landslide_plugin.core.triggers.build import for_each, return_periods
from landslide_plugin.core.types.lists import names, number, numbers

VALUES = st.lists(st.integers(-99999, 99999).map(lambda thousandths: thousandths / 1000), min_size=2)


@given(VALUES, st.sampled_from([" ", ";", "; ", ", ", "\n"]), st.booleans())
def test_numbers_come_back_whatever_parts_them(values, parting, commas):
    text = parting.join(f"{value:.3f}" for value in values)
    assert numbers(text.replace(".", ",") if commas else text, "X") == tuple(values)


@given(st.lists(st.integers(0, 999), min_size=3))
def test_commas_alone_part_a_list(values):
    assert numbers(",".join(map(str, values)), "X") == tuple(values)


@pytest.mark.parametrize("read", [numbers, read_pattern, return_periods, lambda t, w: for_each(t, 2, w)])
@pytest.mark.parametrize(
    "text",
    ["0,5", "10,25", "-0,1", "1,000", "nan", "1 inf", "1e999 2", "1_0 2", "1.000,5 2", "1,,2", ",5", "1 x"],
)
def test_what_cannot_be_read_as_one_list_is_refused_in_a_line(read, text):
    with pytest.raises(InputError, match="KEY is") as raised:
        read(text, "KEY")
    assert text in str(raised.value)
    assert "\n" not in str(raised.value)


def test_both_readings_of_a_single_comma_are_named():
    with pytest.raises(InputError, match=r"may be 0\.5 or the two numbers 0 and 5; write 0\.5 or 0 5"):
        numbers("0,5", "KEY")


def test_a_decimal_comma_is_no_parting():
    assert read_pattern("0,5 0,5") == (0.5, 0.5)
    assert read_pattern(" ") == (1.0,)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_that_is_printed_is_read(value):
    assert number(repr(value)) == value


@pytest.mark.parametrize("text", ["", "0,5", "nan", "-inf", "infinity", "1e400", "1_0", "0x1", "٣", "1 2"])
def test_a_text_that_is_no_number_is_none(text):
    assert number(text) is None


def test_names_that_hold_commas_can_be_written():
    assert names('"Slide, rotational", Fall') == ("Slide, rotational", "Fall")
    assert names("Slide, rotational;Fall") == ("Slide, rotational", "Fall")
    assert names('"Slide; wet", Fall') == ("Slide; wet", "Fall")
    assert names("Slide, rotational;") == ("Slide, rotational",)
    assert set(factor_dates('"slope, mean"=2011; dem=2012')) == {"slope, mean", "dem"}
    assert set(factor_dates('"slope, mean"=2011, dem=2012')) == {"slope, mean", "dem"}


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs",)), min_size=1).filter(str.strip)))
def test_every_name_can_be_written_in_quotation_marks(those):
    those = [" ".join(name.split()) for name in those]
    those = [name for name in those if name]
    text = ", ".join('"' + name.replace('"', '""') + '"' for name in those)
    assert names(text) == tuple(those)
