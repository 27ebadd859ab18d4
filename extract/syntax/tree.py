"""One sentence as a dependency tree in plain lists: quick to walk, and repairable where the parser erred.

spaCy's labels are CLEAR style (nsubj, nsubjpass, dobj, agent, prep, pobj, relcl, acl, appos, …), its tags Penn
Treebank. Everything after the parse works on `Tree`; nothing after it touches spaCy.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from sys import intern
from typing import TYPE_CHECKING, Any

from ..overlong import LONGEST_SENTENCE
from .chains import links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc

    from .lemmas import Lemmatizer

#: Where a Doc keeps how doubtful each word's place is (see `parsing.Parser`).
DOUBTS = "triplewire.doubts"


@dataclass(slots=True)
class Tree:
    """A sentence's words, tags and dependency tree. Indices count words of the sentence from 0.

    `starts` and `ends` are character offsets in the article's text; the root is its own head. `names` are the
    named stretches that recognition left: (first, last + 1, spaCy label or class of the ontology); `linked` what a
    coreference component of the pipeline left: (first, last + 1, chain). `doubts` are the parser's, a word each
    (see `parsing.Parser`), where it told them. `known` is what was worked out of a tree that is mended (see
    `remembered`); None while it may change.
    """

    text: str  # the article's text
    words: list[str]
    lower: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    lemmatizer: Lemmatizer
    names: list[tuple[int, int, str]] = field(default_factory=list)
    headline: bool = False
    linked: list[tuple[int, int, tuple[int, int]]] = field(default_factory=list)
    doubts: list[float] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    root: int = 0
    standing: dict[str, dict[str, list[int]]] = field(default_factory=dict, repr=False, compare=False)
    known: dict[object, Any] | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.relink()

    def __len__(self) -> int:
        return len(self.words)

    def relink(self) -> None:
        """Rebuild `children` and `root` from `heads`."""
        self._changed()
        self.children = [[] for _ in self.words]
        for i, h in enumerate(self.heads):
            if h == i:
                self.root = i
            else:
                self.children[h].append(i)

    def _changed(self) -> None:
        self.known = None
        self.standing.clear()

    def where(self, column: str) -> dict[str, list[int]]:
        """At which words each value of a column ("deps", "tags", "lower") stands, in order."""
        found = self.standing.get(column)
        if found is None:
            found = self.standing[column] = {}
            for i, value in enumerate(getattr(self, column)):
                found.setdefault(value, []).append(i)
        return found

    def is_tree(self) -> bool:
        """Whether every word hangs, directly or not, under the root."""
        below = 0
        todo = [self.root]
        while todo:
            below += 1
            todo.extend(self.children[todo.pop()])
        return below == len(self.words)

    def attach(self, i: int, head: int, dep: str) -> None:
        """Hang word `i` (with all below it) under `head` as `dep`. The caller sees to it that no circle arises."""
        self._changed()
        old = self.heads[i]
        if old != i:
            self.children[old].remove(i)
        self.heads[i], self.deps[i] = head, dep
        siblings = self.children[head]
        siblings.append(i)
        siblings.sort()

    def rejoin(self, i: int, first: int) -> None:
        """Join conjunct `i` to another word, with the conjunctions and commas before it."""
        old = self.heads[i]
        last = max((k for k in self.children[old] if self.deps[k] == "conj" and k < i), default=old)
        for k in [k for k in self.children[old] if last < k < i and self.deps[k] in ("cc", "punct")]:
            self.attach(k, first, self.deps[k])
        self.attach(i, first, self.deps[i])

    def take_over(self, new: int, old: int) -> None:
        """Put `new` where `old` hangs, and `old` under it. Links are to be put in order when all is done."""
        self.heads[new] = new if self.heads[old] == old else self.heads[old]
        self.deps[new] = self.deps[old]
        self.heads[old] = new

    def labelled(self, i: int, labels: Iterable[str]) -> bool:
        """Whether word `i` is part of a name that the recogniser gave one of these labels."""
        return any(a <= i < b and label in labels for a, b, label in self.names)

    def lemma(self, i: int) -> str:
        """The lemma of word `i`, lower case."""
        return self.lemmatizer.lemma(self.lower[i], self.tags[i])

    def kids(self, i: int, deps: Iterable[str]) -> list[int]:
        """Children of `i` with one of these labels, in order."""
        return [c for c in self.children[i] if self.deps[c] in deps]

    def kid(self, i: int, *deps: str) -> int | None:
        """The first child of `i` with one of these labels."""
        for c in self.children[i]:
            if self.deps[c] in deps:
                return c
        return None

    def subtree(self, i: int, without: Iterable[str] = ()) -> list[int]:
        """`i` and all below it, sorted; branches whose label is in `without` are left out with all below them."""
        out, todo = [], [i]
        while todo:
            j = todo.pop()
            out.append(j)
            todo.extend(c for c in self.children[j] if self.deps[c] not in without)
        out.sort()
        return out

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above `i`, nearest first."""
        for _ in self.words:  # a circle, which a faulty mend may make for a moment, ends too
            if self.heads[i] == i:
                return
            i = self.heads[i]
            yield i

    def words_of(self, tokens: Iterable[int], instead: Mapping[int, str] | None = None) -> str:
        """The words at these indices as the article spells them: original spacing inside a run, one space between.

        `instead` has other words for some of them.
        """
        words = [instead.get(i, word) for i, word in enumerate(self.words)] if instead else self.words
        out: list[str] = []
        last = -2
        for i in tokens:
            if i == last + 1 and out:
                out[-1] += " " * (self.starts[i] > self.ends[last]) + words[i]
            else:
                out.append(words[i])
            last = i
        return " ".join(out)

    @property
    def start(self) -> int:
        """Offset of the sentence's first character in the article's text."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Offset after the sentence's last character."""
        return self.ends[-1]


