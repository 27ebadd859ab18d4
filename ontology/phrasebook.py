"""The entries of the vocabulary as look-up tables: from a phrase to what it may mean."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import DataFileError
from .lexicon import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .lexicon import Entry, Lexicon, Operator

Table = dict[str, tuple["Entry", ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Phrasebook:
    """Tables by kind of phrase. Keys are lemma phrases, one space between words, classes inside spelt out."""

    verbs: Table
    nouns: Table  # with the preposition, where there is one
    noun_heads: Mapping[str, Entry]  # the noun alone: the act it most often names, whatever its preposition
    roles: Table
    adjectives: Table
    participles: Mapping[str, Entry]  # by the participle alone
    operators: Mapping[str, tuple[tuple[Operator, str], ...]]  # with what they stand before: noun, verb, role
    words: frozenset[str]


def index(lexicon: Lexicon, layers: Sequence[Sequence[Entry]]) -> Phrasebook:
    """The tables. Entries of a later layer win over the same phrase of an earlier one.

    Raises DataFileError where one phrase has two meanings that no condition tells apart.
    """
    prepositions = lexicon.classes["preposition"].lemmas
    operators: dict[str, list[tuple[Operator, str]]] = defaultdict(list)
    for operator in lexicon.operators:
        before = {"noun": operator.before_noun, "verb": operator.before_verb, "role": operator.before_role}
        for kind, phrases in before.items():
            for phrase in phrases:
                operators[phrase].append((operator, kind))
    verbs = _table(lexicon, layers, "verb", "phrase")
    nouns = _table(lexicon, layers, "noun")
    adjectives = _table(lexicon, layers, "adjective")
    words = {w for table in (verbs, nouns, adjectives, operators) for w in " ".join(table).split()}
    return Phrasebook(
        verbs,
        nouns,
        _noun_heads(lexicon, nouns, prepositions),
        _table(lexicon, layers, "role"),
        adjectives,
        {phrase: entries[-1] for phrase, entries in _table(lexicon, layers, "participle").items()},
        {phrase: tuple(found) for phrase, found in operators.items()},
        frozenset(words.union(*(c.lemmas for c in lexicon.classes.values()))),
    )


def _table(lexicon: Lexicon, layers: Sequence[Sequence[Entry]], *kinds: str) -> Table:
    table: Table = {}
    for layer in layers:
        new: dict[str, list[Entry]] = {}
        for entry in layer:
            if entry.kind in kinds:
                for phrase in _spelt_out(lexicon, entry):
                    if phrase in new:
                        new[phrase] = _joined(lexicon, new[phrase], entry, phrase)
                    else:
                        new[phrase] = [entry]
        for phrase, entries in new.items():
            ours = {(e.subject, e.object) for e in entries} if phrase in table else ()
            table[phrase] = (*entries, *(e for e in table.get(phrase, ()) if (e.subject, e.object) not in ours))
    return table


def _spelt_out(lexicon: Lexicon, entry: Entry) -> Iterable[str]:
    """The phrase with each class inside replaced by its lemmas in turn; of a participle the first word."""
    if entry.kind == "participle":
        return (entry.phrase.split()[0],)
    if "[" not in entry.phrase:
        return (entry.phrase,)
    slots = [sorted(lexicon.classes[w[1:-1]].lemmas) if w[0] == "[" else [w] for w in entry.phrase.split()]
    return map(" ".join, product(*slots))


def _joined(lexicon: Lexicon, entries: list[Entry], entry: Entry, phrase: str) -> list[Entry]:
    """The entries of a phrase and one more. A word spelt out beats a class; else two meanings need conditions."""
    slots = entry.phrase.count("[")
    fewest = min(e.phrase.count("[") for e in entries)
    if slots != fewest:
        return [entry] if slots < fewest else entries
    meaning = (entry.relation, entry.inverse, entry.event_only)
    for other in entries:
        if (other.relation, other.inverse, other.event_only) == meaning:
            if (other.subject, other.object) == (entry.subject, entry.object):
                return entries
        elif _overlap(lexicon, other.object, entry.object) and _overlap(lexicon, other.subject, entry.subject):
            what = f'"{phrase}" stands under both tw:{other.relation} ({Path(other.file).name}) and tw:{entry.relation}'
            todo = "take it out of one, or add a class in brackets that tells the senses apart"
            raise DataFileError(entry.file, what, todo)
    return [*entries, entry]


def _overlap(lexicon: Lexicon, a: str | None, b: str | None) -> bool:
    """Whether two conditions could hold with equal right: none and none, or classes that share a word or a type."""
    if a is None or b is None:
        return a == b
    one, two = lexicon.classes[a], lexicon.classes[b]
    return bool(one.lemmas & two.lemmas or one.types & two.types)


def _noun_heads(lexicon: Lexicon, nouns: Table, prepositions: frozenset[str]) -> dict[str, Entry]:
    """Each noun to the act it most often names; to none where its prepositions make different acts of it."""
    seen: dict[str, list[Entry]] = defaultdict(list)
    for phrase, entries in nouns.items():
        noun, _, last = phrase.rpartition(" ")
        seen[noun if last in prepositions else phrase].extend(e for e in entries if e.object is None)
    out = {}
    for noun, named in seen.items():
        if any(e.relation == NOTHING for e in named):
            out[noun] = next(e for e in named if e.relation == NOTHING)
            continue
        events = Counter(lexicon.relations[e.relation].event_type for e in named)
        commonest = [event for event, n in events.items() if n == max(events.values())]
        if len(commonest) == 1:
            relations = Counter(e.relation for e in named)
            fitting = [e for e in named if lexicon.relations[e.relation].event_type == commonest[0]]
            out[noun] = min(fitting, key=lambda e: (-relations[e.relation], e.relation, e.phrase))
    return out
