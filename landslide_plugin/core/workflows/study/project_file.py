"""A QGIS project as text: layers in one group, in their styles, by paths beside the project."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ...io.raster import RasterSource, crs_name

AUTHID = re.compile(r"\(([A-Z]+:\d+)\)$")
OLDEST_QGIS = "3.22.0"
KIND = "landslide/kind"


@dataclass(frozen=True)
class ProjectRaster:
    """A raster of the project.

    Attributes
    ----------
    path : Path
        In the folder of the project; a style file of the same name may stand beside it.
    name, kind : str
        What the legend calls it, and what it is.
    visible : bool
    """

    path: Path
    name: str
    kind: str
    visible: bool = False


def project_text(title: str, rasters: Sequence[ProjectRaster]) -> str:
    """A project (.qgs) with the rasters from the top down, its view on the first of them."""
    with RasterSource(str(rasters[0].path)) as source:
        grid = source.grid
    crs = _crs(grid.crs_wkt)
    west, south, east, north = grid.bounds
    extent = f"<extent><xmin>{west!r}</xmin><ymin>{south!r}</ymin><xmax>{east!r}</xmax><ymax>{north!r}</ymax></extent>"
    nodes = "".join(_node(raster) for raster in rasters)
    layers = "".join(_layer(raster, crs) for raster in rasters)
    named = escape(title)
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        f'<qgis version="{OLDEST_QGIS}" projectname="{named}"><homePath path=""/><title>{named}</title>'
        f"<projectCrs>{crs}</projectCrs>"
        f'<layer-tree-group><customproperties/><layer-tree-group name="{named}" checked="Qt::Checked" expanded="1">'
        f"<customproperties/>{nodes}</layer-tree-group></layer-tree-group>"
        f'<mapcanvas name="theMapCanvas" annotationsVisible="1"><units>meters</units>{extent}<rotation>0</rotation>'
        f"<destinationsrs>{crs}</destinationsrs></mapcanvas><projectlayers>{layers}</projectlayers>"
        '<properties><Paths><Absolute type="bool">false</Absolute></Paths>'
        '<SpatialRefSys><ProjectionsEnabled type="int">1</ProjectionsEnabled></SpatialRefSys></properties></qgis>\n'
    )


def zipped_project(text: str, name: str) -> bytes:
    """A project as QGIS stores it zipped (.qgz)."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{name}.qgs", text)
    return packed.getvalue()


def _crs(wkt: str) -> str:
    found = AUTHID.search(crs_name(wkt))
    authority = f"<authid>{found.group(1)}</authid>" if found else ""
    return f'<spatialrefsys nativeFormat="Wkt"><wkt>{escape(wkt)}</wkt>{authority}</spatialrefsys>'


def _node(raster: ProjectRaster) -> str:
    checked, unfolded = ("Qt::Checked", 1) if raster.visible else ("Qt::Unchecked", 0)
    return (
        f'<layer-tree-layer id="{_id(raster)}" name="{escape(raster.name)}" providerKey="gdal" '
        f'source="./{escape(raster.path.name)}" checked="{checked}" expanded="{unfolded}"><customproperties/>'
        "</layer-tree-layer>"
    )


def _layer(raster: ProjectRaster, crs: str) -> str:
    return (
        f'<maplayer type="raster" autoRefreshEnabled="0"><id>{_id(raster)}</id>'
        f"<datasource>./{escape(raster.path.name)}</datasource><layername>{escape(raster.name)}</layername>"
        f"<srs>{crs}</srs><provider>gdal</provider>"
        f'<customproperties><Option type="Map"><Option name="{KIND}" type="QString" value="{raster.kind}"/></Option>'
        f"</customproperties>{_style(raster)}</maplayer>"
    )


def _id(raster: ProjectRaster) -> str:
    return f"{raster.path.stem}_of_study"


def _style(raster: ProjectRaster) -> str:
    """What the style file beside the raster says of how it is drawn; empty without one."""
    try:
        text = raster.path.with_suffix(".qml").read_text(encoding="utf-8")
    except OSError:
        return ""
    found = re.search(r"<pipe.*</pipe>", text, re.DOTALL)
    return found.group(0) if found else ""
