"""What the band of the rain's fit does to probabilities: the model asked at both ends of the band."""

from __future__ import annotations

from typing import Optional

import numpy as np
import numpy.typing as npt

from ....errors import InputError
from ....io.raster import Band
from ....model.bundle.bundle import ModelBundle
from ....types.scenarios import TriggerScenarios
from .annual import annual_probability
from .context import Floats, MapContext
from .kind import Explanation, Look, MapKind, Output, Wide

RAIN_BAND = "rain_band"
CELLS_AT_ONCE = 32_768
ENDS = ("lower", "upper")
MEANING = (
    "The T-year rain is known from a record of some years: its band is that of the fit (bootstrap), all return "
    "periods at the same end. It is no part of the spread of the members, and holds no error of the gauge's place"
)
PHYSICS_STAYS = (
    ". The probability of failure, an input of the model, is that of the rain as fitted at both ends"
)


def has_band(context: MapContext) -> bool:
    """Whether the scenarios of a map carry a band of the rain, the same for all cells."""
    rain = context.triggers
    return rain is not None and rain.intensity_band_mm_h is not None and not context.rain_by_cell


def at_ends(
    bundle: ModelBundle,
    rain: TriggerScenarios,
    static: Floats,
    soil: Optional[Floats],
    failure: Optional[Floats] = None,
) -> tuple[Floats, Floats]:
    """Mean probabilities (scenarios, cells) with the rain of all scenarios at the lower and the upper end.

    A probability of failure (cells, scenarios) that the model has as an input is the same at both ends.
    """
    low, high = (bundle.predict(static, soil, rain.at_band(end), failure).mean().T for end in (0, 1))
    return low, high


def annual_at_ends(ends: tuple[Floats, Floats], rain: TriggerScenarios) -> Wide:
    """The lowest and highest bound (2, cells) of the probability a year over both ends of the band.

    Where P never falls with the rain these are low at the lower and high at the upper end.

    >>> band = np.array([[15.0, 40.0], [25.0, 70.0]])
    >>> rain = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[20.0], [55.0]]), band)
    >>> ends = np.array([[0.0], [0.25]], "f4"), np.array([[0.5], [1.0]], "f4")
    >>> annual_at_ends(ends, rain).ravel().round(6).tolist()
    [0.005, 0.55]
    """
    bounds = [annual_probability(end, rain.return_periods_yr)[:2] for end in ends]
    return np.stack([np.minimum(bounds[0][0], bounds[1][0]), np.maximum(bounds[0][1], bounds[1][1])])


def annual_ends(context: MapContext) -> Optional[Explanation]:
    """What the probability a year needs besides that of the scenarios; None without a band."""
    rain = context.triggers
    if rain is None or not has_band(context):
        return None

    def values(
        static: Floats, soil: Optional[Floats], _: Optional[Wide], failure: Optional[Floats]
    ) -> Floats:
        found = annual_at_ends(at_ends(context.bundle, rain, static, soil, failure), rain)
        return found.astype(np.float32)

    return Explanation(2, values, CELLS_AT_ONCE)


def beyond_training(bundle: ModelBundle, rain: TriggerScenarios) -> str:
    """Ends of the band outside the rain of the training, in words; empty if none is."""
    place = rain.columns.index("intensity_mm_h")
    least, most = (float(edge[place]) for edge in bundle.trigger_range)
    found = [
        f"{end} end of {name} is {rain.at_band(i)[s, place]:g}"
        for s, name in enumerate(rain.names)
        for i, end in enumerate(ENDS)
        if not least <= rain.at_band(i)[s, place] <= most
    ]
    return f"{'; '.join(found)}; intensity_mm_h was trained from {least:g} to {most:g}" if found else ""


def band_notes(context: MapContext) -> dict[str, str]:
    """Metadata of rasters that carry the band."""
    rain = context.triggers
    if rain is None or not has_band(context):
        return {}
    ends = zip(rain.names, *(rain.at_band(i)[:, rain.columns.index("intensity_mm_h")] for i in (0, 1)))
    notes = {
        "RAIN_BAND": "; ".join(f"{name}: intensity_mm_h {low:g} to {high:g}" for name, low, high in ends),
        "RAIN_BAND_MEANING": MEANING + (PHYSICS_STAYS if context.bundle.with_pf else ""),
    }
    beyond = beyond_training(context.bundle, rain)
    return {**notes, "RAIN_BAND_OUTSIDE_TRAINING": beyond} if beyond else notes


def _rain_with_band(context: MapContext) -> TriggerScenarios:
    if context.triggers is None:
        raise InputError(
            "The model was trained without trigger scenarios, so no rain moves it; leave the ends of the rain's "
            "band out"
        )
    if context.rain_by_cell:
        raise InputError(
            "Triggers that differ from cell to cell have no band of a fit; leave the ends of the rain's band out, or "
            "give a scenario table of numbers"
        )
    context.triggers.at_band(0)  # refuses a table without a band
    return context.triggers


def _ends(context: MapContext) -> Explanation:
    rain = _rain_with_band(context)

    def values(
        static: Floats, soil: Optional[Floats], _: Optional[Wide], failure: Optional[Floats]
    ) -> npt.NDArray[np.float32]:
        return np.concatenate(at_ends(context.bundle, rain, static, soil, failure))

    return Explanation(2 * len(rain.names), values, CELLS_AT_ONCE)


def _rain_band(path: str, context: MapContext) -> Output:
    rain = _rain_with_band(context)
    bands = tuple(
        Band(f"{name}, {end} end of the rain", "", {"QUANTITY": f"P at the {end} end of the rain's band"})
        for end in ENDS
        for name in rain.names
    )
    return Output(path, bands, lambda strip: strip.extras[RAIN_BAND], notes=band_notes(context))


KIND = MapKind(
    RAIN_BAND,
    "Susceptibility at the ends of the rain's band",
    "Mean probability with the rain of every scenario at the lower end of the band that its fit leaves, a band a "
    "scenario, then at the upper end. Needs these ends in the table of the training or in SCENARIOS, as 'Build trigger "
    "scenarios' writes them from annual maxima. Takes twice as long as the map itself.",
    _rain_band,
    Look("probability"),
    of_reference=False,
    explain=_ends,
)
