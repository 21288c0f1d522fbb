"""What a bundle says of its model: its record, its scores and its linear part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from ...errors import BundleError
from ...evaluation.metrics import corrected_interval
from ...evaluation.model_names import NAMES, is_relative
from ...samples.encoding import Encoder

MULTIPLES = "a relative intensity, r / (1 + r) with r in means of the area of the training (0.5 is that mean)"
OF = "@"
"""Between the family and the bundle of a model that has a namesake with other scores."""
ASSESSED = "physics_assessed"
"""Input of a model that has the probability of failure as one: whether slope physics could tell it there."""


@dataclass(frozen=True)
class ModelRecord:
    """Record and scores of a trained model.

    Attributes
    ----------
    record : mapping
        ``bundle.json``, checked against its hashes by who read it.
    metrics : mapping
        ``metrics.json``.
    """

    record: Mapping[str, Any]
    metrics: Mapping[str, Any]

    def __post_init__(self) -> None:
        for key in ("models", "validation"):
            if key not in self.metrics:
                raise BundleError(f"The model's metrics.json has no {key}; train the model again")

    @property
    def reference(self) -> str:
        """Name of the output that carries classes and scores.

        >>> ModelRecord({}, {"models": {}, "validation": {}, "reference_scenario": "T50"}).reference
        'T50'
        """
        return str(self.metrics.get("reference_scenario", "Susceptibility"))

    @property
    def probability_label(self) -> str:
        """What a colour bar or an axis of the probability is called."""
        name = self.value_name.capitalize()
        return f"{name}, {self.reference}" if self.has_scenarios else name

    @property
    def relative(self) -> bool:
        """Whether the model gives a relative intensity and no probability."""
        return is_relative(str(self.record.get("family", "")))

    @property
    def value_name(self) -> str:
        """What the values of the map are.

        >>> ModelRecord({"family": "presence_background"}, {"models": {}, "validation": {}}).value_name
        'relative intensity'
        """
        return "relative intensity" if self.relative else "probability"

    @property
    def has_scenarios(self) -> bool:
        """True if the model has one output a return period.

        >>> ModelRecord({}, {"models": {}, "validation": {}}).has_scenarios
        False
        """
        return bool(self.record.get("scenarios"))

    @property
    def family(self) -> str:
        """Key of the bundle's own model among those scored."""
        return str(self.record.get("family") or "ensemble")

    @property
    def paired(self) -> Optional[Mapping[str, float]]:
        """Mean and interval of the model minus logistic regression over folds, if they were compared."""
        pairs = self.metrics.get("paired", {})
        pair: Optional[Mapping[str, float]] = pairs.get(f"{self.family}_minus_logistic")
        return pair

    @property
    def coefficients(self) -> tuple[tuple[str, float], ...]:
        """Inputs and coefficients of the linear part; none if the model has no such part."""
        linear, encoder = self.record.get("linear"), self.record.get("encoder")
        if not linear or not encoder:
            return ()
        assessed = (ASSESSED,) if self.record.get("with_pf") else ()
        columns = (*Encoder.from_dict(encoder).columns, *assessed)
        if len(columns) != len(linear["factors"]):
            raise BundleError(
                f"The bundle's linear part has {len(linear['factors'])} coefficients for {len(columns)} inputs; "
                "train the model again"
            )
        return tuple((str(name), float(value)) for name, value in zip(columns, linear["factors"]))

    @property
    def bound_pairs(self) -> tuple[tuple[str, str, float], ...]:
        """Pairs of inputs that say the same, with their correlation; none if the training kept none."""
        pairs = (self.metrics.get("collinearity") or {}).get("pairs") or ()
        return tuple((str(one), str(other), float(r)) for one, other, r in pairs)

    @property
    def single_coefficients(self) -> tuple[tuple[str, float], ...]:
        """Those coefficients that can be read one by one: of inputs that no other says the same as."""
        bound = {name for pair in self.bound_pairs for name in pair[:2]}
        return tuple(row for row in self.coefficients if row[0] not in bound)

    def scored(self) -> list[str]:
        """Keys of the scored models: the bundle's own first, then its comparators.

        >>> ModelRecord({"family": "forest"}, {"models": {"logistic": {}, "forest": {}}, "validation": {}}).scored()
        ['forest', 'logistic']
        """
        models = self.metrics["models"]
        order = dict.fromkeys((self.family, "ensemble", "logistic", "physics_alone", *NAMES))
        return [key for key in order if key in models] + sorted(set(models) - set(order))

    def scores(self, model: str, which: str) -> Mapping[str, Any]:
        """Scores of a model: ``fit``, ``spatial`` or ``random``; empty if there are none."""
        scores: Optional[Mapping[str, Any]] = self.metrics["models"][model].get(which)
        return scores or {}

    def spatial_interval(self, model: str) -> tuple[float, float, float]:
        """Mean AUROC over spatial folds and its corrected 95 % interval; NaN ends for one fold.

        >>> scores = {"forest": {"spatial": {"auroc_mean": 0.8, "auroc_folds": [0.8]}}}
        >>> ModelRecord({}, {"models": scores, "validation": {"folds": 5}}).spatial_interval("forest")
        (0.8, nan, nan)
        """
        scored = self.scores(model, "spatial")
        folds = [float(value) for value in scored.get("auroc_folds", [])]
        share = 1.0 / float(self.metrics["validation"]["folds"])
        if "auroc_low" in scored:
            return float(scored["auroc_mean"]), float(scored["auroc_low"]), float(scored["auroc_high"])
        if len(folds) < 2:
            return float(scored.get("auroc_mean", np.nan)), np.nan, np.nan
        weights = scored.get("fold_weights")
        parts = None if weights is None else np.asarray(weights, dtype=np.float64)
        mean, low, high = corrected_interval(folds, share, weights=parts)
        return mean, max(low, 0.0), min(high, 1.0)


def model_name(key: str) -> str:
    """Readable name of a scored model.

    >>> model_name("logistic"), model_name("random_forest"), model_name("stack@of_last_year")
    ('Logistic regression', 'Random forest', 'Stacked mean (of_last_year)')
    """
    family, _, bundle = key.partition(OF)
    name = NAMES.get(family, family.replace("_", " ").capitalize())
    return f"{name} ({bundle})" if bundle else name
