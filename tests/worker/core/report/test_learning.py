"""Curves of the training: every column of charts has its epochs, once."""

from contextlib import nullcontext
from io import BytesIO

import pytest

from landslide_plugin.core.report.model import learning

pytest.importorskip("matplotlib")
MEMBER = {"seed": 3, "epochs": 1, "history": [2.0, 1.0], "history_parts": [[1.5, 0.5, 0.6], [0.9, 0.1, 0.7]]}


@pytest.mark.parametrize(
    ("kinds", "numbered"),
    [
        (("total",), [True]),
        (("total", "data", "auroc"), [False, True, True]),
        (("total", "data", "physics", "auroc"), [False, False, True, True]),
    ],
)
def test_the_lowest_chart_of_each_column_numbers_the_epochs(monkeypatch, kinds, numbered):
    from matplotlib.figure import Figure

    canvas = Figure(layout="constrained")
    monkeypatch.setattr(learning, "drawing", lambda *_: nullcontext((canvas, BytesIO())))
    learning.draw([MEMBER], kinds)
    shown = [axes for axes in canvas.axes if axes.get_visible()]
    canvas.draw_without_rendering()
    assert [bool(axes.get_xlabel()) for axes in shown] == numbered
    assert [any(t.label1.get_visible() for t in axes.xaxis.get_major_ticks()) for axes in shown] == numbered
