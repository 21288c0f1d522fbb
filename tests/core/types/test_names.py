"""Names that people read, for all that the plugin writes under a short one."""

import pytest
from osgeo import gdal

from landslide_plugin.core.io.profile import UNITS, profile_bands
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource
from landslide_plugin.core.terrain.catalogue import CATALOGUE
from landslide_plugin.core.types.bands import band_label, factor_band
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.types.names import NAMES, human_name


def test_every_factor_and_soil_property_has_a_name_of_its_own():
    written = {*CATALOGUE, *UNITS}
    assert written <= {*NAMES}
    said = [human_name(name) for name in written]
    assert len({*said}) == len(said)
    assert not [name for name in said if "_" in name]


def test_the_band_tells_both_names(tmp_path):
    bands = [factor_band(row.spec) for row in CATALOGUE.values()] + profile_bands((0.5, 2.0), tuple(UNITS))
    path = str(tmp_path / "all.tif")
    with RasterSink(path, Grid(1, 1, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), ""), [*bands, Band("")]) as sink:
        for index in range(len(bands) + 1):
            sink.write(index, 0, [[1.0]])
    with RasterSource(path) as source:
        assert [band.name for band in source.bands] == [*(band.name for band in bands), ""]
        labels = [band.metadata.get("LABEL", "") for band in source.bands]
        assert source.bands[0].metadata["KIND"] == "continuous"
    assert labels == [*map(band_label, bands), ""]
    dataset = gdal.Open(path)
    assert dataset.GetRasterBand(2).GetDescription() == "slope"
    assert dataset.GetRasterBand(2).GetMetadataItem("LABEL") == "Slope (degrees)"


@pytest.mark.parametrize(
    ("band", "label"),
    [
        (Band("T10 0-1 m", "", {"QUANTITY": "factor of safety"}), "Factor of safety, T10 0-1 m"),
        (Band("Tin", "m", {"QUANTITY": "depth"}), "Tin (m)"),
        (Band("soil depth", "m", {"PROPERTY": "soil_depth_m"}), "Soil depth (m)"),
    ],
)
def test_a_label_is_read_aloud(band, label):
    assert band_label(band) == label
