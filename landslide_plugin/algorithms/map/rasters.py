"""The rasters that a map consists of: how they are called, what they show and how they look."""

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Callable, Optional

from qgis.core import QgsProcessingContext

from ...core.model.bundle.bundle import ModelBundle
from ...core.model.explain.attribution import groups_of
from ...core.progress import Progress
from ...core.styles import codes
from ...core.workflows.mapping.outputs import MapTargets
from ...core.workflows.mapping.run import MapSummary
from ..styles import rasters as styles

Style = Callable[[str, ModelBundle, int, str], None]
FEWEST_CLASSES = 4


def _ramp(name: str, band: int = 1, limits: tuple = (), unit: str = "") -> Style:
    return lambda path, bundle, reference, palette: styles.write_ramp_style(
        path, name, band, limits or None, unit
    )


def _codes(colours: styles.Codes) -> Style:
    return lambda path, bundle, reference, palette: styles.write_palette_style(path, colours)


def _classes(path: str, bundle: ModelBundle, reference: int, palette: str) -> None:
    styles.write_class_style(path, palette, bundle.class_cuts)


def _probability(path: str, bundle: ModelBundle, reference: int, palette: str) -> None:
    styles.write_susceptibility_style(path, bundle.class_cuts, reference + 1, palette)


def _attribution(path: str, bundle: ModelBundle, reference: int, palette: str) -> None:
    styles.write_ramp_style(path, "difference", len(groups_of(bundle)) + 1, (-3.0, 3.0), "logit")


def _model_depth(path: str, bundle: ModelBundle, reference: int, palette: str) -> None:
    deepest = bundle.profile.layer_bottoms_m[-1] if bundle.profile else 1.0
    styles.write_ramp_style(path, "depth", 1, (0.0, deepest), "m")


@dataclass(frozen=True)
class Shown:
    """One raster of a map.

    ``field`` is its name among the targets; ``of_reference`` says that it shows the reference scenario.
    """

    field: str
    label: str
    help: str
    style: Style
    of_reference: bool = True


MAIN = {
    "PROBABILITY": Shown(
        "probability",
        "Susceptibility (probability)",
        "Mean probability of the members, a band a scenario.",
        _probability,
    ),
    "CLASSES": Shown(
        "classes",
        "Susceptibility classes",
        "Five classes of the reference scenario, 1 Very low to 5 Very high, 0 no-data.",
        _classes,
    ),
    "UNCERTAINTY": Shown(
        "spread",
        "Ensemble standard deviation",
        "Standard deviation of the members in the reference scenario.",
        _ramp("spread", 1, (0.0, 0.25)),
    ),
}
MORE = {
    "AGREEMENT": Shown(
        "agreement",
        "Ensemble agreement",
        "Band 1: share of members in the class of the mean. Band 2: share on its side of the threshold that was "
        "tuned in training.",
        _ramp("agreement"),
    ),
    "FLIPS": Shown(
        "flips",
        "Class flips",
        "Band 1: share of members whose class is not that of the mean. Band 2: share of the other scenarios whose "
        "class is not that of the reference scenario.",
        _ramp("flips"),
    ),
    "MEMBER_CLASSES": Shown(
        "member_classes",
        "Lowest and highest class of the members",
        "Lowest and highest class that any member gives in the reference scenario.",
        _classes,
    ),
    "ENTROPY": Shown(
        "entropy",
        "Entropy and its parts",
        "Three bands, in bits: entropy of the mean, its aleatoric part, which no further member would "
        "lessen, and its epistemic part, which is the members' disagreement.",
        _ramp("spread", 1, (0.0, 1.0), "bit"),
    ),
    "DECISION": Shown(
        "decision",
        "Decision",
        "Conformal sets of the reference scenario: 1 stable, 2 undecided, 3 landslide, 0 no-data. Each class is "
        "held with the coverage set in training, as long as the area is like that of the samples.",
        _codes(codes("decision")),
    ),
    "APPLICABILITY": Shown(
        "applicability",
        "Area of applicability",
        "Band 1: dissimilarity index to the training data. Band 2: 1 inside the area of "
        "applicability, 0 outside (Meyer and Pebesma 2021).",
        _ramp("applicability", 2),
        False,
    ),
    "ATTRIBUTION": Shown(
        "attribution",
        "Reasons by group of factors",
        "What terrain, hydrology, geology, land cover, soil and trigger add to the log odds of each cell, a band a "
        "group, and a last band with their sum: the distance from the mean over typical cells of the training. "
        "Takes some 30 times as long as the map itself.",
        _attribution,
    ),
    "MODEL_DEPTH": Shown(
        "model_depth",
        "Depth the model looks at",
        "Middle of the soil layer (m) that moves the log odds of a cell most, its number, its share of all layers' "
        "effects and the share of members that name it. A diagnostic of the model, no failure plane.",
        _model_depth,
    ),
    "RETURN_PERIOD": Shown(
        "return_period",
        "Return period at threshold",
        "Band 1: shortest return period of the rain at which the probability reaches the model's "
        "threshold. Band 2: 1 reached at the shortest already, 2 between two, 3 not up to the longest.",
        _ramp("return_period"),
        False,
    ),
    "ANNUAL": Shown(
        "annual",
        "Annual probability (lower bound)",
        "Probability over the annual exceedance of the rain; a lower bound, since rain below the shortest "
        "return period is not counted. For models of a dated inventory only.",
        _ramp("spread", 1, (0.0, 0.1), "1/yr"),
        False,
    ),
    "CONSISTENCY": Shown(
        "consistency",
        "Model against physics",
        "1 both stable, 2 both unstable, 3 unstable by the model only, 4 by the physics only (FS "
        "below 1); needs the factor of safety raster.",
        _codes(codes("consistency")),
    ),
}
RASTERS = {**MAIN, **MORE}


