"""Lemmas on demand, by the rules and exceptions of the loaded spaCy model.

Running spaCy's lemmatizer over every word costs a quarter of the pipeline's time; a statement needs the lemma of a
few words only.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

#: Penn Treebank tags to the part of speech under which spaCy files its lemma tables.
_POS = {"VB": "verb", "MD": "aux", "NN": "noun", "JJ": "adj", "RB": "adv"}
#: Words whose lemma the tables leave to other parts of spaCy's pipeline.
_IRREGULAR = {
    "'s": "be", "’s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "is": "be", "are": "be", "was": "be",
    "were": "be", "been": "be", "being": "be", "am": "be", "be": "be", "'ve": "have", "’ve": "have", "has": "have",
    "had": "have", "having": "have", "have": "have", "'d": "would", "’d": "would", "'ll": "will", "’ll": "will",
    "does": "do", "did": "do", "done": "do", "doing": "do", "wo": "will", "ca": "can", "led": "lead",
}  # fmt: skip

#: How "will", "won't", "shall" and "shan't" are split into words: the auxiliary of each.
FUTURE_AUXILIARIES = frozenset({"will", "wo", "'ll", "’ll", "shall", "sha"})

#: Shorter ends tell nothing: "red" of "conquered".
_SHORTEST = 5

_KINDS = ("verb", "noun", "adj", "adv")
#: Words of a tag whose lemma is remembered. All of an archive's would only fill memory: most recur soon, or hardly.
_REMEMBERED = 4_096

Table = dict[str, list[str]]


class Lemmatizer:
    """Looks up lemmas by lower-cased word and Penn tag; remembers the latest."""

    def __init__(
        self, rules: dict[str, list[tuple[str, str]]], exceptions: dict[str, Table], index: dict[str, set[str]]
    ) -> None:
        self._rules, self._exceptions, self._index = rules, exceptions, index
        #: The lemma of a lower-cased word that bears a Penn tag.
        self.lemma: Callable[[str, str], str] = lru_cache(_REMEMBERED)(self._look_up)

    @classmethod
    def of(cls, nlp: Language) -> Lemmatizer:
        """The lemmatizer whose tables this model carries; one that only lower-cases where it carries none."""
        parts = dict(nlp.components)
        lookups = getattr(parts.get("lemmatizer"), "lookups", None)
        if lookups is None or not lookups.has_table("lemma_rules"):
            return cls({}, {kind: {} for kind in _KINDS}, {})
        rules, exceptions, index = (lookups.get_table(f"lemma_{n}") for n in ("rules", "exc", "index"))
        return cls(
            {k: [(old, new) for old, new in rules.get(k, [])] for k in _KINDS},
            {k: dict(exceptions.get(k, {})) for k in _KINDS},
            {k: set(index.get(k, ())) for k in _KINDS},
        )

    def common(self, lower: str) -> bool:
        """Whether the tables know a lower-case word, or what it is a form of, as a noun, verb or adjective."""
        for kind, tag in (("noun", "NNS"), ("verb", "VBZ"), ("verb", "VBG"), ("adj", "")):
            known = self._index.get(kind, ())
            if lower in known or lower in self._exceptions[kind] or (tag and self.lemma(lower, tag) in known):
                return True
        return False

    def _look_up(self, lower: str, tag: str) -> str:
        kind, base = _POS.get(tag[:2], ""), tag in ("NN", "NNP", "JJ", "RB")
        if kind in ("verb", "aux") and lower in _IRREGULAR:
            return _IRREGULAR[lower]
        if kind not in self._rules:
            return lower
        known = self._index[kind]
        for form in self._exceptions[kind].get(lower, ()):
            return form
        if base and lower in known:  # of "words" as a plural the index knows a singular sense, too
            return lower
        formed = [lower[: -len(old)] + new for old, new in self._rules[kind] if old and lower.endswith(old)]
        for form in formed:
            if form in known:
                return form
        if lower in known or not formed:
            return lower
        if kind == "verb" and (whole := self._compounded(lower)):
            return whole
        return formed[0] if kind == "verb" and len(formed[0]) > 2 else lower

    def _compounded(self, lower: str) -> str | None:
        """The lemma of a verb that a known one ends, the longest: "retweeted", "wiretapped", "fact-checked"."""
        known, rules, odd = self._index["verb"], self._rules["verb"], self._exceptions["verb"]
        for first in range(1, len(lower) - _SHORTEST + 1):
            end = lower[first:]
            forms = (*odd.get(end, ()), *(end[: -len(old)] + new for old, new in rules if old and end.endswith(old)))
            found: str | None = next((form for form in forms if form in known), None)
            if found is not None:
                return lower[:first] + found
        return None
