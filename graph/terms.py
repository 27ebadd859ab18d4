"""The names that the graph is written in: namespaces, properties, and how a term looks in N-Triples."""

from __future__ import annotations

import re
from decimal import Decimal

from ..ontology.iri import BASE, DATA, REL, TW, digest

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
GAF = "http://groundedannotationframework.org/gaf#"
GRASP = "http://groundedannotationframework.org/grasp#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"

#: Prefixes that every query may use and every Turtle export declares.
PREFIXES = {
    "d": DATA, "gaf": GAF, "grasp": GRASP, "nif": NIF, "prov": PROV, "rdf": RDF, "rdfs": RDFS, "rel": REL,
    "schema": SCHEMA, "sem": SEM, "skos": SKOS, "tw": TW, "xsd": XSD,
}  # fmt: skip

#: The named graph of what belongs to this store and to no article: where articles were read from, and by which run.
LEDGER = BASE + "ledger"

#: Classes of what no statement speaks of, as SPARQL lists them.
NO_THINGS = "(rdf:Property, tw:Source, tw:Statement, tw:Mention, nif:Sentence, schema:NewsArticle, prov:Activity)"

TYPE, SUBJECT, PREDICATE, OBJECT = RDF + "type", RDF + "subject", RDF + "predicate", RDF + "object"
PROPERTY = RDF + "Property"
LABEL, SUB_PROPERTY_OF, ALT_LABEL = RDFS + "label", RDFS + "subPropertyOf", SKOS + "altLabel"
NEWS_ARTICLE, HEADLINE, URL = SCHEMA + "NewsArticle", SCHEMA + "headline", SCHEMA + "url"
PUBLISHED, PUBLISHER, AUTHOR = SCHEMA + "datePublished", SCHEMA + "publisher", SCHEMA + "author"
SENTENCE, CONTEXT, BEGIN, END = NIF + "Sentence", NIF + "referenceContext", NIF + "beginIndex", NIF + "endIndex"
ANCHOR, DERIVED_FROM = NIF + "anchorOf", PROV + "wasDerivedFrom"
DENOTED_BY, ATTRIBUTED_TO = GAF + "denotedBy", GRASP + "wasAttributedTo"
TIME, PLACE = SEM + "hasTimeStamp", SEM + "hasPlace"
STATEMENT, MENTION, SOURCE = TW + "Statement", TW + "Mention", TW + "Source"
RELATION_TYPE, EVENT_TYPE, SIGN = TW + "relationType", TW + "eventType", TW + "sign"
POLARITY, CERTAINTY, TENSE = TW + "polarity", TW + "certainty", TW + "tense"
SUBJECT_TEXT, RELATION_TEXT, OBJECT_TEXT = TW + "subjectText", TW + "relationText", TW + "objectText"
CONFIDENCE, PARSE_PROBABILITY = TW + "confidence", TW + "parseProbability"
RULE, LINE = TW + "rule", TW + "line"
COUNTRY, KIND = TW + "country", TW + "mentionKind"
FINGERPRINT = TW + "fingerprint"
READ_FROM, GENERATED_BY = TW + "readFrom", PROV + "wasGeneratedBy"
EXTRACTED, RENAMED, JUDGED = TW + "extracted", TW + "renamed", TW + "judged"

#: What N-Triples and SPARQL may not hold raw in a string, written as Oxigraph writes it.
_ESCAPED = re.compile('["\\\\\\x00-\\x1f\\x7f\\ufffe\\uffff\\ud800-\\udfff]')
_SHORT = {"\t": "\\t", "\b": "\\b", "\n": "\\n", "\r": "\\r", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
_DATES = (
    (re.compile(r"[12]\d{3}-[01]\d-[0-3]\d"), XSD + "date"),
    (re.compile(r"[12]\d{3}-[01]\d"), XSD + "gYearMonth"),
    (re.compile(r"[12]\d{3}"), XSD + "gYear"),
    (re.compile(r"[12]\d{3}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ?"), XSD + "dateTime"),
)
_UNNAMED = re.compile(r"[#-]source-[0-9a-f]{16}$")


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"  # half a character: no UTF-8 can hold it
    return _SHORT.get(char) or f"\\u{ord(char):04X}"


def node(value: str) -> str:
    """An IRI in N-Triples. The caller vouches that it is one."""
    return f"<{value}>"


def text(value: str) -> str:
    """A string in N-Triples."""
    return f'"{_ESCAPED.sub(_escape, value)}"'


def integer(value: int) -> str:
    """A whole number in N-Triples."""
    return f'"{value}"^^<{XSD}integer>'


def decimal(value: float) -> str:
    """A number in N-Triples: the shortest digits that give the same float again."""
    digits = format(Decimal(repr(value)), "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return f'"{digits}"^^<{XSD}decimal>'


def date(value: str) -> str:
    """An ISO 8601 date in N-Triples, typed by its precision; a plain string where it has none of the four forms."""
    for form, datatype in _DATES:
        if form.fullmatch(value):
            return f'"{value}"^^<{datatype}>'
    return text(value)


def part(article: str, suffix: str) -> str:
    """The IRI of something inside an article."""
    return f"{article}{'-' if '#' in article else '#'}{suffix}"


def statement_iri(subject_id: str, relation_id: str, obj: str, *, phrase: bool) -> str:
    """The IRI of the claim (subject, relation, object): the same wherever it is made."""
    return f"{DATA}statement/{digest(subject_id, relation_id, 'phrase' if phrase else 'thing', obj)}"


def unnamed_source(article: str, label: str) -> str:
    """The IRI of a source without a name ("officials"), which belongs to its article."""
    return part(article, f"source-{digest(label)}")


def is_unnamed_source(value: str) -> bool:
    """Whether an IRI is one that `unnamed_source` made."""
    return _UNNAMED.search(value) is not None
