#!/usr/bin/env python3
"""How many extractions are a fact of their sentence word for word, and how many facts are met.

    python benchmarks/exact.py [--wrong] [FILE …]     default: exact/dev.txt and exact/held.txt

The files' notation: exact/README.md. Prints precision (extractions that are a wording of some fact / all extractions),
recall (facts met / all) and F1, the facts by construction and the extractions by rule, and what a plain walk over
spaCy's parse (plain.py) reaches on the same sentences. With --wrong also each extraction of exact/dev.txt, or of the
files named, that is no fact's wording, and each fact that is not met.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import plain
import spacy
from triplewire.extract.analyser import Analyser
from triplewire.extract.pipeline import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

HERE = Path(__file__).resolve().parent / "exact"
SUITE = (HERE / "dev.txt", HERE / "held.txt")

ARTICLES = {"a", "an", "the"}
POSSESSOR = re.compile(r"['’]s\b", re.IGNORECASE)
#: After one of these the border of relation and object may stand: "said that | …", "seized the town of | Saraqib".
JOINT_WORDS = """
about above across after against along among around as at because before behind below between beyond by
despite down during for from if in including inside into like near of off on onto out outside over past per
since than that through throughout to toward towards under unless until up upon via when where whether while
with within without
"""
JOINTS = frozenset(JOINT_WORDS.split())
SIGNS = {"[": "(?:", "]": ")?", "{": "(?:", "|": "|", "}": ")"}

Wording = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]


class NotationError(ValueError):
    """A line of a file of facts that cannot be read."""


@dataclass(frozen=True)
class Fact:
    """What a sentence states, in all its wordings; one that need not be said counts neither for nor against."""

    construction: str
    counts: bool
    wordings: list[Wording]
    shown: str

    def met_by(self, subject: str, relation: str, obj: str) -> bool:
        borders = list(_borders(relation, obj))
        return any(
            s.fullmatch(subject) and any(r.fullmatch(left) and o.fullmatch(right) for left, right in borders)
            for s, r, o in self.wordings
        )


@dataclass(frozen=True)
class Sentence:
    text: str
    facts: list[Fact]


@dataclass(frozen=True)
class Extraction:
    """A triple of the sentence on a line, and the rule that found it."""

    line: int
    rule: str
    subject: str
    relation: str
    object: str


@dataclass
class Score:
    """Counts over sentences; `wrong` and `missed` say which."""

    rules: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    missed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right.total() / max(1, self.rules.total())

    @property
    def recall(self) -> float:
        return self.met.total() / max(1, self.facts.total())

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)

    def line(self) -> str:
        return (
            f"precision {self.precision:.3f} ({self.right.total()} of {self.rules.total()} extractions), "
            f"recall {self.recall:.3f} ({self.met.total()} of {self.facts.total()} facts), F1 {self.f1:.3f}"
        )


def _borders(relation: str, obj: str) -> Iterator[tuple[str, str]]:
    """A relation and object as they are, and with the border further left if it stands after a joint."""
    yield relation, obj
    parts = relation.split()
    if parts and parts[-1] in JOINTS:
        for n in range(len(parts)):
            yield _spaced(parts[:n]), _spaced(parts[n:]) + obj


def words(text: str) -> str:
    """The words that are compared, each followed by a space."""
    return _spaced(w for w in re.findall(r"\w+", POSSESSOR.sub("", text.lower())) if w not in ARTICLES)


def _spaced(found: Iterable[str]) -> str:
    return "".join(f"{w} " for w in found)


def pattern(slot: str) -> re.Pattern[str]:
    parts = re.findall(r"[\[\]{}|]|[^\[\]{}|]+", POSSESSOR.sub("", slot))
    return re.compile("".join(SIGNS.get(part) or words(part) for part in parts))


def wording(text: str) -> Wording:
    slots = re.split(r" \| ", text)
    if len(slots) != 3:
        raise NotationError("a wording is `subject | relation | object`")
    subject, relation, obj = (pattern(slot) for slot in slots)
    return subject, relation, obj


def read(path: Path) -> list[Sentence]:
    """The sentences of a file of facts."""
    found: list[Sentence] = []
    expecting = False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("="):
            expecting = True
        elif expecting:
            found.append(Sentence(line.strip(), []))
            expecting = False
        elif not found:
            raise NotationError(
                f"{path.name}, line {number}: a fact before any sentence; begin a record with `= style`"
            )
        else:
            try:
                _add(found[-1].facts, line)
            except (re.error, NotationError) as error:
                raise NotationError(f"{path.name}, line {number}: {error}") from None
    return found


def _add(facts: list[Fact], line: str) -> None:
    if line.startswith(" ") and not facts:
        raise NotationError("a further wording of no fact")
    if line.startswith(" "):
        facts[-1].wordings.append(wording(line.strip()))
    else:
        name, _, text = line.partition(" ")
        facts.append(Fact(name.removeprefix("?"), not name.startswith("?"), [wording(text.strip())], text.strip()))


def ours(sentences: Sequence[Sentence]) -> Iterator[Extraction]:
    for s in Analyser().sentences(sentence.text for sentence in sentences):
        yield Extraction(s.line or 0, s.rule, s.subject_text, s.relation_text, s.object_text)


def plain_walk(sentences: Sequence[Sentence]) -> Iterator[Extraction]:
    nlp = spacy.load(DEFAULT_MODEL)
    for line, sentence in enumerate(sentences, 1):
        for triple in plain.triples(nlp(sentence.text)):
            yield Extraction(line, "plain", *triple)


def score(sentences: Sequence[Sentence], extractions: Iterable[Extraction]) -> Score:
    """Holds extractions against their sentences' facts."""
    result = Score()
    met: set[tuple[int, int]] = set()
    for e in extractions:
        sentence = sentences[e.line - 1]
        triple = words(e.subject), words(e.relation), words(e.object)
        hits = [n for n, fact in enumerate(sentence.facts) if fact.met_by(*triple)]
        if hits and not any(sentence.facts[n].counts for n in hits):
            continue
        result.rules[e.rule] += 1
        if hits:
            result.right[e.rule] += 1
            met |= {(e.line, n) for n in hits}
        else:
            result.wrong.append((sentence.text, f"{e.rule}: {e.subject} | {e.relation} | {e.object}"))
    for line, sentence in enumerate(sentences, 1):
        for n, fact in enumerate(sentence.facts):
            if fact.counts:
                result.facts[fact.construction] += 1
                if (line, n) in met:
                    result.met[fact.construction] += 1
                else:
                    result.missed.append((sentence.text, f"{fact.construction}: {fact.shown}"))
    return result


