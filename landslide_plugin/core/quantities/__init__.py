"""The one table of quantities: dialogs, docs and checks read ranges and defaults here.

Each field of work keeps its rows in one module beside this file; they are joined here.
"""

from .bivariate import BIVARIATE
from .calibration import CALIBRATION
from .expert import EXPERT
from .failure import FAILURE
from .judging import JUDGING
from .layout import LAYOUT
from .mapping import MAPPING
from .model import MODEL
from .quantity import Quantity
from .samples import EVENT_MODEL, SAMPLES
from .soil_depth import SOIL_DEPTH
from .stability import STABILITY
from .terrain import TERRAIN
from .triggers import RAIN, TRIGGERS
from .units import UNITS
from .water import WATER

QUANTITIES: dict[str, Quantity] = {
    q.name: q
    for q in (
        *TERRAIN,
        *STABILITY,
        *WATER,
        *SOIL_DEPTH,
        *FAILURE,
        *CALIBRATION,
        *SAMPLES,
        *MODEL,
        *BIVARIATE,
        *EVENT_MODEL,
        *EXPERT,
        *TRIGGERS,
        *RAIN,
        *MAPPING,
        *JUDGING,
        *LAYOUT,
        *UNITS,
    )
}

__all__ = ["QUANTITIES", "Quantity"]
