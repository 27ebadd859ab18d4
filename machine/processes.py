"""Work shared among processes, with results in the order of what was given and memory that stays flat."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Protocol, TypeVar

from ..ontology.errors import TriplewireError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Given = TypeVar("Given")
    Made = TypeVar("Made")

#: Objects that a worker makes before the collector of cycles looks for some; Python's own 700 cost time and find none.
_NEW_OBJECTS = 20_000
#: Pieces of work on their way to or from each worker. More of them would only fill memory.
_WAITING = 3
_Made = TypeVar("_Made", covariant=True)


class Promise(Protocol[_Made]):
    """A result that is on its way, such as a `concurrent.futures.Future`."""

    def result(self) -> _Made:
        """Waits for it. Raises what the work raised."""


@contextmanager
def shared(
    what: str,
    work: Callable[[Given], Made],
    items: Iterable[Given],
    workers: int,
    ready: Callable[[], None] | None = None,
    *,
    copied: bool = False,
) -> Iterator[Iterator[Made]]:
    """What `work` makes of each item, in order; in this process where there is one worker.

    `work`, the items and `ready` must be able to travel between processes. With `copied`, and where this process can
    be copied, it does `ready` and what that made is in the copies: ask for it only where nothing is open that a copy
    must not have. Else each process does it, while the first items are still being made. What `ready` raises is
    nobody's concern, as `work` will raise it too. Raises TriplewireError, naming `what` is being done, where a process
    is killed or cannot be had.
    """
    if workers <= 1:
        yield map(work, items)
        return
    try:
        pool = _copies(workers, ready) if copied and _may_be_copied() else _fresh(workers, ready)
    except OSError as e:
        reason = f"no process could be had ({e.strerror})"
        raise TriplewireError(what, reason, "give the same command again, with fewer workers") from e
    try:
        yield in_order(lambda item: pool.submit(work, item), items, lambda: workers)
    except BrokenProcessPool as e:
        reason = "a worker process was killed, perhaps for want of memory"
        raise TriplewireError(what, reason, "give the same command again, with fewer workers") from e
    finally:
        pool.shutdown(cancel_futures=True)


def _may_be_copied() -> bool:
    """Whether a copy of this process would work: it has no other threads, whose locks would be copied half-way.

    macOS forks too, but its libraries do not outlive it.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def _copies(workers: int, ready: Callable[[], None] | None) -> ProcessPoolExecutor:
    """Processes that begin with all that this one holds, in the same memory until one of them writes to it."""
    if ready is not None:
        with suppress(Exception):
            ready()
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), initializer=_begin)
    frozen = gc.get_freeze_count()
    gc.freeze()  # a copy's collector would write to all of it
    try:
        with warnings.catch_warnings():
            # OpenBLAS has threads, and stops them while it is copied; a store that is shut has some, which rest.
            warnings.simplefilter("ignore", DeprecationWarning)
            pool.submit(_nothing)  # starts them
    except OSError:
        pool.shutdown(wait=False)
        raise
    finally:
        if not frozen:
            gc.unfreeze()
    return pool


def _fresh(workers: int, ready: Callable[[], None] | None) -> ProcessPoolExecutor:
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_begin)
    for _ in range(workers):
        pool.submit(ready or _nothing)
    return pool


def _nothing() -> None:
    pass


def in_order(
    submit: Callable[[Given], Promise[Made]], items: Iterable[Given], workers: Callable[[], int]
) -> Iterator[Made]:
    """The results of what is submitted, in the order of the items; no more are on their way than keep workers busy."""
    waiting: deque[Promise[Made]] = deque()
    for item in items:
        waiting.append(submit(item))
        if len(waiting) >= _WAITING * workers():
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _begin() -> None:
    """Ctrl-C reaches the workers too: they end without a word, and the parent tidies up. They end with it, too."""
    gc.set_threshold(_NEW_OBJECTS)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()  # a pool's worker would wait for ever: it holds the other end of its own queue
        os._exit(1)
