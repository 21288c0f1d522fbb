"""The same table from spreadsheets of several countries is the same table."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.class_names import names_in
from landslide_plugin.core.io.scenarios import read_scenarios
from landslide_plugin.core.io.table import cell_parts, read_cells, read_rows
from landslide_plugin.core.triggers.record import records_of
from landslide_plugin.core.workflows.soil_profile.table import read_soil_table

STORMS = "return_period_yr,intensity_mm_h,duration_h\n10,8.5,12\n50,14.25,6.5\n"
SOIL = "code,name,layer_bottom_m,cohesion_kpa\n1,Löß,0.5,6.5\n1,Löß,1.5,8\n2,Año,3,1e1\n"


def german(text):
    return text.replace(",", ";").replace(".", ",")


@pytest.mark.parametrize(
    "data",
    [
        STORMS.encode(),
        german(STORMS).encode("utf-8-sig"),
        german(STORMS).replace("\n", "\r\n").encode("cp1252"),
        ("sep=;\n" + german(STORMS)).encode(),
        german(STORMS).replace(";", "\t").encode("utf-16"),
        ("# gauge\n\n" + german(STORMS) + ";;\n").encode(),
        STORMS.replace(",", " , ").encode(),
    ],
)
def test_storms_of_every_spreadsheet(tmp_path, data):
    (tmp_path / "s.csv").write_bytes(data)
    found = read_scenarios(str(tmp_path / "s.csv"))
    assert found.return_periods_yr == (10.0, 50.0)
    np.testing.assert_array_equal(found.values, [[8.5, 12.0], [14.25, 6.5]])


def test_soil_names_and_maxima_with_semicolons_and_accents(tmp_path):
    path = tmp_path / "Böden.csv"
    for data in (SOIL.encode(), german(SOIL).encode("cp1252"), german(SOIL).encode("utf-8-sig")):
        path.write_bytes(data)
        table = read_soil_table(str(path))
        assert table.names == ("Löß", "Año")
        assert table.layer_bottoms_m == (0.5, 1.5, 3.0)
        assert table.values[0, 0, 0] == 6.5
        assert table.values[1, -1, 0] == 10.0
        assert names_in(str(path)) == {1: "Löß", 2: "Año"}
    path.write_bytes("code;name\n1;Trias – „Keuper“\n".encode("cp1252"))
    assert names_in(str(path)) == {1: "Trias – „Keuper“"}
    years = "\n".join(f"{1980 + i};{40 + i},5" for i in range(12))
    path.write_bytes(f"Año;24 h\n{years}\n".encode("cp1252"))
    (record,) = records_of(read_rows(str(path), "Annual maxima"), path.name)
    assert record.depth_mm[0] == 40.5
    assert record.duration_h == 24.0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n1,5,2\n", "row 2 has 3 cells, the header 2; with decimal commas"),
        ("a;b\n1,234;5.6\n", "holds both 1,234 and 5.6"),
        ("a;b;a\n1;2;3\n", "column a occurs twice"),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(tmp_path, text, words):
    (tmp_path / "t.csv").write_text(text)
    with pytest.raises(InputError, match=words):
        read_cells(str(tmp_path / "t.csv"), "Table")


def test_parts_of_a_table_count_its_rows_on_and_remember_its_commas(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("a,b\n" + "1,2\n" * 7 + "1,2,3\n")
    header, parts = cell_parts(str(path), "Table", at_once=3)
    assert (header, next(parts), len(next(parts))) == (["a", "b"], [["1", "2"]] * 3, 3)
    with pytest.raises(InputError, match="row 9 has 3 cells"):
        next(parts)
    path.write_text("a;b\n1,234;2\n3;4\n5;6.5\n")
    with pytest.raises(InputError, match=r"holds both 1,234 and 6\.5"):
        list(cell_parts(str(path), "Table", at_once=1)[1])


def test_names_keep_their_commas_and_missing_cells_are_empty(tmp_path):
    (tmp_path / "t.csv").write_text('code;name;x\n1;"Flysch, 1,5 m";2,5\n2;Kalk\n')
    rows = read_rows(str(tmp_path / "t.csv"), "Table")
    assert rows == [
        {"code": "1", "name": "Flysch, 1,5 m", "x": "2.5"},
        {"code": "2", "name": "Kalk", "x": ""},
    ]
    with pytest.raises(InputError, match="Table .* cannot be read"):
        read_rows(str(tmp_path / "none.csv"), "Table")
