"""What a user may set for training, checked once against the table of quantities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Optional, Union

from ...errors import InputError
from ...quantities import QUANTITIES
from ...quantities.sizes.network import network_size
from ..inference.architecture import STACKS


@dataclass(frozen=True)
class TrainSettings:
    """Settings of a training run; names, ranges, defaults and help are those of the quantities.

    Examples
    --------
    >>> TrainSettings.from_dict({"members": 3}).members
    3
    >>> TrainSettings.from_dict({"stack": "all"}).stacks
    ('cross_hierarchical', 'cross', 'hierarchical')
    >>> TrainSettings.from_dict({"members": 0})
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: Members per attention stack is 0; allowed: 1 to 50
    """

    cv_folds: int
    cv_repeats: int
    network_repeats: int
    cv_members: int
    cv_idle: str
    random_cv: str
    fold_scheme: str
    block_m: Optional[float]
    fold_buffer_m: float
    calibration: str
    coverage: float
    seed: int
    members: int
    stack: str
    architecture: str
    embed_dim: int
    hidden_units: int
    heads: int
    dropout: float
    epochs: int
    patience: int
    batch_size: int
    learning_rate: float
    weight_decay: float
    ridge: float
    class_weight: str
    prevalence: Optional[float]
    physics_loss: str
    physics_lambda: float
    physics_warmup: int
    fs_margin: float
    order_weight: float
    trigger_order: str
    monotone_weight: float
    focal_gamma: float
    lambda_search: str
    degenerate_prior: str
    bivariate_method: str
    class_rule: str
    class_count: int
    class_limits: str
    share_very_high: float
    share_high: float
    share_moderate: float
    share_low: float

    def __post_init__(self) -> None:
        upper = sum(self.class_shares[1:])
        if upper >= 1.0:
            raise InputError(
                f"The landslide shares of the classes Low to Very high make {upper:.3g}; "
                "they must leave a rest for Very low, so their sum must be under 1"
            )

    @classmethod
    def from_dict(cls, given: Mapping[str, Any], samples: Optional[int] = None) -> TrainSettings:
        """Defaults of the table, overridden by ``given``; unknown names and values are refused.

        The networks' width and how they are trained go by the number of samples where it is not given; without that
        number they are those of many.

        >>> few, many = (TrainSettings.from_dict({"epochs": 7}, samples) for samples in (350, 100_000))
        >>> few.batch_size < many.batch_size, few.epochs, many.epochs
        (True, 7, 7)
        """
        names = [field.name for field in fields(cls)]
        unknown = sorted(set(given) - set(names))
        if unknown:
            raise InputError(f"Unknown training setting {', '.join(unknown)}; known: {', '.join(names)}")
        usual = network_size(samples).defaults()
        wanted = {name: usual.get(name) if given.get(name) is None else given[name] for name in names}
        return cls(**{name: _value(name, wanted[name]) for name in names})

    def to_dict(self) -> dict[str, Union[int, float, str, None]]:
        """Plain values by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def size_words(self, samples: int) -> str:
        """How the networks are made and trained, and what of it was given rather than taken by the number of samples.

        >>> TrainSettings.from_dict({"epochs": 7, "dropout": 0.3}, 350).size_words(350).split("; ")[1]
        "given: 'Dropout', 'Epochs, at most'"
        """
        usual = network_size(samples)
        own = {name: getattr(self, name) for name in usual.defaults()}
        given = [
            f"'{QUANTITIES[name].label}'" for name, value in own.items() if value != usual.defaults()[name]
        ]
        told = f"given: {', '.join(given)}" if given else "by their number"
        return f"Networks ({samples} samples): {replace(usual, **own).words()}; {told}"

    @property
    def stacks(self) -> tuple[str, ...]:
        """Attention stacks to train."""
        return STACKS if self.stack == "all" else (self.stack,)

    @property
    def residual(self) -> bool:
        """True if the network adds to a base instead of standing alone."""
        return self.architecture != "plain"

    @property
    def class_shares(self) -> tuple[float, ...]:
        """Landslide shares of the five classes, from Very low to Very high."""
        upper = (self.share_low, self.share_moderate, self.share_high, self.share_very_high)
        return (1.0 - sum(upper), *upper)


TEXTS = ("class_limits",)


def _value(name: str, given: Any) -> Any:
    if name in TEXTS:
        return str(given or "")
    quantity = QUANTITIES[name]
    value = quantity.default if given is None else given
    if value is None:
        return None
    checked = quantity.check(value)
    if quantity.choices:
        return checked
    return int(checked) if quantity.integer else float(checked)
