"""Pages and figures of many methods with long names: nothing lies on anything, is cut off, or said again and again."""

import copy

import numpy as np
import pytest

from landslide_plugin.core.report.common import map_panels
from landslide_plugin.core.report.common.canvas import say_texts
from landslide_plugin.core.report.common.content import load_content
from landslide_plugin.core.report.model import importance
from landslide_plugin.core.report.six.layout import WIDTH_MM, Cell
from landslide_plugin.core.report.six.place import FOLDED_AT, FigureRoom, key_below
from landslide_plugin.core.report.validation import curves, folds, gap, reach
from landslide_plugin.core.words.speaking import speaking
from tests.support.report_bundle import evidence, full_metrics
from tests.support.report_pages import full_job, saved

pytest.importorskip("matplotlib")

FAMILIES = (
    "forest",
    "boosting",
    "additive",
    "slope_alone",
    "physics_alone",
    "stack",
    "best_factor",
    "constant",
)


@pytest.fixture
def crowded(tmp_path):
    """Twelve methods, of which none was scored on random folds."""
    scores = full_metrics()
    for key in FAMILIES:
        scores["models"][key] = copy.deepcopy(scores["models"]["logistic"])
    for one in scores["models"].values():
        one["random"] = None
    told = evidence()
    held = {f"held_out/{key}": told.samples["held_out/logistic"] for key in FAMILIES}
    job = {**full_job(tmp_path), "metrics": scores}
    return load_content({**job, "evidence": saved(tmp_path, evidence(samples={**told.samples, **held}))})


def test_the_legend_of_the_curves_begins_below_their_axis(crowded, monkeypatch):
    from matplotlib.figure import Figure

    kept = []
    saving = Figure.savefig

    def kept_and_saved(self, *given, **named):
        kept.append(self)
        return saving(self, *given, **named)

    monkeypatch.setattr(Figure, "savefig", kept_and_saved)
    for draw in (curves.draw_roc, curves.draw_success):
        curves.picture(crowded, draw)
        (canvas,) = kept
        kept.clear()
        canvas.canvas.draw()
        legend, axes = canvas.legends[0].get_window_extent(), canvas.axes[0]
        assert len(canvas.legends[0].get_texts()) >= (8 if draw is curves.draw_roc else 1)
        assert legend.y1 <= axes.xaxis.label.get_window_extent().y0
        assert axes.get_window_extent().width > 3.0 * canvas.dpi  # not shrunk to make room
        assert axes.xaxis.label.get_window_extent().y0 - legend.y1 < 0.5 * canvas.dpi


def test_what_no_method_has_is_said_once(crowded):
    page = str(gap.build(crowded))
    assert page.count("andom folds were not asked for") == 1
    assert page.count("<li>") > len(FAMILIES)


def test_of_many_methods_each_has_a_row_in_the_table_of_folds(crowded):
    page = str(folds.build(crowded))
    heads = page[page.index("<thead>") : page.index("</thead>")]
    assert heads.count("</th>") == 1 + len(np.unique(crowded.samples["folds"]))
    assert "Slope alone" not in heads
    assert "Slope alone" in page


def test_metres_are_written_out():
    assert [reach._metres(value) for value in (17160.4, 987.65, 12.3456)] == ["17160", "987.6", "12.35"]


def test_triggers_that_change_nothing_are_a_sentence(tmp_path):
    rows = [{"name": "intensity_mm_h", "low": 20.0, "high": 110.0, "change": 0.0, "sd": 0.0}]
    still = load_content({**full_job(tmp_path), "evidence": saved(tmp_path, evidence(triggers=rows))})
    moved = copy.deepcopy(still)
    moved.evidence.triggers[0]["change"] = 0.01
    assert "No trigger by itself" in str(importance.build(still))
    assert "No trigger by itself" not in str(importance.build(moved))
    assert str(importance.build(moved)).count("<figure") == str(importance.build(still)).count("<figure") + 1


def test_long_names_of_a_legend_are_folded_into_its_room():
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    canvas = Figure(figsize=(WIDTH_MM / 25.4, 4.0), dpi=300)
    FigureCanvasAgg(canvas)
    room = FigureRoom(Cell(0.0, 0.0, 58.0, 60.0), 4.0 * 25.4)
    axes = canvas.add_axes(room.rectangle(11.0, 6.0, 40.0, 30.0))
    axes.plot([0, 1], label="Stacked mean without the network (of the year before) 0.969 (0.975)")
    axes.plot([1, 0], label="Slope alone 0.700")
    axes.legend()
    left = key_below(canvas, room, axes)
    box = axes.get_legend().get_window_extent(canvas.canvas.get_renderer())
    assert box.x0 >= 0
    assert box.x1 <= 58.0 / 25.4 * canvas.dpi
    texts = [text.get_text() for text in axes.get_legend().get_texts()]
    assert "\n" in texts[0]
    assert "\n" not in texts[1]
    assert max(map(len, texts[0].split("\n"))) <= max(FOLDED_AT)
    assert left.cell.height < 60.0


def test_folded_names_are_said_in_the_language_too():
    from matplotlib.figure import Figure

    canvas = Figure()
    texts = [
        canvas.text(0, 0, words) for words in ("Topographic wetness\nindex", "of_last\nyear", "Slope alone")
    ]
    with speaking("es"):
        say_texts(canvas)
    assert "\n" in texts[0].get_text()
    assert "wetness" not in texts[0].get_text()
    assert texts[1].get_text() == "of_last\nyear"
    assert texts[2].get_text() != "Slope alone"


def test_titles_of_maps_and_names_of_folds_end_within_the_figure(crowded, monkeypatch):
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    kept = []
    monkeypatch.setattr(Figure, "savefig", lambda self, *_, **__: kept.append(self))
    long = "Stacked mean without the network (of the year before last)"
    shape = crowded.layers["classes"].shape
    map_panels.draw_panels(crowded, [map_panels.Panel(f"{long}\nAUROC 0.969", np.zeros(shape), "P")])
    folds.draw_scores({f"stack_without_network@of_the_year_before_last_{i}": [0.9, 0.8] for i in range(3)})
    for canvas in kept:
        canvas.canvas.draw()
        shown = [text for text in canvas.findobj(Text) if "Stacked mean" in text.get_text()]
        boxes = [text.get_window_extent() for text in shown]
        assert boxes
        assert min(box.x0 for box in boxes) >= 0
        assert max(box.x1 for box in boxes) <= canvas.bbox.width
