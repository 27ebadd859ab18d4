"""Imports spaCy without its command line: a downloader, a project manager, HTTP clients, a quarter of its import.

spaCy loads it for one name, `spacy.info`, which here loads it when it is called. Who imported spaCy before keeps what
he has, and `import spacy.cli` works as ever.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


def _info(*args: Any, **named: Any) -> Any:
    """What `spacy.info` does."""
    return import_module("spacy.cli.info").info(*args, **named)


def _import_spacy() -> None:
    if "spacy" in sys.modules:
        return
    for name in _COMMAND_LINE:
        sys.modules[name] = ModuleType(name)
    vars(sys.modules["spacy.cli.info"])["info"] = _info
    try:
        import_module("spacy")
    finally:
        for name in _COMMAND_LINE:
            del sys.modules[name]


_import_spacy()
