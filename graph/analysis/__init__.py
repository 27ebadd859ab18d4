"""Measures for analysis, on the network that `KnowledgeGraph.to_networkx` gives; each names where it was published.

    from triplewire import Filter, KnowledgeGraph, analysis

    network = KnowledgeGraph.open("output/graph", read_only=True).to_networkx(Filter(include=("attributed",)))
    analysis.blocs(network)

They read what the filter has let in, leave the network as it is, and give DataFrames whose rows are in a fixed order:
the same network gives the same answer. Claims that are denied, or take no side, are no ties.
"""

from .balance import balance, balance_degree, triangles
from .blocs import bloc_ties, blocs, modularity
from .brokers import brokers
from .bursts import bursts
from .centrality import centralities
from .change import change
from .ego import ego_over_time, turnover
from .events import events
from .ties import directed_ties, signed_ties

__all__ = [
    "balance",
    "balance_degree",
    "bloc_ties",
    "blocs",
    "brokers",
    "bursts",
    "centralities",
    "change",
    "directed_ties",
    "ego_over_time",
    "events",
    "modularity",
    "signed_ties",
    "triangles",
    "turnover",
]
