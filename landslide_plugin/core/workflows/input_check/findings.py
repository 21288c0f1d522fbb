"""What was seen of a layer: one finding a problem, with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, field

OK, NOTE, WARNING, ERROR = "ok", "note", "warning", "error"


@dataclass(frozen=True)
class Finding:
    """A problem and what to do about it."""

    severity: str
    problem: str
    advice: str = ""


@dataclass
class LayerCheck:
    """What was seen of a layer.

    Attributes
    ----------
    role : str
        What the layer is for, such as "DEM".
    name : str
    crs, cells, offset, no_data, values : str
        In words; empty where it does not apply.
    findings : list of Finding
    """

    role: str
    name: str
    crs: str = ""
    cells: str = ""
    offset: str = ""
    no_data: str = ""
    values: str = ""
    findings: list[Finding] = field(default_factory=list)

    def find(self, severity: str, problem: str, advice: str = "") -> None:
        """Note a finding."""
        self.findings.append(Finding(severity, problem, advice))

    @property
    def verdict(self) -> str:
        """The gravest severity found."""
        grave = {finding.severity for finding in self.findings}
        return next((level for level in (ERROR, WARNING, NOTE) if level in grave), OK)
