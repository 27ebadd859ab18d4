"""A small world told by five articles, so that the right answers to questions about it can be written by hand.

The Lantern prints Meridian's wire story, and the Post what the Lantern printed: three articles, one text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from made import says, story
from triplewire.ontology.iri import entity_iri
from triplewire.ontology.model import Analysis, Entity, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplewire.ontology.model import Article, Statement

KINDS = {
    "Iran": "Country", "Israel": "Country", "Russia": "Country", "Turkey": "Country", "Aleppo": "Place",
    "HTS": "ArmedGroup", "Hezbollah": "ArmedGroup", "Axis": "Alliance", "Red Cross": "Organization",
    "Rana Haddad": "Person",
}  # fmt: skip
MEANS: dict[str, tuple[str | None, str | None, int]] = {
    "capture": ("captures", "ASSAULT", -1), "attack": ("attacks", "ASSAULT", -1), "back": ("supports", "SUPPORT", 1),
    "condemn": ("condemns", "ACCUSE", -1), "meet": ("meets", "CONSULT", 0), "deploy": ("deploysTo", "MOBILIZE", 0),
    "discuss": ("discusses", "CONSULT", 0), "know": (None, None, 0),  # no meeting, and neither an act nor a tie
    "be member of": ("memberOf", None, 0), "be head of": ("leads", None, 0), "be proxy of": ("proxyOf", None, 1),
}  # fmt: skip
#: Article: outlet, day, fingerprint, and its statements: subject, relation, object, and what its stance has of its own.
TOLD: dict[str, tuple[str, str, tuple[str, ...], list[tuple[Any, ...]]]] = {
    "wire": ("Meridian", "2024-11-30", ("a", "b"), [
        ("HTS", "capture", "Aleppo", {"when": "2024-11-29"}),
        ("Iran", "back", "Hezbollah", {"tense": "present"}),
    ]),
    "lantern": ("Lantern", "2024-11-30", ("b", "c"), [
        ("HTS", "capture", "Aleppo", {"when": "2024-11-29"}),
        ("Iran", "back", "Hezbollah", {"tense": "present"}),
    ]),
    "post": ("Post", "2024-12-01", ("c",), [("HTS", "capture", "Aleppo", {})]),
    "ledger-2": ("Ledger", "2024-12-02", ("d",), [
        ("HTS", "capture", "Aleppo", {"when": "2024-11-30"}),
        ("Russia", "attack", "HTS", {"when": "2024-12-01", "where": "Aleppo"}),
        ("Turkey", "meet", "Russia", {}),
        ("Iran", "meet", "Turkey", {"when": "2024-11-28"}),
        ("Hezbollah", "be member of", "Axis", {"tense": "present"}),
        ("Hezbollah", "be proxy of", "Iran", {"tense": "present", "by": "Rana Haddad"}),
        ("Rana Haddad", "be head of", "Red Cross", {"tense": "present"}),
        ("Turkey", "attack", "HTS", {"polarity": "negative", "by": "Rana Haddad"}),
        ("Russia", "know", "Axis", {"polarity": "negative"}),
    ]),
    "ledger-5": ("Ledger", "2024-12-05", ("e",), [
        ("Turkey", "attack", "HTS", {"when": "2024-12-04"}),
        ("Israel", "attack", "Hezbollah", {"when": "2024-11"}),
        ("Israel", "attack", "Iran", {}),
        ("Turkey", "back", "HTS", {"by": "officials"}),
        ("Iran", "condemn", "Israel", {"certainty": "probable"}),
        ("Iran", "deploy", "Aleppo", {"tense": "future"}),
        ("Israel", "discuss", "Russia", {}),
        ("Iran", "meet", "Russia", {"tense": "future", "by": "officials"}),
    ]),
}  # fmt: skip


def world() -> Iterator[Analysis]:
    """The five articles; the sentence of each statement is its own words."""
    for name, (outlet, day, hashes, told) in TOLD.items():
        article = story(
            f"{name}.txt", f"As told by {name}.", title=name, source=outlet, published=day,
            fingerprint=tuple(h * 16 for h in hashes),
        )  # fmt: skip
        statements = tuple(_says(article, n, *row) for n, row in enumerate(told))
        labels = {s.subject for s in statements} | {s.object for s in statements} | {"Rana Haddad"}
        things = [Entity(entity_iri(label), label, KINDS[label]) for label in sorted(labels)]
        named = (Mention(article.iri, n, n + 1, e.label, "name", e.label, e.iri, e.type) for n, e in enumerate(things))
        yield Analysis(article, statements, tuple(named), tuple(things))


def _says(article: Article, n: int, subject: str, relation: str, object_: str, stance: dict[str, Any]) -> Statement:
    relation_type, event_type, sign = MEANS[relation]
    rest = {key: value for key, value in stance.items() if key != "by"}
    by = stance.get("by")
    return says(
        article, subject, relation, object_, start=100 * n, end=100 * n + 4, sentence_start=100 * n,
        sentence=f"{subject} {relation} {object_}.", subject_type=KINDS[subject], object_type=KINDS[object_],
        relation_type=relation_type, event_type=event_type, sign=sign, attributed_to=by,
        attributed_to_id=entity_iri(by) if by in KINDS else None, **rest,
    )  # fmt: skip
