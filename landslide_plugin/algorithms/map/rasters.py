"""The rasters that a map consists of, as outputs of an algorithm: their paths, styles and what is told of them."""

import math
import os
from collections.abc import Mapping
from typing import Any, Optional

from qgis.core import QgsProcessingContext

from ...core.model.bundle.bundle import ModelBundle
from ...core.progress import Progress
from ...core.styles import codes
from ...core.workflows.mapping.kinds.kind import MapKind
from ...core.workflows.mapping.kinds.table import KINDS
from ...core.workflows.mapping.run import MapSummary
from ..styles import rasters as styles
from ..styles.tree import LAYER_GROUP, TreePlace

FEWEST_CLASSES = 4
FIRST = ("CLASSES", "PROBABILITY")
RASTERS = {kind.key: kind for kind in KINDS.values()}
RELATIVE = {
    "PROBABILITY": "Relative intensity, no probability",
    "CLASSES": "Classes of relative intensity, no probability",
}
"""What layers are called where the model gives no probability."""
MAIN = {key: kind for key, kind in RASTERS.items() if kind.main}
MORE = {key: kind for key, kind in RASTERS.items() if not kind.main}
FILES = {key: f"{kind.name}.tif" for key, kind in MORE.items()}
"""Names of the further maps in a folder."""


def style(
    paths: dict[str, str],
    bundle: ModelBundle,
    names: tuple[str, ...],
    reference: int,
    context: QgsProcessingContext,
    palette: str = "default",
    group: str = LAYER_GROUP,
) -> None:
    """Write the style of every raster, name its layer after the reference scenario it shows, and put it in order.

    Classes come first, and are all that is drawn; then the probability.
    """
    order = sorted(paths, key=lambda key: FIRST.index(key) if key in FIRST else len(FIRST))
    for rank, key in enumerate(order):
        path = paths[key]
        kind = RASTERS[key]
        _draw(path, kind, bundle, reference, palette)
        plain = bundle.scenarios is None or not kind.of_reference
        said = RELATIVE.get(key, kind.label) if bundle.facts.relative else kind.label
        name = said if plain else f"{said}, {names[reference]}"
        place = TreePlace(group, rank, visible=rank == 0)
        styles.show(context, os.path.abspath(path), kind.label, name, place, kind=kind.name)


def _draw(path: str, kind: MapKind, bundle: ModelBundle, reference: int, palette: str) -> None:
    look = kind.look_of(bundle)
    if look.way == "classes":
        told = [RELATIVE["CLASSES"]] if bundle.facts.relative else []
        told += [bundle.facts.doubt] if bundle.facts.doubt else []
        styles.write_class_style(path, palette, bundle.class_cuts, "; ".join(told))
    elif look.way == "probability" and bundle.facts.relative:
        styles.write_ramp_style(path, "relative_intensity", reference + 1)
    elif look.way == "probability":
        styles.write_probability_style(path, reference + 1)
    elif look.way == "codes":
        styles.write_palette_style(path, codes(look.entry))
    else:
        styles.write_ramp_style(path, look.entry, look.band, look.limits, kind.unit)


def landslide_shares(settings: Mapping[str, Any]) -> Optional[tuple[float, ...]]:
    """Shares of the held-out landslides, from Very low up, that set a model's cut points.

    None unless its settings tell all.
    """
    upper = [settings.get(f"share_{name}") for name in ("low", "moderate", "high", "very_high")]
    given = [float(share) for share in upper if share is not None]
    return (1.0 - sum(given), *given) if len(given) == len(upper) else None


def class_table(summary: MapSummary, bundle: ModelBundle) -> dict[str, dict[str, float]]:
    """Share of the mapped area in each class, and of the landslides held out in training.

    Their ratio is no density: landslides of the training and area of the map are of two places, or of two samples
    of one. A density needs an inventory of the mapped area.
    """
    landslides = landslide_shares(bundle.facts.settings or {})
    table = {}
    for i, (_, name, _) in enumerate(styles.classes()):
        area = float(summary.share_per_class[i])
        table[name] = {"area_share": round(area, 6)}
        if landslides:
            table[name]["landslide_share"] = round(landslides[i], 6)
    return table


def tell(summary: MapSummary, table: dict[str, dict[str, float]], progress: Progress) -> None:
    """Log what was mapped and what each class holds."""
    progress.info(f"{summary.mapped_cells} cells mapped, {summary.no_data_cells} left empty for want of data")
    if summary.unseen_category_cells:
        progress.warning(
            f"{summary.unseen_category_cells} cells have a category the model has not seen; they are left empty"
        )
    if summary.nearest_class_cells:
        progress.warning(
            f"{summary.nearest_class_cells} cells have a category the model has not seen; they are mapped as the "
            "nearest known class, and the area of applicability shows them as outside"
        )
    for (name, row), cells in zip(table.items(), summary.cells_per_class):
        text = f"{name}: {100 * row['area_share']:.1f} % of the area"
        if math.isfinite(summary.cell_area_km2):
            text += f" ({cells * summary.cell_area_km2:.2f} km2)"
        if "landslide_share" in row:
            text += f"; in training {100 * row['landslide_share']:.0f} % of the landslides held out"
        progress.info(text)
    occurring = [row for row in table.values() if row["area_share"] > 0]
    if len(occurring) < FEWEST_CLASSES:
        progress.warning(f"Only {len(occurring)} of the five classes occur in the mapped area")
    progress.info(
        "How dense landslides are in each class, an inventory of the mapped area tells: 'Judge any map', or the report"
    )
