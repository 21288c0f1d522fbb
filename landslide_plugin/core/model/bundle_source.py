"""Where the files of a bundle lie: in a folder, or in one .zip that is as good."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from ..errors import BundleError

CARD = "card.html"
FILES = ("bundle.json", "weights.npz", "metrics.json", "evaluation.npz", CARD)
LARGEST_BYTES = 2**31
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
        return {name: (path / name).read_bytes() for name in FILES if (path / name).is_file()}
    except OSError as error:
        raise BundleError(f"{path.name} cannot be read: {error.strerror or error}") from None


def _from_zip(path: Path) -> dict[str, bytes]:
    found = {}
    try:
        with zipfile.ZipFile(path) as archive:
            records = [name for name in archive.namelist() if Path(name).name == FILES[0]]
            start = min(records, key=len)[: -len(FILES[0])] if records else ""
            for name in FILES:
                if start + name in archive.namelist():
                    info = archive.getinfo(start + name)
                    if info.file_size > LARGEST_BYTES:
                        raise BundleError(f"{path.name}: {name} is larger than any model; it is refused")
                    found[name] = archive.read(info)
    except (zipfile.BadZipFile, RuntimeError, EOFError) as error:
        raise BundleError(f"{path.name} is no readable .zip of a model bundle: {error}") from None
    return found


def zip_bundle(folder: Path, target: Path) -> None:
    """Put a bundle folder into one .zip, written beside its target and renamed; the same bytes each time.

    Raises
    ------
    BundleError
        The target cannot be written.
    """
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in open_bundle(folder).items():
                entry = zipfile.ZipInfo(name, DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, content)
        os.replace(part, target)
    except OSError as error:
        raise BundleError(f"{target.name} cannot be written: {error.strerror or error}") from None
    finally:
        part.unlink(missing_ok=True)
