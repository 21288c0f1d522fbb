"""A plugin of mypy: names of QGIS 3.22 that newer versions keep, but that their stubs leave out.

QGIS sets the old names of enums when it is imported (``QgsProcessing.SourceType.TypeRaster`` for
``Qgis.ProcessingSourceType.Raster``), where no type checker sees them. The plugin serves 3.22 with one
spelling for all versions, so it needs them. A name that is not listed here is an error, as it should be.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from mypy.plugin import ClassDefContext, Plugin
from mypy.plugins.common import add_attribute_to_class
from mypy.types import Instance

OLD_NAMES = {
    "qgis._core.Qgis.LayoutUnit": ("LayoutMillimeters",),
    "qgis._core.Qgis.ProcessingAlgorithmFlag": ("FlagNoThreading",),
    "qgis._core.Qgis.ProcessingParameterFlag": ("FlagAdvanced", "FlagHidden", "FlagOptional"),
    "qgis._core.Qgis.ProcessingSourceType": (
        "TypeFile",
        "TypeMapLayer",
        "TypeRaster",
        "TypeVector",
        "TypeVectorAnyGeometry",
        "TypeVectorLine",
        "TypeVectorPoint",
        "TypeVectorPolygon",
    ),
    "qgis._core.Qgis.RenderUnit": ("RenderMillimeters", "RenderPoints"),
    "qgis._core.Qgis.ShaderInterpolationMethod": ("Interpolated",),
}
"""Class of the stubs and the old names of its values."""

VERSION = ("qgis._core.Qgis", "QGIS_VERSION")


def add_old_names(context: ClassDefContext) -> None:
    """Give a class of the stubs its old names, each a value of that class."""
    info = context.cls.info
    for name in OLD_NAMES[context.cls.fullname]:
        if name not in info.names:
            add_attribute_to_class(context.api, context.cls, name, Instance(info, []), is_classvar=True)


def add_version(context: ClassDefContext) -> None:
    """Give ``Qgis`` the text of its version."""
    if VERSION[1] not in context.cls.info.names:
        text = context.api.named_type("builtins.str")
        add_attribute_to_class(context.api, context.cls, VERSION[1], text, is_classvar=True)


class OldNames(Plugin):
    """Adds the names when mypy meets the classes."""

    def get_customize_class_mro_hook(self, fullname: str) -> Optional[Callable[[ClassDefContext], None]]:
        """What to do with a class; None for all that are not listed."""
        if fullname == VERSION[0]:
            return add_version
        return add_old_names if fullname in OLD_NAMES else None


def plugin(_: str) -> type[Plugin]:
    """What mypy asks for; it gives its own version."""
    return OldNames
