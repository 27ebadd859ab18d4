"""Analysis → RDF: one article's graph, as sorted N-Triples lines.

Each claim (subject, predicate, object) is one `tw:Statement`; each sentence that makes it adds a `tw:Mention` with the
stance, the words and the place in the text. A statement whose subject is a phrase is not stored: it would be an edge
from nowhere; nor is one whose object is a bare pronoun, an edge to nowhere. Of two mentions of one claim at one place
the surer is kept, and the claim takes its typed relation, event type and sign from its surest mention in the article.
Everything that an article's statements speak of (entities, relations, sources) is described in the article's own graph,
so that removing the article leaves nothing dangling.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ..ontology.errors import ArticleError
from ..ontology.iri import DATA, TW, digest
from . import terms as t
from .terms import date, decimal, integer, node, part, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..ontology.model import Analysis, Article, Mention, Statement

#: Words that mean something only beside others.
_POINTING = frozenset({
    "i", "me", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them", "itself", "himself", "herself",
    "themselves", "ourselves", "this", "that", "these", "those", "which", "who", "what",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Encoded:
    """One article's graph: N-Triples lines, sorted, each once.

    `place` is the absolute path that the article was read from where the path is its identity (an article without
    address or id): what is read there later takes its place. `statements` is how many mentions of claims it holds.
    Where judgements on names changed the triples, `extracted` is what they were before, and `renamed` are the IRIs of
    the entities that go by other names now.
    """

    article: str
    triples: str
    statements: int
    place: str | None = None
    extracted: str = ""
    renamed: tuple[str, ...] = ()


def encode(analysis: Analysis, *, keep_above: float = 0.0, least_probable: float = 0.0) -> Encoded:
    """The graph of one article: its statements and what they speak of.

    Those of them that are `kept`. Raises ArticleError where the article's address cannot be an IRI.
    """
    article = analysis.article
    claims = _strongest(s for s in analysis.statements if kept(s, keep_above, least_probable))
    lines = set(_article(article))
    spoken_of: dict[str, tuple[str, str]] = {}
    sources: set[tuple[str, str]] = set()
    places = {e.label: e.iri for e in analysis.entities}
    for claim, statements in claims.items():
        lines.update(_claim(claim, statements))
        for s in statements:
            where = s.where and places.get(s.where)
            lines.update(_mention(article.iri, claim, s, where))
            lines.update(_sentence(article.iri, s))
            if s.attributed_to_id is not None and s.attributed_to is not None:
                sources.add((s.attributed_to_id, s.attributed_to))
            for iri, label, kind in ((s.subject_id, s.subject, s.subject_type), (s.object_id, s.object, s.object_type)):
                if iri is not None:
                    spoken_of[iri] = label, kind
            if where is not None:
                spoken_of.setdefault(where, ("", ""))
    for iri, label in sources:
        spoken_of.setdefault(iri, (label, "Source"))
    lines.update(_relations(s for statements in claims.values() for s in statements))
    lines.update(_entities(analysis, spoken_of))
    _check(article, spoken_of, claims)
    triples = "".join(f"{line} .\n" for line in sorted(lines))
    return Encoded(article.iri, triples, sum(map(len, claims.values())), _place(article))


def kept(statement: Statement, keep_above: float, least_probable: float) -> bool:
    """Whether a graph holds a statement: it has an entity as its subject, and is as sure and as well read as that.

    Left out is what says no more than when another statement holds, which has it as its date, and what is said of an
    "it" of which nobody knows what it means: the same words of another article would make the same claim.
    """
    return (
        statement.subject_id is not None
        and (statement.object_id is not None or statement.object.lower() not in _POINTING)
        and statement.confidence >= keep_above
        and statement.parse_probability >= least_probable
        and not statement.rule.endswith("-time")
    )


def is_asserted(statement: Statement) -> bool:
    """Whether a mention makes its claim a plain triple: positive, certain, not future, in the article's own voice."""
    return (
        statement.polarity == "positive"
        and statement.certainty == "certain"
        and statement.tense != "future"
        and statement.attributed_to is None
    )


def claim_iri(s: Statement) -> str:
    """The IRI of the claim that a statement with a subject IRI makes."""
    return t.statement_iri(s.subject_id or "", s.relation_id, s.object_id or s.object, phrase=s.object_id is None)


