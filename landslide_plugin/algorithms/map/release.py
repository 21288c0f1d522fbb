"""Release areas: where failures may begin, for models of how far they run."""

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBand,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ...core.errors import InputError
from ...core.io.raster import RasterSource, crs_name, require_marks_declared
from ...core.io.raster.crs import spatial_reference
from ...core.workflows.exposure.release import (
    NO_RUN_OUT,
    Heights,
    ReleaseAreas,
    ReleaseRule,
    release_areas,
    write_heights,
    write_numbers,
)
from ...core.workflows.map_judging.danger import dangerous_end
from ..base.given import Given
from ..styles import rasters as styles
from ..styles import vectors as vector_results

POLYGONS, NUMBERS, HEIGHTS = "RELEASE_AREAS", "RELEASE_RASTER", "RELEASE_HEIGHTS"
LABELS = {
    POLYGONS: "Release areas (no run-out)",
    NUMBERS: "Release raster (no run-out)",
    HEIGHTS: "Release heights (no run-out)",
}
FILES = {POLYGONS: "release_areas.gpkg", NUMBERS: "release_raster.tif", HEIGHTS: "release_heights.tif"}
"""Names in a folder."""
LEGEND = "Failures may begin here; nothing is said of how far they run"
ON_CLASSES = "#1a1a1a"
"""Colour of outlines that are seen on the most dangerous class, in which release areas lie."""


def declare(algorithm: Any) -> None:
    """Add what decides on release areas, folded away."""
    layer, band = QgsProcessingParameterRasterLayer, QgsProcessingParameterBand
    algorithm.add_quantity("FROM_CLASS", "release_class", advanced=True, optional=True)
    algorithm.add(
        layer("PROBABILITY", "Probability raster", None, True),
        "On the grid of the classes: its mean and largest value are told of each release area.",
        advanced=True,
    )
    algorithm.add(
        band("PROBABILITY_BAND", "Band of the probability", 1, "PROBABILITY", True),
        "Band of the scenario.",
        advanced=True,
    )
    algorithm.add_quantity("THRESHOLD", "release_probability", advanced=True, optional=True)
    algorithm.add_quantity("RELEASE_AREA", "release_least_m2", advanced=True, optional=True)
    algorithm.add(
        layer("DEPTH", "Depth of the failure", None, True),
        "Metres, on the grid of the classes, such as the failure depth of a model or a soil depth: band 1 is the "
        "height of the mass that is released.",
        advanced=True,
    )
    algorithm.add_quantity("HEIGHT", "release_height_m", advanced=True, optional=True)


def declare_outputs(algorithm: Any) -> None:
    """Add the outputs, none of which is made unless it is asked for."""
    polygons = QgsProcessing.SourceType.TypeVectorPolygon
    algorithm.add(
        QgsProcessingParameterVectorDestination(
            POLYGONS, LABELS[POLYGONS], polygons, optional=True, createByDefault=False
        ),
        "GeoPackage: release (number, the largest first), cells, area_m2 and, of a probability, p_mean and p_max. "
        f"{NO_RUN_OUT}.",
    )
    for key, help in (
        (
            NUMBERS,
            "Number of its release area in each cell, no-data elsewhere: Flow-Py's release raster (above 0 releases) "
            "and the RELEASE_AREAS of SAGA's Gravitational Process Path model.",
        ),
        (
            HEIGHTS,
            "Metres of the released mass, 0 elsewhere: hrelease of r.avaflow, MATERIAL of the Gravitational Process "
            "Path model. Needs DEPTH or HEIGHT.",
        ),
    ):
        algorithm.add(
            QgsProcessingParameterRasterDestination(key, LABELS[key], None, True, createByDefault=False), help
        )
    algorithm.addOutput(QgsProcessingOutputNumber("RELEASES", "Number of release areas"))


def targets(given: Given) -> dict[str, str]:
    """Where the outputs that are asked for go."""
    found = {key: path for key in LABELS if (path := given.output(key))}
    if POLYGONS in found:
        found[POLYGONS] = vector_results.target_path(found[POLYGONS], POLYGONS)
    return found


@dataclass(frozen=True)
class Planned:
    """Release areas found, by which rule, and where the heights come from; nothing is written yet."""

    rule: ReleaseRule
    found: ReleaseAreas
    heights: Optional[Heights]


