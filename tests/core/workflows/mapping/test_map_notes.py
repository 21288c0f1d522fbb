"""What a map says of itself where it could mislead: cells in degrees, and models without members to differ."""

from dataclasses import replace

import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import RasterSource, crs_wkt
from landslide_plugin.core.model.bundle.facts import ModelFacts
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.mapping.request import MapOptions, check_cell_size
from tests.support.maps import draw, grid, write_factors
from tools.check.random_bundle import random_bundle


@pytest.mark.parametrize(
    ("latitude", "step", "metres"), [(0.0, 0.0003, None), (60.0, 0.0006, "47."), (0.0, 0.0005, "55.")]
)
def test_cells_in_degrees_are_compared_by_their_size_on_the_ground(latitude, step, metres):
    cells = Grid(30, 30, (20.0, step, 0.0, latitude, 0.0, -step), crs_wkt("EPSG:4326"))
    bundle = replace(random_bundle(soil=False), facts=ModelFacts(grid={"cell_size_m": 30.0}))
    if metres is None:
        assert check_cell_size(bundle, cells, MapOptions()) == {}
        return
    with pytest.raises(InputError, match=f"{metres[:2]}.* m wide, those of the training 30 m"):
        check_cell_size(bundle, cells, MapOptions())
    assert metres in check_cell_size(bundle, cells, MapOptions(any_cell_size=True))["CELL_SIZE"]
    bare = replace(cells, crs_wkt="")
    assert "no CRS" in check_cell_size(bundle, bare, MapOptions())["CELL_SIZE"]


@pytest.mark.parametrize("members", [1, 2])
def test_a_single_model_says_that_its_spread_says_nothing(tmp_path, members):
    said: list = []
    stack = write_factors(tmp_path / "stack.tif", grid(6, 5))
    draw(random_bundle(members, soil=False), stack, tmp_path / "m", progress=Progress(warning=said.append))
    with RasterSource(str(tmp_path / "m" / "spread.tif")) as source:
        noted = source.metadata.get("SINGLE_MODEL", "")
    assert [line for line in said if "single model" in line] == ([noted] if members == 1 else [])
