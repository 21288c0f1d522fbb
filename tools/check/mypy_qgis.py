"""A plugin of mypy: what the stubs of QGIS leave out or do not know.

QGIS sets the old names of enums when it is imported (``QgsProcessing.SourceType.TypeRaster`` for
``Qgis.ProcessingSourceType.Raster``), where no type checker sees them. The plugin serves 3.22 with one
spelling for all versions, so it needs them. A name that is not listed here is an error, as it should be.
What is never None, though the stubs say it may be, is listed too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from mypy.plugin import ClassDefContext, MethodContext, Plugin
from mypy.plugins.common import add_attribute_to_class
from mypy.typeops import make_simplified_union
from mypy.types import Instance, NoneType, ProperType, Type, UnionType, get_proper_type

OLD_NAMES = {
    "qgis._core.Qgis.GeometryType": ("LineGeometry", "PointGeometry", "PolygonGeometry"),
    "qgis._core.Qgis.InvalidGeometryCheck": ("GeometryNoCheck", "GeometrySkipInvalid"),
    "qgis._core.Qgis.LayoutUnit": ("LayoutMillimeters",),
    "qgis._core.Qgis.ProcessingAlgorithmFlag": ("FlagNoThreading",),
    "qgis._core.Qgis.ProcessingFeatureSourceDefinitionFlag": ("FlagOverrideDefaultGeometryCheck",),
    "qgis._core.Qgis.ProcessingFeatureSourceFlag": ("FlagSkipGeometryValidityChecks",),
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

NEVER_NONE = {
    "qgis._core.QgsApplication.processingRegistry",
    "qgis._core.QgsFillSymbol.createSimple",
    "qgis._core.QgsLayerTree.addLayer",
    "qgis._core.QgsLayoutItemLegend.model",
    "qgis._core.QgsLayoutItemMap.grids",
    "qgis._core.QgsLayoutItemMap.layout",
    "qgis._core.QgsLayoutItemMapGrid.lineSymbol",
    "qgis._core.QgsLegendModel.rootGroup",
    "qgis._core.QgsLineSymbol.clone",
    "qgis._core.QgsMarkerSymbol.createSimple",
    "qgis._core.QgsProcessingAlgorithm.parameterDefinition",
    "qgis._core.QgsProject.layoutManager",
    "qgis._core.QgsRasterLayer.clone",
    "qgis._core.QgsRasterLayer.dataProvider",
    "qgis._core.QgsVectorLayer.dataProvider",
    "qgis._gui.QgsGui.processingGuiRegistry",
}
"""Methods, by the class they are called on, that give what they name wherever the plugin calls them.

The stubs say of every pointer that it may be None.
"""

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


def without_none(context: MethodContext) -> Type:
    """The type that the stubs say a call returns, less None."""
    found = get_proper_type(context.default_return_type)
    if not isinstance(found, UnionType):
        return found
    return make_simplified_union([item for item in found.items if not _is_none(get_proper_type(item))])


def _is_none(found: ProperType) -> bool:
    return isinstance(found, NoneType)


class AsQgisHasIt(Plugin):
    """Adds the names when mypy meets the classes, and takes None from what is never None."""

    def get_method_hook(self, fullname: str) -> Optional[Callable[[MethodContext], Type]]:
        """What to do with a call; None for all that are not listed."""
        return without_none if fullname in NEVER_NONE else None

    def get_customize_class_mro_hook(self, fullname: str) -> Optional[Callable[[ClassDefContext], None]]:
        """What to do with a class; None for all that are not listed."""
        if fullname == VERSION[0]:
            return add_version
        return add_old_names if fullname in OLD_NAMES else None


def plugin(_: str) -> type[Plugin]:
    """What mypy asks for; it gives its own version."""
    return AsQgisHasIt
