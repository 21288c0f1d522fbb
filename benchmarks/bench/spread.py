"""Is the spread of the members' bases right? Block jackknife against block bootstraps, on RBSF."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from benchmarks.bench.models import rbsf
from benchmarks.common.table import Row, write_rows
from landslide_plugin.core.model.families.labelled_rows import LabelledRows
from landslide_plugin.core.model.families.linear import LinearPart, fit_linear_part
from landslide_plugin.core.model.fitting.preparation import member_bases, prepare
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.samples.encoding import Encoder
from landslide_plugin.core.samples.folds import kmeans_folds
from landslide_plugin.core.types.odds import probability_of

ENVIRONMENT = "worker"
DRAWS = 300
MEMBERS = 5
SEED = 42
RIDGE = 1.0
Floats = npt.NDArray[np.float64]


class Area:
    """Encoded samples and the logit of a logistic regression fitted to some of them, as often as they are drawn."""

    def __init__(self) -> None:
        self.data = rbsf()
        static = self.data.cells.static
        self.inputs = Encoder.fit(static, self.data.specs).transform(static)
        self.soil = np.zeros((len(static), 1, 1), np.float32)
        self.rain = np.zeros((1, 0), np.float32)

    def blocks(self, count: int) -> npt.NDArray[np.intp]:
        """Compact blocks."""
        return kmeans_folds(self.data.xy, self.data.groups, count, SEED)

    def logit(self, times: Floats) -> Floats:
        """Logit (n,) at every sample of the fit to samples that count ``times`` each."""
        labels = self.data.labels.astype(np.float64)[:, None]
        rows = LabelledRows(self.inputs, self.soil, self.rain, labels, times[:, None])
        part: LinearPart = fit_linear_part(rows, RIDGE)
        return part.logit(self.inputs, self.soil, self.rain)[:, 0]


def jackknife(area: Area, count: int) -> Floats:
    """Standard error (n,) of the logit by leaving out one of some blocks at a time."""
    blocks = area.blocks(count)
    left = np.stack([area.logit((blocks != block).astype(float)) for block in np.unique(blocks)])
    return np.asarray(np.sqrt((len(left) - 1) * left.var(axis=0)))


def bootstrap(area: Area, count: int) -> Floats:
    """Standard deviation (n,) of the logit over draws of blocks with putting back."""
    blocks = area.blocks(count) if count else np.arange(len(area.data.labels))
    names = np.unique(blocks)
    rng = np.random.default_rng(SEED)
    found = []
    for _ in range(DRAWS):
        drawn = np.bincount(np.searchsorted(names, rng.choice(names, len(names))), minlength=len(names))
        times = drawn[np.searchsorted(names, blocks)].astype(float)
        share = np.average(area.data.labels, weights=times)
        if 0 < share < 1:
            found.append(area.logit(times))
    return np.asarray(np.std(found, axis=0))


def main() -> None:
    """Write the medians over the samples."""
    area = Area()
    whole = area.logit(np.ones(len(area.data.labels)))
    slope = 0.25 / np.cosh(whole / 2) ** 2
    rows = []
    ways = [(f"jackknife of {n} blocks", jackknife(area, n)) for n in (5, 10, 20, 40)]
    ways += [(f"bootstrap of {n} blocks", bootstrap(area, n)) for n in (5, 10, 20, 40)]
    ways.append(("bootstrap of single samples", bootstrap(area, 0)))
    for name, error in ways:
        rows.append(Row(f"{name}: standard error of the logit, median", float(np.median(error)), ""))
        rows.append(Row(f"{name}: of the probability, median", float(np.median(slope * error)), ""))
    prepared = prepare(area.data, TrainSettings.from_dict({"seed": SEED}))
    bases = member_bases(prepared, area.data, TrainSettings.from_dict({"seed": SEED}), MEMBERS)
    p = [
        probability_of(base.logit(area.inputs, area.soil, area.rain)[:, 0].astype(np.float32))
        for base in bases
        if base
    ]
    rows.append(
        Row(
            f"spread of {MEMBERS} members' bases: of the probability, median",
            float(np.median(np.std(p, axis=0))),
            "",
        )
    )
    write_rows("spread", rows)


if __name__ == "__main__":
    main()
