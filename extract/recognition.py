"""spaCy's greedy recogniser of named entities, for all words of a batch at once.

spaCy goes from word to word and asks the network about each. But what the network answers depends on three words only:
the present one and, inside a name, the name's first and the one before. So all answers outside names are one product of
matrices; names that begin anywhere grow side by side; and a walk from left to right picks those that it meets. The
moves are the same: B(egin), I(n), L(ast), U(nit) with a label, O(ut).
"""

from __future__ import annotations

from itertools import compress, islice
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from .replacing import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Indices = NDArray[np.int64]

_FACTORY = "triplewire_recognizer"
#: Present word, first word of the name, word before: what spaCy calls the features of a state.
_FEATURES = 3


def install(nlp: Language) -> None:
    """Puts it in the place of the pipeline's `ner`, where that is a greedy one of the usual shape."""
    replace(nlp, "ner", EntityRecognizer, _FACTORY, _fits)


def _fits(model: Any) -> bool:
    lower = model.get_ref("lower")
    return bool(lower.get_dim("nF") == _FEATURES and lower.get_dim("nP") >= 2)


@Language.factory(_FACTORY, assigns=["doc.ents"])
def make_recognizer(nlp: Language, name: str) -> Recognizer:
    """The factory of the part; it reads the model of the `ner` that it stands for."""
    return Recognizer(nlp.get_pipe("ner"))


class Recognizer:
    """Sets `doc.ents` as spaCy's `ner` would; a Doc that has entities already goes to that one."""

    def __init__(self, ner: EntityRecognizer) -> None:
        self._ner = ner
        lower, upper = ner.model.get_ref("lower"), ner.model.get_ref("upper")
        self._tok2vec, self._lower = ner.model.get_ref("tok2vec"), lower
        self._bias: Floats = lower.get_param("b")
        self._weights: Floats = upper.get_param("W")
        self._upper_bias: Floats = upper.get_param("b")
        moves = [ner.moves.get_class_name(n).partition("-")[::2] for n in range(ner.moves.n_moves)]
        at = {move: n for n, move in enumerate(moves)}
        #: Moves that are possible outside names, in spaCy's order, which decides between equal scores.
        self._outside = np.array(
            [n for n, (move, label) in enumerate(moves) if move == "O" or (move in "BU" and label)]
        )
        self._begins = np.array([moves[n][0] == "B" for n in self._outside])
        self._units = np.array([moves[n][0] == "U" for n in self._outside])
        self._labels = [moves[n][1] for n in self._outside]
        self._in = np.array([at.get(("I", label), 0) for label in self._labels])
        self._last = np.array([at.get(("L", label), 0) for label in self._labels])

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Docs with their entities set, in order."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            usual = [len(doc) > 0 and not doc.has_annotation("ENT_IOB") for doc in batch]
            if any(usual):
                self._set(list(compress(batch, usual)))
            for doc, done in zip(batch, usual, strict=True):
                yield doc if done else self._ner(doc)

    def _set(self, docs: list[Doc]) -> None:
        """Finds and sets the entities of Docs that have words and no entities yet."""
        flags = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs])
        is_last = flags[:, 0] == 1  # of its sentence or Doc, if what follows it starts one
        is_last = np.append(is_last[1:], True)
        ends = np.cumsum([len(doc) for doc in docs])
        is_last[ends - 1] = True
        made = self._lower.predict(self._tok2vec.predict(docs))
        moves = self._moves_outside(made, is_last, flags[:, 1] == 1)
        closes = np.arange(1, len(moves) + 1)
        starts = np.flatnonzero(self._begins[moves])
        closes[starts] = self._ends(made, starts, moves[starts], is_last)
        named = np.flatnonzero(self._begins[moves] | self._units[moves])
        first = 0
        for doc, end in zip(docs, ends, strict=True):
            within = named[np.searchsorted(named, first) : np.searchsorted(named, end)]
            doc.set_ents(list(self._spans(doc, first, within, moves, closes)), default="outside")
            first = int(end)

    def _spans(self, doc: Doc, first: int, named: Indices, moves: Indices, closes: Indices) -> Iterator[Span]:
        reached = 0
        for start, end, move in zip(named, closes[named], moves[named], strict=True):
            if start >= reached:
                reached = end
                yield Span(doc, int(start) - first, int(end) - first, self._labels[move])

    def _moves_outside(self, made: Floats, is_last: NDArray[np.bool_], is_space: NDArray[np.bool_]) -> Indices:
        """The move at each word if no name is open there."""
        padding = made[0]
        hidden = (made[1:, 0] + padding[1] + padding[2] + self._bias).max(axis=2)
        scores = hidden @ self._weights[self._outside].T + self._upper_bias[self._outside]
        scores[np.ix_(is_last | is_space, self._begins)] = -np.inf
        scores[np.ix_(is_space, self._units)] = -np.inf
        best: Indices = scores.argmax(axis=1)
        return best

    def _ends(self, made: Floats, starts: Indices, moves: Indices, is_last: NDArray[np.bool_]) -> Indices:
        """Where each of the names ends that begin at these words with these moves."""
        ends = starts + 1
        going = np.arange(len(starts))
        while len(going):
            at = ends[going]
            features = made[1 + at, 0] + made[1 + starts[going], 1] + made[at, 2] + self._bias
            hidden = features.max(axis=2)
            inside, last = (
                (hidden * self._weights[columns]).sum(axis=1) + self._upper_bias[columns]
                for columns in (self._in[moves[going]], self._last[moves[going]])
            )
            ends[going] += 1
            going = going[(inside >= last) & ~is_last[at]]
        return ends
