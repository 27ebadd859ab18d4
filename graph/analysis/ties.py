"""Many claims between two actors as one tie, friendly, hostile, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Event types that take no side: talks, concessions and truces are friendly acts, but enemies are who needs them.
TAKES_NO_SIDE = {"CONSULT", "CONCEDE", "RETREAT"}


def directed_ties(network: nx.MultiDiGraph[str]) -> nx.DiGraph[str]:
    """Who acts on whom: an edge for each ordered pair of actors with a friendly or hostile claim that is not denied.

    Edge attributes: `cooperative` and `hostile`, both counted in articles (a claim that three articles make counts
    three), `net` (cooperative less hostile) and `sign` of the net (-1, 0, 1). Every actor is a node, with its
    attributes. Claims of an actor on itself do not count, nor do events that take no side (TAKES_NO_SIDE).
    """
    ties: nx.DiGraph[str] = nx.DiGraph()
    _add_sums(network, ties)
    return ties


def signed_ties(network: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """The same without direction: an edge for each pair of actors, with the attributes that `directed_ties` has."""
    ties: nx.Graph[str] = nx.Graph()
    _add_sums(network, ties)
    return ties


def named(network: nx.Graph[str], iri: str) -> dict[str, Any]:
    """The columns that tell who a row is of: label, IRI, class."""
    data: Mapping[str, Any] = network.nodes[iri]
    return {"actor": data["label"], "actor_id": iri, "type": data["type"]}


def _add_sums(network: nx.MultiDiGraph[str], into: nx.Graph[str]) -> None:
    into.add_nodes_from((iri, dict(data)) for iri, data in network.nodes(data=True))
    for subject, obj, data in network.edges(data=True):
        if subject == obj or not data["sign"] or data["polarity"] == "negative" or data["event_type"] in TAKES_NO_SIDE:
            continue
        if not into.has_edge(subject, obj):
            into.add_edge(subject, obj, cooperative=0, hostile=0)
        into.edges[subject, obj]["cooperative" if data["sign"] > 0 else "hostile"] += data["articles"]
    for _, _, data in into.edges(data=True):
        net = data["cooperative"] - data["hostile"]
        data["net"], data["sign"] = net, (net > 0) - (net < 0)
