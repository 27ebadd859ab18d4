"""The words that change whether what they govern happened: read from `stance.json` into lookups."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

#: Degrees of certainty, in the order in which scopes weaken it.
CERTAIN, PROBABLE, POSSIBLE = 0, 1, 2
CERTAINTY = {"certain": CERTAIN, "probable": PROBABLE, "possible": POSSIBLE}
_POLARITY = {"positive": 1, "negative": -1, "fact": 0}


class Effect(NamedTuple):
    """What holds of a governed event: polarity 1 or −1, or 0 where it is presupposed; at best this certain."""

    polarity: int
    certainty: int


@dataclass(frozen=True, slots=True)
class Operator:
    """A governor's signature: the effect where the governor itself holds, and where it does not.

    `agentless` replaces `positive` where nobody stands for the governor, `past` where the governor is past.
    `tense` of the governed event is the governor's own ("same"), "future" of it, or "before" it; "past" is absolute.
    """

    positive: Effect
    negative: Effect
    tense: str = "same"
    agentless: Effect | None = None
    past: Effect | None = None


def constant(polarity: int, certainty: int = CERTAIN, tense: str = "same") -> Operator:
    """An operator whose effect does not turn on whether its governor holds."""
    effect = Effect(polarity, certainty)
    return Operator(effect, effect, tense)


#: What governs shares its fate with the governed: "is an ally", "was destroyed by an airstrike".
SHARED = Operator(Effect(1, CERTAIN), Effect(-1, CERTAIN))
#: As certain as the governor, but outside its negation: "did not win by cheating".
UNNEGATED = constant(1)
#: Holds whatever stands above.
PRESUPPOSED = constant(0)


@dataclass(frozen=True)
class StanceLexicon:
    """`stance.json` as lookups. Keys of `operators` are (governor, frame)."""

    operators: dict[tuple[str, str], Operator]
    particles: frozenset[str]  # second words of two-word governors
    negators: frozenset[str]
    negative_arguments: frozenset[str]
    negative_adjuncts: frozenset[str]
    modals: dict[str, int]
    ability_modals: frozenset[str]
    would: frozenset[str]
    adverbs: dict[str, int]
    adjectives: dict[str, Operator]
    clauses: dict[str, Operator]
    temporal: frozenset[str]
    prepositions: dict[str, Operator]
    rank: frozenset[str]
    hearsay: frozenset[str]
    undeniable: frozenset[str]  # what one "cannot" do, one does: "cannot wait to", "cannot help laughing"
    performing: frozenset[str]
    general: frozenset[str]  # what a gerund is said to be that nobody need have done: "is hard"
    beliefs: frozenset[tuple[str, str]]

    def operator(self, governor: str, frame: str, noun: bool = False) -> Operator | None:
        """The signature of this governor in this frame; the reading that only nouns have first where it is a noun."""
        found = self.operators.get((f"{governor} (noun)", frame)) if noun else None
        return found or self.operators.get((governor, frame))


@cache
def stance_lexicon() -> StanceLexicon:
    """The lexicon that the package ships."""
    data = json.loads(files(__package__).joinpath("stance.json").read_text("utf-8"))
    operators: dict[tuple[str, str], Operator] = {}
    for entry in data["operators"].values():
        operator = _operator(entry)
        for frame, governors in entry["governors"].items():
            operators.update(((governor, frame), operator) for governor in governors.split(", "))
    second = {governor.split(" ")[1] for governor, _ in operators if " " in governor}
    return StanceLexicon(
        operators=operators,
        particles=frozenset(word for word in second if not word.startswith("(")),
        negators=_words(data["negators"]),
        negative_arguments=_words(data["negative arguments"]),
        negative_adjuncts=_words(data["negative adjuncts"]),
        modals={word: CERTAINTY[c] for word, c in data["modals"].items()},
        ability_modals=_words(data["ability modals"]),
        would=_words(data["would"]),
        adverbs={word: CERTAINTY[c] for word, c in data["adverbs"].items()},
        adjectives=_constants(data["adjectives"]),
        clauses=_constants(data["clauses"]),
        temporal=_words(data["temporal clauses"]),
        prepositions=_constants(data["prepositions"]),
        rank=_words(data["rank"]),
        hearsay=_words(data["hearsay"]),
        undeniable=_words(data["not denied by cannot"]),
        performing=_words(data["performing"]),
        general=_words(data["general"]),
        beliefs=frozenset(
            (governor, frame)
            for frame, governors in data["operators"]["belief"]["governors"].items()
            for governor in governors.split(", ")
        ),
    )


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split(", "))


def _constants(table: dict[str, str]) -> dict[str, Operator]:
    out = {}
    for word, text in table.items():
        polarity, certainty, tense = text.split(" ")
        out[word] = constant(_POLARITY[polarity], CERTAINTY[certainty], tense)
    return out


def _operator(entry: dict[str, Any]) -> Operator:
    def effect(key: str) -> Effect | None:
        if key not in entry:
            return None
        polarity, certainty = entry[key].split(" ")
        return Effect(_POLARITY[polarity], CERTAINTY[certainty])

    positive, negative = effect("positive"), effect("negative")
    assert positive and negative, "an operator has an effect either way"
    return Operator(positive, negative, entry["tense"], effect("agentless"), effect("past"))
