"""Packages that a few computations need and that some QGIS installations lack."""

from __future__ import annotations

from importlib.util import find_spec

from .errors import InputError


def require_scipy(what: str) -> None:
    """Raise ``InputError`` saying what to install unless SciPy can be imported.

    >>> require_scipy("The probability of failure")
    """
    if find_spec("scipy") is None:
        raise InputError(
            f"{what} needs SciPy, which this QGIS does not have; install it (Debian and Ubuntu: "
            "apt install python3-scipy) and start QGIS again"
        )
