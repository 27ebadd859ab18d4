"""Freed memory goes back to the system, as far as the C library can be asked for that; elsewhere nothing happens.

glibc keeps what is freed for the next who asks, in as many heaps as there are threads; a process that works for hours
would seem to grow.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any

_ARENA_MAX = -8  # glibc's number for the option of `mallopt`


def one_heap() -> None:
    """Has threads share one heap from now on."""
    library = _library()
    if hasattr(library, "mallopt"):
        library.mallopt(_ARENA_MAX, 1)


def give_back() -> None:
    """Gives what is free back to the system."""
    library = _library()
    if hasattr(library, "malloc_trim"):
        library.malloc_trim(ctypes.c_size_t(0))


@cache
def _library() -> Any:
    try:
        return ctypes.CDLL(None)
    except (OSError, TypeError):  # Windows
        return None
