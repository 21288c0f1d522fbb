"""Landslide susceptibility mapping for QGIS: terrain, slope stability, learning, uncertainty."""


def classFactory(iface: object) -> object:
    """Return the plugin object; QGIS calls this once when the plugin is loaded."""
    from .plugin import LandslidePlugin

    return LandslidePlugin(iface)
