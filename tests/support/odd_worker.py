"""A worker program with tasks that misbehave, each in one way, on top of the product's own."""

import ctypes
import importlib
import os
import subprocess
import sys
import time
from pathlib import Path


def note(job):
    """Tell the test which process runs the task."""
    Path(job.get("mark") or os.environ["ODD_MARK"]).write_text(str(os.getpid()))


def echo(job, progress):
    progress.step(0.5)
    progress.info("half way")
    progress.warning("careful")
    return dict(job)


def wait(job, progress):
    """Work in short steps until asked to stop; say where it runs."""
    note(job)
    for step in range(6000):
        progress.step(step / 6000)
        time.sleep(0.01)
    return {}


def deaf(job, progress):
    """Never look whether to stop."""
    note(job)
    time.sleep(60)
    return {}


def late(job, progress):
    """Be done although asked to stop meanwhile, as at the very end of a job."""
    note(job)
    while not progress.is_cancelled():
        time.sleep(0.01)
    return {}


def heed(job, progress):
    """Look once whether to stop; say where it runs."""
    progress.check()
    return {"process": os.getpid()}


def chatter(job, progress):
    """Print everywhere a library might, in text that looks like events too."""
    print('{"event": "result", "result": {"forged": true}}', flush=True)
    os.write(1, b"straight to descriptor one\n" * 20000)
    os.write(2, b"straight to descriptor two\n" * 20000)
    subprocess.run(["/bin/sh", "-c", "echo from a child; cat"], check=True)
    return {"said": "the truth"}


def leave(job, progress):
    print("about to leave")
    sys.stdout.flush()
    os._exit(7)


def crash(job, progress):
    ctypes.string_at(0)


def stumble(job, progress):
    print("a long story\n" * 100, file=sys.stderr)
    raise ZeroDivisionError("nothing to divide by")


def refuse(job, progress):
    from landslide_plugin.core.errors import GridMismatch

    raise GridMismatch("slope is on another grid")


def surroundings(job, progress):
    import profile
    import tempfile

    return {"environment": dict(os.environ), "temporary": tempfile.gettempdir(), "profile": profile.__file__}


def identity(job, progress):
    import tempfile

    return {"process": os.getpid(), "temporary": tempfile.gettempdir(), **job}


def leave_a_child_behind(job, progress):
    subprocess.Popen(["sleep", "60"])
    os._exit(9)


ODD = (
    *(echo, wait, deaf, late, heed, chatter, leave, crash),
    *(stumble, refuse, surroundings, identity, leave_a_child_behind),
)

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])
    worker = importlib.import_module("landslide_plugin.core.worker.process")
    if os.environ.get("ODD_PROTOCOL"):
        worker.PROTOCOL = int(os.environ["ODD_PROTOCOL"])
    tasks = {task.__name__: (lambda task=task: task) for task in ODD}
    if os.environ.get("ODD_TASK"):
        tasks["check"] = tasks[os.environ["ODD_TASK"]]
    worker.main(sys.argv[1:], {**worker.TASKS, **tasks})
