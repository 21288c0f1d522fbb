"""Names and numbers as a reader wants them."""

from __future__ import annotations

from typing import Optional

UNITS = {
    "_kpa": "kPa",
    "_deg": "deg",
    "_kn_m3": "kN/m\u00b3",
    "_percent": "%",
    "_m_s": "m/s",
    "_mm_h": "mm/h",
    "_mm": "mm",
    "_h": "h",
    "_m": "m",
}


def readable(name: str) -> str:
    """A name of a column with its unit in brackets.

    >>> readable("friction_deg"), readable("void_ratio"), readable("intensity_mm_h")
    ('friction (deg)', 'void ratio', 'intensity (mm/h)')
    """
    for ending, unit in UNITS.items():
        if name.endswith(ending) and len(name) > len(ending):
            return f"{name[: -len(ending)].replace('_', ' ')} ({unit})"
    return name.replace("_", " ")


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
