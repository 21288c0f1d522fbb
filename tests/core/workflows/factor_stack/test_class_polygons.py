"""Classes given as polygons: a model maps another area by their names, whatever is there and in which order."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.vector import box_wkb
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Strip
from landslide_plugin.core.workflows.factor_stack.class_polygons import ClassPolygons
from landslide_plugin.core.workflows.factor_stack.layers import AncillaryRaster
from landslide_plugin.core.workflows.factor_stack.stack import write_stack
from tests.support.terrain_files import GRID, UTM, job

__all__ = ["job"]

ROCKS = ("basalt", "clay", "marl", "schist")


def bands_of_rock(names):
    """Polygons of rock side by side from west to east, in the CRS of the DEM."""
    west, south, east, north = GRID.bounds
    edges = np.linspace(west - 5, east + 5, len(names) + 1)
    boxes = tuple(box_wkb(left, south - 5, right, north + 5) for left, right in zip(edges, edges[1:]))
    return FeatureSet(boxes, UTM, {"unit": names}, "rocks")


def stack_of(job, kind, names):
    asked = AncillaryRaster(
        "rocks",
        kind.title(),
        FactorSpec(kind, "categorical"),
        polygons=ClassPolygons(bands_of_rock(names), "unit"),
    )
    made = job(factors=["slope"], rasters=[asked])
    write_stack(made)
    return made.stack_path


@pytest.mark.parametrize("kind", ["lithology", "land_cover"])
@pytest.mark.parametrize(
    "here", [("clay", "marl", "schist"), ("schist", "clay"), ("marl", "gneiss", "clay", "basalt")]
)
def test_another_area_is_read_by_the_names_of_its_polygons(job, kind, here):
    with FactorSources([stack_of(job, kind, ROCKS)]) as trained:
        model = next(spec for spec in trained.specs if spec.name == kind)
    assert sorted(model.categories.values()) == sorted(ROCKS)
    codes = {name: code for code, name in model.categories.items()}
    with FactorSources([stack_of(job, kind, here)]) as area:
        area.select([model])
        (found,) = area.read([model], Strip(0, 1)).values
        assert "matched by name" in area.match_words[0]
    edges = np.linspace(-5, 20.0 * GRID.cols + 5, len(here) + 1)
    centres = 20.0 * (np.arange(GRID.cols) + 0.5)
    lies_in = [here[i] for i in np.searchsorted(edges, centres) - 1]
    known = np.array([name in codes for name in lies_in])
    np.testing.assert_array_equal(found[0][known], [codes[name] for name in lies_in if name in codes])
    assert not np.isin(found[0][~known], list(codes.values())).any()


def test_an_area_that_shares_no_name_is_refused(job):
    with FactorSources([stack_of(job, "lithology", ROCKS)]) as trained:
        model = next(spec for spec in trained.specs if spec.name == "lithology")
    with (
        FactorSources([stack_of(job, "lithology", ("tuff", "gneiss"))]) as area,
        pytest.raises(InputError, match="lithology"),
    ):
        area.select([model])
