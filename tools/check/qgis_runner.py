"""Run QGIS Processing from the shell in a private profile, without a display."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Optional, Union

from tools.check.patience import patient

REPOSITORY = Path(__file__).resolve().parents[2]
PLUGIN = "landslide_plugin"
PROFILE = REPOSITORY / "build" / "qgis-profile"
PLUGIN_PATH_OF_QGIS = "/usr/share/qgis/python/plugins"
Value = Union[str, float, int, bool, Path, Sequence[Any], None]


def executable() -> str:
    """The first of ``qgis_process.bin`` and ``qgis_process``; Debian 12's wrapper of the latter is broken."""
    for name in ("qgis_process.bin", "qgis_process"):
        found = shutil.which(name, path="/usr/bin:/bin:/usr/local/bin")
        if found:
            return found
    raise FileNotFoundError("qgis_process is not installed; run: apt-get install qgis python3-qgis")


def environment(profile: Path = PROFILE, extra: Optional[Mapping[str, str]] = None) -> dict[str, str]:
    """Environment of a QGIS without display that sees this repository's plugin and nothing of the user's.

    ``extra`` adds or replaces variables.
    """
    runtime = profile / "runtime"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    bin_folder = REPOSITORY / ".venv" / "bin"
    own = {
        "HOME": os.environ.get("HOME", str(profile)),
        "LANG": "C.UTF-8",
        "PATH": os.pathsep.join([*([str(bin_folder)] if bin_folder.is_dir() else []), "/usr/bin", "/bin"]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(runtime),
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "QGIS_PLUGINPATH": str(REPOSITORY),
    }
    for name in ("TMPDIR", "LANDSLIDE_PYTHON", "LANDSLIDE_SHARED"):
        if name in os.environ:
            own[name] = os.environ[name]
    return {**own, **(extra or {})}


def enable_plugin(profile: Path = PROFILE) -> None:
    """Switch the plugin on in ``profile``; done once, remembered by a stamp."""
    stamp = profile / "plugin-enabled"
    if stamp.exists():
        return
    done = subprocess.run(
        [executable(), "plugins", "enable", PLUGIN],
        env=environment(profile),
        capture_output=True,
        check=False,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=patient(120),
    )
    if f"* {PLUGIN}" not in done.stdout:
        raise RuntimeError(f"QGIS does not enable {PLUGIN}: {done.stdout} {done.stderr}")
    stamp.touch()


def command(algorithm: str, params: Mapping[str, Value], *options: str) -> list[str]:
    """Command line that runs ``algorithm``; a sequence is given as one ``KEY=item`` an item.

    >>> command("native:buffer", {"INPUT": "a.gpkg", "DISTANCE": 3})[1:]
    ['run', 'native:buffer', '--', 'INPUT=a.gpkg', 'DISTANCE=3']
    """
    words = []
    for key, value in params.items():
        several = value if isinstance(value, (list, tuple)) else [value]
        words += [f"{key}={_text(item)}" for item in several if item is not None]
    return [executable(), *options, "run", algorithm, "--", *words]


def _text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def qgis_process(
    algorithm: str,
    params: Optional[Mapping[str, Value]] = None,
    timeout: float = 300.0,
    env: Optional[Mapping[str, str]] = None,
    profile: Path = PROFILE,
) -> subprocess.CompletedProcess[str]:
    """Run an algorithm by ``qgis_process --json``; never raises on a non-zero exit.

    Parameters
    ----------
    algorithm : str
        Full id; without a provider, ``landslide:`` is put before it.
    params : mapping
        Parameter values; None leaves one out, a sequence repeats the key.
    env : mapping
        Variables added to :func:`environment`.
    """
    enable_plugin(profile)
    name = algorithm if ":" in algorithm else f"landslide:{algorithm}"
    return subprocess.run(
        command(name, params or {}, "--json"),
        env=environment(profile, env),
        capture_output=True,
        check=False,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=patient(timeout),
        cwd=REPOSITORY,
    )


def report(completed: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """The JSON document that ``qgis_process --json`` printed."""
    start = completed.stdout.find("{\n")
    if start < 0:
        raise ValueError(f"exit {completed.returncode}, no results: {completed.stdout} {completed.stderr}")
    document: dict[str, Any] = json.loads(completed.stdout[start:])
    return document


def outputs(completed: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """Results of a run that succeeded; raises ``RuntimeError`` with QGIS's words if it did not."""
    if completed.returncode != 0:
        raise RuntimeError(
            f"exit {completed.returncode}: {completed.stdout[-2000:]} {completed.stderr[-4000:]}"
        )
    results: dict[str, Any] = report(completed)["results"]
    return results


def messages(completed: subprocess.CompletedProcess[str]) -> str:
    """All the run said, in one text: log lines of a success, standard error of a failure."""
    return completed.stdout + completed.stderr
