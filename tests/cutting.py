"""Cuts pages into blocks for tests."""

from __future__ import annotations

from triplewire.extract.reading.boilerplate import segment

PROSE = "The army of Ruritania entered Strelsau on Monday, the defence ministry said."
MORE = "About 300 people fled the city. The governor called for calm."


def kinds(text: str, **known: str) -> list[tuple[str, str]]:
    """The blocks as (kind, words)."""
    return [(b.kind, text[b.start : b.end]) for b in segment(text, **known)]


def cut(text: str, **known: str) -> list[tuple[str, str]]:
    """The blocks that are not read."""
    return [(b.kind, text[b.start : b.end]) for b in segment(text, **known) if not b.read]


def article(*lines: str) -> str:
    return "\n\n".join(lines)
