"""RDF → analysis: the way back from an article's graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from ..ontology.iri import TW
from ..ontology.model import PHRASE, Analysis, Article, Entity, Mention, Statement
from . import terms as t

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..ontology.model import Certainty, MentionKind, Polarity, Tense


class Iri(str):
    """The text of an object that is an IRI; that of a literal is a plain string."""

    __slots__ = ()


_Node = dict[str, list[str]]
#: A triple by its texts: IRIs of subject and predicate, and the object's.
Row = tuple[str, str, str]


def analysis_of(article: str, quads: Iterable[ox.Quad | ox.Triple]) -> Analysis:
    """What an article's graph holds: all of the analysis that it was made of but the article's text.

    Statements come as the text has them (by start, end and claim), mentions by offsets, entities by IRI.
    """
    return analysis_of_rows(article, ((_text(q.subject), q.predicate.value, _text(q.object)) for q in quads))


def analysis_of_rows(article: str, rows: Iterable[Row]) -> Analysis:
    """The same of triples."""
    nodes: dict[str, _Node] = {}
    for subject, predicate, obj in rows:
        nodes.setdefault(subject, {}).setdefault(predicate, []).append(obj)
    statements = [
        _statement(article, nodes, claim, nodes[mention])
        for claim in nodes.values()
        if t.SUBJECT in claim
        for mention in claim[t.DENOTED_BY]
    ]
    entities = [_entity(iri, node) for iri, node in nodes.items() if _is_entity(iri, node)]
    mentions = [
        _mention(article, nodes[at], at, entity)
        for entity in entities
        for at in nodes[entity.iri].get(t.DENOTED_BY, ())
    ]
    return Analysis(
        article=_article(article, nodes.get(article, {})),
        statements=tuple(sorted(statements, key=lambda s: (s.start, s.end, s.subject, s.relation, s.object))),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.entity_id))),
        entities=tuple(sorted(entities, key=lambda e: e.iri)),
    )


def _article(iri: str, node: _Node) -> Article:
    return Article(
        iri=iri,
        text="",
        title=_maybe(node, t.HEADLINE),
        url=_maybe(node, t.URL),
        published=_maybe(node, t.PUBLISHED),
        source=_maybe(node, t.PUBLISHER),
        author=_maybe(node, t.AUTHOR),
        fingerprint=tuple(sorted(node.get(t.FINGERPRINT, ()))),
    )


def _is_entity(iri: str, node: _Node) -> bool:
    return t.LABEL in node and _one(node, t.TYPE) != t.PROPERTY and not t.is_unnamed_source(iri)


def _entity(iri: str, node: _Node) -> Entity:
    aliases = tuple(sorted(node.get(t.ALT_LABEL, ())))
    return Entity(iri, _one(node, t.LABEL), _one(node, t.TYPE).removeprefix(TW), aliases, _maybe(node, t.COUNTRY))


def _mention(article: str, node: _Node, iri: str, entity: Entity) -> Mention:
    start, _, end = iri.rpartition("char=")[2].partition(",")
    kind = cast("MentionKind", _one(node, t.KIND))
    return Mention(article, int(start), int(end), _one(node, t.ANCHOR), kind, entity.label, entity.iri, entity.type)


def _statement(article: str, nodes: dict[str, _Node], claim: _Node, mention: _Node) -> Statement:
    subject, relation, obj = str(_one(claim, t.SUBJECT)), str(_one(claim, t.PREDICATE)), claim[t.OBJECT][0]
    thing = isinstance(obj, Iri)
    sentence = nodes[_one(mention, t.CONTEXT)]
    source, place = _maybe(mention, t.ATTRIBUTED_TO), mention.get(t.PLACE)
    sign, line = _maybe(claim, t.SIGN), _maybe(mention, t.LINE)
    return Statement(
        subject=_one(nodes[subject], t.LABEL),
        relation=_one(nodes[relation], t.LABEL),
        object=_one(nodes[obj], t.LABEL) if thing else obj,
        subject_id=subject,
        relation_id=relation,
        object_id=str(obj) if thing else None,
        subject_type=_one(nodes[subject], t.TYPE).removeprefix(TW),
        object_type=_one(nodes[obj], t.TYPE).removeprefix(TW) if thing else PHRASE,
        subject_text=_one(mention, t.SUBJECT_TEXT),
        relation_text=_one(mention, t.RELATION_TEXT if t.RELATION_TEXT in mention else t.ANCHOR),
        object_text=_one(mention, t.OBJECT_TEXT),
        relation_type=_local(claim, t.RELATION_TYPE),
        event_type=_local(claim, t.EVENT_TYPE),
        sign=int(sign) if sign is not None else None,
        polarity=cast("Polarity", _one(mention, t.POLARITY).removeprefix(TW)),
        certainty=cast("Certainty", _one(mention, t.CERTAINTY).removeprefix(TW)),
        tense=cast("Tense", _one(mention, t.TENSE).removeprefix(TW)),
        attributed_to=_one(nodes[source], t.LABEL) if source is not None else None,
        attributed_to_id=str(source) if source is not None and not t.is_unnamed_source(source) else None,
        when=_maybe(mention, t.TIME),
        where=_place(nodes, place[0]) if place else None,
        confidence=float(_one(mention, t.CONFIDENCE)),
        rule=_one(mention, t.RULE),
        article=article,
        sentence=_one(sentence, t.ANCHOR),
        start=int(_one(mention, t.BEGIN)),
        end=int(_one(mention, t.END)),
        line=int(line) if line is not None else None,
        parse_probability=float(_maybe(mention, t.PARSE_PROBABILITY) or 1),
        sentence_start=int(_one(sentence, t.BEGIN)),
    )


def _place(nodes: dict[str, _Node], place: str) -> str:
    return _one(nodes[place], t.LABEL) if isinstance(place, Iri) else place


def _text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    if isinstance(term, ox.Triple):
        raise ValueError("a quoted triple is nothing that Triplewire writes")
    return Iri(term.value) if isinstance(term, ox.NamedNode) else term.value


def _one(node: _Node, name: str) -> str:
    return node[name][0]


def _maybe(node: _Node, name: str) -> str | None:
    return node[name][0] if name in node else None


def _local(node: _Node, name: str) -> str | None:
    value = _maybe(node, name)
    return value.removeprefix(TW) if value is not None else None
