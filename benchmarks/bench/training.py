"""Training speed: five members of 20 epochs on the synthetic area, the reference study's way against ours.

Each way runs in a process of its own; CPU time and peak memory are those of the whole process, start-up
included. The reference way is a new model and one ``fit`` a member: one member is measured and what follows
the imports counts five times. Both learn the same target on the same rows and are judged on the same
validation rows by mean squared error.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from benchmarks.common.andes_data import realisation, with_targets
from benchmarks.common.reference_form import EPOCHS, STACKS, VALIDATION, fit_member, inputs_of
from benchmarks.common.table import Row, at_least, at_most, write_rows
from landslide_plugin.core.synthetic import synthetic_andes

ENVIRONMENT = "worker"
REPOSITORY = Path(__file__).resolve().parents[2]
MEMBERS = 5
OURS = {
    "architecture": "residual_additive",
    "epochs": EPOCHS,
    "patience": EPOCHS,
    "batch_size": 128,
    "learning_rate": 1e-3,
    "seed": 0,
}


def reference_way() -> dict[str, float]:
    """One member as the study trains it."""
    import base_attentive  # noqa: F401
    import keras

    started = time.process_time()
    keras.utils.set_random_seed(0)
    inputs = inputs_of(synthetic_andes())
    rows = np.flatnonzero(~inputs.north)
    _, losses = fit_member(inputs, rows, STACKS[-1], stop_early=False)
    member = time.process_time() - started
    return {"member_s": member, "loss": min(losses), "epochs": len(losses)}


def our_way() -> dict[str, float]:
    """Five members on one traced step; the study's validation rows choose the epoch, as they do there."""
    from landslide_plugin.core.model.fitting.data import TrainingData
    from landslide_plugin.core.model.fitting.ensemble import _architecture, _plan
    from landslide_plugin.core.model.fitting.preparation import Preparation, prepare
    from landslide_plugin.core.model.fitting.settings import TrainSettings
    from landslide_plugin.core.model.network.compiled import CompiledNetwork, prepare_tensorflow
    from landslide_plugin.core.model.network.training import Lesson
    from landslide_plugin.core.model.network.training import fit_member as fit_ours
    from landslide_plugin.core.model.network.training_arrays import TrainingArrays
    from landslide_plugin.core.progress import SILENT
    from landslide_plugin.core.types.scenarios import comparable_pairs

    def arrays(prepared: Preparation, data: TrainingData) -> TrainingArrays:
        static, profile, steps = prepared.base.inputs(data.cells.static, data.cells.profile, data.triggers())
        offset = prepared.base.linear.logit(static, profile, steps).astype(np.float32)
        ones, zeros = np.ones_like(offset), np.zeros_like(offset)
        nothing = (zeros, zeros, zeros, zeros)
        single = (ones[:, 0], zeros[:, 0], zeros[:, 0])
        return TrainingArrays(static, profile, offset, data.targets, ones, *nothing, *single, ones)

    prepare_tensorflow()
    drawn = with_targets(realisation(42))
    training = np.flatnonzero(drawn.train)
    # From the south on, the last 15 % of the training rows.
    southern = training[np.argsort(drawn.data.xy[training, 1], kind="stable")]
    cut = int(len(southern) * (1.0 - VALIDATION))
    train, held_out = drawn.data.take(southern[:cut]), drawn.data.take(southern[cut:])
    settings = TrainSettings.from_dict(OURS)
    prepared = prepare(train, settings)
    rows, block = arrays(prepared, train), arrays(prepared, held_out)
    architecture = _architecture(prepared, settings, settings.stack)
    pairs = comparable_pairs(prepared.triggers)
    network = CompiledNetwork(architecture, prepared.triggers, pairs, settings.batch_size, settings.residual)
    p: list[np.ndarray] = []
    epochs: list[int] = []
    for seed in range(MEMBERS):
        plan = _plan(settings, prepared.share)
        fitted = fit_ours(network, seed, Lesson(rows, block), plan, SILENT)
        epochs.append(fitted.best_epoch)
        logits = network.logits_of(network.weights(fitted.parameters), block.static, block.profile)
        p.append(1.0 / (1.0 + np.exp(-(block.offset + logits))))
    losses = [float(((one - held_out.targets) ** 2).mean()) for one in p]
    mean = ((np.mean(p, axis=0) - held_out.targets) ** 2).mean()
    return {"loss": float(np.mean(losses)), "mean_loss": float(mean), "epochs": float(np.mean(epochs))}


def measured(way: str) -> dict[str, float]:
    """Result of one way in a process of its own."""
    call = [sys.executable, "-m", "benchmarks.bench.training", way]
    done = subprocess.run(call, cwd=REPOSITORY, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def in_this_process(way: str) -> None:
    """Run a way and print what it found and cost as JSON."""
    found = reference_way() if way == "reference" else our_way()
    used = resource.getrusage(resource.RUSAGE_SELF)
    found["cpu_s"] = used.ru_utime + used.ru_stime
    found["peak_gib"] = used.ru_maxrss / 2**20
    print(json.dumps(found))


def main() -> None:
    """Measure and write ``build/bench/training.json``."""
    theirs, ours = measured("reference"), measured("ours")
    whole = theirs["cpu_s"] + (MEMBERS - 1) * theirs["member_s"]
    called = f"{MEMBERS} members of {EPOCHS} epochs"
    words = f"best epoch {ours['epochs']:.1f} on average; target: the reference member"
    write_rows(
        "training",
        [
            Row(f"the reference study's way, {called}", whole, "s of CPU", None, None, "one member measured"),
            Row(f"ours, {called}", ours["cpu_s"], "s of CPU"),
            at_least("how many times less CPU time, start-up included", whole / ours["cpu_s"], "times", 3.5),
            Row("validation loss of a reference member, best epoch", theirs["loss"], "mean square"),
            at_most(
                "validation loss of ours, mean over members",
                ours["loss"],
                "mean square",
                theirs["loss"],
                words,
            ),
            Row("validation loss of the mean of ours", ours["mean_loss"], "mean square"),
            Row("peak memory of the reference way, one member", theirs["peak_gib"], "GiB"),
            at_most("peak memory of ours", ours["peak_gib"], "GiB", 1.5),
        ],
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        in_this_process(sys.argv[1])
    else:
        main()
