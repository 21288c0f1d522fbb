"""What the ending of a file's name promises to whoever opens it."""

from __future__ import annotations

from pathlib import Path

PICTURE, SPREADSHEET, PAGE, TIFF = "a picture", "a spreadsheet", "a web page", "a GeoTIFF"
KINDS = {
    "csv": "a CSV table",
    "docx": "a text document",
    "geojson": "GeoJSON",
    "gpkg": "a GeoPackage",
    "htm": PAGE,
    "html": PAGE,
    "jpeg": PICTURE,
    "jpg": PICTURE,
    "json": "JSON",
    "ods": SPREADSHEET,
    "odt": "a text document",
    "pdf": "a PDF",
    "png": PICTURE,
    "shp": "a shapefile",
    "svg": "an SVG drawing",
    "tif": TIFF,
    "tiff": TIFF,
    "xls": SPREADSHEET,
    "xlsx": SPREADSHEET,
    "zip": "a ZIP archive",
}
"""Kind of file by ending. Endings that are not here, as that of plain text, promise nothing."""


def broken_promise(path: str, ending: str) -> str:
    """What the name of a file promises, where that is another kind than the one of an ending; else empty.

    Examples
    --------
    >>> broken_promise("sheet.png", "pdf"), broken_promise("table.XLSX", "csv")
    ('a picture', 'a spreadsheet')
    >>> [broken_promise(name, "html") for name in ("a.html", "a.HTM", "a.txt", "a.v2", "a", ".pdf")]
    ['', '', '', '', '', '']
    """
    promised = KINDS.get(Path(path).suffix.lower().lstrip("."), "")
    return "" if promised == KINDS.get(ending, promised) else promised
