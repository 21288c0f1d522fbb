"""The files of a bundle: written beside the target and renamed, hashed, and checked before use."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import BundleError
from ...writing.folders import filled_folder, owned, require_owned
from ...writing.whole import written_whole
from .arrays import KINDS, REFUSED, read_arrays

SCHEMA = 4
RECORD, WEIGHTS, METRICS = "bundle.json", "weights.npz", "metrics.json"
EVALUATION = "evaluation.npz"
HASHED = (WEIGHTS, METRICS)
CARD = "card.html"
CARD_SIGN = "Landslide susceptibility model</p>"
"""What every model card holds."""

FILES = (RECORD, WEIGHTS, METRICS, EVALUATION, CARD)

MOST_DIGITS = 20
"""Of a whole number and its sign in a record."""

Arrays = dict[str, npt.NDArray[np.float32]]
Card = Callable[[Mapping[str, Any], Mapping[str, Any]], str]


def write_files(
    folder: Path,
    record: Mapping[str, Any],
    weights: Mapping[str, Any],
    metrics: Mapping[str, Any],
    evaluation: Optional[Mapping[str, Any]] = None,
    card: Optional[Card] = None,
) -> None:
    """Write a bundle folder in one piece; of an older bundle there its own files are replaced, and no others.

    ``card`` makes its model card of the record and the metrics as they will be read.

    Raises
    ------
    BundleError
        The folder holds something that is not a bundle, or cannot be written.
    InputError
        A file that is not of the bundle there has the name of one to be written.
    """
    known = require_bundle_folder(folder)
    try:
        with filled_folder(folder, FILES, known) as part:
            np.savez(part / WEIGHTS, **dict(weights))
            (part / METRICS).write_text(_text(metrics), encoding="utf-8")
            if evaluation:
                np.savez_compressed(part / EVALUATION, **dict(evaluation))
            hashed = (*HASHED, EVALUATION) if evaluation else HASHED
            sealed = {
                **record,
                "schema": SCHEMA,
                "files": {name: _sha256((part / name).read_bytes()) for name in hashed},
            }
            sealed["sha256"] = record_hash(sealed)
            (part / RECORD).write_text(_text(sealed), encoding="utf-8")
            if card:
                page = card(json.loads(_text(sealed)), json.loads(_text(metrics)))
                (part / CARD).write_text(page, encoding="utf-8")
    except OSError as error:
        raise BundleError(f"The bundle {folder.name} cannot be written: {error.strerror or error}") from None


def require_bundle_folder(folder: Path) -> frozenset[str]:
    """Refuse a folder that a bundle may not be written to; the bundle's files there if there is one.

    To be asked before the work that leads to a bundle.

    Raises
    ------
    BundleError
        The folder is a file, or holds something and no bundle.
    InputError
        A file that is not of the bundle there has the name of one to be written.
    """
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not _is_bundle(folder))):
        raise BundleError(
            f"{folder.name} exists and is not a model bundle; choose another or an empty folder"
        )
    known = _own_files(folder) if folder.is_dir() else frozenset()
    require_owned(folder, FILES, known)
    return known


def _is_bundle(folder: Path) -> bool:
    return RECORD in owned(folder) or RECORD in _own_files(folder)


def _own_files(folder: Path) -> frozenset[str]:
    """What the record of a bundle names, with the record itself and its card; none without a record of ours."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        listed = set(record["files"]) & set(FILES) if "schema" in record and "sha256" in record else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError, MemoryError):
        listed = None
    if listed is None:
        return frozenset()
    card = folder / CARD
    if card.is_file() and CARD_SIGN in card.read_text(encoding="utf-8", errors="replace"):
        listed.add(CARD)
    return frozenset({RECORD, *listed})


def read_files(path: Path) -> tuple[dict[str, Any], Arrays, dict[str, Any]]:
    """Record, weights and metrics of a bundle, a folder or a .zip of one, after every check.

    Raises
    ------
    BundleError
        A missing, truncated, altered or hand-edited file, or a newer schema; the message says which.
    """
    source = open_bundle(path)
    name = path.name
    blob = source.get(RECORD)
    if blob is None:
        raise BundleError(
            f"{name} is not a model bundle (no {RECORD}); choose the folder or .zip of a trained model"
        )
    record = _json(blob, name, RECORD)
    schema = record.get("schema")
    if not isinstance(schema, int) or schema < 1:
        raise BundleError(f"{name}: {RECORD} names no schema; it was not written by this plugin")
    if schema > SCHEMA:
        raise BundleError(f"{name} has schema {schema}, this plugin reads up to {SCHEMA}; update the plugin")
    if record.get("sha256") != record_hash(record):
        raise BundleError(f"{name}: {RECORD} was changed after training; train again or restore it")
    hashes = record.get("files")
    known = dict(hashes) if isinstance(hashes, dict) else {}
    for file in dict.fromkeys((*HASHED, *known)):
        content = source.get(file)
        if content is None:
            raise BundleError(f"{name} lacks {file}; copy the whole folder")
        if known.get(file) != _sha256(content):
            raise BundleError(f"{name}: {file} is damaged or was changed after training")
    return record, _arrays(source[WEIGHTS], name), _json(source[METRICS], name, METRICS)


