"""Drawings as files: the same drawing, sharp enough for print."""

import pytest

pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from qgis.PyQt.QtGui import QColor, QImage

from landslide_plugin.algorithms.styles.drawings import write_drawing

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48" viewBox="0 0 96 48">'
    '<rect width="48" height="48" fill="#ff0000"/></svg>'
)


def test_the_png_has_300_dpi_and_all_three_show_the_drawing(qgis_app, tmp_path):
    write_drawing(SVG, tmp_path, "half")
    assert (tmp_path / "half.svg").read_text() == SVG
    image = QImage(str(tmp_path / "half.png"))
    assert (image.width(), image.height()) == (300, 150)
    assert image.dotsPerMeterX() == 11811
    assert [image.pixelColor(x, 75) for x in (140, 160)] == [QColor("#ff0000"), QColor("white")]
    paper = (tmp_path / "half.pdf").read_bytes()
    assert paper.startswith(b"%PDF-")
    assert b"/MediaBox [0 0 72 36]" in paper or b"/MediaBox [0 0 72.0" in paper
