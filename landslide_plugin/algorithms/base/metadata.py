"""What ``metadata.txt`` says of the plugin, read once when somebody asks."""

from configparser import ConfigParser
from functools import lru_cache
from pathlib import Path

PLUGIN_FOLDER = Path(__file__).resolve().parents[2]


@lru_cache(maxsize=1)
def _general() -> dict[str, str]:
    parser = ConfigParser()
    parser.read(PLUGIN_FOLDER / "metadata.txt", encoding="utf-8")
    return dict(parser["general"])


def homepage() -> str:
    """Address of the project, without a slash at its end."""
    return _general()["homepage"].rstrip("/")


def documentation(page: str, folder: Path = PLUGIN_FOLDER / "help") -> str:
    """Address of a page of the documentation, such as ``terrain`` or ``help/terrainfactors``.

    The pages in ``folder``, which come with the plugin's zip, need no network; without them it is a page of
    the project's site.
    """
    own = folder / f"{page}.html"
    return own.as_uri() if own.is_file() else f"{homepage()}/{page}.html"


def version() -> str:
    """Version of the plugin."""
    return _general()["version"]
