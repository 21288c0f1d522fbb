"""What GDAL prints while layers are opened: all but that a constant band has no histogram."""

import numpy as np
from osgeo import gdal

from landslide_plugin.core.io.raster import constants_unremarked

CONSTANT = "dfMax should be strictly greater than dfMin"


def spoil(path):
    """Ask for the histogram of a constant band, and for a file that is not there."""
    constant = gdal.GetDriverByName("MEM").Create("", 4, 4, 1, gdal.GDT_Float32)
    constant.GetRasterBand(1).WriteArray(np.full((4, 4), 7.0, np.float32))
    before = gdal.GetUseExceptions()
    gdal.DontUseExceptions()
    try:
        constant.GetRasterBand(1).GetHistogram(7.0, 7.0, 10)
        gdal.Open(str(path))
    finally:
        if before:
            gdal.UseExceptions()


def test_other_messages_are_printed_as_ever(tmp_path, capfd):
    spoil(tmp_path / "none.tif")
    told = capfd.readouterr().err
    assert CONSTANT in told
    with constants_unremarked():
        spoil(tmp_path / "none.tif")
    kept = capfd.readouterr().err
    assert CONSTANT not in kept
    assert [line for line in told.splitlines() if CONSTANT not in line] == kept.splitlines()
    assert "none.tif" in kept
    assert kept.startswith("ERROR 4: ")
    spoil(tmp_path / "none.tif")
    assert CONSTANT in capfd.readouterr().err
