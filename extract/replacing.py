"""Puts a part of ours in the place of one of spaCy's that works by moves, where that is one whose model we can read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language


def replace(nlp: Language, name: str, kind: type[Any], factory: str, fits: Callable[[Any], bool]) -> None:
    """Puts `factory` where the pipeline's part `name` is of this kind, greedy, of the usual shape, and fits."""
    part: Any = nlp.get_pipe(name) if name in nlp.pipe_names else None
    if part is not None and _is_usual(part, kind) and fits(part.model):
        nlp.disable_pipe(name)
        nlp.add_pipe(factory, after=name)


def _is_usual(part: Any, kind: type[Any]) -> bool:
    if type(part) is not kind or part.cfg["beam_width"] != 1 or part.model.name != "parser_model":
        return False
    return bool(part.model.attrs["has_upper"] and not part.model.attrs["unseen_classes"])
