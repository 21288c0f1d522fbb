"""Files in and out: rasters, vectors, tables, and what is read from several of them at once."""
