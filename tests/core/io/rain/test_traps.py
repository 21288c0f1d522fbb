"""One file a trap, the same rain in all of them: sums over 24 hours agree to a millionth."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

import numpy as np
import pytest
from osgeo import gdal

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.rain import RainReading, open_rain_stack
from landslide_plugin.core.io.raster import metres_per_unit
from landslide_plugin.core.types.grid import Strip

from .made import (
    CELL,
    COLS,
    FIRST,
    HOUR,
    NORTH,
    ROWS,
    STEPS,
    WEST,
    ends,
    geotiff,
    netcdf,
    since_day_began,
    true_rain,
)

LAST = FIRST + HOUR * STEPS
DAYS = true_rain().reshape(2, 24, ROWS, COLS).sum(axis=1)
Made = tuple[str, RainReading]


def _plain(folder: Path) -> Made:
    return netcdf(folder / "r.nc", true_rain(), units="mm", cell_methods="time: sum"), RainReading()


def _metres(folder: Path) -> Made:
    return netcdf(folder / "r.nc", true_rain() / 1000.0, units="m of water equivalent"), RainReading(
        kind="amount"
    )


def _flux(folder: Path) -> Made:
    return netcdf(folder / "r.nc", true_rain() / 3600.0, units="kg m-2 s-1"), RainReading()


def _mass(folder: Path) -> Made:
    return netcdf(folder / "r.nc", true_rain(), units="kg m**-2"), RainReading(kind="amount")


def _rate(folder: Path) -> Made:
    """As IMERG: longitude before latitude, from south to north, stamped at the start, with bounds that say so."""
    begin = np.arange(STEPS, dtype=float)
    path = netcdf(
        folder / "r.nc",
        true_rain()[:, ::-1],
        begin,
        "precipitation",
        y=NORTH - CELL * (np.arange(ROWS)[::-1] + 0.5),
        axes=("time", "longitude", "latitude"),
        bounds=np.column_stack([begin, begin + 1.0]),
        units="mm/hr",
    )
    return path, RainReading()


def _accumulated(folder: Path) -> Made:
    """As ERA5-Land: metres since the day began, the midnight value the whole day before it."""
    return netcdf(folder / "r.nc", since_day_began(true_rain()) / 1000.0, units="m"), RainReading(kind="day")


def _running(folder: Path) -> Made:
    total = np.vstack([np.zeros((1, ROWS, COLS)), np.cumsum(true_rain(), axis=0)])
    return netcdf(folder / "r.nc", total, np.arange(STEPS + 1), units="mm"), RainReading(kind="running")


def _local(folder: Path) -> Made:
    """Since local midnight, in a clock two hours ahead; the file begins in the night, after 0.7 mm."""
    total, so_far = [np.full((ROWS, COLS), 0.7)], np.full((ROWS, COLS), 0.7)
    for hour, rain in enumerate(true_rain(), 3):
        so_far = rain if hour % 24 == 1 else so_far + rain
        total.append(so_far)
    path = netcdf(folder / "r.nc", np.array(total), np.arange(2.0, STEPS + 3), units="mm")
    return path, RainReading(kind="day", utc_offset_h=2.0)


def _south_up(folder: Path) -> Made:
    y = NORTH - CELL * (np.arange(ROWS)[::-1] + 0.5)
    return netcdf(folder / "r.nc", true_rain()[:, ::-1], y=y, units="mm"), RainReading(kind="amount")


def _south_up_bands(folder: Path) -> Made:
    transform = (WEST, CELL, 0.0, NORTH - ROWS * CELL, 0.0, CELL)
    titles = [f"rain {str(one).replace('T', ' ')}Z" for one in ends()]
    return geotiff(folder / "r.tif", true_rain()[:, ::-1], titles=titles, transform=transform), RainReading(
        kind="amount"
    )


def _start_and_step(folder: Path) -> Made:
    reading = RainReading(
        start="2020-08-29T02:00", file_step_h=1.0, stamped="start", utc_offset_h=2.0, kind="amount"
    )
    return geotiff(folder / "r.tif", true_rain()), reading


def _metadata(folder: Path) -> Made:
    said = [{"TIME": f"{one}Z"} for one in ends()]
    return geotiff(folder / "r.tif", true_rain() / 25.4, unit="in", said=said), RainReading(kind="amount")


def _table_beside(folder: Path) -> Made:
    lines = "\n".join(["start;end", *(f"{one - HOUR}Z;{one}Z" for one in ends())])
    (folder / "r.times.csv").write_text(lines, encoding="utf-8")
    return geotiff(folder / "r.tif", true_rain()), RainReading(kind="amount")


def _folder(folder: Path) -> Made:
    for one, rain in zip(ends(), true_rain()):
        geotiff(
            folder / f"rain_{str(one).replace('-', '').replace(':', '').replace('T', '_')[:13]}.tif",
            rain[None],
        )
    return str(folder), RainReading(kind="amount")


def _folder_of_days(folder: Path) -> Made:
    for one, day in zip((FIRST, FIRST + 24 * HOUR), DAYS):
        number = (one.astype("M8[D]") - np.datetime64("2020-01-01")).astype(int) + 1
        geotiff(folder / f"CPC.A2020{number:03d}.v2.tif", day[None])
    return str(folder), RainReading()


def _folder_of_imerg(folder: Path) -> Made:
    """Half hours whose names say when they begin and end, and no file says it inside."""
    for number in range(2 * STEPS):
        first = FIRST + number * HOUR // 2
        day, clock = str(first).replace("-", "").replace(":", "").split("T")
        last = str(first + HOUR // 2 - np.timedelta64(1, "s"))[11:].replace(":", "")
        name = f"3B-HHR.MS.MRG.3IMERG.{day}-S{clock}-E{last}.{30 * number % 1440:04d}.V07B.tif"
        geotiff(folder / name, true_rain()[number // 2][None], unit="mm/h")
    return str(folder), RainReading()


def _styled_folder(folder: Path) -> Made:
    for number, (one, rain) in enumerate(zip(ends(), true_rain())):
        geotiff(folder / f"{chr(97 + number % 26)}{number}.tif", rain[None])
        style = f"<temporal><fixedRange><start>{one - HOUR}Z</start><end>{one}Z</end></fixedRange></temporal>"
        (folder / f"{chr(97 + number % 26)}{number}.qml").write_text(style, encoding="utf-8")
    return str(folder), RainReading(kind="amount")


def _two_files(folder: Path) -> Made:
    netcdf(folder / "b.nc", true_rain()[:20], units="mm")
    netcdf(folder / "a.nc", true_rain()[20:], np.arange(21.0, STEPS + 1), units="mm")
    return str(folder), RainReading(kind="amount")


def _imerg(folder: Path) -> Made:
    """As IMERG's own: a Julian calendar, in which our days have the same names, and bounds that end a second early."""
    begin = 3600.0 * np.arange(STEPS)
    path = netcdf(
        folder / "r.nc",
        true_rain(),
        begin,
        bounds=np.column_stack([begin, begin + 3599.0]),
        time_unit="seconds since 2020-08-29 00:00:00 UTC",
        calendar="julian",
        units="mm/hr",
    )
    return path, RainReading()


