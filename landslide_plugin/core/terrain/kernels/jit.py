"""How kernels are compiled: the only module that imports numba.

Compiled code is kept in the folder that the variable ``NUMBA_CACHE_DIR`` names. numba does not see
that a function which a kernel calls has changed in another file, so the folder's name holds a digest
of all kernels' source, see ``terrain.remote.kernels_digest``.
"""

from __future__ import annotations

import threading
from functools import wraps
from typing import Any, Callable, TypeVar, cast

import numba
from numba.extending import intrinsic

Kernel = TypeVar("Kernel", bound=Callable[..., Any])

ARITHMETIC = {"contract", "arcp", "nsz"}
"""Liberties the compiler may take; none depends on where a strip begins or on the threads."""

types = numba.types
"""What values of kernels can be."""

prange = numba.prange
"""A range whose turns are shared by the cores, in parallel kernels."""

COMPILED = not numba.config.DISABLE_JIT
"""False where kernels run as Python, with every index checked."""

_one_at_a_time = threading.Lock()


def inline(function: Kernel) -> Kernel:
    """Compile a helper that kernels call for every cell."""
    return cast(
        Kernel, numba.njit(cache=True, fastmath=ARITHMETIC, error_model="numpy", forceinline=True)(function)
    )


def serial(function: Kernel) -> Kernel:
    """Compile a kernel of one thread that lets other threads run beside it."""
    return cast(
        Kernel, numba.njit(cache=True, nogil=True, fastmath=ARITHMETIC, error_model="numpy")(function)
    )


def parallel(function: Kernel) -> Kernel:
    """Compile a kernel whose ``prange`` loops share the cores; two never run at a time.

    With the simplest threading layer, two threads in such kernels end the process.
    """
    compiled = numba.njit(cache=True, nogil=True, parallel=True, fastmath=ARITHMETIC, error_model="numpy")(
        function
    )

    @wraps(function)
    def guarded(*arguments: Any) -> Any:
        with _one_at_a_time:
            return compiled(*arguments)

    return cast(Kernel, guarded)


def in_instructions(plain: Kernel) -> Callable[[Callable[..., Any]], Kernel]:
    """Put what a function writes in the compiler's instructions in the place of one in Python.

    The function gets numba's typing context and the types of the arguments, and returns the signature and the
    writer of the instructions (``numba.extending.intrinsic``). Uncompiled, ``plain`` runs.
    """

    def chosen(written: Callable[..., Any]) -> Kernel:
        return cast(Kernel, intrinsic(written)) if COMPILED else plain

    return chosen


def threads() -> int:
    """Number of threads that parallel kernels use."""
    return int(numba.get_num_threads())
