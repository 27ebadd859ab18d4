"""spaCy's greedy parser, stepped from here: the same moves in half the time, and how probable each of them was.

spaCy takes every step of a batch in C, but one product of matrices at a time and under the interpreter's lock. Here the
moves of all Docs at one step are one product. Its scores, which spaCy throws away, tell where the model wavered: the
best sign there is that a statement is misread.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import DependencyParser
from thinc.api import NumpyOps

from .replacing import replace
from .syntax.tree import DOUBTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Floats = NDArray[np.float32]
    Indices = NDArray[np.int64]

FACTORY = "triplewire_parser"
#: Of what spaCy shows the model of a state: the next word, and the one on top of the stack.
_NEXT, _TOP = 0, 2


def install(nlp: Language) -> None:
    """Puts it in the place of the pipeline's `parser`, where that is a greedy one of the usual shape."""
    replace(nlp, "parser", DependencyParser, FACTORY, _fits)


def _fits(model: Any) -> bool:
    return isinstance(model.ops, NumpyOps) and bool(model.get_ref("lower").get_dim("nF") > _TOP)


@Language.factory(FACTORY, assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"])
def make_parser(nlp: Language, name: str) -> Parser:
    """The factory of the part; it reads the model of the `parser` that it stands for."""
    return Parser(nlp.get_pipe("parser"))


class Parser:
    """Parses Docs as spaCy's `parser` would, and keeps in `doc.user_data[DOUBTS]` how doubtful each word's place is.

    A doubt is the negative natural logarithm of the probability that the model gave to the moves that put the word
    where it stands: 0 where there was no choice.
    """

    def __init__(self, parser: DependencyParser) -> None:
        self._parser: Any = parser
        upper = parser.model.get_ref("upper")
        self._weights: Floats = np.ascontiguousarray(upper.get_param("W").T)
        self._bias: Floats = upper.get_param("b")
        moves = [parser.moves.get_class_name(n).partition("-")[::2] for n in range(parser.moves.n_moves)]
        self._arcs = np.array([kind in "LR" for kind, _ in moves])
        strings = parser.vocab.strings
        self._left = {strings[label]: n for n, (kind, label) in enumerate(moves) if kind == "L"}
        self._right = {strings[label]: n for n, (kind, label) in enumerate(moves) if kind == "R"}

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Docs with heads, labels and sentences set, in order."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            if words := [doc for doc in batch if len(doc)]:
                self._set(words)
            yield from batch

    def _set(self, docs: list[Doc]) -> None:
        states = self._parser.moves.init_batch(docs)
        model = self._parser.model.predict(docs)
        ids: list[Any] = []
        scores: list[Floats] = []
        going = [state for state in states if not state.is_final()]
        while going:
            ids.append(model.get_token_ids(going))
            scores.append(self._scores(model.state2vec(ids[-1], False)[0]))
            going = self._parser.transition_states(going, scores[-1])
        model.clear_memory()
        self._parser.set_annotations(docs, states)
        if ids:
            self._doubt(docs, np.concatenate(ids), np.concatenate(scores))

    def _scores(self, hidden: Floats) -> Floats:
        # One row alone goes through a routine that rounds otherwise, and a Doc's doubts would hang on its batch.
        made: Floats = (hidden if len(hidden) > 1 else hidden.repeat(2, axis=0)) @ self._weights
        made += self._bias
        return made[: len(hidden)]

    def _doubt(self, docs: list[Doc], ids: Indices, scores: Floats) -> None:
        """Keeps the doubts of Docs whose words are numbered through, from the states met and their moves' scores."""
        columns = np.concatenate([doc.to_array(["HEAD", "DEP", "SENT_START"]) for doc in docs])
        heads = columns[:, 0].astype(np.int64) + np.arange(len(columns))
        # spaCy's deprojectivizing renames and moves a few arcs afterwards, which then are found nowhere.
        left, right = (np.array([of.get(dep, 0) for dep in columns[:, 1].tolist()]) for of in (self._left, self._right))
        after, top = ids[:, _NEXT], ids[:, _TOP]
        chosen = (after >= 0) & (top >= 0)
        chosen &= columns[after, 2] != 1  # nothing is tied across the start of a sentence
        after, top, scores = after[chosen], top[chosen], scores[chosen]
        scores -= scores.max(axis=1, keepdims=True)
        np.exp(scores, out=scores)
        whole = scores.sum(axis=1)
        rows = np.arange(len(scores))
        to_left, to_right = heads[top] == after, heads[after] == top
        taken = np.where(to_left, scores[rows, left[top]], scores[rows, right[after]])
        apart = ~(to_left | to_right)
        taken[apart] = scores[apart][:, ~self._arcs].sum(axis=1)
        doubt = -np.log(np.maximum(taken / whole, 1e-6))
        word = np.where(to_right | apart, after, top)
        doubts = np.bincount(word, doubt, len(columns))
        start = 0
        for doc in docs:
            doc.user_data[DOUBTS] = doubts[start : start + len(doc)].tolist()
            start += len(doc)
