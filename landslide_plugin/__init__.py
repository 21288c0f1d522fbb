"""Landslide susceptibility mapping for QGIS: terrain, slope stability, learning, uncertainty."""


def classFactory(iface):
    """Return the plugin object; QGIS calls this once when the plugin is loaded."""
    from .plugin import LandslidePlugin

    return LandslidePlugin(iface)
