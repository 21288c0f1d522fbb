"""What the chapter of the validation holds."""

from __future__ import annotations

from ..common.chapter import Chapter, Entry
from . import confusion, curves, differences, folds, gap, reach, reliability, summary, variogram

CHAPTER = Chapter(
    "validation",
    "Validation",
    (
        Entry("summary", "Summary of all methods", summary.build),
        Entry("duel", "Differences between models", differences.build),
        Entry("gap", "Fit, random and spatial folds", gap.build),
        Entry("curves", "Curves of every method", curves.build),
        Entry("precision", "Precision-recall curves", curves.missing),
        Entry("confusion", "Confusion matrices", confusion.build),
        Entry("reliability", reliability.TITLE, reliability.build),
        Entry("folds", folds.TITLE, folds.build),
        Entry("reach", reach.TITLE, reach.build),
        Entry("variogram", "Residual variogram", variogram.build),
    ),
)
