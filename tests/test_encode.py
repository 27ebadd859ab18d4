"""Statement ↔ RDF: nothing lost on the way there and back, and the shape that the graph promises."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import analysed, says, story, thing
from triplewire.graph import terms as t
from triplewire.graph.claims import read_claims
from triplewire.graph.decode import analysis_of
from triplewire.graph.encode import Encoded, claim_iri, encode, is_asserted, kept
from triplewire.ontology.errors import ArticleError
from triplewire.ontology.iri import TW, entity_iri, relation_iri
from triplewire.ontology.model import PHRASE, Analysis, Article, Entity, Mention, Statement

TEXT = "Iran may support Syria, officials said.\nNothing else was known.\n"
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
NAMES = WORDS.map(lambda w: " ".join(w.split()) or "x")


def triples(encoded: Encoded) -> set[tuple[str, str, str]]:
    found = ox.parse(encoded.triples, ox.RdfFormat.N_TRIPLES)
    return {(q.subject.value, q.predicate.value, q.object.value) for q in found}


def back(encoded: Encoded) -> Analysis:
    store = ox.Store()
    store.load(encoded.triples, ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(encoded.article))
    return analysis_of(encoded.article, store)


def there_and_back(encoded: Encoded) -> list[Statement]:
    return list(back(encoded).statements)


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
    hashes = draw(st.lists(st.sampled_from(["0" * 16, "f" * 16]), unique=True).map(sorted))
    article = story("a.txt", text, fingerprint=tuple(hashes))
    labels = draw(st.lists(NAMES, min_size=1, max_size=4, unique_by=entity_iri))
    kinds = {label: draw(st.sampled_from(["Person", "Country", "Group"])) for label in labels}
    typed = st.one_of(
        st.just((None, None, None)), st.tuples(st.sampled_from(["supports", "attacks"]), st.just("AID"), st.just(-1))
    )
    readings = draw(st.dictionaries(st.sampled_from(["advance on", "a/b?c=“d”", "kill"]), typed, min_size=1))
    whens = st.sampled_from(
        [None, "2011", "2024-11", "2024-11-28", "2024-02-31", "2024-11-20/2024-11-27", "201X", "soon"]
    )
    statements: dict[tuple[str, int, int], Statement] = {}
    for _ in range(draw(st.integers(0, 6))):
        cut = sorted(draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
        phrase = draw(st.booleans())
        subject, obj = draw(st.sampled_from(labels)), draw(WORDS if phrase else st.sampled_from(labels))
        relation = draw(st.sampled_from(sorted(readings)))
        relation_type, event_type, sign = readings[relation]
        source = draw(st.one_of(st.none(), st.sampled_from(labels), st.just("unnamed people")))
        s = Statement(
            subject=subject, relation=relation, object=obj,
            subject_id=entity_iri(subject), relation_id=relation_iri(relation),
            object_id=None if phrase else entity_iri(obj),
            subject_type=kinds[subject], object_type=PHRASE if phrase else kinds[obj],
            subject_text=draw(WORDS), relation_text=draw(st.one_of(st.just(text[cut[1] : cut[2]]), st.just(""), WORDS)),
            object_text=draw(st.one_of(st.just(""), WORDS)),
            relation_type=relation_type, event_type=event_type, sign=sign,
            polarity=draw(st.sampled_from(["positive", "negative"])),
            certainty=draw(st.sampled_from(["certain", "probable", "possible"])),
            tense=draw(st.sampled_from(["past", "present", "future"])),
            attributed_to=source, attributed_to_id=entity_iri(source) if source in labels else None,
            when=draw(whens), where=draw(st.one_of(st.none(), WORDS, st.sampled_from(labels))),
            confidence=draw(st.floats(0, 1)), rule=draw(WORDS), article=article.iri,
            parse_probability=draw(st.floats(0, 1)),
            sentence=text[cut[0] : cut[3]], start=cut[1], end=cut[2],
            line=draw(st.one_of(st.none(), st.integers(1, 9))), sentence_start=cut[0],
        )  # fmt: skip
        statements[claim_iri(s), s.start, s.end] = s
    things = tuple(Entity(entity_iri(label), label, kinds[label], ("Alias", label)) for label in sorted(labels))
    names = tuple(
        Mention(article.iri, n, n + 1, text[n : n + 1], "name", e.label, e.iri, e.type)
        for n, e in enumerate(things)
        if n < len(text)
    )
    return Analysis(article, tuple(statements.values()), names, things)


def order(s: Statement) -> tuple[int, int, str, str, str, str]:
    return s.start, s.end, s.subject, s.relation, s.object, s.object_id or ""


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(analyses())
def test_statements_survive_the_way_to_rdf_and_back(analysis: Analysis) -> None:
    encoded = encode(analysis)
    found = back(encoded)
    assert found.article.fingerprint == analysis.article.fingerprint
    assert sorted(found.statements, key=order) == sorted((s for s in analysis.statements if kept(s, 0, 0)), key=order)
    assert encode(found).triples == encoded.triples


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(analyses())
def test_lines_are_sorted_and_written_as_the_store_writes_them(analysis: Analysis) -> None:
    encoded = encode(analysis)
    lines = encoded.triples.split("\n")[:-1]
    assert lines == sorted(set(lines))
    assert "_:" not in encoded.triples.replace('"_:', "")
    store = ox.Store()
    store.load(encoded.triples, ox.RdfFormat.N_TRIPLES)
    assert (
        sorted(store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()).decode().split("\n")[:-1])
        == lines
    )


def test_what_is_said_of_an_unknown_it_is_not_stored() -> None:
    article = story("a.txt", TEXT)
    told = [says(article, "Iran", "support", words) for words in ("it", "them", "its plan")]
    assert [s.object for s in there_and_back(encode(analysed(article, told)))] == ["its plan"]


def test_half_a_character_becomes_a_replacement_character() -> None:
    article = story("a.txt", TEXT)
    encoded = encode(analysed(article, [says(article, "Iran", "deploy", "broken \ud83d words")]))
    assert there_and_back(encoded)[0].object == "broken � words"


def test_a_plain_triple_needs_one_mention_that_is_positive_certain_not_future_and_in_own_voice() -> None:
    article = story("a.txt", TEXT)
    iran, syria = entity_iri("Iran"), entity_iri("Syria")
    plain = {(iran, relation_iri("support"), syria), (iran, TW + "supports", syria)}
    stances = (
        {"polarity": "negative"}, {"certainty": "possible"}, {"certainty": "probable"}, {"tense": "future"},
        {"attributed_to": "officials"}, {"attributed_to": "Iran", "attributed_to_id": iran},
    )  # fmt: skip
    hedged = [says(article, "Iran", "support", "Syria", start=n, end=n + 2, **more) for n, more in enumerate(stances)]
    assert not any(is_asserted(s) for s in hedged)
    assert not plain & triples(encode(analysed(article, hedged)))
    own = says(article, "Iran", "support", "Syria", start=20, end=22, tense="present")
    assert plain <= triples(encode(analysed(article, [*hedged, own])))


def test_the_graph_has_the_documented_shape() -> None:
    article = story("a.txt", TEXT, title="Talks", published="2024-12-03", source="Harbour Post")
    s = says(
        article, "Iran", "support", "Syria", certainty="possible", start=5, end=16, relation_text="may support",
        attributed_to="officials", when="2024-12", where="Aleppo",
    )  # fmt: skip
    found = triples(encode(Analysis(article, (s,), (), (thing("Iran", aliases=("Tehran",)), thing("Aleppo")))))
    a, claim = article.iri, claim_iri(s)
    mention = next(o for subject, p, o in found if p == t.DENOTED_BY and subject == claim)
    sentence = f"{a}#char=0,39"
    source = next(o for _, p, o in found if p == t.ATTRIBUTED_TO)
    assert {
        (a, t.TYPE, t.NEWS_ARTICLE), (a, t.HEADLINE, "Talks"), (a, t.PUBLISHED, "2024-12-03"),
        (claim, t.TYPE, t.STATEMENT), (claim, t.SUBJECT, entity_iri("Iran")), (claim, t.EVENT_TYPE, TW + "SUPPORT"),
        (mention, t.TYPE, t.MENTION), (mention, t.ANCHOR, "may support"), (mention, t.CONTEXT, sentence),
        (mention, t.CERTAINTY, TW + "possible"), (mention, t.TIME, "2024-12"), (mention, t.PLACE, entity_iri("Aleppo")),
        (sentence, t.TYPE, t.SENTENCE), (sentence, t.DERIVED_FROM, a),
        (source, t.TYPE, t.SOURCE), (source, t.LABEL, "officials"), (source, t.DERIVED_FROM, a),
        (entity_iri("Iran"), t.TYPE, TW + "Country"), (entity_iri("Iran"), t.ALT_LABEL, "Tehran"),
        (s.relation_id, t.LABEL, "support"), (s.relation_id, t.SUB_PROPERTY_OF, TW + "supports"),
    } <= found  # fmt: skip
    assert source.startswith(a) and mention.startswith(a)


def test_two_claims_by_one_predicate_have_two_mentions() -> None:
    article = story("a.txt", TEXT)
    both = [says(article, "Iran", "support", "Syria"), says(article, "Iran", "support", "Hezbollah")]
    assert (
        len({o for _, p, o in triples(encode(analysed(article, both))) if p == t.DENOTED_BY and "mention=" in o}) == 2
    )


def test_of_two_mentions_of_a_claim_at_one_place_the_surer_stays() -> None:
    article = story("a.txt", TEXT)
    rows = [says(article, "Iran", "support", "Syria", confidence=c, rule=r) for c, r in ((0.4, "noun"), (0.9, "verb"))]
    for found in (rows, rows[::-1]):
        assert [s.rule for s in there_and_back(encode(analysed(article, found)))] == ["verb"]


def test_what_has_no_entity_as_its_subject_is_unsure_misread_or_only_a_date_is_not_stored() -> None:
    article = story("a.txt", TEXT)
    kept = says(article, "Iran", "deploy", "troops", confidence=0.5)
    phrase = says(article, "its army", "deploy", "troops", subject_id=None, subject_type=PHRASE)
    unsure = says(article, "Syria", "deploy", "troops", confidence=0.49)
    misread = says(article, "Syria", "deploy", "tanks", parse_probability=0.1)
    dated = says(article, "Iran", "deploy in", "November", rule="verb-time")
    rows = [kept, phrase, unsure, misread, dated]
    assert there_and_back(encode(analysed(article, rows), keep_above=0.5, least_probable=0.2)) == [kept]


def test_only_a_path_that_is_the_articles_identity_is_a_place() -> None:
    assert encode(analysed(story("a.txt", TEXT), [])).place == "/news/a.txt"
    assert encode(analysed(Article(iri="https://example.org/1", text=TEXT, path="/news/a.txt"), [])).place is None
    piped = Article(iri=story("a.txt", TEXT).iri, text=TEXT, path="-")
    assert encode(analysed(piped, [])).place is None


@pytest.mark.parametrize(
    "iri", ["no scheme", "https://example.org/a b", "https://example.org/<x>", "https://e.org/#a#b"]
)
def test_an_address_that_is_no_iri_is_the_articles_error(iri: str) -> None:
    with pytest.raises(ArticleError, match=r"/news/x\.json#3: .* is not an IRI .*; mend the article's address"):
        encode(analysed(Article(iri=iri, text=TEXT, path="/news/x.json#3"), []))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(analyses())
def test_claims_read_by_themselves_are_those_of_the_whole_graph(analysis: Analysis) -> None:
    """Whatever their words: the engine hands these over as text, with signs of its own for some characters."""
    encoded = encode(analysis)
    store = ox.Store()
    store.load(encoded.triples, ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(encoded.article))
    claims = {claim_iri(s) for s in there_and_back(encoded)}
    found = read_claims(store, encoded.article, claims).statements if claims else ()
    assert list(found) == there_and_back(encoded)
    assert all(type(s.object_id) in (str, type(None)) and type(s.subject_id) is str for s in found)
