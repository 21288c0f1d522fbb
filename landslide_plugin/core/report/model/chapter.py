"""What the chapter of the model holds."""

from __future__ import annotations

from ..common.chapter import Chapter, Entry
from . import densities, importance, learning, responses, saliency
from .factors import factor_section

CHAPTER = Chapter(
    "model",
    "Model",
    (
        Entry("factors", "Factors and coefficients", factor_section),
        Entry("densities", densities.TITLE, densities.build),
        Entry("importance", importance.TITLE, importance.build),
        Entry("responses", responses.TITLE, responses.build),
        Entry("saliency", "Saliency of soil layers", saliency.build),
        Entry("learning", learning.TITLE, learning.build),
    ),
)
