"""Factors spread over several raster files, found by name and read together by rows."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import Optional

import numpy as np

from ...errors import InputError
from ...types.arrays import Cells, Flags, Surface
from ...types.class_match import ClassMatch, match_classes
from ...types.factors import FactorSpec, FeatureStack
from ...types.grid import Grid, Strip
from ...types.window import Window
from ..class_names import names_beside
from ..raster import STRIP_ROWS, RasterSource, require_on_grid
from ..raster.no_data import Extremes
from ..raster.source import READ_CELLS
from .kinds import FactorKinds
from .marks_look import MarksLook


class FactorSources:
    """Open rasters whose bands are conditioning factors on one grid; use as a context manager.

    Parameters
    ----------
    paths : sequence of str
        Rasters with one or many bands each; a band's description is the factor's name.
    categorical : sequence of str
        Names of factors that hold codes although their band does not say so.
    within : Grid, optional
        Of rasters that hold every cell of this grid and more, only these cells are seen.
    kinds : FactorKinds, optional
        Settles what kind each factor is; without, each is what is stored with its band.

    Attributes
    ----------
    found : dict of str to str
        How the kind of each factor was found, where it was not stored with its band.
    matches : dict of str to ClassMatch
        How classes are those of a model; values are read as the model's codes.

    Raises
    ------
    InputError
        No raster, a factor given twice, or a name in ``categorical`` that is not there.
    GridMismatch
        A raster on another grid or CRS than the first.
    """

    def __init__(
        self,
        paths: Sequence[str],
        categorical: Sequence[str] = (),
        within: Optional[Grid] = None,
        kinds: Optional[FactorKinds] = None,
    ):
        if not paths:
            raise InputError("No factor raster is given; choose at least one")
        self._stack = ExitStack()
        self.found: dict[str, str] = {}
        self.matches: dict[str, ClassMatch] = {}
        try:
            self._sources = [self._stack.enter_context(RasterSource(path, within)) for path in paths]
            self.grid: Grid = self._sources[0].grid
            for source in self._sources[1:]:
                require_on_grid(self.grid, source)
            self._where, self.specs = self._index(categorical, kinds)
        except BaseException:
            self._stack.close()
            raise

    def _index(
        self, categorical: Sequence[str], kinds: Optional[FactorKinds]
    ) -> tuple[dict[str, tuple[int, int]], tuple[FactorSpec, ...]]:
        if kinds is not None:
            kinds = replace(kinds, said={**dict.fromkeys(categorical, "categorical"), **kinds.said})
        where: dict[str, tuple[int, int]] = {}
        specs = []
        for s, source in enumerate(self._sources):
            for band, spec in enumerate(source.factor_specs()):
                if spec.name in where:
                    raise InputError(
                        f"Factor {spec.name} is in both {self._sources[where[spec.name][0]].name} and "
                        f"{source.name}; keep one of them"
                    )
                where[spec.name] = (s, band)
                if kinds is not None:
                    settled, self.found[spec.name] = kinds.settle(source, band, spec)
                elif spec.name in categorical:
                    settled = replace(spec, kind="categorical", transform="none")
                else:
                    settled = spec
                specs.append(settled)
        missing = sorted({*categorical, *(kinds.said if kinds is not None else ())} - set(where))
        if missing:
            raise InputError(
                f"A kind is given for {', '.join(missing)}: {missing[0]} is not among the factors {', '.join(where)}"
            )
        return where, tuple(specs)

    @property
    def rasters(self) -> tuple[RasterSource, ...]:
        """The open rasters, in the order given."""
        return tuple(self._sources)

    def __enter__(self) -> FactorSources:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def select(self, wanted: Sequence[FactorSpec]) -> tuple[FactorSpec, ...]:
        """The wanted factors, if all are there; raise ``InputError`` naming those that are not."""
        missing = [spec.name for spec in wanted if spec.name not in self._where]
        if missing:
            raise InputError(
                f"The model needs factor {', '.join(missing)}; the rasters given hold {', '.join(self._where)}"
            )
        self.match(wanted)
        return tuple(wanted)

    def match(self, wanted: Sequence[FactorSpec]) -> None:
        """From now on read the classes of categorical factors of a model as the codes of that model.

        Raises
        ------
        InputError
            Names that do not tell which class is which.
        """
        here = {spec.name: spec for spec in self.specs}
        for spec in wanted:
            if spec.kind == "categorical" and spec.name in here:
                source = self._sources[self._where[spec.name][0]]
                names = here[spec.name].categories
                if not names and len(source.bands) == 1:
                    names = names_beside(source.path)
                self.matches[spec.name] = match_classes(spec.name, spec.categories, names)

    @property
    def match_words(self) -> tuple[str, ...]:
        """What to say of how classes were matched."""
        return tuple(match.words for match in self.matches.values() if match.words)

    def _as_model(self, name: str, values: Surface) -> Surface:
        match = self.matches.get(name)
        return values if match is None else match.apply(values)

    def block_bytes(self, cols: int) -> int:
        """Bytes of cache that reading row after row asks for."""
        return sum(source.block_bytes(cols) for source in self._sources)

    def read(self, specs: Sequence[FactorSpec], strip: Strip, cols: Optional[slice] = None) -> FeatureStack:
        """The named factors over the rows of a strip, halo included, in all columns or a run of them."""
        first, last = strip.read_rows
        left, right, _ = (cols or slice(None)).indices(self.grid.cols)
        values = np.empty((len(specs), last - first, right - left), np.float32)
        for i, spec in enumerate(specs):
            source, band = self._where[spec.name]
            values[i] = self._as_model(spec.name, self._sources[source].read(band, first, last - first, cols))
        return FeatureStack(tuple(specs), values)

    def values_at(self, specs: Sequence[FactorSpec], rows: Cells, cols: Cells) -> Surface:
        """Values (cells, factors) of the given cells."""
        table = np.empty((len(rows), len(specs)), np.float32)
        where = [self._where[spec.name] for spec in specs]
        for s, source in enumerate(self._sources):
            columns = [i for i, (held_by, _) in enumerate(where) if held_by == s]
            if columns:
                table[:, columns] = source.values_at(rows, cols, [where[i][1] for i in columns])
        for i, spec in enumerate(specs):
            table[:, i] = self._as_model(spec.name, table[:, i])
        return table

    def valid_mask(self, specs: Sequence[FactorSpec], strip_rows: int = STRIP_ROWS) -> Flags:
        """Cells (rows, cols) in which every named factor has a value.

        Raises
        ------
        InputError
            A factor holds a usual mark of no-data that its raster does not declare.
        """
        mask = np.zeros(self.grid.shape, bool)
        look = self.look(specs)
        for strip in self.grid.strips(strip_rows):
            read = self.read(specs, strip)
            mask[strip.start : strip.stop] = read.valid()
            look.take(read.values)
        look.require_declared()
        return mask

    def look(self, specs: Sequence[FactorSpec]) -> MarksLook:
        """What is to look at the values of the named factors (factors, ...) for undeclared marks of no-data."""
        return MarksLook(
            [self._extremes(spec) for spec in specs],
            lambda number, seen: self._require_declared(specs[number], seen),
        )

    def require_declared(self, specs: Sequence[FactorSpec], window: Window) -> None:
        """Raise ``InputError`` if a factor holds an undeclared mark of no-data in a part, which would be mapped."""
        look = self.look(specs)
        rows_at_once = max(1, min(STRIP_ROWS, READ_CELLS // (window.cols * max(len(specs), 1))))
        for part in window.cut(rows_at_once, window.cols):
            rows = Strip(part.first_row, part.first_row + part.rows)
            look.take(self.read(specs, rows, part.col_slice).values)
        look.require_declared()

    def look_at_some(self, specs: Sequence[FactorSpec], window: Window, rows: int) -> None:
        """Look at so many rows of a part; where they hold what may be an undeclared mark, ``require_declared``."""
        look = self.look(specs)
        for row in window.some_rows(rows):
            first = window.first_row + row
            look.take(self.read(specs, Strip(first, first + 1), window.col_slice).values)
        if look.is_doubtful:
            self.require_declared(specs, window)

    def require_declared_at(self, specs: Sequence[FactorSpec], table: Surface) -> None:
        """Raise ``InputError`` if values (cells, factors) hold an undeclared mark of no-data."""
        for i, spec in enumerate(specs):
            seen = self._extremes(spec)
            seen.take(table[:, i])
            self._require_declared(spec, seen)

    def _extremes(self, spec: FactorSpec) -> Extremes:
        number, band = self._where[spec.name]
        return self._sources[number].extremes(band)

    def _require_declared(self, spec: FactorSpec, seen: Extremes) -> None:
        number, band = self._where[spec.name]
        source = self._sources[number]
        named = {*(spec.categories or ()), *source.bands[band].categories}
        source.require_declared(band, seen, f"Factor {spec.name} of {source.name}", named)
