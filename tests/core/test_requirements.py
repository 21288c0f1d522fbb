"""A missing package is named with what to do."""

import pytest

from landslide_plugin.core import requirements as needs
from landslide_plugin.core.errors import InputError


def test_absent_scipy_is_said(monkeypatch):
    monkeypatch.setattr(needs, "find_spec", lambda _: None)
    with pytest.raises(InputError, match="python3-scipy"):
        needs.require_scipy("The transient infiltration")
