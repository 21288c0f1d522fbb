"""Where rasters meet science: each study step from files to files."""
