"""Probability, ensemble band and factor of safety of chosen points over the return period of the rain."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.assessed import assessed_probability, assessed_safety, require_probability
from ...io.factors import FactorSources
from ...io.profile import profile_at
from ...io.raster import RasterSource, require_marks_declared, require_on_grid
from ...io.scenario_raster import ScenarioRaster
from ...io.table import csv_text
from ...io.triggers import MapScenarios, TriggerRaster, TriggerSources, Where
from ...io.vector import geometry_type, points, to_crs
from ...model.bundle.bundle import ModelBundle
from ...model.inference import sums
from ...model.inference.prediction import Prediction
from ...progress import Progress
from ...types.features import FeatureSet
from ...types.scenarios import TriggerScenarios
from ...writing.temporary import temporary_folder
from ..mapping.kinds.annual import annual_probability, why_no_annual
from ..mapping.kinds.rain_band import annual_at_ends, at_ends
from ..mapping.physics_input import failure_bands, failure_note
from ..mapping.request import MapOptions, check_cell_size, trained_range, trigger_notes, triggers_to_map

HEADER = (
    "point",
    "x",
    "y",
    "scenario",
    "return_period_yr",
    "probability",
    "lowest_member",
    "highest_member",
    "standard_deviation",
    "factor_of_safety",
    "annual_low",
    "annual_high",
    "annual_outside_table",
    "probability_rain_low",
    "probability_rain_high",
    "annual_low_rain_band",
    "annual_high_rain_band",
)


@dataclass(frozen=True)
class HazardCurves:
    """Curves of points.

    Attributes
    ----------
    xy : float64 array (points, 2)
        In the rasters' CRS.
    labels : tuple of str
    scenarios : TriggerScenarios
    probability : float32 array (members, points, scenarios)
        NaN where a point has no data.
    factor_of_safety : float32 array (points, scenarios) or None
        NaN where physics assessed nothing.
    annual : float64 array (3, points) or None
        Landslide probability a year: low, high, and the part of high that storms outside the table have; None where
        model or scenarios do not carry it.
    weights : float64 array (members,) or None
        What each member counts, 1 in all; None where all count alike.
    rain_band : float32 array (2, points, scenarios) or None
        Mean probability at the lower and upper end of the rain's band; None where the scenarios have none.
    annual_band : float64 array (2, points) or None
        Low and high of the probability a year with that band.
    """

    xy: npt.NDArray[np.float64]
    labels: tuple[str, ...]
    scenarios: TriggerScenarios
    probability: npt.NDArray[np.float32]
    factor_of_safety: Optional[npt.NDArray[np.float32]] = None
    annual: Optional[npt.NDArray[np.float64]] = None
    weights: Optional[npt.NDArray[np.float64]] = None
    rain_band: Optional[npt.NDArray[np.float32]] = None
    annual_band: Optional[npt.NDArray[np.float64]] = None

    def mean(self) -> npt.NDArray[np.float64]:
        """Mean probability (points, scenarios) over the members."""
        return sums.mean(self.probability, np.float64, self.weights)

    def table(self) -> str:
        """One row a point and scenario, as CSV; missing values are empty, figures a year those of the point."""
        rows: list[tuple[str, ...]] = [HEADER]
        means = self.mean()
        spread = sums.deviation(self.probability.astype(np.float64), self.weights)
        for i, label in enumerate(self.labels):
            a_year = (np.nan,) * 3 if self.annual is None else self.annual[:, i]
            widened = (np.nan,) * 2 if self.annual_band is None else self.annual_band[:, i]
            for s, name in enumerate(self.scenarios.names):
                p = self.probability[:, i, s].astype(np.float64)
                safety = np.nan if self.factor_of_safety is None else self.factor_of_safety[i, s]
                period = self.scenarios.return_periods_yr[s]
                ends = (np.nan,) * 2 if self.rain_band is None else self.rain_band[:, i, s]
                numbers = (means[i, s], p.min(), p.max(), spread[i, s], safety, *a_year, *ends, *widened)
                place = (f"{self.xy[i, 0]:.10g}", f"{self.xy[i, 1]:.10g}")
                rows.append((label, *place, name, f"{period:g}", *map(_number, numbers)))
        return csv_text(rows)


def _number(value: float) -> str:
    return f"{value:.6g}" if np.isfinite(value) else ""


def hazard_curves(
    bundle: ModelBundle,
    factors: FactorSources,
    profile: Optional[RasterSource],
    scenarios: Optional[MapScenarios],
    safety: Optional[str],
    features: FeatureSet,
    label_field: Optional[str],
    progress: Progress,
    failure: Optional[RasterSource] = None,
) -> HazardCurves:
    """Curves of a bundle at points.

    Parameters
    ----------
    profile : RasterSource, optional
        Required if the bundle was trained with a soil profile.
    scenarios : MapScenarios, optional
        Those of the training if None. Where they name rasters, each point takes the values of its cell.
    safety : str, optional
        Path of a factor of safety raster with a band for each scenario.
    label_field : str, optional
        Field that names the points; their number otherwise.
    failure : RasterSource, optional
        Probability of failure with a band for each scenario, for a model that has it as an input.

    Raises
    ------
    InputError
        A model without scenarios, no point on the rasters, or a missing factor or profile.
    """
    rasters = scenarios.rasters if scenarios else {}
    triggers = _triggers(bundle, scenarios)
    specs = factors.select(bundle.factors)
    for line in factors.match_words:
        progress.info(line)
    notes = check_cell_size(bundle, factors.grid, MapOptions(any_cell_size=True))
    for note in (*notes.values(), *failure_note(bundle, failure).values()):
        progress.warning(note)
    xy, rows, cols, owner = _cells(features, factors, progress)
    static = factors.values_at(specs, rows, cols)
    factors.require_declared_at(specs, static)
    soil = _soil_at(bundle, factors, profile, (rows, cols))
    rain = triggers.values
    if rasters:
        rain = _rain_at(triggers, rasters, factors, (rows, cols), progress)
        _warn_of_rain(bundle, rain, progress)
    elif "TRIGGERS_OUTSIDE_TRAINING" in (beyond := trigger_notes(bundle, triggers)):
        progress.warning(beyond["TRIGGERS_OUTSIDE_TRAINING"])
    chance = _failure_at(bundle, factors, failure, triggers, (rows, cols))
    prediction = bundle.predict(static, soil, rain, chance)
    empty = int(np.isnan(prediction.probability[0, :, 0]).sum())
    if empty:
        progress.warning(
            f"{empty} of {len(rows)} points lie where a factor, the soil or the rain has no data; their curves are "
            "empty"
        )
    labels = _labels(features, label_field, owner)
    annual = _annual(bundle, triggers, prediction, progress)
    fs = None
    if safety:
        with ScenarioRaster.open(safety, triggers, factors.grid) as raster:
            fs = assessed_safety(raster.values_at(rows, cols), raster.source.metadata)
    p, weights = prediction.probability, prediction.weights
    found = HazardCurves(xy, labels, triggers, p, factor_of_safety=fs, annual=annual, weights=weights)
    return found if rasters else _with_band(found, bundle, static, soil, chance)


def _triggers(bundle: ModelBundle, scenarios: Optional[MapScenarios]) -> TriggerScenarios:
    """Storms of the curves; refused where the model gives no probability or knows no storms."""
    if bundle.facts.relative:
        raise InputError(
            "The model gives a relative intensity, which is no probability and has no curve over T"
        )
    triggers = triggers_to_map(bundle, scenarios.table if scenarios else None)
    if triggers is None:
        raise InputError(
            "The model was trained without trigger scenarios, so it has no curve over the return period; "
            "train one with a scenario table"
        )
    return triggers


def _soil_at(
    bundle: ModelBundle,
    factors: FactorSources,
    profile: Optional[RasterSource],
    cells: tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]],
) -> Optional[npt.NDArray[np.float32]]:
    """Soil profiles (points, layers, properties) for a model that was trained with them, else None."""
    if bundle.profile is None:
        return None
    if profile is None:
        raise InputError("The model was trained with a soil profile; give the soil profile raster too")
    require_on_grid(factors.grid, profile)
    require_marks_declared(profile)
    return profile_at(profile, *cells)


def _failure_at(
    bundle: ModelBundle,
    factors: FactorSources,
    source: Optional[RasterSource],
    triggers: TriggerScenarios,
    cells: tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]],
) -> Optional[npt.NDArray[np.float32]]:
    """Probability of failure (points, scenarios) for a model that has it as an input, else None."""
    if source is None or not bundle.with_pf:
        return None
    require_on_grid(factors.grid, source)
    found = source.values_at(*cells, failure_bands(source, triggers.names))
    require_probability(found, source.name)
    return assessed_probability(found, source.metadata)


def _labels(features: FeatureSet, label_field: Optional[str], owner: npt.NDArray[np.intp]) -> tuple[str, ...]:
    """Names of the points by a field, else their numbers."""
    names = features.field(label_field) if label_field else range(1, len(features) + 1)
    return tuple(str(names[i]) for i in owner)


def _with_band(
    found: HazardCurves,
    bundle: ModelBundle,
    static: npt.NDArray[np.float32],
    soil: Optional[npt.NDArray[np.float32]],
    failure: Optional[npt.NDArray[np.float32]] = None,
) -> HazardCurves:
    """The curves with what the band of the rain does to them, where the scenarios carry one."""
    rain, annual = found.scenarios, found.annual
    if rain.intensity_band_mm_h is None:
        return found
    ends, widened = at_ends(bundle, rain, static, soil, failure), None
    if annual is not None:
        low, high = annual_at_ends(ends, rain)
        widened = np.stack([np.minimum(annual[0], low), np.maximum(annual[1], high)])
    return replace(found, rain_band=np.swapaxes(np.stack(ends), 1, 2), annual_band=widened)


def _annual(
    bundle: ModelBundle, triggers: TriggerScenarios, prediction: Prediction, progress: Progress
) -> Optional[npt.NDArray[np.float64]]:
    """Figures a year (3, points), as maps have them; None, and why in the log, where they would claim too much."""
    reason = why_no_annual(triggers, bundle.facts)
    if reason:
        progress.info(f"Without a landslide probability a year, which would claim too much: {reason}")
        return None
    return np.stack(annual_probability(prediction.mean().T, triggers.return_periods_yr))


def _warn_of_rain(bundle: ModelBundle, rain: npt.NDArray[np.float64], progress: Progress) -> None:
    """Count the points whose own triggers leave the range of the training."""
    low, high = trained_range(bundle)
    beyond = ((rain < low) | (rain > high)).any(axis=(1, 2))
    if beyond.any():
        progress.warning(
            f"{int(beyond.sum())} of {len(rain)} points have triggers outside the range of the training"
        )


def _rain_at(
    triggers: TriggerScenarios,
    rasters: Mapping[Where, TriggerRaster],
    factors: FactorSources,
    cells: tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]],
    progress: Progress,
) -> npt.NDArray[np.float64]:
    """Triggers (points, scenarios, columns) of the points' cells."""
    with ExitStack() as stack:
        folder = stack.enter_context(temporary_folder())
        rain = stack.enter_context(TriggerSources(triggers, rasters, factors.grid, folder, progress))
        return rain.values_at(*cells)


def _cells(
    features: FeatureSet, factors: FactorSources, progress: Progress
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    if geometry_type(features) != "point":
        raise InputError(
            f"{features.name} holds no points; give a layer of points, for polygons those of 'Point on surface'"
        )
    xy, owner = points(to_crs(features, factors.grid.crs_wkt))
    cells = np.array([factors.grid.cell_of(x, y) for x, y in xy], dtype=np.intp).reshape(-1, 2)
    inside = ((cells >= 0) & (cells < np.array(factors.grid.shape))).all(axis=1)
    if not inside.any():
        raise InputError(
            f"None of the {len(xy)} points lies on the factor rasters; check the layer and its CRS"
        )
    if not inside.all():
        progress.warning(
            f"{int((~inside).sum())} of {len(xy)} points lie beside the rasters and are left out"
        )
    return xy[inside], cells[inside, 0], cells[inside, 1], owner[inside]
