"""No raster whose soil was fitted to the landslides of a training may take part in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...types.features import FeatureSet
from ...types.inventory_mark import marks_in, require_apart
from ..landslide_marks import landslide_marks
from .gather import TrainingSources


def require_not_fitted(sources: TrainingSources, inventory: FeatureSet, label_field: str) -> None:
    """Raise ``InputError`` naming the raster, and what it was to be, that knows landslides of the inventory.

    Training judges a model by landslides held out; a factor of safety from a soil fitted to all of them has seen
    these.

    Parameters
    ----------
    inventory : FeatureSet
    label_field : str
        Field with 1 for landslides and 0 for stable places; empty if all are landslides.
    """
    fitted = [found for found in _rasters(sources) if marks_in(found[2])]
    if not fitted:
        return
    marks = landslide_marks(inventory, label_field or None)
    for name, use, metadata in fitted:
        require_apart(metadata, marks, name, use)


def _rasters(sources: TrainingSources) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Name, use and metadata of every raster of a training."""
    for source in sources.factors.rasters:
        yield source.name, "a factor", source.metadata
    if sources.profile is not None:
        yield sources.profile.name, "the soil profile", sources.profile.metadata
    named = (
        ("the prior", sources.prior_pf),
        ("the prior", sources.prior_fs),
        ("the target", sources.targets),
    )
    for use, bands in named:
        if bands is not None:
            yield bands.source.name, use, bands.source.metadata
