"""The script that starts the modelling process: the plugin is made importable, then ``process`` takes over."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass


def load_package() -> str:
    """Make the plugin's package importable without its neighbours on the path; return its name.

    The folder of a script heads ``sys.path``; a module of ours there must not hide one of Python's,
    and the folder above the plugin holds other people's plugins.
    """
    root = Path(__file__).resolve().parents[2]
    sys.path[:] = [entry for entry in sys.path if Path(entry).resolve() != Path(__file__).resolve().parent]
    spec = importlib.util.spec_from_file_location(
        root.name, root / "__init__.py", submodule_search_locations=[str(root)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"{root} is not a package")
    module = importlib.util.module_from_spec(spec)
    sys.modules[root.name] = module
    spec.loader.exec_module(module)
    return root.name


if __name__ == "__main__":
    importlib.import_module(f"{load_package()}.core.worker.process").main(sys.argv[1:])
