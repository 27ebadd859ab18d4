"""A time-out for commands that only read: an engine at work cannot be told to stop, but its process can."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def within(seconds: float, what: str, option: str) -> Iterator[None]:
    """Ends the process, with a line that names the option, where the body takes longer. Ctrl-C ends it at once, too.

    Only for what changes nothing: no `finally` runs.
    """

    def give_up() -> None:
        sys.stderr.write(f"triplewire: {what}: takes more than {seconds:g} seconds; ask for less, or raise {option}\n")
        sys.stderr.flush()
        os._exit(2)

    timer = threading.Timer(seconds, give_up)
    timer.daemon = True
    timer.start()
    before = None
    with suppress(ValueError):  # in a thread that gets no signals
        before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        timer.cancel()
        if before is not None:
            signal.signal(signal.SIGINT, before)
