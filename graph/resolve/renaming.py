"""Rewrites one article's graph as judgements have it. What was extracted is kept beside it, so it can be undone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ...ontology.iri import entity_iri
from .. import terms as t
from ..decode import analysis_of
from ..encode import Encoded, encode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...ontology.model import Analysis, Entity, Statement
    from .naming import Naming

_LABELLED = re.compile(rf"^<([^>]*)> <{re.escape(t.LABEL)}> ", re.MULTILINE)


def judged(e: Encoded, naming: Naming) -> Encoded:
    """An article as judgements have it; as extraction has it, where they say nothing of what it speaks of."""
    if not naming or not any(iri in naming for iri in _LABELLED.findall(e.triples)):
        return e
    before = analysis_of(e.article, ox.parse(e.triples, ox.RdfFormat.N_TRIPLES))
    names = {x.iri: name for x in before.entities if (name := naming.of(x.iri, x.type, e.article)) is not None}
    if not names:
        return e
    after = encode(renamed(before, names))
    return replace(e, triples=after.triples, extracted=e.triples, renamed=tuple(sorted(names)))


def renamed(analysis: Analysis, names: Mapping[str, str]) -> Analysis:
    """An analysis in which entities go by other names, given by their IRIs.

    Of entities that come to have one name the one that had it before gives the class, else the first by its old name;
    the old names become aliases. A statement whose two ends become one thing says nothing any more and is left out.
    """
    groups: dict[str, list[Entity]] = {}
    for entity in analysis.entities:
        groups.setdefault(names.get(entity.iri, entity.label), []).append(entity)
    after = {name: _one(name, group) for name, group in groups.items()}
    new = {old.iri: after[name] for name, group in groups.items() for old in group}
    labels = {old.label: new[old.iri].label for old in analysis.entities}
    statements = (_statement(s, new, labels) for s in analysis.statements)
    return replace(
        analysis,
        statements=tuple(s for s in statements if s is not None),
        mentions=tuple(
            replace(m, entity=new[m.entity_id].label, entity_id=new[m.entity_id].iri, entity_type=new[m.entity_id].type)
            for m in analysis.mentions
        ),
        entities=tuple(sorted(after.values(), key=lambda entity: entity.iri)),
    )


def _one(name: str, group: list[Entity]) -> Entity:
    first, *_ = sorted(group, key=lambda entity: (entity.label != name, entity.label))
    called = {alias for entity in group for alias in (entity.label, *entity.aliases)} - {name}
    country = next((entity.country for entity in (first, *group) if entity.country is not None), None)
    return replace(first, iri=entity_iri(name), label=name, aliases=tuple(sorted(called)), country=country)


def _statement(s: Statement, new: Mapping[str, Entity], labels: Mapping[str, str]) -> Statement | None:
    subject, obj, source = (new.get(iri or "") for iri in (s.subject_id, s.object_id, s.attributed_to_id))
    if subject is not None and subject is obj and s.subject_id != s.object_id:
        return None
    if subject is not None:
        s = replace(s, subject=subject.label, subject_id=subject.iri, subject_type=subject.type)
    if obj is not None:
        s = replace(s, object=obj.label, object_id=obj.iri, object_type=obj.type)
    if source is not None:
        s = replace(s, attributed_to=source.label, attributed_to_id=source.iri)
    return replace(s, where=labels.get(s.where, s.where)) if s.where is not None else s
