"""How many cells of a raster are read."""

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
