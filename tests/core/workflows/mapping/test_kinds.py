"""The table of the kinds of map: every kind can be told apart, named, made and drawn."""

import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.styles import style_table
from landslide_plugin.core.workflows.mapping.kinds.table import KINDS, outputs
from tools.check.random_bundle import random_bundle

TRIPLES = [(kind.name, kind.label, kind.key) for kind in KINDS.values()]


def test_no_two_kinds_share_a_name_a_label_or_an_output():
    for names in zip(*TRIPLES):
        assert len(set(names)) == len(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_says_what_it_shows_and_its_look_stands_in_the_table_of_styles(name):
    kind = KINDS[name]
    assert kind.help.endswith(".")
    assert len(kind.help) > len(kind.label)
    look = kind.look_of(random_bundle())
    entries = {"ramp": style_table()["ramps"], "codes": style_table()["codes"]}
    assert look.entry in entries.get(look.way, [""])
    assert look.limits is None or look.limits[0] < look.limits[1]


def test_an_unknown_kind_is_refused_by_name():
    with pytest.raises(InputError, match="Map hazard is not known; there are probability, classes"):
        outputs({"hazard": "h.tif"}, None)