def _old_origin(folder: Path) -> Made:
    """Hours from the first day of the calendar that was Julian then, written as the services of the oceans do."""
    hours = 24.0 * 737667 + np.arange(1.0, STEPS + 1)
    unit = "hours since 1-1-1 00:00:0.0"
    return netcdf(folder / "r.nc", true_rain(), hours, time_unit=unit, units="mm"), RainReading(kind="amount")


MAKERS: tuple[Callable[[Path], Made], ...] = (
    _plain, _metres, _flux, _mass, _rate, _accumulated, _running, _local, _south_up, _south_up_bands,
    _start_and_step, _metadata, _table_beside, _folder, _folder_of_days, _folder_of_imerg, _styled_folder,
    _two_files, _imerg, _old_origin,
)  # fmt: skip


@pytest.mark.parametrize("make", MAKERS)
def test_a_day_of_rain_is_the_same_however_it_is_stored(make: Callable[[Path], Made], tmp_path: Path) -> None:
    path, reading = make(tmp_path)
    with open_rain_stack(path, "", reading).joining(24.0) as stack:
        found = stack.window(LAST, 2, Strip(0, ROWS))
        assert stack.ends[-1] == LAST
        assert stack.grid.bounds == pytest.approx((WEST, NORTH - ROWS * CELL, WEST + COLS * CELL, NORTH))
    assert np.abs(found / DAYS - 1.0).max() < 1e-6


