"""One landslide type a model: others are left out, and so are the places where they are."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import crs_wkt
from landslide_plugin.core.io.vector import box_wkb
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.samples.landslide_types import type_warnings
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.chosen_landslides import LandslideChoice
from landslide_plugin.core.workflows.training.gather import chosen_inventory, inventory_of_types

UTM = crs_wkt("EPSG:32717")
GRID = Grid(10, 10, (500000.0, 10.0, 0.0, 9500000.0, 0.0, -10.0), UTM)


def inventory():
    boxes = tuple(box_wkb(500000 + 30 * i, 9499950, 500020 + 30 * i, 9499970) for i in range(3))
    attributes = {"type": ("Debris flow", "Rock fall", None), "slide": (1, 1, 1)}
    return FeatureSet(boxes, UTM, attributes, "slides")


def found(types, field="type"):
    return inventory_of_types(inventory(), GRID, np.ones(GRID.shape, bool), "slide", field, types)


def test_landslides_of_other_types_are_left_out_with_their_cells():
    kept = found(["debris flow"])
    assert len(kept.features) == 1
    assert kept.types == ("Debris flow",)
    assert kept.features.field("type") == ("Debris flow",)
    assert kept.valid[3:5, 0:2].all()
    assert not kept.valid[3:5, 3:5].any()
    assert not kept.valid[3:5, 6:8].any()


def test_all_types_change_nothing_but_are_named():
    kept = found([])
    assert len(kept.features) == 3
    assert kept.valid.all()
    assert kept.types == ("Debris flow", "Rock fall", "unknown")


def test_a_type_that_is_not_there_and_types_without_a_field_are_refused():
    with pytest.raises(InputError, match="No landslide has type lahar .* there are Debris flow, Rock fall"):
        found(["lahar"])
    with pytest.raises(InputError, match="no type field is named"):
        found(["lahar"], field=None)


def test_a_prior_is_warned_of_for_types_it_does_not_speak_of():
    assert type_warnings(("Debris flow", "Shallow planar slide"), True)[0].startswith("The inventory mixes 2")
    assert len(type_warnings(("Debris flow", "Shallow planar slide"), True)) == 1
    assert "does not speak of Rock fall" in type_warnings(("Rock fall",), True)[0]
    assert type_warnings(("Rock fall",), False) == [] == type_warnings(None, False)


def test_types_that_are_not_known_are_warned_of():
    assert "not stated" in type_warnings(None, True)[0]
    assert "unknown type" in type_warnings(("Debris flow", "unknown"), False)[0]


def test_stable_features_are_kept_whatever_type_they_hold():
    features = inventory()
    labelled = FeatureSet(features.wkb, UTM, {**features.attributes, "slide": (1, 0, 0)}, "slides")
    kept = inventory_of_types(labelled, GRID, np.ones(GRID.shape, bool), "slide", "type", ["debris flow"])
    assert len(kept.features) == 3
    assert kept.types == ("Debris flow",)
    assert kept.valid.all()


@pytest.mark.parametrize(
    "name", ["Deslizamiento traslacional", "Hangmure", "Flujo de detritos", "Coulée de boue"]
)
def test_types_that_the_prior_speaks_of_are_known_in_other_languages(name):
    assert type_warnings((name,), True) == []
    assert type_warnings(("Caída de rocas",), True)
    assert type_warnings(("Felssturz",), True)


def test_landslides_of_other_triggers_leave_neither_samples_nor_stable_ground():
    features = inventory()
    boxes = FeatureSet(
        features.wkb, UTM, {"trigger": ("rain", "earthquake", "rain"), "slide": (1, 1, 1)}, "slides"
    )
    typed = inventory_of_types(boxes, GRID, np.ones(GRID.shape, bool), "slide", None, [])
    said = []
    choice = LandslideChoice("trigger", ("rain",))
    kept = chosen_inventory(typed, GRID, "slide", choice, Progress(warning=said.append))
    assert kept.triggers == ("rain",)
    assert len(kept.features) == 2
    assert kept.valid[3:5, 0:2].all()
    assert not kept.valid[3:5, 3:5].any()
    assert "1 landslides of other triggers are left out" in said[0]
    mixed = chosen_inventory(typed, GRID, "slide", LandslideChoice("trigger"), Progress(warning=said.append))
    assert "mixes 2 triggers (earthquake, rain)" in said[1]
    assert mixed.valid.all()
    small = chosen_inventory(typed, GRID, "slide", LandslideChoice(least_m2=399.0))
    assert len(small.features) == 3
