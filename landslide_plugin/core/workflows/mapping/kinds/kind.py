"""What a kind of map is: its names, how its raster is made from a strip of cells, and how it looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Callable, Optional, Union

import numpy as np
import numpy.typing as npt

from ....io.raster import Band
from ....model.bundle.bundle import ModelBundle
from ....model.inference.sums import mean
from .context import ClassColours, Floats, MapContext

Wide = npt.NDArray[np.float64]


@dataclass(frozen=True)
class PredictedStrip:
    """What is known of a strip of cells.

    Attributes
    ----------
    probability : float32 array (members, scenarios, rows, cols)
    factor_of_safety : float32 array (rows, cols) or None
    extras : mapping of str to float32 array (bands, rows, cols)
        What is computed only when a kind of map asks for it, by the name of the kind; see ``Explanation``.
    weights : float64 array (members,) or None
        What each member counts, 1 in all; None where all count alike.
    """

    probability: Floats
    factor_of_safety: Optional[Floats] = None
    extras: Mapping[str, Floats] = field(default_factory=dict)
    weights: Optional[npt.NDArray[np.float64]] = None

    @cached_property
    def mean(self) -> Floats:
        """Mean over the members (scenarios, rows, cols).

        >>> PredictedStrip(np.array([[[[0.25]]], [[[0.75]]]], "f4")).mean.tolist()
        [[[0.5]]]
        """
        return mean(self.probability, weights=self.weights)


Values = Callable[[PredictedStrip], Union[Sequence[npt.NDArray[Any]], npt.NDArray[Any]]]


@dataclass(frozen=True)
class Output:
    """One raster: its bands, their values (rows, cols) in a strip, and what its metadata says besides."""

    path: str
    bands: tuple[Band, ...]
    values: Values
    byte: bool = False
    classes: Optional[ClassColours] = None
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Explanation:
    """Something that costs more than a prediction, computed for the cells of a strip that have every value.

    Attributes
    ----------
    bands : int
    values : callable
        From raw factors (cells, factors), soil (cells, layers, properties) or None, where they differ from cell to
        cell triggers (cells, columns) of the reference scenario, and for a model that has it as an input the
        probability of failure (cells, scenarios), to (bands, cells).
    most_cells : int
        Cells to do at once, so that progress is told and a stop is heeded often enough.
    """

    bands: int
    values: Callable[[Floats, Optional[Floats], Optional[Wide], Optional[Floats]], Floats]
    most_cells: int = 131_072


@dataclass(frozen=True)
class Look:
    """How a raster is drawn, told by the table of styles.

    Attributes
    ----------
    way : str
        ``classes``, the five classes between the model's cut points; ``probability``, the ramp of probabilities on
        the band of the reference scenario; ``codes``, a table of codes; ``ramp``, a ramp of colours.
    entry : str
        Name of the codes or the ramp.
    band : int
        From 1.
    limits : tuple of float or None
        Values at both ends of a ramp, in the unit of the kind; None leaves the ramp's own.
    """

    way: str
    entry: str = ""
    band: int = 1
    limits: Optional[tuple[float, float]] = None


@dataclass(frozen=True)
class MapKind:
    """One raster that a map may have.

    Attributes
    ----------
    name : str
        Among the targets of a map, so in a job file too.
    label, help : str
        What a dialog and the documentation say.
    make : callable
        From a path and the context of a map to its raster; raises ``InputError`` for what the model or the
        scenarios do not carry.
    look : Look, or callable of a ModelBundle that gives one
    unit : str
        Of the band shown; empty for pure numbers and codes.
    output : str
        Name of the algorithm's output; frozen. That of the kind in capitals if empty.
    of_reference : bool
        Shows the reference scenario.
    main : bool
        In sight in a dialog and made unless told otherwise; the others stand under Advanced.
    explain : callable or None
        From the context of a map to what must be computed for its values, None where that is nothing.
    """

    name: str
    label: str
    help: str
    make: Callable[[str, MapContext], Output]
    look: Union[Look, Callable[[ModelBundle], Look]]
    unit: str = ""
    output: str = ""
    of_reference: bool = True
    main: bool = False
    explain: Optional[Callable[[MapContext], Optional[Explanation]]] = None

    @property
    def key(self) -> str:
        """Name of the algorithm's output.

        >>> MapKind("spread", "", "", lambda *_: None, Look("classes"), output="UNCERTAINTY").key
        'UNCERTAINTY'
        """
        return self.output or self.name.upper()

    def look_of(self, bundle: ModelBundle) -> Look:
        """How the raster is drawn when a bundle made it."""
        return self.look if isinstance(self.look, Look) else self.look(bundle)
