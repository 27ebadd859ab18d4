"""SPARQL on the graph: free queries, and the canned ones of the folder `queries`. Parameters are bound as terms.

A canned query is a file `name.rq` that begins with comment lines: `# title: …`, `# description: …`, and a line
`# param name: type — what it is` for each parameter, with `type` one of actor, date, number, text, and `, optional`
after it where it may be left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from ..ontology.errors import UsageError, nearest
from . import terms as t
from .actors import actors_named
from .filters import is_date
from .querytext import check, masked, misread
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    import rdflib

    _Term = ox.NamedNode | ox.Literal

_FOLDER = "queries"
_HEADER = re.compile(r"#\s*(title|description|param)\b\s*(\w*)\s*:\s*(.*)")
_PARAM = re.compile(r"(actor|date|number|text)(, optional)?\s*—\s*(.*)")
#: What a SELECT works out: `(COUNT(?x) AS ?n)`.
_CALCULATED = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_WHOLE = {t.XSD + "integer"}
_REAL = {t.XSD + "decimal", t.XSD + "double", t.XSD + "float"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a canned query wants to know. `type` is actor, date, number or text."""

    name: str
    type: str
    description: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class CannedQuery:
    """A query that comes with Triplewire."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sparql: str


def canned_queries() -> list[CannedQuery]:
    """The canned queries, by name."""
    folder = files(__package__).joinpath(_FOLDER)
    found = (f for f in folder.iterdir() if f.name.endswith(".rq"))
    return sorted((_canned(f.name.removesuffix(".rq"), f.read_text("utf-8")) for f in found), key=lambda q: q.name)


def canned(name: str) -> CannedQuery:
    """The canned query of this name. Raises UsageError where there is none."""
    known = {query.name: query for query in canned_queries()}
    if name not in known:
        raise UsageError(name, "no canned query has this name", nearest(name, known, f"choose from {', '.join(known)}"))
    return known[name]


def run_canned(store: ox.Store, query: CannedQuery, given: Mapping[str, str]) -> pd.DataFrame | bool | rdflib.Graph:
    """Runs a canned query with parameters as people write them; see `filled`."""
    return _run(store, filled(store, query, given), {})


def filled(store: ox.Store, query: CannedQuery, given: Mapping[str, str]) -> str:
    """A canned query's text with parameters as people write them, bound: names of actors, dates, numbers.

    Raises UsageError where one is missing, unknown, or not of its type.
    """
    known = {p.name: p for p in query.parameters}
    for name in given:
        if name not in known:
            wanted = ", ".join(known) or "none"
            raise UsageError(query.name, f"has no parameter {name!r}", f"it takes {wanted}")
    bound: dict[str, list[_Term]] = {}
    for name, parameter in known.items():
        if name in given:
            bound[name] = _terms(store, parameter, given[name])
        elif not parameter.optional:
            todo = f"add {name}=… (--param {name}=…)"
            raise UsageError(query.name, f"needs the parameter {name}: {parameter.description}", todo)
    return _bind(query.sparql, bound)


def run(store: ox.Store, sparql: str, given: Mapping[str, Any]) -> pd.DataFrame | bool | rdflib.Graph:
    """Runs SPARQL with the prefixes of Triplewire known and variables bound to values.

    A SELECT gives a DataFrame (IRIs and strings as str, numbers as numbers, None for unbound), an ASK a bool, a
    CONSTRUCT or DESCRIBE an rdflib Graph. Values are rdflib terms, str, int, float or bool, or lists of these of which
    each is tried. Raises UsageError where the text is not SPARQL, or more of it than is safe (see `querytext`).
    """
    return _run(store, sparql, {name: _values(name, value) for name, value in given.items()})


def _run(store: ox.Store, sparql: str, bound: Mapping[str, Sequence[_Term]]) -> pd.DataFrame | bool | rdflib.Graph:
    text = _bind(sparql, bound)
    _check_characters("query", text)
    check(text)
    try:
        found = store.query(text, prefixes=t.PREFIXES)
    except SyntaxError as e:
        todo = "see the examples of: triplewire query --list"
        raise UsageError("query", f"is not SPARQL ({misread(text, e)})", todo) from e
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    if isinstance(found, ox.QuerySolutions):
        columns = [variable.value for variable in found.variables]
        return table([[_value(solution[name]) for name in columns] for solution in found], columns)
    import rdflib  # takes long to import, and few questions give triples

    graph = rdflib.Graph()
    for prefix, namespace in t.PREFIXES.items():
        graph.bind(prefix, namespace)
    graph.parse(data=found.serialize(format=ox.RdfFormat.N_TRIPLES), format="nt")
    return graph


def _bind(sparql: str, bound: Mapping[str, Sequence[_Term]]) -> str:
    """Puts the values of variables, as terms, at the head of the query's pattern, and of subqueries that give them.

    Oxigraph's own substitutions reach only variables that the query selects.
    """
    values = {name: f" VALUES ?{name} {{ {' '.join(map(str, terms))} }}" for name, terms in bound.items()}
    shown = masked(sparql)
    after = re.search(r"\bCONSTRUCT\s*\{[^{}]*\}", shown, re.IGNORECASE)
    head = shown.find("{", after.end() if after else 0)
    heads = {} if head < 0 or not values else {head: "".join(values.values())}
    for inner in re.finditer(r"\bSELECT\b([^{}]*)\{", shown[head + 1 :], re.IGNORECASE):
        given = re.findall(r"[?$](\w+)", _CALCULATED.sub("", inner[1]))
        heads[head + inner.end()] = "".join(text for name, text in values.items() if name in given)
    for at, text in sorted(heads.items(), reverse=True):
        sparql = sparql[: at + 1] + text + sparql[at + 1 :]
    return sparql


def _terms(store: ox.Store, parameter: Parameter, value: str) -> list[_Term]:
    _check_characters(parameter.name, value)
    if parameter.type == "actor":
        return [ox.NamedNode(iri) for iri in actors_named(store, value)]
    if parameter.type == "number":
        if not re.fullmatch(r"-?\d+", value):
            raise UsageError(parameter.name, f"{value!r} is no whole number", "give digits")
        return [ox.Literal(int(value))]
    if parameter.type == "date" and not is_date(value):
        raise UsageError(parameter.name, f"{value!r} is no date", "write it as 2024, 2024-11 or 2024-11-28")
    return [ox.Literal(value)]


def _values(name: str, value: object) -> list[_Term]:
    if not re.fullmatch(r"[A-Za-z_]\w*", name):
        raise UsageError(name, "is no name of a variable", "use letters, digits and _")
    return [_term(name, item) for item in (value if isinstance(value, list | tuple | set | frozenset) else [value])]


def _check_characters(where: str, text: str) -> None:
    """UsageError where a text holds half a character, which no engine takes."""
    if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
        raise UsageError(where, "holds half a character (a surrogate)", "write it as UTF-8")


def _term(name: str, value: object) -> _Term:
    if isinstance(value, str):
        _check_characters(name, value)
    if isinstance(value, ox.NamedNode | ox.Literal):
        return value
    if isinstance(value, str | int | float | bool) and type(value).__module__ == "builtins":
        return ox.Literal(value)
    import rdflib  # whose terms are texts too

    if isinstance(value, rdflib.URIRef):
        try:
            return ox.NamedNode(str(value))
        except ValueError as e:
            raise UsageError(name, f"{str(value)!r} is no IRI", "percent-encode what may not stand in one") from e
    if isinstance(value, rdflib.Literal):
        if value.language:
            return ox.Literal(str(value), language=value.language)
        return ox.Literal(str(value), datatype=ox.NamedNode(str(value.datatype)) if value.datatype else None)
    if isinstance(value, str | int | float | bool):
        return ox.Literal(value)
    raise UsageError(name, f"a {type(value).__name__} is no value for SPARQL", "give text, a number, or an rdflib term")


def _value(term: object) -> Any:
    if isinstance(term, ox.Literal):
        kind = term.datatype.value
        if kind in _WHOLE:
            return int(term.value)
        if kind in _REAL:
            return float(term.value)
        return term.value == "true" if kind == t.XSD + "boolean" else term.value
    if term is None:
        return None
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _canned(name: str, sparql: str) -> CannedQuery:
    about: dict[str, str] = {}
    parameters = []
    for line in sparql.splitlines():
        found = _HEADER.match(line)
        if found is None:
            continue
        field, parameter, value = found.groups()
        if field != "param":
            about[field] = value
        elif shape := _PARAM.fullmatch(value):
            kind, optional, description = shape.groups()
            parameters.append(Parameter(parameter, kind, description, bool(optional)))
        else:
            raise UsageError(
                f"{name}.rq", f"cannot read the parameter line {line!r}", "write: # param name: type — what"
            )
    return CannedQuery(name, about["title"], about["description"], tuple(parameters), sparql)