def plan(
    wanted: dict[str, str], classes: Optional[RasterSource], given: Given, stack: ExitStack
) -> Optional[Planned]:
    """What is to be written, with all that can be refused behind it; None where nothing is asked for."""
    if not wanted:
        return None
    rule, heights = _rule(given, classes, stack), None
    if HEIGHTS in wanted:
        depth = given.raster("DEPTH")
        source = stack.enter_context(RasterSource(depth)) if depth else None
        heights = Heights(source, 0, given.quantity("HEIGHT")).required_on(rule.grid)
    return Planned(rule, release_areas(rule, given.progress.part(0.6, 0.9)), heights)


def write(wanted: dict[str, str], planned: Planned, given: Given) -> dict[str, Any]:
    """Write what is asked for, styled; the outputs."""
    rule, found = planned.rule, planned.found
    outputs: dict[str, Any] = {"RELEASES": len(found.areas)}
    if planned.heights is not None:
        filled, most = write_heights(found.areas, rule.grid, planned.heights, wanted[HEIGHTS])
        styles.write_release_style(wanted[HEIGHTS], f"Up to {most:.3g} m", most)
        if filled:
            given.progress.warning(f"DEPTH has no value in {filled} cells of release areas; they have HEIGHT")
    if POLYGONS in wanted:
        path = wanted[POLYGONS]
        made = vector_results.write(given.context, path, found.areas, "polygon")
        vector_results.style_outlines(made, LEGEND, ON_CLASSES)
        vector_results.show(given.context, made, LABELS[POLYGONS])
        outputs[POLYGONS] = made
    if NUMBERS in wanted:
        write_numbers(found.areas, rule.grid, wanted[NUMBERS])
        styles.write_release_style(wanted[NUMBERS], LEGEND)
    for key in (NUMBERS, HEIGHTS):
        if key in wanted:
            styles.show(given.context, wanted[key], LABELS[key])
            outputs[key] = wanted[key]
    _tell(found, rule, given)
    return outputs


def _rule(given: Given, classes: Optional[RasterSource], stack: ExitStack) -> ReleaseRule:
    path, threshold = given.raster("PROBABILITY"), given.quantity("THRESHOLD")
    probability = stack.enter_context(RasterSource(path)) if path else None
    if threshold is not None and probability is None:
        raise InputError("THRESHOLD is a probability; give the raster that it is of (PROBABILITY)")
    if threshold is None and classes is None:
        raise InputError(
            "Release areas need a class raster (CLASSES), or PROBABILITY with THRESHOLD; give one of them"
        )
    if probability is not None:
        require_marks_declared(probability, [given.band("PROBABILITY_BAND", probability)], "PROBABILITY")
    band = given.band("BAND", classes) if classes is not None else 0
    if classes is not None:
        require_marks_declared(classes, [band], "CLASSES")
    end = "high"
    if threshold is None and classes is not None:
        if not classes.is_integer(band):
            raise InputError(
                f"{classes.name} holds no whole numbers; choose a class raster, or set THRESHOLD"
            )
        end = dangerous_end(classes, band, given.quantity("DANGER"), "DANGER")
    return ReleaseRule(
        classes,
        band,
        given.quantity("FROM_CLASS"),
        end,
        probability=probability,
        probability_band=given.band("PROBABILITY_BAND", probability) if probability is not None else 0,
        threshold=threshold,
        least_m2=given.quantity("RELEASE_AREA"),
    )


def _tell(found: ReleaseAreas, rule: ReleaseRule, given: Given) -> None:
    grid, info = rule.grid, given.progress.info
    area = sum(found.areas.field("area_m2"))
    info(f"{len(found.areas)} release areas, {area / 1e6:,.4g} km2 in all")
    if found.left_out:
        info(f"{found.left_out} smaller ones are left out (RELEASE_AREA)")
    given.progress.warning(f"{NO_RUN_OUT}: that is for a model of run-out to say")
    info(
        f"A model of run-out needs the DEM on the same grid: {grid.rows} x {grid.cols} cells of {grid.cell_width:g} x "
        f"{grid.cell_height:g}, {crs_name(grid.crs_wkt)}"
    )
    reference = spatial_reference(grid.crs_wkt)
    square = abs(grid.cell_width - grid.cell_height) <= 1e-6 * grid.cell_width
    if not square or (reference is not None and reference.IsGeographic()):
        given.progress.warning(
            "Models of run-out want square cells in metres; reproject the map (Warp) before you take its release areas"
        )
