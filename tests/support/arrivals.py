"""Runs whose layers QGIS loads into a project, and what the project then holds."""

from qgis import core as qgis_core


def arrive(project, provider, name, parameters):
    """Run with the outputs (paths) as a dialog hands them over, and let QGIS load them."""
    from processing.gui.Postprocessing import handleAlgorithmResults

    algorithm = provider.algorithm(name).create()
    given = dict(parameters)
    for definition in algorithm.parameterDefinitions():
        if definition.name() in given and definition.type() == "rasterDestination":
            asked = qgis_core.QgsProcessingOutputLayerDefinition(given[definition.name()], project)
            given[definition.name()] = asked
    context, feedback = qgis_core.QgsProcessingContext(), qgis_core.QgsProcessingFeedback()
    context.setProject(project)
    results, done = algorithm.run(given, context, feedback)
    assert done, feedback.textLog()
    assert handleAlgorithmResults(algorithm, context, feedback, parameters=given)
    return results


def tree(project):
    """Groups, each with name, sight and fold of its layers from the top."""
    return {
        group.name(): [
            (child.name(), child.itemVisibilityChecked(), child.isExpanded()) for child in group.children()
        ]
        for group in project.layerTreeRoot().children()
    }