def targets(paths: dict[str, str]) -> MapTargets:
    """The targets of a run from the paths of its outputs."""
    return MapTargets(**{RASTERS[key].field: path for key, path in paths.items()})


def style(
    paths: dict[str, str],
    bundle: ModelBundle,
    names: tuple[str, ...],
    reference: int,
    context: QgsProcessingContext,
    palette: str = "default",
) -> None:
    """Write the style of every raster and name its layer after the reference scenario it shows."""
    for key, path in paths.items():
        shown = RASTERS[key]
        shown.style(path, bundle, reference, palette)
        plain = bundle.scenarios is None or not shown.of_reference
        name = shown.label if plain else f"{shown.label}, {names[reference]}"
        styles.show(context, os.path.abspath(path), shown.label, name)


def landslide_shares(settings: Mapping[str, Any]) -> Optional[tuple[float, ...]]:
    """Shares of the landslides held out in training, from Very low up, that set a model's cut points; None unless
    its settings tell all."""
    upper = [settings.get(f"share_{name}") for name in ("low", "moderate", "high", "very_high")]
    given = [float(share) for share in upper if share is not None]
    return (1.0 - sum(given), *given) if len(given) == len(upper) else None


def class_table(summary: MapSummary, bundle: ModelBundle) -> dict[str, dict[str, float]]:
    """Share of the area and of the held-out landslides in each class, and their ratio."""
    landslides = landslide_shares(bundle.facts.settings or {})
    found = {}
    for i, (_, name, _) in enumerate(styles.classes()):
        area = float(summary.share_per_class[i])
        found[name] = {"area_share": round(area, 6)}
        if landslides:
            ratio = float(landslides[i]) / area if area else 0.0
            found[name].update(landslide_share=round(landslides[i], 6), density_ratio=round(ratio, 4))
    return found


def tell(summary: MapSummary, table: dict[str, dict[str, float]], progress: Progress) -> None:
    """Log what was mapped and what each class holds."""
    progress.info(f"{summary.mapped_cells} cells mapped, {summary.no_data_cells} left empty for want of data")
    if summary.unseen_category_cells:
        progress.warning(
            f"{summary.unseen_category_cells} cells have a category the model has not seen; they are left empty"
        )
    for (name, row), cells in zip(table.items(), summary.cells_per_class):
        text = f"{name}: {100 * row['area_share']:.1f} % of the area"
        if math.isfinite(summary.cell_area_km2):
            text += f" ({cells * summary.cell_area_km2:.2f} km2)"
        if "landslide_share" in row:
            text += f", {100 * row['landslide_share']:.0f} % of the landslides held out in training"
            text += f", density ratio {row['density_ratio']:.2f}" if row["area_share"] else ""
        progress.info(text)
    occurring = [row for row in table.values() if row["area_share"] > 0]
    if len(occurring) < FEWEST_CLASSES:
        progress.warning(f"Only {len(occurring)} of the five classes occur in the mapped area")
    ratios = [row["density_ratio"] for row in occurring if "density_ratio" in row]
    if any(high <= low for low, high in zip(ratios, ratios[1:])):
        progress.warning(
            "The density of landslides does not rise from class to class: the mapped area is unlike that of the "
            "samples, or the model does not tell the classes apart"
        )
