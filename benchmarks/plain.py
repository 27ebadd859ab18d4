"""A plain walk over spaCy's own parse: what an extractor must beat, and a measure of how hard a suite is.

One triple for each verb with each of its subjects and objects, each preposition under it, each apposition; no lexicon,
no mending, no confidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

SUBJECTS = {"nsubj", "nsubjpass"}
OBJECTS = {"dobj", "attr", "oprd", "dative"}
AUXILIARIES = {"aux", "auxpass", "neg", "prt"}


def triples(doc: Doc) -> Iterator[tuple[str, str, str]]:
    for token in doc:
        for child in token.children:
            if child.dep_ == "appos":
                yield _phrase(token, without=child), "is", _phrase(child)
        if token.pos_ in {"VERB", "AUX"}:
            verb = _words([token, *(c for c in token.children if c.dep_ in AUXILIARIES)])
            objects = [o for c in token.children if c.dep_ in OBJECTS for o in [c, *c.conjuncts]]
            for subject in _subjects(token):
                for obj in objects:
                    yield _phrase(subject), verb, _phrase(obj)
                within = f"{verb} {_phrase(objects[0])}" if objects else verb
                for prep in (c for c in token.children if c.dep_ in {"prep", "agent"}):
                    for inner in (c for c in prep.children if c.dep_ == "pobj"):
                        for obj in [inner, *inner.conjuncts]:
                            yield _phrase(subject), f"{within} {prep.text}", _phrase(obj)


def _subjects(verb: Token) -> list[Token]:
    """A verb's own subjects with their conjuncts, or those of the verb that it is joined to or hangs on."""
    found = [s for c in verb.children if c.dep_ in SUBJECTS for s in [c, *c.conjuncts]]
    if not found and verb.dep_ in {"conj", "xcomp", "advcl"}:
        return _subjects(verb.head)
    if not found and verb.dep_ in {"acl", "relcl"}:
        return [verb.head]
    who = [verb.head] if verb.dep_ == "relcl" and found and found[0].text.lower() in {"who", "which", "that"} else []
    return who or found


def _phrase(head: Token, without: Token | None = None) -> str:
    """A noun with what hangs on it, but for conjuncts and asides."""
    left_out = {"conj", "cc", "appos", "relcl", "punct"}
    inner = [c for c in head.children if c.dep_ not in left_out and c != without]
    return _words([head, *(t for c in inner for t in c.subtree)])


def _words(tokens: list[Token]) -> str:
    return " ".join(t.text for t in sorted(tokens, key=lambda t: t.i))
