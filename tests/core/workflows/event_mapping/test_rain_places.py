"""A cell of a map lies in the cell of rain that its longitude and latitude say, in any CRS, over the dateline too."""

import numpy as np
import pytest
from osgeo import osr

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.rain.frame import Frame
from landslide_plugin.core.io.raster import crs_wkt
from landslide_plugin.core.types.grid import Grid, Strip
from landslide_plugin.core.workflows.event_mapping.rain_places import NOWHERE, RainPlaces

DEGREES = crs_wkt("EPSG:4326")
SIDE, CELL, NORTH = 40, 0.1, 45.0


def degrees_of(crs, xy):
    """Longitude and latitude (n, 2) of places."""
    ends = [osr.SpatialReference() for _ in range(2)]
    for reference, said in zip(ends, (crs, "EPSG:4326")):
        reference.SetFromUserInput(said)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return np.array(osr.CoordinateTransformation(*ends).TransformPoints(xy.tolist()))[:, :2]


@pytest.mark.parametrize(
    ("crs", "first", "west", "north", "cell"),
    [
        ("EPSG:32760", 0.0, 807_000.0, 8_130_000.0, 500.0),  # UTM 60 south, over the dateline
        ("EPSG:32701", -180.0, 180_000.0, 8_130_000.0, 500.0),  # UTM 1 south, over the dateline
        ("EPSG:4326", 0.0, 179.9, -16.9, 0.005),
        ("EPSG:2225", 0.0, 6_450_000.0, 2_250_000.0, 1000.0),  # Lambert in US survey feet
    ],
)
def test_map_cells_find_the_rain_that_lies_over_them(tmp_path, crs, first, west, north, cell):
    globe = Frame.stored((650, 3600), (first, CELL, 0.0, NORTH, 0.0, -CELL), DEGREES).grid
    grid = Grid(SIDE, SIDE, (west, cell, 0.0, north, 0.0, -cell), crs_wkt(crs))
    with RainPlaces(globe, grid, str(tmp_path)) as places:
        found = places.of(Strip(0, SIDE)).ravel()
    rows, cols = np.indices(grid.shape).reshape(2, -1)
    centres = np.column_stack([west + (cols + 0.5) * cell, north - (rows + 0.5) * cell])
    at = degrees_of(crs, centres) if crs != "EPSG:4326" else centres
    across, down = ((at[:, 0] + 180.0) % 360.0) / CELL, (NORTH - at[:, 1]) / CELL
    clear = np.minimum(abs(across - np.rint(across)), abs(down - np.rint(down))) > 1e-3
    wanted = np.floor(down).astype(int) * globe.cols + np.floor(across).astype(int)
    assert clear.sum() > 0.9 * SIDE**2
    np.testing.assert_array_equal(found[clear], wanted[clear])
    assert len(np.unique(found)) > 3


def test_rain_without_a_crs_is_refused(tmp_path):
    rain = Grid(2, 2, (180_000.0, 1000.0, 0.0, 8_130_000.0, 0.0, -1000.0))
    grid = Grid(2, 2, rain.geotransform, crs_wkt("EPSG:32701"))
    with pytest.raises(InputError, match="The rain names no CRS"):
        RainPlaces(rain, grid, str(tmp_path))
    with RainPlaces(rain, rain, str(tmp_path)) as places:  # neither has one
        np.testing.assert_array_equal(places.of(Strip(0, 2)), [[0, 1], [2, 3]])


def test_rain_that_crosses_the_dateline_reaches_both_sides_and_no_farther(tmp_path):
    rain = Frame.stored((10, 4), (179.8, CELL, 0.0, -16.0, 0.0, -CELL), DEGREES).grid
    grid = Grid(4, 8, (179.7, 0.1, 0.0, -16.2, 0.0, -0.1), DEGREES)
    beyond = Grid(4, 8, (-180.3, 0.1, 0.0, -16.2, 0.0, -0.1), DEGREES)
    for number, one in enumerate((grid, beyond)):
        folder = tmp_path / str(number)
        folder.mkdir()
        with RainPlaces(rain, one, str(folder)) as places:
            found = places.of(Strip(0, 4))
        np.testing.assert_array_equal(found[0], [NOWHERE, 8, 9, 10, 11, NOWHERE, NOWHERE, NOWHERE])
