"""Quantities of maps of expert judgement."""

from .quantity import Quantity

EXPERT: tuple[Quantity, ...] = (
    Quantity(
        "overlay_method",
        "How scores are put together",
        "The weighted sum lets a high score of one factor make up for a low one of another. Fuzzy AND takes the "
        "smallest score, OR the largest; product and sum go beyond them, and gamma stands between the two.",
        default="weighted_sum",
        choices=("weighted_sum", "fuzzy_and", "fuzzy_or", "fuzzy_product", "fuzzy_sum", "fuzzy_gamma"),
        choice_labels=("Weighted sum", "Fuzzy AND", "Fuzzy OR", "Fuzzy product", "Fuzzy sum", "Fuzzy gamma"),
    ),
    Quantity(
        "overlay_gamma",
        "Exponent gamma",
        "Of fuzzy gamma: 0 is the product, 1 the sum.",
        default=0.9,
        minimum=0.0,
        maximum=1.0,
    ),
)
