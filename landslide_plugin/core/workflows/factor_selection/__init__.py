"""Selection of factors: from rasters and an inventory to a page and a table."""
