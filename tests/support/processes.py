"""Small questions about processes that tests of the modelling process ask."""

import time
from pathlib import Path

from tools.check.patience import patient


def running(pid):
    """True while a process lives: it is no zombie, and no thread of one is left."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        threads = len(list(Path(f"/proc/{pid}/task").iterdir()))
    except OSError:
        return False
    return state != "Z" or threads > 1


def wait_for(condition, seconds):
    """What ``condition`` returns, as soon as it is true or when the time is up, later on a busy machine."""
    end = time.monotonic() + patient(seconds)
    while time.monotonic() < end:
        if condition():
            break
        time.sleep(0.01)
    return condition()


def number_in(path):
    """The number a file holds; 0 while it is not there."""
    return int(path.read_text()) if path.exists() and path.read_text() else 0
