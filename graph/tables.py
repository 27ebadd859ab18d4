"""Tables of what the graph holds: statements, entities, articles, and counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from ..ontology.iri import REL, TW
from ..ontology.model import Statement, as_row, row_fields
from . import terms as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pandas as pd

    from ..ontology.model import Analysis, Article
    from .resolve.judgements import Judgement

ENTITY_COLUMNS = ("entity", "entity_id", "type", "aliases", "articles", "mentions", "statements")
JUDGEMENT_COLUMNS = ("verdict", "keep", "other", "score", "reasons", "by", "type", "articles")
ARTICLE_COLUMNS = ("article", "title", "url", "published", "source", "author", "statements")
SOURCE_COLUMNS = ("title", "source", "published", "url")
_THING = f"?x a ?of FILTER(?of NOT IN {t.NO_THINGS})"


def statement_table(analyses: Iterable[Analysis], *, with_article: bool = False) -> pd.DataFrame:
    """One row a mention, in the order of articles and of their text; the columns are the fields of a statement row.

    `with_article` adds `title`, `source`, `published` and `url` of the article. What is unknown is None.
    """
    columns = [*row_fields(Statement), *(SOURCE_COLUMNS if with_article else ())]
    rows = []
    for analysis in analyses:
        about = _about(analysis.article) if with_article else {}
        rows += [list((as_row(s) | about).values()) for s in analysis.statements]
    return table(rows, columns, whole=("sign", "start", "end", "line"), real=("confidence", "parse_probability"))


def entity_table(store: ox.Store) -> pd.DataFrame:
    """The entities of the graph, the most mentioned first: names, class, and in how much they occur.

    `articles` counts articles that have a statement with it, `mentions` the places in their texts that speak of it,
    `statements` the claims that have it as subject or object. Where articles disagree on its class most of them decide.
    """
    labels = {iri: label for iri, label in _found(store, "?x rdfs:label ?of") if not iri.startswith(REL)}
    classes: dict[str, Counter[str]] = {}
    for iri, kind in _found(store, f"GRAPH ?article {{ {_THING} }}"):
        if iri in labels:
            classes.setdefault(iri, Counter())[kind.removeprefix(TW)] += 1
    aliases: dict[str, list[str]] = {}
    for iri, alias in _found(store, "?x skos:altLabel ?of"):
        aliases.setdefault(iri, []).append(alias)
    articles, mentions, statements = (
        Counter(iri for (iri,) in _found(store, pattern, "?x"))
        for pattern in (
            "GRAPH ?article { ?x rdfs:label ?of }",
            f"{{ SELECT DISTINCT ?x {{ {_THING} }} }} ?x gaf:denotedBy ?of",
            "{ ?of rdf:subject ?x } UNION { ?of rdf:object ?x FILTER(isIRI(?x)) }",
        )
    )
    shown = [iri for iri in labels if iri in classes]
    shown.sort(key=lambda iri: (-mentions[iri], -statements[iri], iri))
    rows = [
        (labels[iri], iri, commonest(classes[iri]), "; ".join(sorted(aliases.get(iri, ()))),
         articles[iri], mentions[iri], statements[iri])
        for iri in shown
    ]  # fmt: skip
    return table(rows, ENTITY_COLUMNS, whole=("articles", "mentions", "statements"))


def article_table(analyses: Iterable[Analysis]) -> pd.DataFrame:
    """One row an article, by IRI: what is known of it, and how many statements it makes."""
    rows = [
        [a.article.iri, a.article.title, a.article.url, a.article.published, a.article.source, a.article.author,
         len(a.statements)]
        for a in analyses
    ]  # fmt: skip
    return table(rows, ARTICLE_COLUMNS, whole=("statements",))


def judgement_table(judgements: Iterable[Judgement]) -> pd.DataFrame:
    """One row a judgement, the surest first: verdict, keep, other, score, reasons, by, type, articles."""
    ordered = sorted(judgements, key=lambda j: (j.verdict, -(j.score or 0.0), j.order))
    rows = [
        [j.verdict, j.keep, j.other, j.score, "; ".join(j.reasons), j.by, j.type, " ".join(j.articles)] for j in ordered
    ]
    return table(rows, JUDGEMENT_COLUMNS, real=("score",))


def table(
    rows: Sequence[Sequence[Any]], columns: Sequence[str], *, whole: Sequence[str] = (), real: Sequence[str] = ()
) -> pd.DataFrame:
    """A DataFrame that keeps values as they are: None stays None. `whole` and `real` columns become numbers."""
    import pandas as pd  # takes long to import, and a build makes no tables

    frame = pd.DataFrame([list(row) for row in rows], columns=list(columns), dtype=object)
    return frame.astype(dict.fromkeys(whole, "Int64") | dict.fromkeys(real, "float64"))


def commonest(counts: Mapping[str, int]) -> str:
    """What was counted most; of equals the first by name."""
    return min(counts, key=lambda name: (-counts[name], name))


def _about(article: Article) -> dict[str, str | None]:
    return {name: getattr(article, name) for name in SOURCE_COLUMNS}


def _found(store: ox.Store, pattern: str, what: str = "?x ?of") -> Iterator[list[str]]:
    """What variables stand for, solution by solution.

    The engine looks up the words of these alone; of a quad it looks up all four. It does not count them, as it would
    not notice that a file is damaged.
    """
    found = store.query(f"SELECT {what} {{ {pattern} }}", prefixes=t.PREFIXES)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError("a SELECT gives solutions")
    return ([_value(term) for term in solution] for solution in found)


def _value(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""
