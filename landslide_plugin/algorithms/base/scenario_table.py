"""The scenario table as a matrix parameter."""

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingParameterMatrix

from ...core.io.scenarios import read_csv
from ...core.types.scenarios import COLUMNS

SCENARIO_COLUMNS = ("return_period_yr", *COLUMNS)
EXAMPLE_STORMS = Path(__file__).resolve().parents[2] / "resources" / "tables" / "scenarios_example.csv"


def example_cells() -> list[float]:
    """The example storms as one flat list, row by row."""
    storms = read_csv(str(EXAMPLE_STORMS))
    return [
        float(cell) for period, row in zip(storms.return_periods_yr, storms.values) for cell in (period, *row)
    ]


def optional_matrix(algorithm: Any) -> None:
    """Declare SCENARIO_TABLE; QGIS 3.22 keeps a matrix's default only if the matrix is optional."""
    cells = example_cells()
    matrix = QgsProcessingParameterMatrix(
        "SCENARIO_TABLE",
        "Trigger scenarios (table)",
        numberRows=len(cells) // len(SCENARIO_COLUMNS),
        headers=list(SCENARIO_COLUMNS),
        defaultValue=cells,
        optional=True,
    )
    algorithm.add(
        matrix,
        "Used where no file is given. A row a return period, rising: rain intensity in mm/h, duration in hours, "
        "share of the soil depth that is saturated before the rain, horizontal seismic coefficient. The rows "
        "shown are an example; put in the storms of your area.",
    )
