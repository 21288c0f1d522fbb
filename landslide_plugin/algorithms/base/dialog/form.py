"""What the dialog of the toolbox makes of an algorithm's parameters; batch, designer and shell know nothing of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Callable, Optional

Modes = Mapping[str, tuple[str, Collection[Any]]]
Idle = Callable[[Mapping[str, Any]], Collection[str]]

DEFAULT, NONE_CHOSEN, NOT_SET = "Default: {usual}", "None chosen", "Not set"
"""What fields of our own say where nothing is given."""


@dataclass(frozen=True)
class Form:
    """Rows that a dialog leaves out, greys or puts under a heading.

    Attributes
    ----------
    hidden : sequence of str
        Parameters that stay in designer, batch and shell.
    headings : mapping of str to sequence of str
        Parameters under Advanced by the heading they stand under.
    modes : mapping of str to (str, collection)
        Parameters that mean something only with some words of a choice: its key, and those words; None stands for
        a choice that is left to its default.
    idle : callable, optional
        From the values of all rows by key, None where one is empty, to the parameters that a run would not look at.
    """

    hidden: Sequence[str] = ()
    headings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    modes: Modes = field(default_factory=dict)
    idle: Optional[Idle] = None

    def unused(self, values: Mapping[str, Any]) -> set[str]:
        """Parameters that mean nothing with these values; a choice that is not there decides nothing.

        >>> form = Form(modes={"BLOCK_M": ("FOLD_SCHEME", ("blocks",)), "STEP": ("SHAPE", ("chicago",))})
        >>> form.unused({"FOLD_SCHEME": "kmeans"}), form.unused({"FOLD_SCHEME": "blocks"}), form.unused({})
        ({'BLOCK_M'}, set(), set())
        """
        found = {
            key
            for key, (choice, words) in self.modes.items()
            if choice in values and values[choice] not in words
        }
        return found | set(self.idle(values)) if self.idle is not None else found