def test_packed_numbers_are_unpacked_and_fill_values_are_gaps(tmp_path: Path) -> None:
    whole = np.rint(true_rain() / 0.01).astype("i2")
    stored = (whole - 200).astype("i2")
    stored[5, 1, 2] = -32767
    path = netcdf(
        tmp_path / "r.nc", stored, units="mm", scale_factor=0.01, add_offset=2.0, _FillValue=np.int16(-32767),
        cell_methods="time: sum",
    )  # fmt: skip
    band = geotiff(
        tmp_path / "r.tif", stored, scaling=(0.01, 2.0), no_data=-32767, titles=[f"{one}Z" for one in ends()]
    )
    for file, reading in ((path, RainReading()), (band, RainReading(kind="amount"))):
        with open_rain_stack(file, "", reading).joining(24.0) as stack:
            days = stack.window(LAST, 2, Strip(0, ROWS))
        assert np.argwhere(np.isnan(days)).tolist() == [[0, 1, 2]]
        expected = (whole * 0.01).reshape(2, 24, ROWS, COLS).sum(axis=1)
        known = np.isfinite(days)
        assert np.abs(days[known] / expected[known] - 1.0).max() < 1e-6


def test_a_missing_hour_is_a_gap_and_never_dry(tmp_path: Path) -> None:
    rain, hours = true_rain(), np.arange(1.0, STEPS + 1)
    keep = np.arange(STEPS) != 30
    plain = netcdf(tmp_path / "a.nc", rain[keep], hours[keep], units="mm")
    totals = netcdf(tmp_path / "b.nc", since_day_began(rain)[keep], hours[keep], units="mm")
    for path, kind, lost in ((plain, "amount", [30]), (totals, "day", [30, 31])):
        with open_rain_stack(path, "", RainReading(kind=kind)) as stack:
            found = stack.window(LAST, STEPS + 3, Strip(1, 2))[:, 0, 0]
        gaps = np.flatnonzero(np.isnan(found)).tolist()
        assert gaps == [0, 1, 2, *(3 + one for one in lost)]
        known = [i for i in range(STEPS) if i not in lost]
        assert found[3:][known] == pytest.approx(rain[known, 1, 0], abs=1e-5)


def test_the_globe_from_0_to_360_is_turned(tmp_path: Path) -> None:
    rain = np.random.default_rng(2).random((24, 4, 36))
    x, y = 5.0 + 10.0 * np.arange(36), np.array([10.0, 0.0, -10.0, -20.0])
    path = netcdf(tmp_path / "r.nc", rain, x=x, y=y, units="mm")
    band = geotiff(
        tmp_path / "r.tif", rain, transform=(0.0, 10.0, 0.0, 15.0, 0.0, -10.0),
        titles=[f"{one}Z" for one in ends(24)],
    )  # fmt: skip
    for file in (path, band):
        with open_rain_stack(file, "", RainReading(kind="amount")).joining(24.0) as stack:
            assert stack.grid.bounds == pytest.approx((-180.0, -25.0, 180.0, 15.0))
            day = stack.window(stack.ends[-1], 1, Strip(0, 4))[0]
            row, col = stack.grid.cell_of(-75.0, 0.0)
        assert day[row, col] == pytest.approx(rain[:, 1, 28].sum(), rel=1e-6)
        row, col = stack.grid.cell_of(75.0, 0.0)
        assert day[row, col] == pytest.approx(rain[:, 1, 7].sum(), rel=1e-6)
    east = netcdf(tmp_path / "e.nc", rain[:, :, :6], x=255.0 + 10.0 * np.arange(6), y=y, units="mm")
    with open_rain_stack(east, "", RainReading(kind="amount")) as stack:
        assert stack.grid.bounds[0] == pytest.approx(-110.0)


def test_daily_rain_is_stamped_where_its_day_begins(tmp_path: Path) -> None:
    path = netcdf(
        tmp_path / "chirps.nc", DAYS, [0.0, 1.0], "precip", time_unit="days since 2020-08-29", units="mm/day"
    )
    with open_rain_stack(path) as stack:
        assert stack.ends.tolist() == [FIRST + 24 * HOUR, LAST]
        assert stack.step_h == 24.0
        assert np.abs(stack.window(LAST, 2, Strip(0, ROWS)) / DAYS - 1.0).max() < 1e-6
    with open_rain_stack(path, "", RainReading(stamped="end")) as stack:
        assert stack.ends.tolist() == [FIRST, FIRST + 24 * HOUR]


