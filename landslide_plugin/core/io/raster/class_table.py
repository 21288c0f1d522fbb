"""Class names and colours that travel with a raster."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .gdal_calls import quiet

Classes = Mapping[int, tuple[str, tuple[int, int, int]]]


def class_names(band: Any) -> dict[int, str]:
    """Class names from a raster attribute table, where there is one with codes and names."""
    with quiet() as gdal:
        table = band.GetDefaultRAT()
        if table is None:
            return {}
        usages = [table.GetUsageOfCol(c) for c in range(table.GetColumnCount())]
        if gdal.GFU_Name not in usages or gdal.GFU_MinMax not in usages:
            return {}
        code, name = usages.index(gdal.GFU_MinMax), usages.index(gdal.GFU_Name)
        return {
            table.GetValueAsInt(r, code): table.GetValueAsString(r, name) for r in range(table.GetRowCount())
        }


def declare_classes(band: Any, classes: Classes) -> None:
    """Store class names and colours of a byte raster as its colour and attribute table."""
    from osgeo import gdal

    colours, table = gdal.ColorTable(), gdal.RasterAttributeTable()
    table.CreateColumn("Value", gdal.GFT_Integer, gdal.GFU_MinMax)
    table.CreateColumn("Class", gdal.GFT_String, gdal.GFU_Name)
    for usage, title in ((gdal.GFU_Red, "Red"), (gdal.GFU_Green, "Green"), (gdal.GFU_Blue, "Blue")):
        table.CreateColumn(title, gdal.GFT_Integer, usage)
    table.SetRowCount(len(classes))
    for row, (code, (name, colour)) in enumerate(sorted(classes.items())):
        colours.SetColorEntry(code, (*colour, 255))
        table.SetValueAsInt(row, 0, code)
        table.SetValueAsString(row, 1, name)
        for column, part in enumerate(colour):
            table.SetValueAsInt(row, 2 + column, part)
    band.SetColorTable(colours)
    band.SetDefaultRAT(table)
