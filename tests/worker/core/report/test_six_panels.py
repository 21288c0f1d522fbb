"""The six panels of wide, tall and tiny areas: nothing lies on anything or leaves the figure."""

import itertools
import re
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.report import publication
from landslide_plugin.core.report.common.content import load_content
from landslide_plugin.core.report.six.layout import WIDTH_MM, map_size, plan
from landslide_plugin.core.report.six.place import texts_of
from tests.support.report_bundle import evidence, full_metrics, map_arrays
from tests.support.report_pages import full_job

pytest.importorskip("matplotlib")

SHAPES = {
    "usual": (30, 40),
    "wide": (12, 40),
    "long": (6, 60),
    "tall": (60, 24),
    "thin": (90, 12),
    "tiny": (3, 4),
}
OVERLAP_PX = 3.0
"""Antialiasing and the room above small letters; a line of text is 25 pixels high at 300 dpi."""


def job_of(folder, shape, **changes):
    """A job whose area has this many rows and columns of 25 m."""
    job = full_job(folder)
    rows, cols = shape
    for name, values in map_arrays().items():
        if name != "inventory":
            np.save(folder / f"{name}.npy", np.resize(values, shape))
    west, north = job["frame"]["west"], job["frame"]["north"]
    east, south = west + 25.0 * cols, north - 25.0 * rows
    marks = np.column_stack([np.linspace(west, east, 7)[1:-1], np.linspace(south, north, 7)[1:-1]])
    np.save(folder / "inventory.npy", marks)
    frame = {**job["frame"], "east": east, "south": south, "rows": rows, "cols": cols}
    lines = [
        {"kind": "meridian", "label": f"79.06{n}5\u00b0 W", "xy": [[x, south], [x, north]]}
        for n, x in enumerate(np.linspace(west, east, 8))
    ] + [
        {"kind": "parallel", "label": f"3.97{n}5\u00b0 S", "xy": [[west, y], [east, y]]}
        for n, y in enumerate(np.linspace(south, north, 8))
    ]
    return {**job, "frame": frame, "graticule": lines, **changes}


def composed(job):
    from matplotlib import rc_context

    style = {**publication.STYLE, **publication.SMALL}
    with rc_context(style):
        canvas = publication.compose(load_content(job), job["graticule"])
        return canvas, texts_of(canvas)


def overlaps(texts):
    found = []
    for (one, a), (other, b) in itertools.combinations(texts, 2):
        wide = min(a.x1, b.x1) - max(a.x0, b.x0)
        high = min(a.y1, b.y1) - max(a.y0, b.y0)
        if wide > OVERLAP_PX and high > OVERLAP_PX:
            found.append((one, other, round(wide), round(high)))
    return found


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_lies_on_anything_or_leaves_the_figure_and_titles_of_a_row_are_level(tmp_path, name):
    canvas, texts = composed(job_of(tmp_path, SHAPES[name]))
    assert len(texts) > 40
    assert overlaps(texts) == []
    wide, high = canvas.bbox.width, canvas.bbox.height
    outside = [
        text for text, box in texts if box.x0 < -1 or box.y0 < -1 or box.x1 > wide + 1 or box.y1 > high + 1
    ]
    assert outside == []
    titles = {text[:3]: box for text, box in texts if re.match(r"\([a-f]\) ", text)}
    assert list(titles) == [f"({letter})" for letter in "abcdef"]
    laid = plan(25.0 * SHAPES[name][0] / (25.0 * SHAPES[name][1]))
    for one, other in itertools.combinations(range(6), 2):
        if laid.cells[one].top == laid.cells[other].top:
            boxes = [titles[f"({chr(97 + number)})"] for number in (one, other)]
            assert abs(boxes[0].y1 - boxes[1].y1) < 4
    for axes in canvas.axes:
        legend = axes.get_legend()
        if legend is not None and axes.get_lines():
            assert not legend.get_window_extent().overlaps(axes.get_window_extent().padded(-2))


@pytest.mark.parametrize("name", ["usual", "thin"])
def test_letters_are_small_throughout_and_the_scale_bar_lies_in_its_map(tmp_path, name):
    from matplotlib.text import Text

    canvas, _ = composed(job_of(tmp_path, SHAPES[name]))
    assert max(text.get_fontsize() for text in canvas.findobj(Text) if text.get_text()) == 7.5
    frame = canvas.axes[0].get_window_extent()
    bar = next(text for text in canvas.axes[0].texts if re.fullmatch(r"[\d.]+ k?m", text.get_text()))
    extent = bar.get_window_extent()
    assert frame.x0 < extent.x0 < extent.x1 < frame.x1
    assert frame.y0 < extent.y0 < extent.y1 < frame.y1


