"""The same of the NumPy of the worker's environment, which brings a linear algebra library of its own."""

from tests.support.bits import kernel, require_passing, require_same_on_any_threads  # noqa: F401

INFERENCE = "tests/core/model/inference"


def test_invariance_holds(kernel):  # noqa: F811
    require_passing(kernel, (f"{INFERENCE}/test_columns.py", f"{INFERENCE}/test_network.py"))


def test_threads_of_the_library_change_no_bit(kernel):  # noqa: F811
    require_same_on_any_threads(kernel)
