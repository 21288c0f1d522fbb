"""Results arrive in a group, in order, the main one in sight, and what the user has stays where it is."""

import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.algorithms.styles import rasters as styles  # noqa: E402
from landslide_plugin.algorithms.styles.tree import LAYER_GROUP, RANK, TreePlace, put_in_order  # noqa: E402

POINTS = "Point?field=landslide:integer"


def layer(name):
    return qgis_core.QgsVectorLayer(POINTS, name, "memory")


def raster_like(name, folder):
    """A layer that is no vector."""
    import numpy as np

    from landslide_plugin.core.io.raster import Band, RasterSink
    from landslide_plugin.core.types.grid import Grid

    path = str(folder / f"{name}.tif")
    with RasterSink(path, Grid(2, 2, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), ""), [Band(name)]) as sink:
        sink.write(0, 0, np.ones((2, 2), np.float32))
    return qgis_core.QgsRasterLayer(path, name)


@pytest.fixture
def project(qgis_app):
    made = qgis_core.QgsProject()
    yield made
    made.clear()


def load(project, new, place):
    """As QGIS does: on top of all, then the post-processor."""
    project.addMapLayer(new, False)
    project.layerTreeRoot().insertLayer(0, new)
    context = qgis_core.QgsProcessingContext()
    context.setProject(project)
    styles.StyledLayer(None, place).postProcessLayer(new, context, None)


def names(group):
    return [child.name() for child in group.children()]


def test_layers_stand_by_rank_whatever_order_they_come_in(qgis_app, project, tmp_path):
    for name, rank in (("spread", 2), ("classes", 0), ("probability", 1)):
        load(project, raster_like(name, tmp_path), TreePlace("Model a", rank, visible=rank == 0))
    root = project.layerTreeRoot()
    (group,) = root.children()
    assert group.name() == "Model a"
    assert names(group) == ["classes", "probability", "spread"]
    assert [child.itemVisibilityChecked() for child in group.children()] == [True, False, False]
    assert [child.isExpanded() for child in group.children()] == [True, False, False]
    qgis_app.processEvents()
    assert len(project.mapLayers()) == 3, "none left the project while it was moved"
    load(project, raster_like("new", tmp_path), TreePlace("Model b", 0))
    assert names(root) == ["Model b", "Model a"]


def test_the_newest_of_a_rank_is_on_top_and_a_layer_of_the_user_in_the_group_stays(project, tmp_path):
    load(project, raster_like("old", tmp_path), TreePlace("Model a", 1))
    (group,) = project.layerTreeRoot().children()
    own = layer("of the user")
    project.addMapLayer(own, False)
    group.insertLayer(0, own)
    load(project, raster_like("new", tmp_path), TreePlace("Model a", 1))
    load(project, raster_like("last", tmp_path), TreePlace("Model a", 2))
    assert names(group) == ["of the user", "new", "old", "last"]
    assert group.children()[0].customProperty(RANK) is None


def test_the_group_stands_below_the_inventory_and_no_layer_of_the_user_is_moved(project, tmp_path):
    root = project.layerTreeRoot()
    for own in (raster_like("hillshade", tmp_path), layer("roads"), layer("inventory")):
        project.addMapLayer(own, False)
        root.insertLayer(0, own)
    load(project, raster_like("classes", tmp_path), TreePlace("Model a"))
    assert names(root) == ["inventory", "roads", "Model a", "hillshade"]
    assert all(child.isVisible() for child in root.children())


def test_the_groups_of_users_for_results_are_respected(project, tmp_path):
    mine = project.layerTreeRoot().insertGroup(0, "My results")
    new = raster_like("classes", tmp_path)
    project.addMapLayer(new, False)
    mine.addLayer(new)
    put_in_order(project, new, TreePlace("Model a"))
    assert names(project.layerTreeRoot()) == ["My results"]
    assert names(mine) == ["Model a"]
    assert names(mine.children()[0]) == ["classes"]


def test_a_group_that_qgis_has_made_is_taken(project, tmp_path):
    """As from 3.32 on, where the name of the group goes with the layer."""
    made = project.layerTreeRoot().insertGroup(0, LAYER_GROUP)
    for name, rank in (("spread", 1), ("classes", 0)):
        new = raster_like(name, tmp_path)
        project.addMapLayer(new, False)
        made.addLayer(new)
        put_in_order(project, new, TreePlace(rank=rank))
    assert names(project.layerTreeRoot()) == [LAYER_GROUP]
    assert names(made) == ["classes", "spread"]


def test_a_layer_that_is_in_no_tree_is_left(project, tmp_path):
    new = raster_like("classes", tmp_path)
    project.addMapLayer(new, False)
    put_in_order(project, new, TreePlace())
    assert project.layerTreeRoot().children() == []
