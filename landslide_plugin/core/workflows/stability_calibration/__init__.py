"""Calibrating the soil of an area on its landslides: table of ranges in, table of accepted ranges and a page out."""
