"""What one named quantity is: its unit, range, default and help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Union

from ..errors import InputError

Number = Union[int, float]


@dataclass(frozen=True)
class Quantity:
    """A number or choice a user may set.

    Attributes
    ----------
    name : str
        Key in the table, lower case.
    label : str
        What a dialog shows, without the unit.
    help : str
        One or two sentences: what it is, and how to choose it.
    unit : str
        Unit as written in dialogs; empty for pure numbers.
    default : number, str or None
        Value used when the user says nothing; for a choice, one of ``choices``.
    minimum, maximum : number or None
        Allowed range, ends included.
    choices : tuple of str
        Allowed keys of a choice; empty for numbers.
    choice_labels : tuple of str
        What a dialog shows for each of ``choices``.
    integer : bool
        True if only whole numbers make sense.
    """

    name: str
    label: str
    help: str
    unit: str = ""
    default: Union[Number, str, None] = None
    minimum: Optional[Number] = None
    maximum: Optional[Number] = None
    choices: tuple[str, ...] = ()
    choice_labels: tuple[str, ...] = ()
    integer: bool = False

    def title(self) -> str:
        """Label with its unit.

        >>> Quantity("depth_m", "Soil depth", "", unit="m").title()
        'Soil depth (m)'
        """
        return f"{self.label} ({self.unit})" if self.unit else self.label

    def shown(self, value: str) -> str:
        """Label of a choice, as dialogs show it; the value itself where it is none.

        >>> map_colour = Quantity("colour", "Colour", "Of the map.", choices=("dark",), choice_labels=("Dark",))
        >>> map_colour.shown("dark"), map_colour.shown("odd")
        ('Dark', 'odd')
        """
        return dict(zip(self.choices, self.choice_labels or self.choices)).get(value, value)

    def allowed(self) -> str:
        """The allowed values in words.

        >>> Quantity("n", "Folds", "", minimum=2, maximum=20).allowed()
        '2 to 20'
        """
        if self.choices:
            return "one of " + ", ".join(self.choices)
        if self.minimum is not None and self.maximum is not None:
            return f"{self.minimum:g} to {self.maximum:g}"
        if self.minimum is not None:
            return f"at least {self.minimum:g}"
        if self.maximum is not None:
            return f"at most {self.maximum:g}"
        return "any number"

    def check(self, value: Union[Number, str]) -> Union[Number, str]:
        """Return ``value`` if it is allowed, else raise ``InputError`` saying what is.

        >>> Quantity("n", "Folds", "", minimum=2, maximum=20, integer=True).check(5)
        5
        >>> Quantity("n", "Folds", "", minimum=2, maximum=20, integer=True).check(1)
        Traceback (most recent call last):
            ...
        landslide_plugin.core.errors.InputError: Folds is 1; allowed: 2 to 20
        """
        if self.choices:
            ok = value in self.choices
        elif isinstance(value, str) or value != value:
            ok = False
        else:
            ok = not (
                (self.minimum is not None and value < self.minimum)
                or (self.maximum is not None and value > self.maximum)
                or (self.integer and value != int(value))
            )
        if not ok:
            raise InputError(f"{self.title()} is {value}; allowed: {self.allowed()}")
        return value
