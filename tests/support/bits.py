"""Bits of a network's results as one hash, and test files run as on another processor."""

import hashlib
import sys

import numpy as np
import pytest

from landslide_plugin.core.model.inference.architecture import Architecture
from landslide_plugin.core.model.inference.network import ForwardNetwork
from tools.check import kernels
from tools.check.random_bundle import random_weights


@pytest.fixture(params=sorted(kernels.LEFT_OUT))
def kernel(request):
    """Each kernel that this machine can compute with."""
    why = kernels.missing(request.param)
    if why:
        pytest.skip(f"{request.param}: {why}")
    return request.param


def require_passing(kernel, tests):
    """Run tests in a child that computes with a kernel."""
    said, code, _ = kernels.run(kernel, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests)
    assert code == 0, said


def require_same_on_any_threads(kernel):
    """The library's threads may not change a bit."""
    given = ("-m", "tests.support.bits")
    alone, *others = (kernels.run(kernel, *given, OPENBLAS_NUM_THREADS=count)[0] for count in "14")
    assert alone
    assert others == [alone]


def digest():
    """Hash of the logits of a network of the usual size, with tables and without."""
    shape = Architecture(3, 3, 2, 2, "cross_hierarchical")
    rng, hashed = np.random.default_rng(0), hashlib.sha256()
    static, soil, rain = (rng.normal(size=size).astype("f4") for size in ((300, 3), (300, 3, 2), (2, 2)))
    for ranges in (None, [(-32.0, 32.0)] * 3):
        network = ForwardNetwork(shape, random_weights(shape, 1), ranges, ranges and ranges[:2])
        hashed.update(network.logits(static, soil, rain).tobytes())
    return hashed.hexdigest()


if __name__ == "__main__":
    sys.stdout.write(digest())
