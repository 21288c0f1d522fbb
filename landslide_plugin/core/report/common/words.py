"""Names and numbers as a reader wants them."""

from __future__ import annotations

from textwrap import fill
from typing import Any, Optional

from ...quantities import QUANTITIES
from ...types.names import NAMES, human_name

UNITS = {
    "_kpa": "kPa",
    "_deg": "degrees",
    "_kn_m3": "kN/m\u00b3",
    "_percent": "%",
    "_m_s": "m/s",
    "_1_m": "1/m",
    "_mm_h": "mm/h",
    "_mm": "mm",
    "_km2": "km\u00b2",
    "_h": "h",
    "_m": "m",
}
RECORDED = {
    "inventory": "Inventory",
    "label_field": "Label field",
    "absences": "Stable places",
    "landslide_type": "Landslide types",
    "trigger": "Triggers",
    "probability_of": "Probability of",
    "landslide_share_of_area": "Landslide share of the area",
    "landslide_share_is_lower_bound": "The share is a lower bound",
    "notes": "Notes",
    "architecture": "Network",
    "block_m": "Side of the blocks (m)",
    "citation": "Cite as",
    "period": "Period",
    "absence_least_slope_deg": "Least slope of stable places (degrees)",
    "class_limits": "Limits of classes",
}
"""What bundles record under short names that are no quantity of a dialog."""


def readable(name: str, unit: str = "") -> str:
    """A name of a factor, a property or a column as people say it, with its unit in brackets.

    >>> readable("friction_deg"), readable("void_ratio"), readable("intensity_mm_h")
    ('Friction angle (degrees)', 'Void ratio', 'intensity (mm/h)')
    >>> readable("twi"), readable("slope", "deg"), readable("my_own", "m")
    ('Topographic wetness index', 'Slope (degrees)', 'my own (m)')
    """
    if unit:
        return human_name(name, unit) if name in NAMES else human_name(name.replace("_", " "), unit)
    for ending, found in UNITS.items():
        if name.endswith(ending) and len(name) > len(ending):
            stem = NAMES.get(name) or name[: -len(ending)].replace("_", " ")
            return f"{stem} ({found})"
    return NAMES.get(name) or name.replace("_", " ")


def folded(text: str, letters: int) -> str:
    r"""Text on lines of at most so many letters, for labels of charts.

    >>> folded("Topographic wetness index", 16)
    'Topographic\nwetness index'
    """
    return fill(text, letters, break_long_words=False)


def setting(name: str, value: Any) -> tuple[str, str]:
    """A setting as a dialog shows it: its label with the unit, and what was chosen.

    >>> setting("cv_folds", 5), setting("random_cv", "yes"), setting("weight_decay", None)
    (('Spatial folds', '5'), ('Random folds beside the spatial ones', 'Yes'), ('Weight decay', '\u2013'))
    >>> setting("trigger", "rain")
    ('Triggers', 'rain')
    >>> setting("landslide_type", ""), setting("of_my_own", 3)
    (('Landslide types', '\u2013'), ('of my own', '3'))
    """
    quantity = QUANTITIES.get(name)
    label = RECORDED.get(name) or (quantity.title() if quantity else name.replace("_", " "))
    if value is None or value == "":
        return label, "\u2013"
    said = str(value)
    if quantity and said in quantity.choices and quantity.choice_labels:
        said = quantity.choice_labels[quantity.choices.index(said)]
    return label, said


def short_number(value: Optional[float]) -> str:
    r"""About four digits, without an exponent unless the number is tiny.

    >>> short_number(23331.7), short_number(0.038071), short_number(1.5e-6), short_number(None)
    ('23\u2009332', '0.03807', '1.5e-06', '\u2013')
    """
    if value is None or value != value:
        return "\u2013"
    if abs(value) >= 1000:
        return f"{value:,.0f}".replace(",", "\u2009")
    return f"{value:.4g}"
