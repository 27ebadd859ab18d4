"""Analyses made by hand or by a seed, for tests of the graph that need no parser."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from triplewire.ontology.iri import DATA, article_iri, entity_iri, relation_iri
from triplewire.ontology.model import PHRASE, Analysis, Article, Entity, Mention, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

TYPES = {
    "Iran": "Country",
    "Syria": "Country",
    "Hezbollah": "ArmedGroup",
    "Red Cross": "Organization",
    "Aleppo": "Place",
    "Rana Haddad": "Person",
}
TYPED = {
    "support": ("supports", "SUPPORT", 1),
    "attack": ("attacks", "ASSAULT", -1),
    "visit": ("meets", "CONSULT", 1),
    "deploy": (None, None, None),
}


def thing(label: str, **more: Any) -> Entity:
    """An entity; its class is looked up, `Group` where it is not known."""
    return Entity(entity_iri(label), label, TYPES.get(label, "Group"), **more)


def story(name: str, text: str, **more: Any) -> Article:
    """An article that is known by its text and file name, read from `/news/<name>`."""
    return Article(iri=article_iri(None, None, text, name), text=text, path=f"/news/{name}", **more)


def says(article: Article, subject: str, relation: str, obj: str, **more: Any) -> Statement:
    """A statement in the article's first line; a lower-case object is a phrase."""
    phrase = obj[:1].islower()
    relation_type, event_type, sign = TYPED.get(relation, (None, None, None))
    sentence = article.text.split("\n")[0]
    fields: dict[str, Any] = {
        "subject": subject, "relation": relation, "object": obj,
        "subject_id": entity_iri(subject), "relation_id": relation_iri(relation),
        "object_id": None if phrase else entity_iri(obj),
        "subject_type": thing(subject).type, "object_type": PHRASE if phrase else thing(obj).type,
        "subject_text": subject, "relation_text": relation, "object_text": obj,
        "relation_type": relation_type, "event_type": event_type, "sign": sign,
        "polarity": "positive", "certainty": "certain", "tense": "past",
        "attributed_to": None, "attributed_to_id": None, "when": None, "where": None,
        "confidence": 0.8, "rule": "verb", "article": article.iri, "sentence": sentence, "start": 0, "end": 4,
    }  # fmt: skip
    return Statement(**fields | more)


def analysed(article: Article, statements: Sequence[Statement]) -> Analysis:
    """An analysis whose entities and mentions are those that the statements need."""
    labels = {(s.subject, s.subject_id) for s in statements} | {(s.object, s.object_id) for s in statements}
    things = sorted((thing(label) for label, iri in labels if iri is not None), key=lambda e: e.iri)
    mentions = tuple(
        Mention(article.iri, 10 * n, 10 * n + len(e.label), e.label, "name", e.label, e.iri, e.type)
        for n, e in enumerate(things)
    )
    return Analysis(article, tuple(statements), mentions, tuple(things))


def archive(count: int, *, seed: int = 0, statements: int = 12) -> list[Analysis]:
    """Analyses of `count` seeded articles, each with its own address, that share actors."""
    found = []
    for n in range(count):
        at = random.Random(f"{seed} {n}")
        article = Article(
            iri=f"{DATA}article/{n}", text=f"Story {n} as told in edition {seed}.", title=f"Story {n}",
            published=f"2024-11-{1 + n % 28:02}", source=at.choice(["Harbour Post", "Daily Ledger"]),
        )  # fmt: skip
        rows = [
            says(
                article, subject, at.choice(sorted(TYPED)), obj, start=k, end=k + 3,
                certainty=at.choice(["certain", "possible"]), tense=at.choice(["past", "future"]),
                attributed_to=at.choice([None, "officials"]), confidence=at.randint(1, 99) / 100,
            )
            for k in range(statements)
            for subject, obj in [at.sample(sorted(TYPES), 2)]
        ]  # fmt: skip
        found.append(analysed(article, rows))
    return found


@dataclass(frozen=True)
class Quick:
    """A recipe for `build` that needs no parser: a statement for each line "Subject|relation|Object"."""

    slow: float = 0.0

    def analyser(self) -> Quick:
        """Itself."""
        return self

    def analyse(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """One analysis an article, each after `slow` seconds."""
        for article in articles:
            time.sleep(self.slow)
            yield self.one(article)

    def one(self, article: Article) -> Analysis:
        """Raises where a line says `fault`, ends the process where it says `die`."""
        if "fault" in article.text:
            raise ZeroDivisionError("a fault\nof two lines")
        if "die" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        rows = []
        for n, line in enumerate(article.text.split()):
            if line.count("|") == 2:
                subject, relation, obj = line.split("|")
                rows.append(says(article, subject, relation, obj, start=n, end=n + 1))
        return analysed(article, rows)
