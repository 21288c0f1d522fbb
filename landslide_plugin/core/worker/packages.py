"""Where pip takes packages from, and the pinned list with hashes that it is held to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError

LOCK = ".lock"
MADE_FROM = re.compile(r"^# Made from \S+ \(sha256 ([0-9a-f]{64})\)", re.MULTILINE)
PIN = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
USER = re.compile(r"(?<=://)[^/?#\s]+@")


def without_user(text: str) -> str:
    """A text whose addresses have neither user nor password, even one with a sign that should be escaped.

    >>> without_user("@".join(("from https://ann:b", "c", "mirror.local/x to /y")))
    'from https://mirror.local/x to /y'
    """
    return USER.sub("", text)


@dataclass(frozen=True)
class PackageSource:
    """An index or a folder of wheels.

    Attributes
    ----------
    index : str
        Address of a package index; empty, that of pip's own settings.
    folder : str
        Folder of wheels that is taken in place of any index, for a machine without a network.
    """

    index: str = ""
    folder: str = ""

    @property
    def options(self) -> list[str]:
        """Options of pip.

        >>> PackageSource(folder="/wheels").options
        ['--no-index', '--find-links', '/wheels']
        """
        if self.folder:
            return ["--no-index", "--find-links", self.folder]
        return ["--index-url", self.index] if self.index else []

    @property
    def words(self) -> str:
        """Where packages come from, without user and password.

        >>> PackageSource("@".join(("https://ann:b", "mirror.local/simple"))).words
        'the index https://mirror.local/simple'
        """
        if self.folder:
            return f"the folder {self.folder}"
        if not self.index:
            return "the index of pip's settings"
        return f"the index {without_user(self.index)}"


OF_PIP = PackageSource()


def package_source(named: str) -> PackageSource:
    """What a user named: nothing, the address of an index, or a folder of wheels.

    Raises
    ------
    InputError
        It is neither, or the folder holds no wheel.

    Examples
    --------
    >>> package_source("https://mirror.local/simple").index
    'https://mirror.local/simple'
    >>> package_source("mirror")
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: PACKAGES is mirror; give the address of an index (https://...) or a \
folder of wheels
    """
    if not named:
        return OF_PIP
    if re.match("https?://", named):
        return PackageSource(index=named)
    folder = Path(named).expanduser()
    if not folder.is_dir():
        raise InputError(
            f"PACKAGES is {named}; give the address of an index (https://...) or a folder of wheels"
        )
    if not any(folder.glob("*.whl")):
        raise InputError(
            f"PACKAGES: {named} holds no wheels; fill it on a machine with a network: pip download --require-hashes "
            f"-r requirements-worker{LOCK} -d <folder>, with the same system and version of Python"
        )
    return PackageSource(folder=str(folder.absolute()))


def lock_of(requirements: str) -> str:
    """The list with hashes that was made from a requirement file; empty if there is none beside it.

    >>> lock_of("/nowhere/requirements.txt")
    ''
    """
    path = Path(requirements).with_suffix(LOCK)
    return str(path) if path.is_file() else ""


def names_in(locks: Sequence[str]) -> int:
    """How many different packages lists pin; one system needs nearly all of them."""
    return len({name for path in locks for name in PIN.findall(Path(path).read_text(encoding="utf-8"))})
