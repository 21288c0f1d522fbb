"""All layers of a study checked together, in the order in which they are told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...progress import SILENT, Progress
from ...types.features import FeatureSet
from .check import check_raster, check_vector
from .findings import ERROR, WARNING, LayerCheck
from .page import headline


@dataclass(frozen=True)
class GivenRaster:
    """A raster to check: what it is for, its path, its kind and the factor it becomes."""

    role: str
    path: str
    kind: str = "continuous"
    factor: str = ""


@dataclass(frozen=True)
class GivenVector:
    """A vector layer to check: what it is for, its features as they are, and what they should be."""

    role: str
    features: FeatureSet
    kind: str


def check_layers(
    dem: str,
    rasters: Sequence[GivenRaster],
    vectors: Sequence[GivenVector],
    progress: Progress = SILENT,
) -> list[LayerCheck]:
    """Check a DEM, and every other layer against it."""
    first, grid = check_raster("DEM", dem, "dem", progress=progress)
    checks = [first]
    for each in rasters:
        found, _ = check_raster(each.role, each.path, each.kind, grid, progress, factor=each.factor)
        checks.append(found)
    return [*checks, *(check_vector(each.role, each.features, each.kind, grid) for each in vectors)]


def tell_checks(checks: Sequence[LayerCheck], progress: Progress) -> None:
    """Log every finding, and the headline."""
    for check in checks:
        for finding in check.findings:
            mark = "Error: " if finding.severity == ERROR else ""
            words = f"{mark}{check.role} ({check.name}): {finding.problem}."
            words += f" {finding.advice}." if finding.advice else ""
            (progress.warning if finding.severity in (WARNING, ERROR) else progress.info)(words)
    bad = any(check.verdict == ERROR for check in checks)
    (progress.warning if bad else progress.info)(headline(checks))
