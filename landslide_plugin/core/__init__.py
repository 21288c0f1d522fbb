"""The science, free of any GUI: nothing below this package imports ``qgis``."""
