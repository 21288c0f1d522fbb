"""The soil profile of samples, read where they lie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ...io.profile import profile_at, profile_layout
from ...io.raster import RasterSource, require_marks_declared
from ...io.vector import inside_points, to_crs
from ...progress import SILENT, Progress
from ...types.arrays import Surface
from ...types.features import FeatureSet
from ...types.inventory_mark import marks_in, require_apart
from ...types.profile import ProfileColumns
from ..landslide_marks import landslide_marks


@dataclass(frozen=True)
class SampleSoil:
    """Soil of samples.

    Attributes
    ----------
    columns : ProfileColumns
    values : float32 array (samples, layers, properties)
        NaN where the raster has no value or does not reach.
    """

    columns: ProfileColumns
    values: Surface


def soil_of_samples(samples: FeatureSet, label: str, profile: str, progress: Progress = SILENT) -> SampleSoil:
    """The profile at each sample, which may be in another CRS; a sample beyond it or in a hole has none.

    Parameters
    ----------
    samples : FeatureSet
    label : str
        Field with 1 for landslides and 0 for stable places.
    profile : str
        Raster with the soil profile.
    progress : Progress

    Raises
    ------
    InputError
        The samples have no places, the raster is no soil profile or has a mark of no-data that is not declared, no
        sample lies on it, or its soil was calibrated on landslides of the samples.
    """
    with RasterSource(profile) as source:
        layout = profile_layout(source)
        require_marks_declared(source)
        if not all(samples.wkb):
            count = sum(not one for one in samples.wkb)
            raise InputError(
                f"{count} of {len(samples)} samples of {samples.name} have no place to read the soil profile at; give "
                "a layer of points, or leave PROFILE out"
            )
        if marks_in(source.metadata):
            require_apart(source.metadata, landslide_marks(samples, label), source.name, "the soil profile")
        xy, owner = inside_points(to_crs(samples, source.grid.crs_wkt))
        west, width, _, north, _, height = source.grid.geotransform
        places = np.floor((xy[:, ::-1] - (north, west)) / (height, width))
        inside = ((places >= 0) & (places < source.grid.shape)).all(axis=1)
        if not inside.any():
            raise InputError(
                f"No sample of {samples.name} lies on {source.name}; check the CRS of both, or leave PROFILE out"
            )
        columns = ProfileColumns(layout.layer_bottoms_m, layout.properties)
        values = np.full((len(samples), *columns.shape), np.nan, np.float32)
        rows, cols = places[inside].astype(np.intp).T
        values[owner[inside]] = profile_at(source, rows, cols)
        without = int((~np.isfinite(values).all(axis=(1, 2))).sum())
        if without:
            progress.warning(
                f"{without} of {len(samples)} samples have no whole soil profile in {source.name} and are left out"
            )
    return SampleSoil(columns, values)
