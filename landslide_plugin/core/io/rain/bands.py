"""Rain as the bands of a raster: what each is stored as, and when it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...types.arrays import Floats
from ..raster.gdal_calls import quiet, why_refused
from ..table import read_rows
from .frame import Frame
from .layers import LayerFacts, Stamps
from .moments import Moment, as_moments, moment, moment_in_name, since, span_in_name

KEYS = ("time", "timestamp", "datetime", "valid_time", "date", "netcdf_dim_time")
SPAN = ("time_start", "time_end")
"""Metadata of a band that says when its step begins and ends."""

TIMES_ENDING = ".times.csv"
RANGE = re.compile(r"<fixedRange>\s*<start>([^<]+)</start>\s*<end>([^<]+)</end>")


class BandLayers:
    """Layers that are bands of one raster file.

    Parameters
    ----------
    path : str
    timed : bool
        Whether the times of the bands are to be found; not so where the user says them.
    """

    def __init__(self, path: str, timed: bool = True):
        self.path, self.name = path, Path(path).name
        with quiet() as gdal:
            dataset = gdal.OpenEx(path, gdal.OF_RASTER)
            if dataset is None:
                raise InputError(f"{path} cannot be read as a raster: {why_refused(path, 'a raster')}")
            self._dataset: Any = dataset
            if not dataset.RasterCount:
                raise InputError(f"{path} holds no raster band")
            shape = dataset.RasterYSize, dataset.RasterXSize
            frame = Frame.stored(shape, dataset.GetGeoTransform(), dataset.GetProjection())
            bands = [dataset.GetRasterBand(i + 1) for i in range(dataset.RasterCount)]
            units = {
                (band.GetUnitType() or _lower(band.GetMetadata()).get("units", "")).strip() for band in bands
            }
            if len(units) > 1:
                raise InputError(f"{self.name}: its bands are in several units ({', '.join(sorted(units))})")
            self._said = [_lower(band.GetMetadata()) for band in bands]
            self._titles = [band.GetDescription() or "" for band in bands]
            self._file = _lower(dataset.GetMetadata())
        sums = all("sum" in said.get("cell_methods", "") for said in self._said)
        self.facts = LayerFacts(
            frame, self._stamps() if timed else None, len(bands), units.pop(), is_sum=sums
        )

    def close(self) -> None:
        """Let go of the file."""
        self._dataset = None

    def _stamps(self) -> Optional[Stamps]:
        """Times from a sidecar, the style, the metadata or the descriptions of the bands, or the name of the file."""
        return (
            self._of_sidecar()
            or self._of_style()
            or self._of_span()
            or self._of_axis()
            or self._of_name()
            or self._of_words()
        )

    def _of_sidecar(self) -> Optional[Stamps]:
        """Of a table beside the raster: a row a band with ``time``, or with ``start`` and ``end``."""
        table = Path(self.path).with_suffix(TIMES_ENDING)
        if not table.is_file():
            return None
        rows = read_rows(str(table), "Times of bands")
        if len(rows) != len(self._said):
            raise InputError(f"{table.name} has {len(rows)} rows and {self.name} {len(self._said)} bands")
        found = {
            key: [moment(row[key], f"{table.name}: {key}") for row in rows]
            for key in ("time", "start", "end")
            if key in rows[0]
        }
        if "time" in found:
            return stamps_of(found["time"])
        if {"start", "end"} <= set(found):
            return span_of(found["start"], found["end"])
        raise InputError(f"{table.name} has no column time, nor start and end; it has {', '.join(rows[0])}")

    def _of_style(self) -> Optional[Stamps]:
        """Of the temporal range that QGIS keeps in the style beside a raster of one band."""
        style = Path(self.path).with_suffix(".qml")
        if len(self._said) != 1 or not style.is_file():
            return None
        found = RANGE.search(style.read_text(encoding="utf-8", errors="replace"))
        if not found:
            return None
        first, last = (moment(text, style.name) for text in found.groups())
        return span_of([first], [last])

    def _of_span(self) -> Optional[Stamps]:
        """Of bands that say when their steps begin and end, as this plugin writes them."""
        if any(_is_number(said.get(key, "0")) for said in self._said for key in SPAN):
            return None
        starts, ends = (
            [moment(said[key], f"Metadata {key} of a band of {self.name}") for said in self._said]
            for key in SPAN
        )
        return span_of(starts, ends)

    def _of_axis(self) -> Optional[Stamps]:
        """Of a time axis that a conversion from NetCDF left in the metadata."""
        texts = [said.get("netcdf_dim_time", "") for said in self._said]
        unit = self._file.get("time#units", "")
        if not unit or not all(map(_is_number, texts)):
            return None
        calendar = self._file.get("time#calendar", "")
        return Stamps(since([float(text) for text in texts], unit, calendar, self.name))

    def _of_name(self) -> Optional[Stamps]:
        """Of a file of one band whose name says when its step begins and ends."""
        found = span_in_name(Path(self.path).stem) if len(self._said) == 1 else None
        if found is None:
            return None
        first, last = (as_moments([one.start]) for one in found)
        return Stamps(first, first, last)  # such names are stamped where a step begins

    def _of_words(self) -> Optional[Stamps]:
        found = [_first(said, title) for said, title in zip(self._said, self._titles)]
        if len(found) == 1 and found[0] is None:
            tag = self._file.get("tifftag_datetime", "")
            found = [moment_in_name(Path(self.path).stem) or (moment(*_tag(tag)) if tag else None)]
        return stamps_of(found)

    def read(self, layer: int, rows: tuple[int, int], cols: tuple[int, int]) -> Floats:
        """Stored cells of a layer, see ``RainLayers``."""
        with quiet() as gdal:
            band = self._dataset.GetRasterBand(layer + 1)
            asked = cols[0], rows[0], cols[1], rows[1]
            data = band.ReadRaster(*asked, buf_type=gdal.GDT_Float64)
            if data is None or gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise InputError(
                    f"{self.path} is damaged or truncated in band {layer + 1}: {gdal.GetLastErrorMsg()}"
                )
            values = np.frombuffer(bytearray(data), np.float64).reshape(rows[1], cols[1])
            missing = ~np.isfinite(values)
            mark, flags = band.GetNoDataValue(), band.GetMaskFlags()
            if mark is not None:
                missing |= (values == mark) | ((abs(mark) > 1e30) & (np.abs(values) > 1e30))
            elif not flags & gdal.GMF_ALL_VALID:
                mask = band.GetMaskBand().ReadRaster(*asked, buf_type=gdal.GDT_Byte)
                missing |= np.frombuffer(bytearray(mask), np.uint8).reshape(values.shape) == 0
            scale, offset = band.GetScale(), band.GetOffset()
        values = values * (1.0 if scale is None else scale) + (offset or 0.0)
        values[missing] = np.nan
        return values


def stamps_of(found: Sequence[Optional[Moment]]) -> Optional[Stamps]:
    """Stamps, if every layer has one.

    >>> stamps_of([None]) is None
    True
    """
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        return None
    whole, zoned = all(one.whole_day for one in known), all(one.zoned for one in known)
    return Stamps(as_moments([one.start for one in known]), whole_days=whole, in_utc=zoned)


def span_of(starts: Sequence[Moment], ends: Sequence[Moment]) -> Stamps:
    """Stamps of steps whose beginnings and ends are told.

    >>> stamps = span_of([moment("2020-08-30T06:00Z", "start")], [moment("2020-08-30T07:00Z", "end")])
    >>> stamps.ends.astype(str).tolist(), stamps.in_utc
    (['2020-08-30T07:00:00'], True)
    """
    last = as_moments([one.start for one in ends])
    first = as_moments([one.start for one in starts])
    return Stamps(last, first, last, in_utc=all(one.zoned for one in ends))


def _lower(metadata: Optional[Mapping[str, str]]) -> dict[str, str]:
    return {key.lower(): str(value) for key, value in (metadata or {}).items()}


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _first(said: Mapping[str, str], title: str) -> Optional[Moment]:
    """The moment of a band, from its metadata or its description."""
    for key in KEYS:
        if said.get(key) and not _is_number(said[key]):
            return moment(said[key], f"Metadata {key} of a band")
    return moment_in_name(title)


def _tag(text: str) -> tuple[str, str]:
    """The date of a TIFF as other dates are written."""
    return text.replace(":", "-", 2), "TIFFTAG_DATETIME"
