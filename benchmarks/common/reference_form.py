"""The reference study's own way of training: one new BaseAttentive and one ``fit`` a member, five outputs a row.

Its choices are kept to be measured, not because they are right: statistics from all cells, a target made
from the factor of safety, no seed in the layers, outputs clipped.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from landslide_plugin.core.model.network import variable_selection
from landslide_plugin.core.synthetic import SyntheticArea

EPOCHS, BATCH, PATIENCE, RATE = 20, 32, 4, 1e-3
VALIDATION = 0.15
LAMBDA = 0.4
TEST_ROWS = 6
T50 = 2
PARAMETERS = 349_128
STACKS = (("cross",), ("hierarchical",), ("cross", "hierarchical"))
TRIGGER_SCALE = np.array([100.0, 36.0, 1.0, 1.0])


@dataclass(frozen=True)
class Inputs:
    """Rows from the southernmost on, as the study orders them.

    Attributes
    ----------
    static : float32 array (n, 8)
    profile : float32 array (n, 6, 6)
    triggers : float32 array (n, scenarios, 4)
    target : float32 array (n, scenarios, 1)
    fs_prior : float32 array (n,)
        Of T50.
    labels, north : bool arrays (n,)
    """

    static: np.ndarray
    profile: np.ndarray
    triggers: np.ndarray
    target: np.ndarray
    fs_prior: np.ndarray
    labels: np.ndarray
    north: np.ndarray

    def three(self, rows: np.ndarray) -> list[np.ndarray]:
        """The inputs of BaseAttentive."""
        return [self.static[rows], self.profile[rows], self.triggers[rows]]


def flat(raster: np.ndarray) -> np.ndarray:
    """Values (cells, ...) from the southernmost row of a raster (..., rows, cols)."""
    upward = raster[..., ::-1, :]
    return np.moveaxis(upward.reshape(*raster.shape[:-2], -1), -1, 0)


def inputs_of(area: SyntheticArea) -> Inputs:
    """What the study feeds its models."""
    columns = {spec.name: flat(values) for spec, values in zip(area.factors.specs, area.factors.values)}
    scaled = {name: (values - values.mean()) / (values.std() + 1e-8) for name, values in columns.items()}
    names = ("slope", "elevation", None, "twi", None, "distance_faults", "ndvi", "rainfall")
    static = [scaled[name] if name else None for name in names]
    # The sine of the study's angle, which is 90 degrees more than the compass aspect.
    static[2], static[4] = columns["aspect_cos"], columns["lithology"] / 3.0
    soil = flat(area.soil.values)
    middle, spread = soil.mean(axis=(0, 1)), soil.std(axis=(0, 1))
    triggers = area.scenarios.values / TRIGGER_SCALE
    n = len(soil)
    fs = flat(area.legacy_fs)
    north = np.repeat(np.arange(area.grid.rows) >= area.grid.rows - TEST_ROWS, area.grid.cols)
    return Inputs(
        np.stack(static, axis=1).astype(np.float32),
        ((soil - middle) / (spread + 1e-8)).astype(np.float32),
        np.repeat(triggers[None].astype(np.float32), n, axis=0),
        flat(area.target_probability)[..., None],
        (1.0 / (1.0 + np.exp(4.0 * (fs[:, T50] - 1.0)))).astype(np.float32),
        flat(area.landslides),
        north,
    )


def new_model(inputs: Inputs, stack: tuple[str, ...], batched: bool = False) -> Any:
    """A built network of the study; ``batched`` computes the same with a smaller graph."""
    os.environ.setdefault("KERAS_BACKEND", "tensorflow")
    import keras  # noqa: F401  The package looks for a loaded backend.
    from base_attentive import BaseAttentive

    model = BaseAttentive(
        static_dim=inputs.static.shape[1],
        dynamic_dim=inputs.profile.shape[2],
        future_dim=inputs.triggers.shape[2],
        output_dim=1,
        forecast_horizon=inputs.target.shape[1],
        objective="hybrid",
        architecture_config={"decoder_attention_stack": list(stack)},
        embed_dim=32,
        num_heads=4,
        dropout_rate=0.15,
        component_overrides=variable_selection.register() if batched else None,
    )
    model(inputs.three(np.arange(4)))
    return model


def fit_member(inputs: Inputs, rows: np.ndarray, stack: tuple[str, ...], stop_early: bool = True) -> Any:
    """Build and fit one model; the last 15 % of the rows choose the epoch. Returns model and losses there."""
    import keras

    model = new_model(inputs, stack)
    model.compile(optimizer=keras.optimizers.Adam(RATE), loss="mse", metrics=["mae"])
    return model, _fit(model, inputs, rows, PATIENCE if stop_early else EPOCHS)


def _fit(model: Any, inputs: Inputs, rows: np.ndarray, patience: int) -> list[float]:
    import keras

    stopping = keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)
    history = model.fit(
        inputs.three(rows),
        inputs.target[rows],
        epochs=EPOCHS,
        batch_size=BATCH,
        validation_split=VALIDATION,
        callbacks=[stopping],
        verbose=0,
    )
    return list(history.history["val_loss"])


@dataclass
class Studio:
    """Members trained as the study does, on graphs that are built once: weights are drawn anew for each."""

    inputs: Inputs
    made: dict[str, Any] = field(default_factory=dict)

    def member(self, rows: np.ndarray, stack: tuple[str, ...]) -> Any:
        """A member of a stack; the next of the same stack takes its place."""
        import keras

        model = self._anew("_".join(stack), stack)
        if not model.compiled:
            model.compile(optimizer=keras.optimizers.Adam(RATE), loss="mse")
        _fit(model, self.inputs, rows, PATIENCE)
        return model

    def physics(self, rows: np.ndarray, seed: int) -> Any:
        """The study's training with a second squared difference, to the prior of T50."""
        import tensorflow as tf

        model, inputs = self._anew("physics", STACKS[-1]), self.inputs
        if "step" not in self.made:
            self.made["step"] = _physics_step(model)
        rng = np.random.default_rng(seed)
        whole = len(rows) // BATCH * BATCH
        for _ in range(EPOCHS):
            for part in rng.permutation(rows)[:whole].reshape(-1, BATCH):
                batch = (*inputs.three(part), inputs.target[part], inputs.fs_prior[part])
                self.made["step"](*(tf.constant(values) for values in batch))
        return model

    def _anew(self, name: str, stack: tuple[str, ...]) -> Any:
        fresh = new_model(self.inputs, stack, batched=True)
        if name not in self.made:
            self.made[name] = fresh
            return fresh
        model = self.made[name]
        model.set_weights(fresh.get_weights())
        # Else dropout would draw on where it stopped, and a seed would depend on those run before it.
        for variable, start in zip(model.non_trainable_variables, fresh.non_trainable_variables):
            variable.assign(start)
        for variable in model.optimizer.variables:
            if "learning_rate" not in variable.path:
                variable.assign(np.zeros(variable.shape))
        return model


def _physics_step(model: Any) -> Any:
    import keras
    import tensorflow as tf

    model.optimizer = keras.optimizers.Adam(RATE)

    @tf.function
    def step(static: Any, profile: Any, triggers: Any, target: Any, prior: Any) -> None:
        with tf.GradientTape() as tape:
            found = model([static, profile, triggers], training=True)
            loss = tf.reduce_mean(tf.square(target - found))
            loss += LAMBDA * tf.reduce_mean(tf.square(found[:, T50, 0] - prior))
        gradients = tape.gradient(loss, model.trainable_variables)
        model.optimizer.apply_gradients(zip(gradients, model.trainable_variables))

    return step


def probability(model: Any, inputs: Inputs, rows: np.ndarray) -> np.ndarray:
    """Clipped outputs (rows, scenarios)."""
    return np.clip(model.predict(inputs.three(rows), verbose=0)[..., 0], 0.0, 1.0)