def read_evaluation(path: Path) -> dict[str, npt.NDArray[Any]]:
    """Samples and held-out probabilities of a bundle; empty if it was trained before they were kept.

    Raises
    ------
    BundleError
        The file was changed after training, or cannot be read.
    """
    record, _, _ = read_files(path)
    if EVALUATION not in record["files"]:
        return {}
    try:
        return read_arrays(open_bundle(path)[EVALUATION], KINDS + "U")
    except (KeyError, ValueError) as error:
        raise BundleError(f"{path.name}: {EVALUATION} cannot be read: {error}") from None


def record_hash(record: Mapping[str, Any]) -> str:
    """SHA-256 of a record without its own hash.

    >>> record_hash({"schema": 1}) == record_hash({"schema": 1, "sha256": "anything"})
    True
    """
    plain = {key: value for key, value in record.items() if key != "sha256"}
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _text(plain: Mapping[str, Any]) -> str:
    return json.dumps(plain, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _whole(digits: str) -> int:
    """A whole number of a record; more than arrays hold is none, and would break whatever computes with it."""
    if len(digits) > MOST_DIGITS or abs(int(digits)) >= 2**63:
        raise ValueError(f"it holds a number of {len(digits)} digits")
    return int(digits)


def _json(content: bytes, bundle: str, file: str) -> dict[str, Any]:
    try:
        if len(content) > LARGEST_RECORD:
            raise ValueError("it is longer than any record")
        plain = json.loads(content.decode("utf-8"), parse_constant=_no_number, parse_int=_whole)
    except (ValueError, RecursionError, MemoryError) as error:
        raise BundleError(f"{bundle}: {file} cannot be read: {error}") from None
    if not isinstance(plain, dict):
        raise BundleError(f"{bundle}: {file} is not a record")
    return plain


def _no_number(word: str) -> float:
    raise ValueError(f"it holds {word}, which is no number")


def _arrays(content: bytes, bundle: str) -> Arrays:
    try:
        arrays = {name: values.astype(np.float32) for name, values in read_arrays(content).items()}
    except ValueError as error:
        raise BundleError(f"{bundle}: {WEIGHTS} cannot be read: {error}") from None
    spoiled = [name for name, values in arrays.items() if not np.isfinite(values).all()]
    if spoiled:
        raise BundleError(f"{bundle}: {WEIGHTS} holds values that are not finite in {spoiled[0]}")
    return arrays


LARGEST_BYTES = 2**30
LARGEST_RECORD = 2**26
DATE = (1980, 1, 1, 0, 0, 0)


def open_bundle(path: Path) -> dict[str, bytes]:
    """Content of the files of a bundle by name; files that are not there are left out.

    Nothing is unpacked: a zip is read in memory, and of it only the files that a bundle has, at its root
    or all in one folder.

    Raises
    ------
    BundleError
        A file that cannot be read, or is larger than any model.
    """
    try:
        if path.is_file():
            return _from_zip(path)
        there = [name for name in FILES if (path / name).is_file()]
        for name in there:
            if (path / name).stat().st_size > LARGEST_BYTES:
                raise BundleError(f"{path.name}: {name} is larger than any model; it is refused")
        return {name: (path / name).read_bytes() for name in there}
    except OSError as error:
        raise BundleError(f"{path.name} cannot be read: {error.strerror or error}") from None


def _from_zip(path: Path) -> dict[str, bytes]:
    contents = {}
    try:
        with zipfile.ZipFile(path) as archive:
            records = [name for name in archive.namelist() if Path(name).name == FILES[0]]
            start = min(records, key=len)[: -len(FILES[0])] if records else ""
            for name in FILES:
                if start + name in archive.namelist():
                    info = archive.getinfo(start + name)
                    if info.file_size > LARGEST_BYTES:
                        raise BundleError(f"{path.name}: {name} is larger than any model; it is refused")
                    contents[name] = archive.read(info)
    except REFUSED as error:
        raise BundleError(f"{path.name} is no readable .zip of a model bundle: {error}") from None
    return contents


def zip_bundle(folder: Path, target: Path) -> None:
    """Put a bundle folder into one .zip, written beside its target and renamed; the same bytes each time.

    Raises
    ------
    BundleError
        The target cannot be written.
    """
    try:
        with written_whole(target) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in open_bundle(folder).items():
                entry = zipfile.ZipInfo(name, DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, content)
    except OSError as error:
        raise BundleError(f"{target.name} cannot be written: {error.strerror or error}") from None
