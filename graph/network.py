"""The graph as a NetworkX MultiDiGraph: entities are nodes, claims between two entities are edges."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import networkx as nx

from .encode import claim_iri, is_asserted, strength
from .tables import commonest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..ontology.model import Analysis, Article, Statement

    _Found = tuple[Statement, Article]


def network(analyses: Iterable[Analysis]) -> nx.MultiDiGraph[str]:
    """One node an entity (its key is the IRI), one edge a claim between two of them (its key is the statement's IRI).

    Node attributes: label, type, aliases ("; "-joined), mentions (statements with it, counted by mention), articles.
    Edge attributes: relation, relation_id, relation_type and event_type ("" for none), sign (-1, 0, 1), asserted,
    polarity, certainty, tense and attributed_to ("" for the article's own voice) of the strongest mention, first_seen
    and last_seen (ISO dates of publication, "" where unknown), articles, mentions, confidence (the highest), and
    evidence: a list of dicts, one a mention, the strongest first, whose start and end count inside the sentence, and
    whose text is the IRI of the first of the articles that are copies of one another.
    Nodes and edges come sorted. Claims whose object is a phrase are left out.
    """
    claims: dict[tuple[str, str, str], list[_Found]] = {}
    aliases: dict[str, set[str]] = {}
    articles: list[Article] = []
    for analysis in analyses:
        articles.append(analysis.article)
        for s in analysis.statements:
            if s.subject_id is not None and s.object_id is not None:
                claims.setdefault((s.subject_id, s.object_id, claim_iri(s)), []).append((s, analysis.article))
        for entity in analysis.entities:
            aliases.setdefault(entity.iri, set()).update(entity.aliases)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, attributes in sorted(_nodes(claims, aliases).items()):
        graph.add_node(iri, **attributes)
    texts = _texts(articles)
    for (subject, obj, claim), found in sorted(claims.items(), key=lambda item: item[0]):
        graph.add_edge(subject, obj, key=claim, **_edge(found, texts))
    return graph


def _texts(articles: Iterable[Article]) -> dict[str, str]:
    """The first, by date, of the articles whose text each article prints: copies share a part of their fingerprint."""
    shared: nx.Graph[tuple[str, str]] = nx.Graph()
    order = {}
    for article in articles:
        order[article.iri] = (article.published or "9", article.iri)
        shared.add_node(("article", article.iri))
        shared.add_edges_from((("article", article.iri), ("hash", part)) for part in article.fingerprint)
    texts = {}
    for component in nx.connected_components(shared):
        copies = [name for kind, name in component if kind == "article"]
        texts.update(dict.fromkeys(copies, min(copies, key=order.__getitem__)))
    return texts


def _nodes(claims: dict[tuple[str, str, str], list[_Found]], aliases: dict[str, set[str]]) -> dict[str, dict[str, Any]]:
    labels: dict[str, str] = {}
    types: dict[str, Counter[str]] = {}
    articles: dict[str, set[str]] = {}
    for found in claims.values():
        for s, article in found:
            for iri, label, kind in ((s.subject_id, s.subject, s.subject_type), (s.object_id, s.object, s.object_type)):
                if iri is not None:
                    labels[iri] = min(label, labels.get(iri, label))
                    types.setdefault(iri, Counter())[kind] += 1
                    articles.setdefault(iri, set()).add(article.iri)
    return {
        iri: {
            "label": label,
            "type": commonest(types[iri]),
            "aliases": "; ".join(sorted(aliases.get(iri, set()) - {label})),
            "mentions": types[iri].total(),
            "articles": len(articles[iri]),
        }
        for iri, label in labels.items()
    }


def _edge(found: list[_Found], texts: Mapping[str, str]) -> dict[str, Any]:
    found = sorted(found, key=lambda item: (*strength(item[0]), item[1].iri))
    best = found[0][0]
    seen = sorted(article.published[:10] for _, article in found if article.published)
    return {
        "relation": best.relation,
        "relation_id": best.relation_id,
        "relation_type": best.relation_type or "",
        "event_type": best.event_type or "",
        "sign": best.sign or 0,
        "polarity": best.polarity,
        "certainty": best.certainty,
        "tense": best.tense,
        "asserted": is_asserted(best),
        "attributed_to": best.attributed_to or "",
        "first_seen": seen[0] if seen else "",
        "last_seen": seen[-1] if seen else "",
        "articles": len({article.iri for _, article in found}),
        "mentions": len(found),
        "confidence": max(s.confidence for s, _ in found),
        "evidence": [{**_evidence(s, article), "text": texts[article.iri]} for s, article in found],
    }


def _evidence(s: Statement, article: Article) -> dict[str, Any]:
    return {
        "sentence": s.sentence,
        "start": s.start - s.sentence_start,
        "end": s.end - s.sentence_start,
        "subject_text": s.subject_text,
        "relation_text": s.relation_text,
        "object_text": s.object_text,
        "polarity": s.polarity,
        "certainty": s.certainty,
        "tense": s.tense,
        "attributed_to": s.attributed_to or "",
        "when": s.when or "",
        "where": s.where or "",
        "article": article.iri,
        "title": article.title or "",
        "source": article.source or "",
        "published": article.published or "",
        "rule": s.rule,
        "confidence": s.confidence,
    }
