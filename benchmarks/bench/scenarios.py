"""Response to scenarios on the synthetic area with cells of 300 m, learnt from its factor-of-safety target.

One scenario, T50, is left out of training and asked for afterwards. The truth is the mean of many draws of
the target, so that its noise is no part of an error. The reference study's form has an output a scenario: it
is asked for T50 with the trigger in the place of its neighbours, T25 and T100, and the two answers are averaged.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from benchmarks.common.andes_data import realisation, with_targets
from benchmarks.common.reference_form import STACKS, fit_member, flat, inputs_of, probability
from benchmarks.common.table import Row, at_most, write_rows
from landslide_plugin.core.model.fitting.ensemble import Workshop, fit_ensemble
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.synthetic import SyntheticArea
from landslide_plugin.core.synthetic.frame import north_up
from landslide_plugin.core.synthetic.outcome import draw_factor_of_safety, draw_target
from landslide_plugin.core.synthetic.relief import draw_relief
from landslide_plugin.core.synthetic.soil import draw_soil
from landslide_plugin.core.types.scenarios import TriggerScenarios

ENVIRONMENT = "worker"
SEED, CELL_M, DRAWS = 42, 300.0, 200
LEFT_OUT, BEFORE = 2, 1
KEPT = [0, 1, 3, 4]
SMALLEST_FALL = 1e-3
SETTINGS = {
    "seed": 0,
    "architecture": "residual_additive",
    "members": 2,
    "batch_size": 128,
    "epochs": 40,
    "patience": 12,
    "dropout": 0.1,
}

PLAIN = {
    **SETTINGS,
    "architecture": "plain",
    "batch_size": 64,
    "epochs": 120,
    "patience": 120,
    "learning_rate": 2e-3,
    "weight_decay": 1e-4,
    "dropout": 0.0,
}
GUARANTEED = {**PLAIN, "trigger_order": "guaranteed", "epochs": 60, "patience": 60}
FORMS = {
    "residual network": SETTINGS,
    "plain network": PLAIN,
    "plain network, guaranteed order": GUARANTEED,
}


def expected_target(area: SyntheticArea, seed: int) -> np.ndarray:
    """Mean target (scenarios, rows, cols) over draws of water table and noise, on the terrain and soil of the area."""
    rng = np.random.default_rng(seed)
    relief = draw_relief(rng, CELL_M)
    soil = draw_soil(rng, relief.lithology)
    if not np.array_equal(north_up(soil), area.soil.values):
        raise RuntimeError("The soil drawn anew is not that of the area")
    more = np.random.default_rng(1)
    draws = [
        draw_target(more, relief, draw_factor_of_safety(more, relief.slope_deg, soil)) for _ in range(DRAWS)
    ]
    return north_up(np.mean(draws, axis=0, dtype=np.float64))


def falls(p: np.ndarray) -> tuple[float, float]:
    """Share of scenario pairs, and of cells, in which P (cells, scenarios) falls by more than 0.001."""
    low, high = np.triu_indices(p.shape[1], 1)
    falling = p[:, high] < p[:, low] - SMALLEST_FALL
    return float(falling.mean()), float(falling.any(axis=1).mean())


def ours(seed: int, settings: dict[str, object]) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities (cells, 5) of all cells by a model of four scenarios, and which cells are for testing."""
    drawn = with_targets(realisation(seed, CELL_M))
    data, rain = drawn.data, drawn.area.scenarios
    kept = TriggerScenarios(tuple(rain.return_periods_yr[i] for i in KEPT), rain.columns, rain.values[KEPT])
    fewer = replace(data, scenarios=kept, reference=1, targets=data.targets[:, KEPT])
    model = fit_ensemble(
        fewer.take(drawn.train),
        TrainSettings.from_dict(settings),
        int(str(settings["members"])),
        Workshop(),
        SILENT,
    )
    p = model.probability(data.cells.static, data.cells.profile, rain.values)
    return p.mean(axis=0), ~drawn.train


def theirs(area: SyntheticArea) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Answers (cells, 4) of the reference form to its scenarios, (cells,) to T50, and which are for testing."""
    import keras

    keras.utils.set_random_seed(0)
    inputs = inputs_of(area)
    fewer = replace(inputs, triggers=inputs.triggers[:, KEPT], target=inputs.target[:, KEPT])
    model, _ = fit_member(fewer, np.flatnonzero(~inputs.north), STACKS[-1])
    every = np.arange(len(inputs.static))
    asked = []
    for place in (BEFORE, BEFORE + 1):
        triggers = fewer.triggers.copy()
        triggers[:, place] = inputs.triggers[:, LEFT_OUT]
        asked.append(probability(model, replace(fewer, triggers=triggers), every)[:, place])
    return probability(model, fewer, every), np.mean(asked, axis=0), inputs.north


def error(p: np.ndarray, truth: np.ndarray) -> float:
    """Mean absolute difference."""
    return float(np.abs(p - truth).mean())


def square_error(p: np.ndarray, truth: np.ndarray) -> float:
    """Root mean square difference."""
    return float(np.sqrt(np.mean((p - truth) ** 2)))


def our_rows(called: str, settings: dict[str, object], truth: np.ndarray) -> list[Row]:
    """Rows of one form of this software's network."""
    p, test = ours(SEED, settings)
    pairs, cells = falls(p)
    asked, expected = p[test], truth[test]
    new = square_error(asked[:, LEFT_OUT], expected[:, LEFT_OUT])
    seen = square_error(asked[:, KEPT], expected[:, KEPT])
    return [
        at_most(f"{called}: pairs of scenarios in which P falls with the trigger", 100 * pairs, "%", 0.1),
        Row(f"{called}: cells in which P falls somewhere", 100 * cells, "%"),
        at_most(f"{called}: root mean square error at a trigger never seen, northern block", new, "", 0.030),
        at_most(f"{called}: the same, triggers seen x 1.25", new, "", 1.25 * seen, f"seen: {seen:.4f}"),
        Row(
            f"{called}: mean absolute error at a trigger never seen",
            error(asked[:, LEFT_OUT], expected[:, LEFT_OUT]),
            "",
        ),
    ]


def their_rows(area: SyntheticArea, expected: np.ndarray) -> list[Row]:
    """Rows of the reference form."""
    other, unseen, north = theirs(area)
    truth = flat(expected)
    pairs, cells = falls(other)
    return [
        Row("reference form: pairs of scenarios in which P falls with the trigger", 100 * pairs, "%"),
        Row("reference form: cells in which P falls somewhere", 100 * cells, "%"),
        Row(
            "reference form: root mean square error at a trigger never seen",
            square_error(unseen[north], truth[north][:, LEFT_OUT]),
            "",
        ),
        Row(
            "reference form: mean absolute error at a trigger never seen",
            error(unseen[north], truth[north][:, LEFT_OUT]),
            "",
        ),
    ]


def main() -> None:
    """Measure and write ``build/bench/scenarios.json``."""
    prepare_tensorflow()
    area = realisation(SEED, CELL_M).area
    expected = expected_target(area, SEED)
    truth = expected.reshape(len(expected), -1).T
    write_rows(
        "scenarios",
        [row for called, settings in FORMS.items() for row in our_rows(called, settings, truth)]
        + their_rows(area, expected),
    )


if __name__ == "__main__":
    main()
