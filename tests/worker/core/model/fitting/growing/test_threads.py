"""Linear algebra runs on one thread, whichever library is loaded first."""

import subprocess
import sys
from pathlib import Path

from threadpoolctl import threadpool_info

from landslide_plugin.core.model.fitting.growing.threads import one_thread_each

REPOSITORY = Path(__file__).resolve().parents[6]
SCRIPT = """
import numpy, sys
from threadpoolctl import threadpool_info
from landslide_plugin.core.model.fitting.growing.threads import one_thread_each
assert "scipy" not in sys.modules
with one_thread_each():
    import scipy.linalg, scipy.optimize
    found = [one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"]
assert len(found) > 1 and set(found) == {1}, found
"""


def test_a_library_that_comes_later_has_one_thread_too():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_number_of_before_is_there_again():
    def threads():
        return [one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"]

    with one_thread_each():
        pass
    before = threads()
    with one_thread_each():
        assert set(threads()) == {1}
    assert threads() == before
