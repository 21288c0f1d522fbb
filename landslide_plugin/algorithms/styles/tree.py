"""Where results stand among the layers of a project: in a group, in order, the main one in sight."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsLayerTree, QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsVectorLayer

LAYER_GROUP = "Landslide susceptibility"
UNNAMED = "BUNDLE"
"""What QGIS calls the folder of a model that the user gave no name."""
RANK = "landslide/rank"
"""Property of a node in the layer tree that holds its place; nodes of the user have none."""
KIND = "landslide/kind"
"""Property of a layer that says what it is: dem, inventory, factors, classes and so on."""


@dataclass(frozen=True)
class TreePlace:
    """Where a layer goes.

    Attributes
    ----------
    group : str
        Name of the group of layers, that of the model or study.
    rank : int
        Order in the group, from the top.
    visible : bool
        Whether the layer is drawn when it is loaded, and its legend unfolded.
    folded : bool
        Whether the legend is folded although the layer is drawn.
    """

    group: str = LAYER_GROUP
    rank: int = 0
    visible: bool = True
    folded: bool = False


def group_of(model: str) -> str:
    """Name of the group for the maps of a model, from the folder or .zip that it lies in.

    >>> group_of("/models/andes_2024.zip"), group_of("/models/andes/"), group_of("/tmp/processing_x/1a/BUNDLE")
    ('Landslide susceptibility: andes_2024', 'Landslide susceptibility: andes', 'Landslide susceptibility')
    """
    path = Path(model)
    name = path.stem if path.suffix.lower() == ".zip" else path.name
    return f"{LAYER_GROUP}: {name}" if name not in ("", UNNAMED) else LAYER_GROUP


def put_in_order(project: QgsProject, layer: QgsMapLayer, place: TreePlace) -> None:
    """Move a layer that was just loaded to its place; no other layer is moved.

    The group is made where QGIS has put the layer, thus in the user's own group for results if there is one, and
    below the points, lines and polygons that lie on top there.
    """
    root = project.layerTreeRoot()
    node: Any = root.findLayer(layer.id()) if root is not None else None
    if node is None:
        return
    parent = node.parent()
    group = (
        parent if parent.name() == place.group and parent is not root else _group(parent, node, place.group)
    )
    own = node.clone()
    own.setCustomProperty(RANK, place.rank)
    own.setItemVisibilityChecked(place.visible)
    own.setExpanded(place.visible and not place.folded)
    group.insertChildNode(_index(group, place.rank), own)
    parent.removeChildNode(node)  # last: a layer without a node in the tree would leave the project


def _group(parent: Any, node: Any, name: str) -> QgsLayerTreeGroup:
    """The group of a name beside a node, made if there is none."""
    there = [child for child in parent.children() if QgsLayerTree.isGroup(child) and child.name() == name]
    if there:
        found: QgsLayerTreeGroup = there[0]
        return found
    children = parent.children()
    at = children.index(node) + 1
    while at < len(children) and _is_vector(children[at]):
        at += 1
    made: QgsLayerTreeGroup = parent.insertGroup(at, name)
    return made


def _is_vector(node: Any) -> bool:
    return QgsLayerTree.isLayer(node) and isinstance(node.layer(), QgsVectorLayer)


def _index(group: Any, rank: int) -> int:
    """Above the first layer of the same rank or a later one; the newest of a rank comes first."""
    ranks = [_rank(child) for child in group.children()]
    below = [index for index, other in enumerate(ranks) if other is not None and other >= rank]
    return below[0] if below else len(ranks)


def _rank(node: Any) -> Optional[int]:
    value = node.customProperty(RANK)
    return None if value is None else int(value)
