"""A page that shows itself in a notebook, apart from everything else there."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

_HEIGHT = 640  # pixels


@dataclass(frozen=True, slots=True)
class Page:
    """An interactive page that is in no file. `html` is the whole of it."""

    html: str = field(repr=False)

    def _repr_html_(self) -> str:
        """What a notebook shows: the page in a frame of its own."""
        return f'<iframe srcdoc="{escape(self.html)}" style="width:100%;height:{_HEIGHT}px;border:0"></iframe>'