def mention_iri(article: str, claim: str, s: Statement) -> str:
    """The IRI of a statement's mention: one for each claim and place in the text."""
    return part(article, f"mention={s.start},{s.end},{claim.removeprefix(DATA + 'statement/')}")


def strength(s: Statement) -> tuple[bool, float, int, int, str]:
    """Sorts mentions of one claim, the strongest first: asserted ones, then the surest, then as the text has them."""
    return not is_asserted(s), -s.confidence, s.start, s.end, s.rule


def _strongest(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Claims with their mentions, the surest first, one at each place."""
    claims: dict[str, dict[tuple[int, int], Statement]] = {}
    for s in statements:
        mentions = claims.setdefault(claim_iri(s), {})
        known = mentions.get((s.start, s.end))
        if known is None or (-s.confidence, repr(s)) < (-known.confidence, repr(known)):
            mentions[s.start, s.end] = s
    return {claim: sorted(found.values(), key=strength) for claim, found in claims.items()}


def _claim(claim: str, statements: list[Statement]) -> Iterable[str]:
    s = statements[0]
    me = node(claim)
    subject, relation = node(s.subject_id or ""), node(s.relation_id)
    obj = node(s.object_id) if s.object_id is not None else text(s.object)
    yield f"{me} <{t.TYPE}> <{t.STATEMENT}>"
    yield f"{me} <{t.SUBJECT}> {subject}"
    yield f"{me} <{t.PREDICATE}> {relation}"
    yield f"{me} <{t.OBJECT}> {obj}"
    if s.relation_type is not None:
        yield f"{me} <{t.RELATION_TYPE}> {node(TW + s.relation_type)}"
    if s.event_type is not None:
        yield f"{me} <{t.EVENT_TYPE}> {node(TW + s.event_type)}"
    if s.sign is not None:
        yield f"{me} <{t.SIGN}> {integer(s.sign)}"
    if any(is_asserted(m) for m in statements):
        yield f"{subject} {relation} {obj}"
        if s.relation_type is not None:
            yield f"{subject} {node(TW + s.relation_type)} {obj}"


def _mention(article: str, claim: str, s: Statement, where: str | None) -> Iterable[str]:
    me = node(mention_iri(article, claim, s))
    words = s.sentence[max(0, s.start - s.sentence_start) : max(0, s.end - s.sentence_start)]
    yield f"{node(claim)} <{t.DENOTED_BY}> {me}"
    yield f"{me} <{t.TYPE}> <{t.MENTION}>"
    yield f"{me} <{t.CONTEXT}> {node(_sentence_iri(article, s))}"
    yield f"{me} <{t.BEGIN}> {integer(s.start)}"
    yield f"{me} <{t.END}> {integer(s.end)}"
    yield f"{me} <{t.ANCHOR}> {text(words)}"
    yield f"{me} <{t.SUBJECT_TEXT}> {text(s.subject_text)}"
    if s.relation_text != words:
        yield f"{me} <{t.RELATION_TEXT}> {text(s.relation_text)}"
    yield f"{me} <{t.OBJECT_TEXT}> {text(s.object_text)}"
    yield f"{me} <{t.POLARITY}> {node(TW + s.polarity)}"
    yield f"{me} <{t.CERTAINTY}> {node(TW + s.certainty)}"
    yield f"{me} <{t.TENSE}> {node(TW + s.tense)}"
    yield f"{me} <{t.CONFIDENCE}> {decimal(s.confidence)}"
    if s.parse_probability < 1:
        yield f"{me} <{t.PARSE_PROBABILITY}> {decimal(s.parse_probability)}"
    yield f"{me} <{t.RULE}> {text(s.rule)}"
    if s.attributed_to is not None:
        source = node(s.attributed_to_id or t.unnamed_source(article, s.attributed_to))
        yield f"{me} <{t.ATTRIBUTED_TO}> {source}"
        if s.attributed_to_id is None:
            yield f"{source} <{t.TYPE}> <{t.SOURCE}>"
            yield f"{source} <{t.LABEL}> {text(s.attributed_to)}"
            yield f"{source} <{t.DERIVED_FROM}> {node(article)}"
    if s.when is not None:
        yield f"{me} <{t.TIME}> {date(s.when)}"
    if s.where is not None:
        yield f"{me} <{t.PLACE}> {node(where) if where else text(s.where)}"
    if s.line is not None:
        yield f"{me} <{t.LINE}> {integer(s.line)}"


def _sentence_iri(article: str, s: Statement) -> str:
    return part(article, f"char={s.sentence_start},{s.sentence_start + len(s.sentence)}")


def _sentence(article: str, s: Statement) -> Iterable[str]:
    me = node(_sentence_iri(article, s))
    yield f"{me} <{t.TYPE}> <{t.SENTENCE}>"
    yield f"{me} <{t.DERIVED_FROM}> {node(article)}"
    yield f"{me} <{t.BEGIN}> {integer(s.sentence_start)}"
    yield f"{me} <{t.END}> {integer(s.sentence_start + len(s.sentence))}"
    yield f"{me} <{t.ANCHOR}> {text(s.sentence)}"


def _article(article: Article) -> Iterable[str]:
    me = node(article.iri)
    yield f"{me} <{t.TYPE}> <{t.NEWS_ARTICLE}>"
    for name, value in (
        (t.HEADLINE, article.title), (t.URL, article.url), (t.PUBLISHER, article.source), (t.AUTHOR, article.author),
    ):  # fmt: skip
        if value is not None:
            yield f"{me} <{name}> {text(value)}"
    if article.published is not None:
        yield f"{me} <{t.PUBLISHED}> {date(article.published)}"
    for part_of_it in article.fingerprint:
        yield f"{me} <{t.FINGERPRINT}> {text(part_of_it)}"


def _relations(statements: Iterable[Statement]) -> Iterable[str]:
    labels: dict[str, str] = {}
    for s in statements:
        labels[s.relation_id] = min(s.relation, labels.get(s.relation_id, s.relation))
        if s.relation_type is not None:
            yield f"{node(s.relation_id)} <{t.SUB_PROPERTY_OF}> {node(TW + s.relation_type)}"
    for iri, label in labels.items():
        yield f"{node(iri)} <{t.TYPE}> <{t.PROPERTY}>"
        yield f"{node(iri)} <{t.LABEL}> {text(label)}"


def _entities(analysis: Analysis, spoken_of: dict[str, tuple[str, str]]) -> Iterable[str]:
    """What the kept statements speak of. The entities of the analysis know more than the statements do."""
    known = {e.iri: e for e in analysis.entities}
    for iri, (label, kind) in spoken_of.items():
        me, entity = node(iri), known.get(iri)
        yield f"{me} <{t.TYPE}> {node(TW + (entity.type if entity else kind))}"
        yield f"{me} <{t.LABEL}> {text(entity.label if entity else label)}"
        for alias in entity.aliases if entity else ():
            yield f"{me} <{t.ALT_LABEL}> {text(alias)}"
        if entity and entity.country is not None:
            yield f"{me} <{t.COUNTRY}> {text(entity.country)}"
    for m in analysis.mentions:
        if m.entity_id in spoken_of:
            yield from _name(analysis.article.iri, m)


def _name(article: str, m: Mention) -> Iterable[str]:
    me = node(part(article, f"char={m.start},{m.end}"))
    yield f"{node(m.entity_id)} <{t.DENOTED_BY}> {me}"
    yield f"{me} <{t.ANCHOR}> {text(m.text)}"
    yield f"{me} <{t.KIND}> {text(m.kind)}"


def _place(article: Article) -> str | None:
    """Where the article was read, if that is what it is known by. What comes by standard input comes from nowhere."""
    by_text = article.iri.startswith(f"{DATA}article/{digest(article.text)}/")
    if not by_text or article.path is None or article.path.split("#")[0] == "-":
        return None
    return absolute(article.path)


def absolute(path: str) -> str:
    """A path as the ledger knows it: from the root, without `..`, links left as they are."""
    return os.path.abspath(path)  # noqa: PTH100 (pathlib leaves `..` in)


def _check(article: Article, spoken_of: Iterable[str], claims: dict[str, list[Statement]]) -> None:
    relations = {s.relation_id for statements in claims.values() for s in statements}
    for iri in (article.iri, part(article.iri, "char=0,0"), *spoken_of, *relations):
        try:
            ox.NamedNode(iri)
        except ValueError as e:
            raise ArticleError(
                article.path or article.iri, f"{iri!r} is not an IRI ({e})", "mend the article's address"
            ) from e
