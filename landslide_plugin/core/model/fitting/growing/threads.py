"""How many threads the linear algebra of a training may use."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from typing import Any


def one_thread_each() -> AbstractContextManager[Any]:
    """One thread a matrix product, as long as it is entered; nothing changes where the libraries cannot be told.

    A training makes tens of thousands of products of a few hundred rows. Shared out, each waits for its threads longer
    than it takes alone, and much longer where other programs run; and the number of threads would change last digits.
    SciPy has a linear algebra of its own, which is loaded first: a limit holds for what is there when it is set.
    """
    import_module("scipy.linalg")
    try:
        from threadpoolctl import threadpool_limits
    except ImportError:
        return nullcontext()
    return threadpool_limits(1, user_api="blas")  # type: ignore[no-any-return]
