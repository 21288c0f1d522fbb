"""Rain sequences as what travels."""

from __future__ import annotations

import numpy as np
import pytest

from landslide_plugin.core.errors import BundleError, InputError
from landslide_plugin.core.types.profile import ProfileColumns
from landslide_plugin.core.types.rain import RainColumns, RainSeries
from landslide_plugin.core.types.sequence import SequenceColumns

ENDS = np.array(["2020-08-30T06:00:00", "2021-01-02T00:00:00"], "M8[s]")


def _series() -> RainSeries:
    return RainSeries(ENDS, 1.0, np.arange(8, dtype="f4").reshape(2, 4))


def test_layers_and_steps_are_carried_alike() -> None:
    carried: list[SequenceColumns] = [ProfileColumns((0.5, 2.0), ("cohesion_kpa",)), RainColumns(1.0, 120)]
    assert [columns.label(1) for columns in carried] == ["0.5-2 m", "119 to 118 h before the end"]
    assert [type(columns).from_dict(columns.to_dict()) for columns in carried] == carried  # type: ignore[attr-defined]


def test_another_window_is_refused() -> None:
    with pytest.raises(InputError, match="has 4 steps of 1 h; the model was trained with 5"):
        RainColumns(1.0, 5).require_same(_series())
    RainColumns(1.0, 4).require_same(_series())
    with pytest.raises(BundleError, match="damaged"):
        RainColumns.from_dict({"step_h": 0, "steps": 4, "properties": ["rain_mm"]})


def test_longer_steps_keep_the_rain() -> None:
    series = _series()
    assert series.coarser(2.0).rain_mm.tolist() == [[1.0, 5.0], [9.0, 13.0]]
    assert series.coarser(4.0).sums(4.0).tolist() == series.sums(4.0).tolist() == [6.0, 22.0]
    with pytest.raises(InputError, match="cannot be joined into steps of 3 h"):
        series.coarser(3.0)
    with pytest.raises(InputError, match=r"last 1\.5 h cannot be told"):
        series.sums(1.5)


def test_what_is_no_rain_is_refused() -> None:
    with pytest.raises(InputError, match="Rain of -1 mm"):
        RainSeries(ENDS, 1.0, np.array([[0.0], [-1.0]], "f4"))
    with pytest.raises(InputError, match="one row each"):
        RainSeries(ENDS, 1.0, np.zeros((3, 2), "f4"))
    with pytest.raises(InputError, match=r"datetime64\[D\]"):
        RainSeries(ENDS.astype("M8[D]"), 1.0, np.zeros((2, 2), "f4"))
