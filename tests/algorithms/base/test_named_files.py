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


OTHERS = ("pdf", "png", "html", "svg", "csv", "json", "zip", "xlsx", "tif", "gpkg")


def file_outputs(provider):
    """Each algorithm and chain with each of its outputs that is a plain file."""
    found = [
        (algorithm, one)
        for algorithm in provider.algorithms()
        for one in algorithm.parameterDefinitions()
        if one.type() == "fileDestination"
    ]
    assert len(found) > 40
    return found


def test_every_file_is_named_as_the_kind_it_is_written_as(provider, tmp_path):
    from landslide_plugin.algorithms.base.overwriting import require_formats

    for algorithm, one in file_outputs(provider):
        own = one.defaultFileExtension()
        for name in (f"a.{own}", f"a.{own.upper()}", "a.txt", "a", "a.v2", "page.of.text"):
            require_formats(algorithm, {one.name(): str(tmp_path / name)})
        for ending in OTHERS:
            if ending != own:
                with pytest.raises(
                    InputError, match=rf"^{one.name()}: a\.{ending} promises .*, but .* ends in \.{own}$"
                ):
                    require_formats(algorithm, {one.name(): str(tmp_path / f"a.{ending}")})


@pytest.mark.parametrize(
    ("algorithm", "key", "name", "ending"),
    [
        ("printlayout", "OUTPUT", "sheet.png", "pdf"),
        ("dem_to_bivariate_map", "train:Density table", "densities.xlsx", "csv"),
    ],
)
def test_a_run_refuses_the_name_before_it_looks_at_its_inputs(
    provider, tmp_path, algorithm, key, name, ending
):
    from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

    place = str(tmp_path / name)
    with pytest.raises(QgsProcessingException, match=rf"{name} promises .* ends in \.{ending}$"):
        provider.algorithm(algorithm).create().processAlgorithm(
            {key: place}, QgsProcessingContext(), QgsProcessingFeedback()
        )
    assert not list(tmp_path.iterdir())