def measured(sentences: Sequence[Sentence]) -> tuple[Score, Score]:
    """Our score and the plain walk's."""
    return score(sentences, ours(sentences)), score(sentences, plain_walk(sentences))


def table(head: str, found: Counter[str], right: Counter[str]) -> str:
    rows = [f"| {k} | {n} | {right[k]} | {right[k] / n:.2f} |" for k, n in sorted(found.items(), key=lambda x: -x[1])]
    return "\n".join([f"| {head} | all | right | share |", "|---|---|---|---|", *rows])


def main(args: list[str]) -> int:
    files = [Path(a) for a in args if not a.startswith("-")]
    for path in files or SUITE:
        try:
            sentences = read(path)
        except (OSError, NotationError) as error:
            print(f"exact.py: {error}", file=sys.stderr)
            return 2
        result, walk = measured(sentences)
        print(f"\n{path.name}, {len(sentences)} sentences: {result.line()}")
        print(f"a plain walk: {walk.line()}\n")
        print(table("construction", result.facts, result.met), "\n")
        print(table("rule", result.rules, result.right))
        if "--wrong" in args and (files or path.name == "dev.txt"):
            for sentence in sentences:
                print(f"\n{sentence.text}")
                print(*(f"  wrong   {what}" for text, what in result.wrong if text == sentence.text), sep="\n")
                print(*(f"  missed  {what}" for text, what in result.missed if text == sentence.text), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
