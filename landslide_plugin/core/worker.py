"""The modelling process: one job in, events out, nothing shared with QGIS.

Run as ``python <absolute path>/worker.py <absolute path>/job.json`` by ``worker_client``. Events are
JSON lines on a private duplicate of standard output; whatever libraries print goes to standard
error. Standard input stays open as long as the parent lives: the line ``stop`` asks to cancel, its
end means that the parent is gone, and then this process leaves at once.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import shutil
import sys
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

if TYPE_CHECKING:
    from .progress import Progress

    Task = Callable[[Mapping[str, Any], Progress], dict[str, Any]]

PROTOCOL = 1
EXIT_DONE, EXIT_FAILED, EXIT_CANCELLED, EXIT_ORPHANED = 0, 1, 3, 4


def _train() -> Task:
    from .model.train_job import run

    return run


def _compare() -> Task:
    from .model.compare_job import run

    return run


def _report() -> Task:
    from .report.report_job import run

    return run


def _publication() -> Task:
    from .report.publication_job import run

    return run


def _figures() -> Task:
    from .report.figures_job import run

    return run


def _terrain() -> Task:
    from .terrain.terrain_job import run

    return run


def _check() -> Task:
    from .model.check_job import run

    return run


TASKS: Mapping[str, Callable[[], Task]] = {
    "train": _train,
    "compare": _compare,
    "report": _report,
    "publication": _publication,
    "figures": _figures,
    "terrain": _terrain,
    "check": _check,
}


class Channel:
    """The line to the parent, on descriptors of its own so that no library can write into it.

    ``folder`` is that of the job; when the parent is gone it is taken along, for nobody else will.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._leaving = folder, threading.Lock()
        self._events: BinaryIO = os.fdopen(os.dup(1), "wb")
        self.commands: BinaryIO = os.fdopen(os.dup(0), "rb")
        self._lock = threading.Lock()
        os.dup2(2, 1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)

    def send(self, event: str, **fields: Any) -> None:
        """Send one event; leave at once if nobody listens any more."""
        line = json.dumps({"event": event, **fields}).encode() + b"\n"
        try:
            with self._lock:
                self._events.write(line)
                self._events.flush()
        except OSError:
            self.leave()

    def leave(self) -> NoReturn:
        """End at once without a parent; whichever thread sees it first."""
        with self._leaving:
            shutil.rmtree(self._folder, ignore_errors=True)
            os._exit(EXIT_ORPHANED)


def main(arguments: Sequence[str], tasks: Mapping[str, Callable[[], Task]] = TASKS) -> NoReturn:
    """Run the job file named by the first argument and leave without waiting for library threads."""
    channel = Channel(Path(arguments[0]).parent)
    channel.send("hello", protocol=PROTOCOL)
    stop = threading.Event()
    threading.Thread(target=_listen, args=(channel, stop), daemon=True).start()
    code = _run(channel, stop, Path(arguments[0]), tasks)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _listen(channel: Channel, stop: threading.Event) -> None:
    """Heed the parent until it is gone."""
    for line in channel.commands:
        if line.strip() == b"stop":
            stop.set()
    channel.leave()


def _run(
    channel: Channel, stop: threading.Event, job_file: Path, tasks: Mapping[str, Callable[[], Task]]
) -> int:
    from .errors import Cancelled, LandslideError
    from .progress import Progress

    progress = Progress(
        fraction=lambda share: channel.send("progress", share=float(share)),
        info=lambda text: channel.send("info", text=text),
        warning=lambda text: channel.send("warning", text=text),
        is_cancelled=stop.is_set,
    )
    try:
        task, job = _read(job_file, tasks)
        channel.send("result", result=task(job, progress))
    except Cancelled:
        channel.send("cancelled")
        return EXIT_CANCELLED
    except LandslideError as error:
        channel.send("error", kind=type(error).__name__, message=str(error))
        return EXIT_FAILED
    except Exception as error:  # the border of the process: the parent must hear of everything
        traceback.print_exc()
        channel.send("crash", message=f"{type(error).__name__}: {error}")
        return EXIT_FAILED
    return EXIT_DONE


def _read(job_file: Path, tasks: Mapping[str, Callable[[], Task]]) -> tuple[Task, Mapping[str, Any]]:
    from .errors import WorkerError

    document = json.loads(job_file.read_text(encoding="utf-8"))
    found = document.get("protocol")
    if found != PROTOCOL:
        raise WorkerError(
            f"The job file speaks protocol {found}, the modelling process {PROTOCOL}; "
            "restart QGIS so that both come from the same version of the plugin"
        )
    if document["task"] not in tasks:
        raise WorkerError(f"There is no modelling task {document['task']}; allowed: {', '.join(tasks)}")
    return tasks[document["task"]](), document["job"]


def load_package() -> str:
    """Make the plugin's package importable without its neighbours on the path; return its name.

    The folder of a script heads ``sys.path``; ours has a ``profile`` module that would hide Python's,
    and the folder above the plugin holds other people's plugins.
    """
    root = Path(__file__).resolve().parents[1]
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
    importlib.import_module(f"{load_package()}.core.worker").main(sys.argv[1:])
