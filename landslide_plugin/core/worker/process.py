"""The modelling process: one job in, events out, nothing shared with QGIS.

Run as ``python <absolute path>/start.py <absolute path>/job.json`` by ``client``. Events are
JSON lines on a private duplicate of standard output; whatever libraries print goes to standard
error. Standard input stays open as long as the parent lives: the line ``stop`` asks to cancel, its
end means that the parent is gone, and then this process leaves at once.

With ``--keep`` behind it, the file names no more than the process's own folder: jobs come as lines ``job`` with their
file, and after each one that was done the process says ``ready`` and waits for the next. After any other end it
leaves, as it always does without.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import sys
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from .protocol import EXIT_CANCELLED, EXIT_DONE, EXIT_FAILED, EXIT_ORPHANED, KEEP, PROTOCOL

if TYPE_CHECKING:
    from ..progress import Progress

    Task = Callable[[Mapping[str, Any], Progress], dict[str, Any]]


def _train() -> Task:
    from .tasks.train import run

    return run


def _compare() -> Task:
    from .tasks.compare import run

    return run


def _report() -> Task:
    from .tasks.report import run

    return run


def _publication() -> Task:
    from .tasks.publication import run

    return run


def _figures() -> Task:
    from .tasks.figures import run

    return run


def _terrain() -> Task:
    from .tasks.terrain import run

    return run


def _train_events() -> Task:
    from .tasks.train_events import run

    return run


def _repeat() -> Task:
    from .tasks.training.repeat import run

    return run


def _lessons() -> Task:
    from .tasks.training.lessons import run

    return run


def _twins() -> Task:
    from .tasks.training.twins import run

    return run


def _check() -> Task:
    from .tasks.check import run

    return run


def _learning_curve() -> Task:
    from .tasks.training.learning import run

    return run


TASKS: Mapping[str, Callable[[], Task]] = {
    "train": _train,
    "compare": _compare,
    "train_events": _train_events,
    "report": _report,
    "publication": _publication,
    "figures": _figures,
    "terrain": _terrain,
    "repeat": _repeat,
    "lessons": _lessons,
    "twins": _twins,
    "learning_curve": _learning_curve,
    "check": _check,
}
SHARING = ("train", "compare")
"""Tasks that share their work with a second process."""


class Channel:
    """The line to the parent, on descriptors of its own so that no library can write into it.

    ``folders`` are those of the process and of the job; when the parent is gone they are taken along, for nobody
    else will.
    """

    def __init__(self, *folders: Path) -> None:
        self.folders, self._leaving = folders, threading.Lock()
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
            for folder in self.folders:
                shutil.rmtree(folder, ignore_errors=True)
            os._exit(EXIT_ORPHANED)


def main(arguments: Sequence[str], tasks: Mapping[str, Callable[[], Task]] = TASKS) -> NoReturn:
    """Run the job file named by the first argument and leave without waiting for library threads."""
    job_file, kept = Path(arguments[0]), KEEP in arguments[1:]
    channel = Channel(job_file.parent)
    channel.send("hello", protocol=PROTOCOL)
    stop = threading.Event()
    jobs: queue.SimpleQueue[Path] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(channel, stop, jobs), daemon=True).start()
    while True:
        if kept:
            job_file = jobs.get()
            channel.folders = (channel.folders[0], job_file.parent)
        code = _run(channel, stop, job_file, tasks)
        sys.stdout.flush()
        sys.stderr.flush()
        if not kept or code != EXIT_DONE:
            os._exit(code)
        _tidy()
        channel.send("ready", memory_mib=memory_mib())


def _listen(channel: Channel, stop: threading.Event, jobs: queue.SimpleQueue[Path]) -> None:
    """Heed the parent until it is gone."""
    for line in channel.commands:
        word, _, rest = line.strip().partition(b" ")
        if word == b"stop":
            stop.set()
        elif word == b"job":
            stop.clear()  # it was asked of the job before, which may have been done by then
            jobs.put(Path(json.loads(rest)))
    channel.leave()


def _tidy() -> None:
    """Forget what a job left in the process, so that the next one finds it as a new process would."""
    if "keras" in sys.modules:
        from ..model.network.keras_twin import forget

        forget()


def memory_mib() -> int:
    """Memory that this process holds, MiB; 0 where the system does not tell.

    >>> memory_mib() >= 0
    True
    """
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS")), 0)


def _run(
    channel: Channel, stop: threading.Event, job_file: Path, tasks: Mapping[str, Callable[[], Task]]
) -> int:
    from ..errors import Cancelled, DiskSpaceError, LandslideError, system_words
    from ..progress import Progress
    from ..words.speaking import speaking

    progress = Progress(
        fraction=lambda share: channel.send("progress", share=float(share)),
        info=lambda text: channel.send("info", text=text),
        warning=lambda text: channel.send("warning", text=text),
        is_cancelled=stop.is_set,
    )
    try:
        task, job, language = _read(job_file, tasks)
        with speaking(language):
            result = task(job, progress)
        channel.send("result", result=result)
    except Cancelled:
        channel.send("cancelled")
        return EXIT_CANCELLED
    except LandslideError as error:
        channel.send("error", kind=type(error).__name__, message=str(error))
        return EXIT_FAILED
    except OSError as error:
        traceback.print_exc()
        channel.send("error", kind=DiskSpaceError.__name__, message=system_words(error))
        return EXIT_FAILED
    except Exception as error:  # the border of the process: the parent must hear of everything
        traceback.print_exc()
        channel.send("crash", message=f"{type(error).__name__}: {error}")
        return EXIT_FAILED
    return EXIT_DONE


def _read(job_file: Path, tasks: Mapping[str, Callable[[], Task]]) -> tuple[Task, Mapping[str, Any], str]:
    """The task, what it is to do, and the language of its pages and figures; its log is in English."""
    from ..errors import WorkerError

    document = json.loads(job_file.read_text(encoding="utf-8"))
    found = document.get("protocol")
    if found != PROTOCOL:
        raise WorkerError(
            f"The job file speaks protocol {found}, the modelling process {PROTOCOL}; "
            "restart QGIS so that both come from the same version of the plugin"
        )
    if document["task"] not in tasks:
        raise WorkerError(f"There is no modelling task {document['task']}; allowed: {', '.join(tasks)}")
    job = document["job"]
    if document["task"] in SHARING:
        from .second import SecondProcess

        job = {**job, "second": SecondProcess.beside(str(document.get("python", "")))}
    return tasks[document["task"]](), job, str(document.get("language", "en"))
