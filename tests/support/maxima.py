"""Annual maxima of a simulated station."""

from __future__ import annotations

import numpy as np

from landslide_plugin.core.triggers.extremes import ExtremeValue


def write_maxima(path, years=60, columns=("24 h",), spoil=lambda rows: rows):
    law = ExtremeValue(60.0, 15.0, 0.1)
    depths = law.quantile((np.random.default_rng(3).permutation(years) + 0.5) / years)
    rows = [["year", *columns]]
    for i, depth in enumerate(depths):
        rows.append([str(1950 + i), *(f"{depth * (1 + 0.3 * k):.2f}" for k in range(len(columns)))])
    path.write_text("\n".join(",".join(row) for row in spoil(rows)) + "\n")
    return str(path)
