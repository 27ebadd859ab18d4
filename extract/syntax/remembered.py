"""What is told of a word once: functions of a tree that changes no more remember what they gave.

Extractors, stance and identity ask the same of the same words many times over: which words a noun phrase has, what
governs a verb. A tree is settled when it is mended (see `repair`); until then everything is worked out anew.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from .tree import Tree

Asked = ParamSpec("Asked")
Told = TypeVar("Told")


def remembered(tell: Callable[Concatenate[Tree, Asked], Told]) -> Callable[Concatenate[Tree, Asked], Told]:
    """A pure function of a tree and of words, which then works once for each. What it gives must not be changed."""

    @wraps(tell)
    def once(tree: Tree, *words: Asked.args, **how: Asked.kwargs) -> Told:
        known = tree.known
        if known is None or how:
            return tell(tree, *words, **how)
        key = tell, words
        if key not in known:
            known[key] = tell(tree, *words, **how)
        told: Told = known[key]
        return told

    return cast("Callable[Concatenate[Tree, Asked], Told]", once)