def trees(doc: Doc, lemmatizer: Lemmatizer) -> Iterator[Tree]:
    """The sentences of a parsed Doc as trees, without what is too long to be one.

    Where the Doc was built from an article, `doc.user_data` says at which offset of the article each token stands and
    what the article's text is (see `pipeline.make_docs`); for any other Doc the tokens' own offsets serve.
    """
    text: str = doc.user_data.get("triplewire.text", doc.text)
    offsets = doc.user_data.get("triplewire.offsets") or [(t.idx, t.idx + len(t)) for t in doc]
    headline_end: int = doc.user_data.get("triplewire.headline_end", 0)
    columns = doc.to_array(["TAG", "DEP", "HEAD", "IS_SPACE"])
    tags, deps = (_strings(doc, columns[:, n].tolist()) for n in (0, 1))
    heads = (columns[:, 2].astype("int64") + range(len(doc))).tolist()
    seen = (columns[:, 3] == 0).tolist()
    names = {ent.start: (ent.end, ent.label_) for ent in doc.ents}
    chained = links(doc)
    doubts: list[float] = doc.user_data.get(DOUBTS, [])
    for sent in doc.sents:
        tokens = [i for i in range(sent.start, sent.end) if seen[i]]
        if not 0 < len(tokens) <= LONGEST_SENTENCE:
            continue  # nothing but white space that spaCy made a token of, or no sentence
        place = {i: k for k, i in enumerate(tokens)}
        spans = [offsets[i] for i in tokens]
        words = [intern(text[a:b]) for a, b in spans]
        yield Tree(
            text=text,
            words=words,
            lower=[intern(w.lower()) for w in words],
            tags=[tags[i] for i in tokens],
            deps=[deps[i] for i in tokens],
            heads=[place[heads[i]] if heads[i] in place else place.get(sent.root.i, 0) for i in tokens],
            starts=[a for a, _ in spans],
            ends=[b for _, b in spans],
            lemmatizer=lemmatizer,
            names=[
                (place[a], place[b - 1] + 1, label)
                for a in tokens
                if a in names
                for b, label in [names[a]]
                if b - 1 in place
            ],
            headline=spans[0][0] < headline_end,
            linked=[
                (place[a], place[b - 1] + 1, (offsets[0][0], chain))
                for a, b, chain in chained
                if a in place and b - 1 in place
            ],
            doubts=[doubts[i] for i in tokens] if doubts else [],
        )


def _strings(doc: Doc, keys: list[int]) -> list[str]:
    """What spaCy's numbers stand for, interned: most recur, and a long article has a million of them."""
    strings = doc.vocab.strings
    known = {key: intern(strings[key]) for key in set(keys)}
    return [known[key] for key in keys]
