"""The first cases of the campaign; the whole is `make attack`."""

import sys

from tests.attack.__main__ import ALGORITHMS, MODEL, plan, tried


def test_hostile_cases_are_held(tmp_path):
    """One line or whole results; no traceback, nothing of the user's touched, nothing left behind."""
    cases = plan(3 * len(ALGORITHMS), 200, ALGORITHMS)
    found = dict(tried(cases, MODEL, 120.0, "/bin/false" if sys.platform != "win32" else ""))
    assert list(found) == cases
    assert not {case: wrong for case, wrong in found.items() if wrong}
