"""Two folders of results held against each other: bytes, but for times and places."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from osgeo import gdal

MANIFEST = "run.json"
SUFFIXES_OF_TEXT = frozenset([".json", ".html", ".csv", ".svg", ".txt", ".qml", ".xml", ".log"])
SHEET_DPI = "72"
SHOWN = 40


@dataclass(frozen=True)
class Rule:
    """What is no part of a result: ``pattern`` in files like ``files`` is replaced by ``token`` in both folders."""

    files: str
    pattern: str
    token: str
    why: str


RULES = (
    Rule("results/*.log", r"(?m)^info: \d+ % done, about \d+ s left\n", "", "pace of the run"),
    Rule(
        "results/*.log", r"(?m)^info: Compiling the terrain kernels.*\n", "", "first run of a new tree alone"
    ),
    Rule("results/*.log", r", about \d+ s left", "", "time left"),
    Rule("results/*.log", r"(?m)(Final ensemble of \d+ in )\d+ s$", r"\1? s", "time taken"),
    Rule("results/chain_*.log", r"( total in )[\d.]+ s\.", r"\1? s.", "time taken, told by QGIS"),
    Rule("*.pdf", r"/(CreationDate|ModDate) ?\(D:[^)]*\)", r"/\1 ?", "time of writing"),
)
"""Besides these, the run's own folder and the repository's are replaced in all text; see ``rules_of``."""

Lines = list[str]


def rules_of(folder: Path) -> tuple[Rule, ...]:
    """The rules for a folder: where it lay when it was written, then ``RULES``."""
    about = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    places = (
        Rule("*", re.escape(about["folder"]) + r"(?![\w.-])", "<folder>", "the run's own folder"),
        Rule("*", re.escape(about["repository"]) + r"(?![\w.-])", "<repository>", "the repository's folder"),
    )
    return (*places, *RULES)


def as_text(path: Path, name: str, rules: Iterable[Rule], used: Counter[str]) -> str:
    """A file's text by the rules that hold for it; ``used`` counts the files that each has changed."""
    encoding = "latin-1" if path.suffix == ".pdf" else "utf-8"
    text = path.read_bytes().decode(encoding, errors="backslashreplace")
    for rule in rules:
        if fnmatch(name, rule.files):
            text, count = re.subn(rule.pattern, rule.token, text)
            used[f"{rule.why} ({rule.files})"] += bool(count)
    return text


