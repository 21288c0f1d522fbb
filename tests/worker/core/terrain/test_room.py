"""Arrays of the flow that lie in files have all their blocks before they are touched."""

import numpy as np

from landslide_plugin.core.terrain.kernels.routing import Room


def test_a_mapped_array_has_no_holes(tmp_path):
    array = Room(str(tmp_path), True).array("area", 1 << 20, float)
    assert (tmp_path / "area.scratch").stat().st_blocks * 512 >= array.nbytes
    assert not np.any(array)
    array[:] = 1.0
    assert not np.any(Room(str(tmp_path), True).array("area", 1 << 20, float))
