"""Loads what the parser needs where it is imported: once for all processes that split off from this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from triplewire.builder import Standard, _analyser

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

assert cast("Analyser", _analyser(Standard())).nlp
