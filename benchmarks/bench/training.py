"""Training speed: whole trainings on three areas, and five members of 20 epochs against the reference study's way.

``python -m benchmarks.bench.training [CHECKOUT]``: an older checkout trains the same, in turn with this one, and each
row has a ratio behind it. Every training and way runs in a process of its own, start-up included; what a second
process did for it counts in its processor time and peak memory. The clock says little on a busy machine.

The reference way is a new model and one ``fit`` a member: one member is measured and what follows
the imports counts five times. Both learn the same target on the same rows and are judged on the same
validation rows by mean squared error.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import numpy as np

from benchmarks.bench.models import balakot, rbsf
from benchmarks.common.andes_data import realisation, with_prior, with_targets
from benchmarks.common.reference_form import EPOCHS, STACKS, VALIDATION, fit_member, inputs_of
from benchmarks.common.table import Row, at_least, at_most, write_rows
from benchmarks.common.training_runs import SCORES, trained, write_job
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.synthetic import synthetic_andes
from landslide_plugin.core.worker.keeper import Keeper, Kind

ENVIRONMENT = "worker"
REPOSITORY = Path(__file__).resolve().parents[2]
NETWORKS = {"families": ["ensemble"], "settings": {"seed": 42}}
EVERY = {"settings": {"seed": 42}}
FIRST = {"families": ["ensemble"], "settings": {"seed": 42, "cv_repeats": 1, "random_cv": "no"}}
"""As release 0.1 trained the synthetic area with physics: networks, one repeat, spatial folds alone."""
WORSE = {"auroc": 0.003, "log_loss": 0.005, "brier": 0.005}
"""By how much a held-out score may be worse than that of the older checkout."""
MEMBERS = 5
OURS = {
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


def our_way(architecture: str = "residual_additive") -> dict[str, float]:
    """Five members; the study's validation rows choose the epoch, as they do there.

    On this target the networks find nothing to add to a base, so that its loss is the base's. ``plain`` ones stand
    alone, as the study's do: they have to learn all of it.
    """
    from landslide_plugin.core.model.fitting.data import TrainingData
    from landslide_plugin.core.model.fitting.ensemble import _architecture, _plan
    from landslide_plugin.core.model.fitting.preparation import Preparation, prepare
    from landslide_plugin.core.model.fitting.settings import TrainSettings
    from landslide_plugin.core.model.network.trainable import TrainableNetwork
    from landslide_plugin.core.model.network.training import Lesson
    from landslide_plugin.core.model.network.training import fit_member as fit_ours
    from landslide_plugin.core.model.network.training_arrays import TrainingArrays
    from landslide_plugin.core.types.scenarios import comparable_pairs

    def arrays(prepared: Preparation, data: TrainingData) -> TrainingArrays:
        static, profile, steps = prepared.base.inputs(data.cells.static, data.cells.profile, data.triggers())
        offset = prepared.base.linear.logit(static, profile, steps).astype(np.float32)
        ones, zeros = np.ones_like(offset), np.zeros_like(offset)
        nothing = (zeros, zeros, zeros, zeros)
        single = (ones[:, 0], zeros[:, 0], zeros[:, 0])
        return TrainingArrays(static, profile, offset, data.targets, ones, *nothing, *single, ones)

    drawn = with_targets(realisation(42))
    training = np.flatnonzero(drawn.train)
    # From the south on, the last 15 % of the training rows.
    southern = training[np.argsort(drawn.data.xy[training, 1], kind="stable")]
    cut = int(len(southern) * (1.0 - VALIDATION))
    train, held_out = drawn.data.take(southern[:cut]), drawn.data.take(southern[cut:])
    settings = TrainSettings.from_dict({**OURS, "architecture": architecture})
    prepared = prepare(train, settings)
    rows, block = arrays(prepared, train), arrays(prepared, held_out)
    architecture = _architecture(prepared, settings, settings.stack)
    pairs = comparable_pairs(prepared.triggers)
    network = TrainableNetwork(architecture, prepared.triggers, pairs, settings.batch_size, settings.residual)
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


WAYS: dict[str, Callable[[], dict[str, float]]] = {
    "reference": reference_way,
    "ours": our_way,
    "alone": lambda: our_way("plain"),
}


def measured(way: str) -> dict[str, float]:
    """Result of one way in a process of its own."""
    call = [sys.executable, "-m", "benchmarks.bench.training", way]
    done = subprocess.run(call, cwd=REPOSITORY, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def in_this_process(way: str) -> None:
    """Run a way and print what it found and cost as JSON."""
    found = WAYS[way]()
    used = resource.getrusage(resource.RUSAGE_SELF)
    found["cpu_s"] = used.ru_utime + used.ru_stime
    found["peak_gib"] = used.ru_maxrss / 2**20
    print(json.dumps(found))


@dataclass(frozen=True)
class WholeTraining:
    """A training that users wait for.

    Attributes
    ----------
    name : str
    job : mapping
    faster : float or None
        How many times faster than the older checkout, by the clock, is aimed at.
    most_s, most_gib : float or None
        Seconds of the clock and memory that are aimed at.
    """

    name: str
    job: Mapping[str, Any]
    faster: Optional[float] = None
    most_s: Optional[float] = None
    most_gib: Optional[float] = None

    def rows(self, data: Any, before: Optional[Path]) -> list[Row]:
        """What it costs, and beside an older checkout how many times less, and what it lost."""
        ours = trained(data, self.job)
        found = [
            Row(f"{self.name}: processor time", ours["cpu_s"], "s of CPU"),
            _aimed(f"{self.name}: the clock, on this machine as it was", ours["wall_s"], "s", self.most_s),
            _aimed(f"{self.name}: peak memory", ours["peak_gib"], "GiB", self.most_gib),
            *(Row(f"{self.name}: held-out {score.replace('_', ' ')}", ours[score], "") for score in SCORES),
        ]
        if before is None:
            return found
        theirs = trained(data, self.job, before)
        ratio, words = theirs["wall_s"] / ours["wall_s"], f"before: {theirs['wall_s']:.1f} s"
        called = f"{self.name}: how many times faster by the clock"
        found.append(
            at_least(called, ratio, "times", self.faster, words)
            if self.faster
            else Row(called, ratio, "times", None, None, words)
        )
        ratio, words = theirs["cpu_s"] / ours["cpu_s"], f"before: {theirs['cpu_s']:.1f} s of CPU"
        found.append(
            Row(f"{self.name}: how many times less processor time", ratio, "times", None, None, words)
        )
        for score, limit in WORSE.items():
            lost = (theirs[score] - ours[score]) * (1.0 if score == "auroc" else -1.0)
            words = f"before: {theirs[score]:.4f}"
            found.append(at_most(f"{self.name}: {score.replace('_', ' ')} lost", lost, "", limit, words))
        return found


def _aimed(name: str, value: float, unit: str, most: Optional[float]) -> Row:
    return Row(name, value, unit) if most is None else at_most(name, value, unit, most)


def whole_rows(before: Optional[Path]) -> list[Row]:
    """Trainings of three areas; the one that is not shipped is left out where it is not at hand."""
    few = rbsf()
    found = WholeTraining("RBSF, networks alone", NETWORKS, faster=1.5).rows(few, before)
    found += WholeTraining("RBSF, all families", EVERY, most_s=10.0).rows(few, before)
    andes = with_prior(realisation(42)).data
    found += WholeTraining("synthetic area with physics, networks", FIRST, faster=4.0).rows(andes, before)
    many = balakot()
    if many is not None:
        found += WholeTraining("Balakot, all families", EVERY, most_s=40.0, most_gib=1.2).rows(many, before)
    return found


def kept_rows() -> list[Row]:
    """Files of a bundle that a process kept for the next job writes otherwise than a new one, which should be none."""
    keeper, kind = Keeper(), Kind.of(sys.executable, "benchmark")
    with tempfile.TemporaryDirectory() as folder:
        job, bundles, seconds = write_job(Path(folder), rbsf(), NETWORKS), [], []
        for way in ("cold", "kept"):
            own, bundle = Path(folder, way), Path(folder, f"model_{way}")
            own.mkdir()
            asked = {**json.loads(job.read_text(encoding="utf-8")), "bundle": str(bundle)}
            started = time.perf_counter()
            keeper.run("train", asked, str(own), kind, minutes=5.0, progress=SILENT)
            seconds.append(time.perf_counter() - started)
            bundles.append({path.name: path.read_bytes() for path in bundle.iterdir()})
        keeper.close()
    names = sorted(set(bundles[0]) | set(bundles[1]))
    other = [name for name in names if bundles[0].get(name) != bundles[1].get(name)]
    found = ", ".join(other) or f"of {len(names)} files"
    return [
        at_most("RBSF, networks alone: files that a kept process writes otherwise", len(other), "", 0, found),
        Row(
            "RBSF, networks alone: how many times faster a kept process is", seconds[0] / seconds[1], "times"
        ),
    ]


def main(before: Optional[Path] = None) -> None:
    """Measure and write ``build/bench/training.json``; an older checkout, if given, beside this one."""
    theirs, ours, alone = (measured(way) for way in WAYS)
    whole = theirs["cpu_s"] + (MEMBERS - 1) * theirs["member_s"]
    called = f"{MEMBERS} members of {EPOCHS} epochs"
    words = f"best epoch {ours['epochs']:.1f} on average; target: the reference member"
    write_rows(
        "training",
        [
            *whole_rows(before),
            *kept_rows(),
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
            Row(f"networks without a base, {called}", alone["cpu_s"], "s of CPU"),
            at_least(
                "networks without a base: how many times less CPU time, start-up included",
                whole / alone["cpu_s"],
                "times",
                3.5,
                f"best epoch {alone['epochs']:.1f} on average",
            ),
            Row(
                "validation loss of networks without a base, mean over members", alone["loss"], "mean square"
            ),
            Row("validation loss of their mean", alone["mean_loss"], "mean square"),
            Row("peak memory of the reference way, one member", theirs["peak_gib"], "GiB"),
            at_most("peak memory of ours", ours["peak_gib"], "GiB", 1.5),
        ],
    )


if __name__ == "__main__":
    if len(sys.argv) == 2 and sys.argv[1] in WAYS:
        in_this_process(sys.argv[1])
    else:
        main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None)
