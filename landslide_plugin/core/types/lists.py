"""Lists as a person types them: numbers and names, read the same way wherever one is asked for."""

from __future__ import annotations

import math
import re
from typing import Optional

from ..errors import InputError

NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
BETWEEN_DIGITS = re.compile(r"([^,]*[0-9]),([0-9][^,]*)")
WITH_COMMA = re.compile(r"([+-]?[0-9]+),([0-9]+(?:[eE][+-]?[0-9]+)?)")
QUOTED = re.compile(r'"((?:[^"]|"")*)"')


def number(text: str) -> Optional[float]:
    """The finite number that a text spells with a decimal point; None if it spells none.

    >>> number(" 1e-3 "), number("0,5"), number("nan"), number("1e999"), number("1_000")
    (0.001, None, None, None, None)
    """
    word = text.strip()
    if not NUMBER.fullmatch(word):
        return None
    value = float(word)
    return value if math.isfinite(value) else None


def numbers(text: str, what: str) -> tuple[float, ...]:
    """Numbers typed one after another.

    Blanks, semicolons and commas before a blank part them; where they do, a comma between digits is a decimal
    comma. Two or more commas alone part them as well.

    Parameters
    ----------
    text : str
        May be empty.
    what : str
        Parameter, for the message.

    Raises
    ------
    InputError
        A word is no finite number, or a single comma may part two numbers or be a decimal comma.

    Examples
    --------
    >>> numbers("10 25; 50", "RETURN_PERIODS"), numbers("10,25,50", "RETURN_PERIODS")
    ((10.0, 25.0, 50.0), (10.0, 25.0, 50.0))
    >>> numbers("0,5 1,5", "RAIN_PATTERN"), numbers("0,5;", "SEISMIC"), numbers("1, 2, 1", "RAIN_PATTERN")
    ((0.5, 1.5), (0.5,), (1.0, 2.0, 1.0))
    >>> numbers("0,1", "SEISMIC")
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: SEISMIC is '0,1', which may be 0.1 or the two numbers 0 and 1; \
write 0.1 or 0 1
    """
    typed = text.strip()
    words = [word for word in re.split(r",\s+|[\s;]+|,$", typed) if word]
    if words == [typed]:
        single = BETWEEN_DIGITS.fullmatch(typed)
        if single and number(".".join(single.groups())) is not None:
            before, after = single.groups()
            raise InputError(
                f"{what} is {text!r}, which may be {before}.{after} or the two numbers {before} and {after}; "
                f"write {before}.{after} or {before} {after}"
            )
        if typed.count(",") > 1:
            words = typed.split(",")
    values = [number(WITH_COMMA.sub(r"\1.\2", word)) for word in words]
    found = tuple(value for value in values if value is not None)
    if len(found) != len(words):
        wrong = words[values.index(None)]
        raise InputError(
            f"{what} is {text!r}, which is not a list of numbers ({wrong!r} is none); allowed: numbers parted by "
            "blanks or semicolons, such as 10 25 50"
        )
    return found


def entries(text: str) -> list[str]:
    """Entries of a list parted by semicolons or lines, or by commas if it has neither; quoted text is not parted.

    >>> entries('dem=2011, "a, b"=2018'), entries('Slide, rotational; "Fall; rock"')
    (['dem=2011', '"a, b"=2018'], ['Slide, rotational', '"Fall; rock"'])
    """
    marks = ";\n" if re.search("[;\n]", QUOTED.sub("", text.strip())) else ","
    parted = re.findall(rf'\s*"(?:[^"]|"")*"[^{marks}]*|[^{marks}]+', text)
    return [entry.strip() for entry in parted if entry.strip()]


def unquoted(entry: str) -> str:
    """A name without the quotation marks around it.

    >>> unquoted('"Slide, rotational"'), unquoted('5" slab'), unquoted('"the ""old"" one"')
    ('Slide, rotational', '5" slab', 'the "old" one')
    """
    quoted = QUOTED.fullmatch(entry.strip())
    return quoted.group(1).replace('""', '"').strip() if quoted else entry.strip()


def names(text: str) -> tuple[str, ...]:
    """Names of a list, without those that are empty; one that holds a comma stands in quotation marks.

    >>> names('"Slide, rotational", Fall'), names("Slide, rotational; Fall"), names(" a,, b ")
    (('Slide, rotational', 'Fall'), ('Slide, rotational', 'Fall'), ('a', 'b'))
    """
    return tuple(name for name in map(unquoted, entries(text)) if name)