@pytest.mark.parametrize("name", ["usual", "wide"])
def test_next_best_panels_lie_on_nothing_either(tmp_path, name):
    job = job_of(tmp_path, SHAPES[name])
    bare = evidence(without=("prior_fs",), saliency=None)
    for part, values in bare.arrays().items():
        np.save(tmp_path / f"{part}.npy", values)
    _, texts = composed({**job, "evidence": bare.to_dict()})
    assert overlaps(texts) == []
    assert any("Prediction rate" in text for text, _ in texts)


def test_the_check_finds_a_text_that_was_put_on_another(tmp_path):
    canvas, texts = composed(job_of(tmp_path, SHAPES["usual"]))
    word, box = texts[0]
    x, y = canvas.transFigure.inverted().transform((box.x0, box.y0))
    canvas.text(x, y, "put here", fontsize=8)
    assert any("put here" in pair[:2] for pair in overlaps(texts_of(canvas))), word


@pytest.mark.parametrize("ratio", [0.05, 0.3, 0.49, 0.51, 1.0, 1.29, 1.31, 2.0, 2.4])
def test_a_map_fills_the_width_of_its_room_and_rooms_share_nothing(ratio):
    laid = plan(ratio)
    for one, other in itertools.combinations(laid.cells, 2):
        apart_x = one.right <= other.left + 1e-9 or other.right <= one.left + 1e-9
        apart_y = one.bottom <= other.top + 1e-9 or other.bottom <= one.top + 1e-9
        assert apart_x or apart_y
    assert max(cell.right for cell in laid.cells) <= WIDTH_MM + 1e-9
    assert max(cell.bottom for cell in laid.cells) <= laid.height_mm + 1e-9
    width, height = map_size(laid.cells[0], ratio)
    assert height / width == pytest.approx(ratio)
    assert width > laid.cells[0].width - 8.0 or height > 60.0


def test_many_methods_leave_the_first_six_and_the_caption_counts_the_others(tmp_path):
    scores = full_metrics()
    one = scores["models"]["logistic"]
    families = ("forest", "boosting", "additive", "slope_alone", "physics_alone", "stack", "best_factor")
    scores["models"].update(dict.fromkeys(families, one))
    told = evidence()
    held = {f"held_out/{key}": told.samples["held_out/logistic"] for key in families}
    for name, values in evidence(samples={**told.samples, **held}).arrays().items():
        np.save(tmp_path / f"{name}.npy", values)
    job = job_of(tmp_path, SHAPES["usual"], metrics=scores)
    changed = evidence(samples={**told.samples, **held})
    for name, values in changed.arrays().items():
        np.save(tmp_path / f"{name}.npy", values)
    job = {**job, "evidence": changed.to_dict()}
    canvas, texts = composed(job)
    assert overlaps(texts) == []
    assert "3 more methods stand in the report" in publication.caption_of(load_content(job))
    assert len([text for text, _ in texts if re.search(r"\d\.\d{3} \(\d\.\d{3}\)$", text)]) == 6
    assert Path(job["folder"]).is_dir()
    assert canvas.get_size_inches()[0] == pytest.approx(180 / 25.4)


@pytest.mark.parametrize("count", [9, 14])
def test_names_of_many_factors_lie_on_nothing(tmp_path, count):
    names = ["aspect_sin", "aspect_cos", "ndvi", "twi", "tri", "tpi", "vrm", "hand", "distance_faults"]
    names += [
        "distance_rivers",
        "distance_roads",
        "profile_curvature",
        "tangential_curvature",
        "stream_power",
    ]
    rows = [
        {"kind": "factor", "name": name, "change": [0.01 * i, 0.02 * i], "sd": 0.01}
        for i, name in enumerate(names[:count], 1)
    ]
    canvas, texts = composed(
        {**job_of(tmp_path, SHAPES["usual"]), "evidence": evidence(reliance=rows).to_dict()}
    )
    assert overlaps(texts) == []
    labels = [label.get_window_extent() for label in canvas.axes[-1].get_yticklabels()]
    assert len(labels) == count
    assert all(one.y0 > below.y1 for one, below in zip(labels, labels[1:]))
    shown = {text.replace("\n", " ") for text, _ in texts}
    assert {"Vegetation index (NDVI)", "Distance to faults"} <= shown
