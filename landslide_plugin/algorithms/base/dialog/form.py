"""What the dialog of the toolbox makes of an algorithm's parameters; batch, designer and shell know nothing of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Modes = Mapping[str, tuple[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Form:
    """Rows that a dialog leaves out, greys or puts under a heading.

    Attributes
    ----------
    hidden : sequence of str
        Parameters that stay in designer, batch and shell.
    headings : mapping of str to sequence of str
        Parameters under Advanced by the heading they stand under.
    modes : mapping of str to (str, tuple of str)
        Parameters that mean something only with some words of a choice: its key, and those words.
    """

    hidden: Sequence[str] = ()
    headings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    modes: Modes = field(default_factory=dict)

    def active(self, key: str, chosen: Mapping[str, Any]) -> bool:
        """Whether a row means something with the words that are chosen; a choice that is not there decides nothing.

        >>> form = Form(modes={"BLOCK_M": ("FOLD_SCHEME", ("blocks",))})
        >>> form.active("BLOCK_M", {"FOLD_SCHEME": "kmeans"}), form.active("SEED", {}), form.active("BLOCK_M", {})
        (False, True, True)
        """
        choice, words = self.modes.get(key, ("", ()))
        return choice not in chosen or chosen[choice] in words
