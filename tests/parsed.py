"""Sentences in tests: parsed and mended, as extraction sees them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triplewire.extract.syntax.repair import repair
from triplewire.ontology.model import Article, Block

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser
    from triplewire.extract.syntax.tree import Tree


def parse(analyser: Analyser, text: str, *, headline: bool = False) -> list[Tree]:
    """The sentences of a text whose paragraphs are separated by empty lines; with `headline` the first is one."""
    blocks = [
        Block(m.start(), m.end(), "headline" if headline and not m.start() else "body")
        for m in re.finditer(r"\S(?:.|\n(?!\n))*", text)
    ]
    ((_, found),) = analyser.parsed([Article(iri="urn:test", text=text, blocks=tuple(blocks))])
    return [repair(tree) for tree in found]


def one(analyser: Analyser, text: str) -> Tree:
    """The text's only sentence."""
    (tree,) = parse(analyser, text)
    return tree


def word(tree: Tree, form: str) -> int:
    """Where this word stands: the one occurrence, or the n-th in "word/n"."""
    form, _, n = form.partition("/")
    return [i for i, w in enumerate(tree.words) if w == form][int(n or 1) - 1]
