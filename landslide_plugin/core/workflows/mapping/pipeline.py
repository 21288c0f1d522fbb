"""Reading, working and writing side by side, in order, with at most one item waiting at each end."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Callable, Optional, TypeVar

Item = TypeVar("Item")
Read = TypeVar("Read")
Made = TypeVar("Made")


def run_pipeline(
    items: Iterable[Item],
    read: Callable[[Item], Read],
    work: Callable[[Item, Read], Made],
    write: Callable[[Item, Made], None],
) -> None:
    """Apply ``read``, ``work`` and ``write`` to each item, in the order of the items.

    While one item is worked on, the next is read and the one before is written, each in a thread of
    its own; ``work`` runs in the caller's. The first error stops everything and is raised.

    Examples
    --------
    >>> done = []
    >>> run_pipeline([1, 2, 3], lambda i: 10 * i, lambda i, r: r + i, lambda i, m: done.append(m))
    >>> done
    [11, 22, 33]
    """
    with ThreadPoolExecutor(1) as reader, ThreadPoolExecutor(1) as writer:
        writing: Optional[Future[None]] = None
        waiting: Optional[tuple[Item, Future[Read]]] = None
        try:
            for item in items:
                ahead = (item, reader.submit(read, item))
                if waiting is not None:
                    writing = _finish(waiting, work, write, writer, writing)
                waiting = ahead
            if waiting is not None:
                writing = _finish(waiting, work, write, writer, writing)
        finally:
            if writing is not None:
                writing.result()


def _finish(
    waiting: tuple[Item, Future[Read]],
    work: Callable[[Item, Read], Made],
    write: Callable[[Item, Made], None],
    writer: ThreadPoolExecutor,
    writing: Optional[Future[None]],
) -> Future[None]:
    item, reading = waiting
    made = work(item, reading.result())
    if writing is not None:
        writing.result()
    return writer.submit(write, item, made)
