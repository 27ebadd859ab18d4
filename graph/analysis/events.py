"""What happened when: the statements of a network, each with the day that it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..filters import days
from ..tables import table

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


class Happening(NamedTuple):
    """A claim that an article makes of a day. `day` is an ISO 8601 date, `sign` -1, 0 or 1."""

    day: str
    actor: str
    other: str
    relation: str
    relation_type: str
    event_type: str
    sign: int
    article: str
    source: str
    actor_id: str
    other_id: str


def events(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """One row for each sentence that affirms a claim of some day, by day: who did what to whom, and who wrote it.

    The day is the one that the sentence gives, or else that of its article's publication; sentences of no certain day
    ("in 2011", "since March") are left out, and so are denials. A claim counts once for each article and day.
    """
    return table(happenings(network), Happening._fields, whole=("sign",))


def happenings(network: nx.MultiDiGraph[str]) -> list[Happening]:
    """The rows of `events`."""
    found = {}
    for subject, obj, data in network.edges(data=True):
        for row in data["evidence"]:
            first, last = days(row["when"] or row["published"])
            if row["polarity"] == "negative" or not first or first != last:
                continue
            found[first, subject, obj, data["relation_id"], row["article"]] = Happening(
                first, network.nodes[subject]["label"], network.nodes[obj]["label"], data["relation"],
                data["relation_type"], data["event_type"], data["sign"], row["article"], row["source"], subject, obj,
            )  # fmt: skip
    return [found[key] for key in sorted(found)]
