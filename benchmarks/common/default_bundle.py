"""The default of a training, all families, on the 350 points of the first tutorial, as a bundle.

``python -m benchmarks.common.default_bundle FOLDER`` in ``.venv-worker`` leaves it in ``FOLDER/model``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.bench.models import rbsf
from benchmarks.common.training_runs import trained_bundle

EVERY = {"settings": {"seed": 42}}
"""The job of a training of which nothing is chosen."""


def main(folder: str) -> None:
    """Train it."""
    print(trained_bundle(rbsf(), EVERY, Path(folder)).describe())


if __name__ == "__main__":
    main(sys.argv[1])
