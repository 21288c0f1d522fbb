"""Whether the evidence of the factors may be added: landslides expected over landslides observed."""

from __future__ import annotations

MUCH = 1.15
"""Beyond this ratio, or below its inverse, independence is commonly doubted (Bonham-Carter 1994, section 9.4)."""


def expected_over_observed(expected: float, observed: float) -> float:
    """Sum of the probabilities before calibration over the number of landslides, where the weights were counted.

    It is 1 where factors are independent given a landslide and given none; correlated factors count the same
    evidence twice (Agterberg and Cheng 2002).

    >>> expected_over_observed(0.5 + 0.7, 1)
    1.2
    """
    return expected / observed


def dependence_words(ratio: float) -> str:
    """The ratio in a sentence.

    >>> dependence_words(1.02)
    'Before calibration the classes expect 1.02 times the landslides observed: little sign of dependent factors'
    """
    said = f"Before calibration the classes expect {ratio:.2f} times the landslides observed"
    if 1.0 / MUCH <= ratio <= MUCH:
        return f"{said}: little sign of dependent factors"
    return (
        f"{said}: factors depend on each other and their evidence counts more than once; ranks may hold, "
        "probabilities lean on the calibration. Leave out factors that repeat others"
    )
