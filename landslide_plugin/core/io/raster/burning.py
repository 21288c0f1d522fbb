"""Many polygons turned into cells, window by window."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...types.features import FeatureSet
from ...types.grid import Grid
from .crs import spatial_reference
from .gdal_calls import quiet


class Burner:
    """Polygons kept ready, so that each window costs only those that lie in it.

    Parameters
    ----------
    polygons : FeatureSet
        In the CRS of the grids that are asked for.
    chosen : sequence of int, optional
        Indices of those to burn; all by default.
    """

    def __init__(self, polygons: FeatureSet, chosen: Sequence[int] = ()):
        from osgeo import ogr

        self.name = polygons.name
        self._reference = spatial_reference(polygons.crs_wkt)
        self._memory = ogr.GetDriverByName("Memory").CreateDataSource("")
        self._layer = self._memory.CreateLayer("burn", self._reference)
        self._layer.CreateField(ogr.FieldDefn("id", ogr.OFTInteger))
        definition = self._layer.GetLayerDefn()
        for i in chosen if len(chosen) else range(len(polygons)):
            if polygons.wkb[i]:
                feature = ogr.Feature(definition)
                feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(polygons.wkb[i]))
                feature.SetField("id", int(i) + 1)
                self._layer.CreateFeature(feature)

    def owners(self, grid: Grid) -> npt.NDArray[np.int32]:
        """Index of the polygon each cell's centre (rows, cols) lies in, the last of several; -1 in none."""
        return self._burnt(grid, ["ATTRIBUTE=id"], 1) - 1

    def depth(self, grid: Grid) -> npt.NDArray[np.int32]:
        """Number of polygons each cell's centre (rows, cols) lies in."""
        return self._burnt(grid, ["MERGE_ALG=ADD"], 1)

    def _burnt(self, grid: Grid, options: list[str], value: int) -> npt.NDArray[np.int32]:
        with quiet() as gdal:
            raster = gdal.GetDriverByName("MEM").Create("", grid.cols, grid.rows, 1, gdal.GDT_Int32)
            raster.SetGeoTransform(list(grid.geotransform))
            if self._reference is not None:
                raster.SetProjection(self._reference.ExportToWkt())
            west, south, east, north = grid.bounds
            self._layer.SetSpatialFilterRect(west, south, east, north)
            done = gdal.RasterizeLayer(raster, [1], self._layer, burn_values=[value], options=options)
            if done != 0:
                raise InputError(f"{self.name} cannot be turned into cells: {gdal.GetLastErrorMsg()}")
            buffer = raster.GetRasterBand(1).ReadRaster(0, 0, grid.cols, grid.rows, buf_type=gdal.GDT_Int32)
        return np.frombuffer(bytearray(buffer), np.int32).reshape(grid.shape)
