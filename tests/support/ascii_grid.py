"""Esri ASCII grids, as programs of slope stability write them."""

NOT_SEARCHED = 9999.0
"""What Scoops3D writes where no valid surface was found, and declares as no-data."""


def ascii_grid(path, values, grid, no_data=NOT_SEARCHED, crs=True):
    """Write rows from the north down, with the CRS in a file beside it."""
    size = grid.cell_width
    west, south = grid.geotransform[0], grid.geotransform[3] - len(values) * size
    head = f"ncols {grid.cols}\nnrows {len(values)}\nxllcorner {west}\nyllcorner {south}\ncellsize {size}\n"
    head += "" if no_data is None else f"NODATA_value {no_data:g}\n"
    path.write_text(head + "\n".join(" ".join(f"{value:.4f}" for value in row) for row in values) + "\n")
    if crs:
        path.with_suffix(".prj").write_text(grid.crs_wkt)
    return path
