"""How many cells of a raster are read, and with how much of GDAL's cache."""

from osgeo import gdal

from landslide_plugin.core.io.raster import RasterSource


def counted_reads(monkeypatch, name):
    """A list that grows by the cells of each reading of the rasters of a name."""
    read, cells = RasterSource.read, []

    def counted(source, *arguments):
        found = read(source, *arguments)
        cells.append(found.size if source.name == name else 0)
        return found

    monkeypatch.setattr(RasterSource, "read", counted)
    return cells


def caches_of_reads(monkeypatch, name):
    """A list that grows by the most that GDAL's cache may hold at each reading of several rows of a name's rasters."""
    read, held = RasterSource.read, []

    def looked(source, *arguments):
        found = read(source, *arguments)
        held.extend([gdal.GetCacheMax()] if source.name == name and found.shape[0] > 1 else [])
        return found

    monkeypatch.setattr(RasterSource, "read", looked)
    return held