def shortened(text: str, place: int) -> str:
    """What stands around a place of a text."""
    return repr(text[max(place - SHOWN // 2, 0) : place + SHOWN])


def first_difference(first: Lines, second: Lines, what: str) -> str:
    """The first of two lists' differences in words; empty if there is none."""
    for number, (one, other) in enumerate(zip(first, second), 1):
        if one != other:
            place = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
            return f"{what} {number}: {shortened(one, place)} / {shortened(other, place)}"
    return "" if len(first) == len(second) else f"{len(first)} / {len(second)} {what}s"


def bytes_differ(first: Path, second: Path) -> str:
    """Place of the first byte that differs, and sizes; empty if there is none."""
    one, other = first.read_bytes(), second.read_bytes()
    if one == other:
        return ""
    shorter = min(len(one), len(other))
    place = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    here, there = (blob[place : place + 8].hex() for blob in (one, other))
    return f"byte {place}: {here} / {there}, {len(one)} / {len(other)} bytes"


def rows_of(path: Path) -> Lines:
    """What a GeoPackage holds, a line a layer, field and feature: definitions, values, geometry."""
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    header = path.read_bytes()[60:72].hex()
    lines = [f"user version and application {header}"]
    for number in range(source.GetLayerCount()):
        layer = source.GetLayer(number)
        reference, shape = layer.GetSpatialRef(), layer.GetGeomType()
        lines.append(f"layer {layer.GetName()} {shape} {reference.ExportToWkt() if reference else ''}")
        definition = layer.GetLayerDefn()
        columns = [definition.GetFieldDefn(i) for i in range(definition.GetFieldCount())]
        lines += [
            f"field {one.GetName()} {one.GetFieldTypeName(one.GetType())} {one.GetWidth()}" for one in columns
        ]
        for feature in layer:
            geometry = feature.GetGeometryRef()
            blob = bytes(geometry.ExportToWkb()).hex() if geometry else None
            values = [feature.GetField(i) for i in range(len(columns))]
            lines.append(f"{layer.GetName()} {feature.GetFID()} {values!r} {blob}")
    return lines


def picture_of(path: Path) -> bytes:
    """The pages of a PDF as pixels."""
    pages = bytearray()
    main = gdal.OpenEx(str(path), gdal.OF_RASTER, open_options=[f"DPI={SHEET_DPI}"])
    several = [name for name, _ in main.GetSubDatasets()] or [str(path)]
    for name in several:
        page = gdal.OpenEx(name, gdal.OF_RASTER, open_options=[f"DPI={SHEET_DPI}"])
        pages += f"{page.RasterXSize} x {page.RasterYSize} ".encode()
        pages += page.ReadRaster(0, 0, page.RasterXSize, page.RasterYSize)
    return bytes(pages)


@dataclass
class Comparison:
    """Two folders, and what was found so far: files by kind, and how often each rule was needed."""

    first: Path
    second: Path
    kinds: Counter[str] = field(default_factory=Counter)
    identical: int = 0
    used: Counter[str] = field(default_factory=Counter)

    def difference(self, name: str) -> str:
        """The first difference of a file in words; empty if there is none."""
        one, other = self.first / name, self.second / name
        self.kinds[one.suffix or "without suffix"] += 1
        found = bytes_differ(one, other)
        self.identical += not found
        if not found:
            return ""
        try:
            if one.suffix == ".gpkg":
                self.used["GeoPackages by layers, fields, values and geometry (*.gpkg)"] += 1
                return first_difference(rows_of(one), rows_of(other), "row")
            if one.suffix in SUFFIXES_OF_TEXT:
                return first_difference(*self._texts(name), "line")
            if one.suffix == ".pdf":
                return found if self._sheets(name) else ""
        except RuntimeError as error:
            return f"{found}; {error}"
        return found

    def _sheets(self, name: str) -> bool:
        """Whether two PDFs differ in more than their dates, and in their pictures too."""
        if not first_difference(*self._texts(name), "line"):
            return False
        if picture_of(self.first / name) != picture_of(self.second / name):
            return True
        self.used["same picture, other bytes (*.pdf)"] += 1
        return False

    def _texts(self, name: str) -> tuple[Lines, Lines]:
        counts: Counter[str] = Counter()
        texts = [
            as_text(folder / name, name, rules_of(folder), counts).splitlines(keepends=True)
            for folder in (self.first, self.second)
        ]
        self.used.update({key: 1 for key, count in counts.items() if count})
        return texts[0], texts[1]


def files_in(folder: Path) -> set[str]:
    """Names of all files but the manifest, relative and with slashes."""
    if not (folder / MANIFEST).is_file():
        sys.exit(f"{folder} holds no {MANIFEST}: not a folder of a whole run")
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {MANIFEST}


def compare(first: Path, second: Path) -> int:
    """Print what differs between two folders; 1 if anything does."""
    here, there = files_in(first), files_in(second)
    found = dict.fromkeys(here - there, f"only in {first}")
    found.update(dict.fromkeys(there - here, f"only in {second}"))
    both = Comparison(first, second)
    for name in sorted(here & there):
        words = both.difference(name)
        if words:
            found[name] = words
    for name in sorted(found):
        print(f"{name}: {found[name]}")
    print("compared: " + ", ".join(f"{count} {kind}" for kind, count in sorted(both.kinds.items())))
    print(f"identical as they stand: {both.identical} of {sum(both.kinds.values())}")
    for why, count in sorted(both.used.items()):
        print(f"normalised in {count} files: {why}")
    print(
        f"{len(found)} of {len(here | there)} files differ" if found else f"{len(here)} files: no difference"
    )
    return int(bool(found))
