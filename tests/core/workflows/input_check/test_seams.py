"""Seams between tiles are told; holes, margins and wide gaps are none."""

import numpy as np
import pytest

from landslide_plugin.core.workflows.input_check import seams
from landslide_plugin.core.workflows.input_check.check import check_raster
from tests.support.terrain_files import GRID, rough, write

ROWS, COLS = GRID.shape


def spoiled(rows=slice(None), cols=slice(None)):
    heights = rough()
    heights[rows, cols] = np.nan
    return heights


@pytest.mark.parametrize("read_cells", [1 << 21, 7 * COLS])
@pytest.mark.parametrize(
    ("heights", "told"),
    [
        (spoiled(cols=17), "1 columns"),
        (spoiled(rows=slice(9, 11)), "2 rows"),
        (spoiled(rows=13, cols=slice(3, 30)), "1 rows"),
        (
            np.where(np.isnan(spoiled(cols=8)) | np.isnan(spoiled(rows=14)), np.nan, rough()),
            "1 columns and 1 rows",
        ),
        (rough(), ""),
        (spoiled(cols=slice(0, 2)), ""),
        (spoiled(cols=slice(10, 20)), ""),
        (spoiled(slice(5, 9), slice(5, 9)), ""),
        (spoiled(rows=13, cols=slice(3, 9)), ""),
    ],
)
def test_narrow_lines_of_no_data(tmp_path, monkeypatch, heights, told, read_cells):
    monkeypatch.setattr(seams, "READ_CELLS", read_cells)
    check, _ = check_raster("DEM", write(tmp_path / "dem.tif", heights.astype(np.float32)), "dem")
    found = [finding.problem for finding in check.findings if "narrow lines" in finding.problem]
    assert [told in problem for problem in found] == ([True] if told else [])
