"""Triplewire turns news articles into a knowledge graph of who did what to whom, when, and according to whom.

    from triplewire import KnowledgeGraph, build

    build("articles/", graph="output/graph")
    with KnowledgeGraph.open("output/graph") as kg:
        kg.statements()

`Analyser` finds statements without storing them; `nlp.add_pipe("triplewire")` gives them to spaCy pipelines;
`analysis` has measures of who stands where, `plots` pictures of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .builder import BuildReport, build
    from .extract.analyser import Analyser
    from .graph import analysis, plots
    from .graph.filters import Filter
    from .graph.store import KnowledgeGraph
    from .ontology.errors import TriplewireError
    from .ontology.model import Article, Statement

__all__ = [
    "Analyser",
    "Article",
    "BuildReport",
    "Filter",
    "KnowledgeGraph",
    "Statement",
    "TriplewireError",
    "__version__",
    "analysis",
    "build",
    "plots",
]

__version__ = "0.1.0"

#: Where each name comes from; it is imported when it is first asked for, since spaCy and rdflib take a second.
_HOMES = {
    "Analyser": "extract.analyser",
    "Article": "ontology.model",
    "BuildReport": "builder",
    "Filter": "graph.filters",
    "KnowledgeGraph": "graph.store",
    "Statement": "ontology.model",
    "TriplewireError": "ontology.errors",
    "build": "builder",
}


def __getattr__(name: str) -> Any:
    if name in ("analysis", "plots"):  # modules, with names of their own
        return import_module(f".graph.{name}", __name__)
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
