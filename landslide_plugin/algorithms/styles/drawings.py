"""Drawings as files: SVG as it is, PNG at 300 dpi and PDF drawn from it by Qt."""

from pathlib import Path
from typing import Union

from qgis.PyQt.QtCore import QByteArray, QMarginsF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from qgis.PyQt.QtSvg import QSvgRenderer

from ...core.errors import InputError

DPI, PIXELS_AN_INCH = 300, 96
"""Of the PNG, and of the pixels that an SVG counts in."""
KINDS = ("svg", "png", "pdf")


def write_drawing(svg: str, folder: Path, name: str) -> None:
    """Write one drawing in all three formats.

    Parameters
    ----------
    svg : str
        With width and height in pixels.
    folder : Path
        That is there.
    name : str
        Of the files, without ending.

    Raises
    ------
    InputError
        A file cannot be written.
    """
    (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
    drawing = QSvgRenderer(QByteArray(svg.encode("utf-8")))
    size = drawing.defaultSize()
    scale = DPI / PIXELS_AN_INCH
    image = QImage(round(size.width() * scale), round(size.height() * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    per_metre = round(DPI / 0.0254)
    image.setDotsPerMeterX(per_metre)
    image.setDotsPerMeterY(per_metre)
    _paint(drawing, image)
    png = str(folder / f"{name}.png")
    if not image.save(png):
        raise InputError(f"{png} cannot be written; choose another folder")
    paper = QPdfWriter(str(folder / f"{name}.pdf"))
    points = QSizeF(size) * 72.0 / PIXELS_AN_INCH
    paper.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    paper.setPageMargins(QMarginsF(0.0, 0.0, 0.0, 0.0))
    paper.setResolution(DPI)
    _paint(drawing, paper)


def _paint(drawing: QSvgRenderer, device: Union[QImage, QPdfWriter]) -> None:
    painter = QPainter(device)
    try:
        drawing.render(painter, QRectF(0.0, 0.0, device.width(), device.height()))
    finally:
        painter.end()  # a device must not go while it is painted on
