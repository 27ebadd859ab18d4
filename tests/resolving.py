"""Articles made by hand for tests of who is who across articles: each is a list of who is met in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from made import says
from triplewire.graph.resolve.judgements import Judgement
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.iri import DATA, entity_iri
from triplewire.ontology.model import Analysis, Article, Entity, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

#: What most tests let two near names share: actors that no other article speaks of.
COMPANY = ("Harbour Union@Organization", "Port Council@Organization", "Ada Lindqvist@Person", "Velmar@Place")


def entity(spelt: str) -> Entity:
    """ "Rana Haddad@Person" as an entity; further names follow after `=`: "Harbour Union@Organization=HU"."""
    named, _, names = spelt.partition("=")
    label, _, kind = named.partition("@")
    return Entity(entity_iri(label), label, kind or "Organization", tuple(sorted(filter(None, names.split("=")))))


def met(name: str, cast: Sequence[str]) -> Analysis:
    """An article in which each of the cast visits the next one, the last one the first."""
    return gathered(Article(iri=f"{DATA}article/{name}", text=f"Story {name}.", title=name), cast)


def gathered(article: Article, cast: Sequence[str], relations: Sequence[str] = ("visit",)) -> Analysis:
    """The same for an article that is there already; what they do to each other goes round."""
    things = [entity(spelt) for spelt in cast]
    statements = [
        says(
            article, a.label, relations[n % len(relations)], b.label,
            subject_type=a.type, object_type=b.type, start=n, end=n + 1,
        )
        for n, (a, b) in enumerate(zip(things, things[1:] + things[:1], strict=True))
        if a != b
    ]  # fmt: skip
    mentions = [
        Mention(article.iri, 10 * n, 10 * n + len(e.label), e.label, "name", e.label, e.iri, e.type)
        for n, e in enumerate(things)
    ]
    return Analysis(article, tuple(statements), tuple(mentions), tuple(sorted(things, key=lambda e: e.iri)))


def graph_of(*articles: Analysis) -> KnowledgeGraph:
    """A graph in memory."""
    kg = KnowledgeGraph.open()
    for article in articles:
        kg.add(article)
    return kg


def exported(kg: KnowledgeGraph, folder: Path) -> bytes:
    """The bytes of its export."""
    return kg.export(folder / "export.nq").read_bytes()


def decided(kg: KnowledgeGraph) -> set[tuple[str, str]]:
    """The pairs that rules judge the same."""
    found = kg.resolve()
    return {(row.keep, row.other) for row in found[found["verdict"] == "same"].itertuples()}


def same(keep: str, other: str, **more: object) -> Judgement:
    return Judgement("same", keep, other, **more)  # type: ignore[arg-type]


def ask(kg: KnowledgeGraph, pattern: str) -> bool:
    return bool(kg.query(f"ASK {{ {pattern} }}"))


def pair() -> KnowledgeGraph:
    """Two articles that name one man in two ways."""
    return graph_of(
        met("1", ["Muammar Gaddafi@Person=Gaddafi", *COMPANY]), met("2", ["Moammar Qadhafi@Person=Qadhafi", *COMPANY])
    )
