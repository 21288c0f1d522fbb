"""What is learnt from samples before any network: scalers, linear part, offsets, blocks, prior scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Optional, Union

import numpy as np
import numpy.typing as npt

from ...samples.encoding import Encoder
from ...samples.scaling import ProfileScaler, TriggerScaler
from ...types.odds import share_log_odds
from ..bivariate.classing import Classing, given_limits
from ..bivariate.counting import BivariateRecipe
from ..families.additive import AdditivePart
from ..families.base_rows import BaseRows
from ..families.ensemble import Ensemble
from ..families.labelled_rows import LabelledRows
from ..families.linear import LinearPart, constant_part
from ..network.training_arrays import TrainingArrays
from .data import Cells, TrainingData
from .labels import Known, at_columns, known_of
from .prior import PriorScale, fit_scale, meets_both_kinds, physics_targets
from .settings import TrainSettings
from .spread import CompactParts, parts_to_leave_out, spread_bases

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Curves = Union[LinearPart, AdditivePart]


@dataclass(frozen=True)
class Preparation:
    """Samples ready for the networks.

    Attributes
    ----------
    base : Ensemble
        Without members.
    triggers : float32 array (scenarios, k) or (n, scenarios, k)
        Scaled; each sample's own where rasters give them.
    samples : TrainingArrays
    extra : TrainingArrays or None
        Unlabelled cells.
    compact : CompactParts
        The samples parted in space.
    share : float
    parts : mapping of int to LinearPart or AdditivePart
        Base fitted without each block, where the rest holds both classes; empty for a plain network.
    classes : BivariateRecipe
        How bivariate methods cut and count, with the ground of these samples.
    background : float32 array (m, p) or None
        Raw factors of cells of the area, that a presence-background model holds landslides against.
    """

    base: Ensemble
    triggers: Floats
    samples: TrainingArrays
    extra: Optional[TrainingArrays]
    compact: CompactParts
    share: float
    parts: Mapping[int, Curves] = field(default_factory=dict)
    classes: BivariateRecipe = field(default_factory=BivariateRecipe)
    background: Optional[Floats] = None

    @property
    def blocks(self) -> npt.NDArray[np.intp]:
        """Compact part (n,) of each sample."""
        return self.compact.blocks

    @property
    def held_out(self) -> tuple[int, ...]:
        """Blocks that hold both classes, to stop training on."""
        return self.compact.of_both_classes


def prepare(data: TrainingData, settings: TrainSettings) -> Preparation:
    """Learn all that comes before the networks, from these samples alone."""
    rows = _rows(data, settings)
    base, triggers, samples, extra = rows.base, rows.triggers, rows.samples, rows.extra
    compact = CompactParts(data, settings.seed)
    parts: dict[int, Curves] = {}
    if settings.residual:
        blocks = compact.blocks
        recipe = _BaseRecipe(settings, triggers, extra)
        linear = recipe.fit(samples)
        parts = replace(recipe, start=linear).without_blocks(samples, blocks)
        samples = _with_offsets(samples, triggers, blocks, linear, parts)
        if extra is not None:
            offset = linear.logit(extra.static, extra.profile, extra.steps(triggers))
            extra = replace(extra, offset=offset.astype(np.float32))
        base = replace(base, linear=linear)
    return Preparation(
        base=base,
        triggers=triggers,
        samples=samples,
        extra=extra,
        compact=compact,
        share=rows.share,
        parts=parts,
        classes=bivariate_recipe(data, settings),
        background=None if data.background is None else data.background.static,
    )


def bivariate_recipe(data: TrainingData, settings: TrainSettings) -> BivariateRecipe:
    """How bivariate methods cut and count, by the settings and on the ground of these samples."""
    limits = given_limits(settings.class_limits)
    classing = Classing(settings.class_rule, settings.class_count, limits)
    return BivariateRecipe(settings.bivariate_method, classing, data.ground)


def fit_base(data: TrainingData, settings: TrainSettings, start: Optional[Curves] = None) -> Ensemble:
    """The base alone, an ensemble without networks; everything learnt comes from these samples.

    A base fitted to nearly the same is where the fit may ``start``.
    """
    rows = _rows(data, settings)
    part = _BaseRecipe(settings, rows.triggers, rows.extra, start=start).fit(rows.samples)
    return replace(rows.base, linear=part)


def fit_bases(data: TrainingData, several: Sequence[TrainSettings]) -> list[Ensemble]:
    """As ``fit_base``, for settings that differ in architecture and ridge alone: samples are encoded once for all."""
    rows, bases, before = _rows(data, several[0]), [], None
    lesson = _BaseRecipe(several[0], rows.triggers, rows.extra).lesson(rows.samples)
    for settings in several:
        before = lesson.fit(settings.architecture, settings.ridge, before)
        bases.append(replace(rows.base, linear=before))
    return bases


@dataclass(frozen=True)
class _Rows:
    """Encoded samples and extra cells; of the base, the scalers alone."""

    base: Ensemble
    triggers: Floats
    samples: TrainingArrays
    extra: Optional[TrainingArrays]
    share: float


def _rows(data: TrainingData, settings: TrainSettings) -> _Rows:
    known = known_of(data, settings.class_weight != "none")
    base = _scalers(data, settings, known)
    triggers = _scaled_triggers(base, data)
    scale = _prior_scale(data, settings, known)
    to_arrays = _ToArrays(base, triggers, scale, settings.fs_margin)
    extra = None if settings.physics_lambda == 0.0 else _extra(data, to_arrays)
    return _Rows(base, triggers, to_arrays.of(_learnt(data.cells, data, own=True), known), extra, known.share)


def _learnt(cells: Cells, data: TrainingData, own: bool) -> Cells:
    """Cells with triggers and prior at the columns learnt from; ``own`` says that they are the samples."""
    if data.event_triggers is None or not data.dated:
        return cells
    triggers = data.triggers_learnt() if own else None
    if triggers is None:
        given = cells.triggers if cells.triggers is not None else data.triggers()[None]
        shape = (len(cells), *given.shape[-2:])
        given = np.broadcast_to(given, shape)
        triggers = np.concatenate([given, given[:, data.reference][:, None]], axis=1)
    pf, fs = (at_columns(prior, data, own) for prior in (cells.prior_pf, cells.prior_fs))
    return replace(cells, triggers=triggers, prior_pf=pf, prior_fs=fs)


def _scalers(data: TrainingData, settings: TrainSettings, known: Known) -> Ensemble:
    encoder = Encoder.fit(data.cells.static, data.specs)
    profile, soil, rain = data.cells.profile, data.soil, data.scenarios
    with_soil = None
    if soil is not None and profile is not None:
        with_soil = ProfileScaler.fit(profile, soil.properties)
    return Ensemble(
        encoder=encoder,
        profile_scaler=with_soil,
        trigger_scaler=TriggerScaler.fit(data.triggers_learnt(), rain.columns) if rain is not None else None,
        linear=constant_part(
            len(encoder.columns), len(soil.properties) if soil else 1, data.triggers().shape[-1], known.share
        ),
        members=(),
        shift=_shift(data, settings, known.share),
    )


def _shift(data: TrainingData, settings: TrainSettings, share: float) -> float:
    """Prior-odds correction from the share trained on to the share wanted (King and Zeng 2001, eq. 7).

    None for dated rows: their sampling entered the logit in training, each event's own.
    """
    if (
        data.targets is not None
        or data.dated
        or (settings.prevalence is None and settings.class_weight == "none")
    ):
        return 0.0
    wanted = settings.prevalence
    if wanted is None:
        wanted = float(np.average(data.labels > 0, weights=data.row_weights))
    return share_log_odds(wanted) - share_log_odds(share)


def _scaled_triggers(base: Ensemble, data: TrainingData) -> Floats:
    if base.trigger_scaler is None:
        return np.zeros((1, 0), np.float32)
    return base.trigger_scaler.transform(data.triggers_learnt())


@dataclass(frozen=True)
class _BaseRecipe:
    """How a base is fitted, whichever samples it is fitted to.

    Attributes
    ----------
    settings : TrainSettings
    triggers : float32 array (scenarios, k) or (n, scenarios, k)
    extra : TrainingArrays or None
        Unlabelled cells that the prior speaks of.
    like : LinearPart, AdditivePart or None
        Whose columns and knots to take over.
    start : LinearPart, AdditivePart or None
        Of nearly the same samples, where the fit begins.
    """

    settings: TrainSettings
    triggers: Floats
    extra: Optional[TrainingArrays]
    like: Optional[Curves] = None
    start: Optional[Curves] = None

    def fit(self, samples: TrainingArrays) -> Curves:
        """Linear or additive part that minimises the same loss as the networks: labels and, if given, the prior."""
        return self.lesson(samples).fit(self.settings.architecture, self.settings.ridge, self.start)

    def lesson(self, samples: TrainingArrays) -> BaseRows:
        """What a base learns from samples, whichever its architecture and ridge."""
        cells = samples if self.extra is None else samples.joined(self.extra)
        count = float(cells.label_weights.sum(dtype=np.float64))
        parts, prior_weight = cells.normalised(count), _prior_weight(self.settings)
        to_label, to_prior = (part.astype(np.float64) for part in (parts.label_weights, parts.prior_weights))
        rows = self._rows(parts, to_label, prior_weight * to_prior)
        like = self.like if isinstance(self.like, AdditivePart) else None
        return BaseRows(rows, prior_weight if to_prior.any() else 0.0, like)

    def _rows(self, cells: TrainingArrays, to_label: Doubles, to_prior: Doubles) -> LabelledRows:
        """Labels and prior with the weights given; the sampling moves the odds of labels alone."""
        if to_prior.any() and cells.label_offset.any():
            labelled = len(cells)
            twice = cells.joined(cells)
            labels = np.concatenate([cells.labels, cells.prior]).astype(np.float64)
            offsets = np.concatenate([cells.label_offset, np.zeros(labelled)])
            return twice.rows(self.triggers, labels, np.concatenate([to_label, to_prior]), offsets)
        weights = to_label + to_prior
        both = to_label * cells.labels + to_prior * cells.prior
        labels = np.divide(both, weights, out=np.zeros_like(both), where=weights > 0)
        return cells.rows(self.triggers, labels, weights, cells.label_offset.astype(np.float64))

    def without_blocks(self, samples: TrainingArrays, blocks: npt.NDArray[np.intp]) -> dict[int, Curves]:
        """The base fitted without each block whose absence leaves both classes."""
        found = {int(block): self.without(samples, blocks == block) for block in np.unique(blocks)}
        return {block: base for block, base in found.items() if base is not None}

    def without(self, samples: TrainingArrays, rows: npt.NDArray[np.bool_]) -> Optional[Curves]:
        """The base fitted without some rows; None where that leaves one class."""
        rest = samples.take(~rows)
        labelled = rest.labels[rest.label_weights > 0]
        if not labelled.size or labelled.min() == 1.0 or labelled.max() == 0.0:
            return None
        return self.fit(rest)


def member_bases(
    prepared: Preparation, data: TrainingData, settings: TrainSettings, count: int
) -> list[Optional[Curves]]:
    """The bases of ``count`` members, spread as if the samples came from other parts of the area.

    None each for a plain network, which has no base to spread.
    """
    common = prepared.base.linear
    if not settings.residual or not isinstance(common, (LinearPart, AdditivePart)):
        return [None] * count
    recipe = _BaseRecipe(settings, prepared.triggers, prepared.extra, like=common, start=common)
    tried = [
        (part.kind, recipe.without(prepared.samples, part.rows))
        for part in parts_to_leave_out(data, settings.seed)
    ]
    left_out = [(kind, base) for kind, base in tried if base is not None]
    labelled = prepared.samples.take(prepared.samples.label_weights.sum(axis=1) > 0)
    steps = labelled.steps(prepared.triggers)
    logits = [part.logit(labelled.static, labelled.profile, steps).ravel() for _, part in left_out]
    if len(logits) < 2:
        return [common] * count
    kinds, bases = zip(*left_out)
    return list(spread_bases(common, bases, np.stack(logits), count, kinds))


def _prior_weight(settings: TrainSettings) -> float:
    return settings.physics_lambda if settings.physics_loss != "sign" else 0.0


def _with_offsets(
    samples: TrainingArrays,
    triggers: Floats,
    blocks: npt.NDArray[np.intp],
    linear: Curves,
    parts: Mapping[int, Curves],
) -> TrainingArrays:
    """Offset each sample by a part that never saw its block.

    In-sample offsets would look better than the linear part is, and the network would learn to
    trust them too much.
    """
    offset = linear.logit(samples.static, samples.profile, samples.steps(triggers))
    for block, part in parts.items():
        inside = blocks == block
        own = samples.take(inside)
        offset[inside] = part.logit(own.static, own.profile, own.steps(triggers))
    return replace(samples, offset=offset.astype(np.float32))


def _prior_scale(data: TrainingData, settings: TrainSettings, known: Known) -> Optional[PriorScale]:
    if data.cells.prior_pf is None or settings.physics_lambda == 0.0:
        return None
    pf = at_columns(data.cells.prior_pf, data, own=True)
    if pf is None or not meets_both_kinds(pf, known.labels, known.weights):
        return None
    return fit_scale(pf, known.labels, known.weights, known.offsets)


@dataclass(frozen=True)
class _ToArrays:
    """From raw values of cells to what a network is trained on: scalers, shared triggers, and the prior's scale."""

    base: Ensemble
    triggers: Floats
    scale: Optional[PriorScale]
    fs_margin: float

    def of(self, cells: Cells, known: Known) -> TrainingArrays:
        """Training arrays of cells."""
        base = self.base
        static = base.encoder.transform(cells.static)
        profile = np.zeros((len(cells), 1, 1), np.float32)
        if base.profile_scaler is not None and cells.profile is not None:
            profile = base.profile_scaler.transform(cells.profile)
        physics = physics_targets(cells, self.triggers.shape[-2], self.scale, self.fs_margin)
        own = None
        if cells.triggers is not None and base.trigger_scaler is not None:
            own = base.trigger_scaler.transform(cells.triggers)
        steps = self.triggers if own is None else own
        return TrainingArrays(
            static=static,
            profile=profile,
            offset=base.linear.logit(static, profile, steps).astype(np.float32),
            labels=known.labels.astype(np.float32),
            label_weights=known.weights.astype(np.float32),
            prior=physics.prior,
            prior_weights=physics.prior_weights,
            side=physics.side,
            side_weights=physics.side_weights,
            cell_weights=cells.assessed().astype(np.float32),
            tilt=np.zeros(len(cells), np.float32),
            label_offset=known.offsets.astype(np.float32),
            label_sampled=known.sampled.astype(np.float32),
            triggers=own,
        )


def _extra(data: TrainingData, to_arrays: _ToArrays) -> Optional[TrainingArrays]:
    """Unlabelled cells for the physics terms; those with an unseen category are left out."""
    if data.extra is None:
        return None
    usable = data.extra.take(~to_arrays.base.encoder.unusable(data.extra.static))
    cells = _learnt(usable, data, own=False)
    if not len(cells):
        return None
    nothing = np.zeros((len(cells), to_arrays.triggers.shape[-2]))
    return to_arrays.of(cells, Known(nothing, nothing, np.zeros(len(cells)), np.ones_like(nothing)))
