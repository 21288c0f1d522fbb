"""Features go into the very file that was named, or are refused before the work."""

import pytest

from landslide_plugin.core.errors import InputError


@pytest.mark.parametrize(
    ("name", "becomes"),
    [("notes.txt", "gxt"), ("a.json", "geojson"), ("a", "gpkg"), ("a.tif", "gpkg"), ("a.b c", "gpkg")],
)
def test_a_name_that_would_be_lengthened_is_refused(qgis_app, name, becomes):
    from landslide_plugin.algorithms.base.overwriting import require_named_file

    with pytest.raises(InputError, match=rf"^SAMPLES: {name} would become {name}\.{becomes}; choose"):
        require_named_file(f"/maps/{name}", "SAMPLES")


@pytest.mark.parametrize("name", ["a.gpkg", "a.GPKG", "a.shp", "a.geojson", "a.fgb", "a.csv", "a.kml"])
def test_other_formats_are_taken(qgis_app, name):
    from landslide_plugin.algorithms.base.overwriting import require_named_file

    require_named_file(f"/maps/{name}", "SAMPLES")


def test_every_sink_asks(provider, tmp_path):
    from qgis.core import QgsProcessingContext

    from landslide_plugin.algorithms.base.overwriting import require_distinct

    asked = 0
    for algorithm in provider.algorithms():
        for one in algorithm.parameterDefinitions():
            if one.type() == "sink":
                with pytest.raises(InputError, match="would become"):
                    require_distinct(
                        algorithm, {one.name(): str(tmp_path / "notes.txt")}, QgsProcessingContext()
                    )
                asked += 1
    assert asked > 3
