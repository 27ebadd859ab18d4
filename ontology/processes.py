"""Work shared among processes, with results in the order of what was given and memory that stays flat."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

from .errors import TriplewireError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Given = TypeVar("Given")
    Made = TypeVar("Made")

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
) -> Iterator[Iterator[Made]]:
    """What `work` makes of each item, in order; in this process where there is one worker.

    `work` and the items must be able to travel between processes. So must `ready`, which the processes do first, while
    the first items are still being made; what it raises is nobody's concern, as `work` will raise it too. Raises
    TriplewireError, naming `what` is being done, where a process is killed.
    """
    if workers <= 1:
        yield map(work, items)
        return
    # Fresh processes: a fork would copy the store's threads and locks half-way.
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_end_at_once)
    try:
        if ready is not None:
            for _ in range(workers):
                pool.submit(ready)
        yield in_order(lambda item: pool.submit(work, item), items, lambda: workers)
    except BrokenProcessPool as e:
        reason = "a worker process was killed, perhaps for want of memory"
        raise TriplewireError(what, reason, "give the same command again, with fewer workers") from e
    finally:
        pool.shutdown(cancel_futures=True)


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


def _end_at_once() -> None:
    """Ctrl-C reaches the workers too: they end without a word, and the parent tidies up. They end with it, too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()  # a pool's worker would wait for ever: it holds the other end of its own queue
        os._exit(1)
