"""Records of annual maxima that look wrong are named."""

from landslide_plugin.core.progress import Progress
from landslide_plugin.core.triggers.record import records_of


def table(*last):
    return [
        {"year": str(2000 + i), "24 h": text} for i, text in enumerate([*map(str, range(980, 992)), *last])
    ]


def test_a_point_between_thousands_is_told():
    said = []
    records_of(table("1.060"), "maxima.csv", progress=Progress(warning=said.append))
    assert len(said) == 1
    assert "24 h holds 1.06 beside 991 mm; see whether a point parts thousands" in said[0]
    records_of(table("1060", "61.5"), "maxima.csv", progress=Progress(warning=said.append))
    assert len(said) == 1