@pytest.mark.parametrize(("unit", "each"), [("m", 1000.0), ("km", 1.0)])
def test_a_projected_grid_keeps_its_crs_and_an_axis_of_one_entry_is_no_matter(
    tmp_path: Path, unit: str, each: float
) -> None:
    """As INCA: hourly kg m-2 on a Lambert grid in metres, from south to north, with an ensemble of one member."""
    from scipy.io import netcdf_file

    rain = np.random.default_rng(7).random((24, 1, 3, 4)).astype("f4")
    path = str(tmp_path / "inca.nc")
    with netcdf_file(path, "w") as file:
        for name, count in (("time", 24), ("number", 1), ("y", 3), ("x", 4)):
            file.createDimension(name, count)
        for name, values, of in (
            ("time", np.arange(1.0, 25.0), "hours since 2020-08-29 00:00:00"),
            ("y", each * (300.0 + np.arange(3)), unit),
            ("x", each * (250.0 + np.arange(4)), unit),
        ):
            axis = file.createVariable(name, "f8", (name,))
            axis[:] = values
            axis.units = of
        crs = file.createVariable("crs", "i4", ())
        crs.grid_mapping_name = "lambert_conformal_conic"
        crs.standard_parallel = np.array([46.0, 49.0])
        crs.longitude_of_central_meridian, crs.latitude_of_projection_origin = 13.3333333, 47.5
        crs.false_easting = crs.false_northing = 400000.0
        crs.semi_major_axis, crs.inverse_flattening = 6377397.155, 299.1528128
        amount = file.createVariable("RR", "f4", ("time", "number", "y", "x"))
        amount[:] = rain
        amount.units, amount.grid_mapping, amount.cell_methods = "kg m-2", "crs", "time: sum"
    with open_rain_stack(path, "RR", RainReading(joined_h=24.0)) as stack:
        assert stack.grid.bounds == (249500.0, 299500.0, 253500.0, 302500.0)
        assert metres_per_unit(stack.grid.crs_wkt) == 1.0
        day = stack.window(stack.ends[-1], 1, Strip(0, 3))[0]
    assert day == pytest.approx(rain.sum(axis=0, dtype=float)[0, ::-1], rel=1e-6)


def test_variables_in_groups_and_packed_files_are_found(tmp_path: Path) -> None:
    """As IMERG's own files: NetCDF-4 with a group, half hours stamped in seconds where they begin."""
    rain = np.random.default_rng(4).random((48, 2, 3))
    path = str(tmp_path / "imerg.nc4")
    dataset = gdal.GetDriverByName("netCDF").CreateMultiDimensional(path)
    group = dataset.GetRootGroup().CreateGroup("Grid")
    double = gdal.ExtendedDataType.Create(gdal.GDT_Float64)
    axes = {
        "time": (1800.0 * np.arange(48), "seconds since 2020-08-29 00:00:00 UTC"),
        "lon": (10.0 + 0.1 * np.arange(3), "degrees_east"),
        "lat": (46.0 + 0.1 * np.arange(2), "degrees_north"),
    }
    dimensions = [group.CreateDimension(name, None, None, len(values)) for name, (values, _) in axes.items()]
    for dimension, (name, (values, unit)) in zip(dimensions, axes.items()):
        array = group.CreateMDArray(name, [dimension], double)
        array.Write(values.tobytes())
        array.SetUnit(unit)
    array = group.CreateMDArray("precipitation", dimensions, double, ["COMPRESS=DEFLATE"])
    array.SetUnit("mm/hr")
    array.Write(np.ascontiguousarray(rain.transpose(0, 2, 1)).tobytes())
    del array, group, dataset
    for variable in ("", "precipitation", "Grid/precipitation"):
        with open_rain_stack(path, variable, RainReading(stamped="start", joined_h=24.0)) as stack:
            day = stack.window(FIRST + 24 * HOUR, 1, Strip(0, 2))[0]
        assert day[::-1] == pytest.approx(0.5 * rain.sum(axis=0), rel=1e-6)
    with pytest.raises(InputError, match="has no tp; it has Grid/precipitation"):
        open_rain_stack(path, "tp")


def test_names_that_tell_both_ends_are_stamped_where_steps_begin(tmp_path: Path) -> None:
    """Whoever said STAMPED=start of such files said what is so, and gets the same rain."""
    path, _ = _folder_of_imerg(tmp_path)
    for said in ("auto", "start"):
        with open_rain_stack(path, "", RainReading(stamped=said)) as stack:
            assert (stack.ends[0], stack.ends[-1]) == (FIRST + HOUR // 2, LAST)
