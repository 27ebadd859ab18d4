"""An actor's ego network over time: with whom it has to do in each week, and how."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ...ontology.errors import UsageError
from ..tables import table
from .events import happenings

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

COLUMNS = ("period", "other", "cooperative", "hostile", "neither", "net", "new", "other_id")
TURNOVER_COLUMNS = ("period", "partners", "new", "gone", "stability")
PERIODS = ("day", "week", "month")


def ego_over_time(network: nx.MultiDiGraph[str], actor: str, *, every: str = "week") -> pd.DataFrame:
    """One row for each period (day, week from Monday, or month) and partner of an actor, given by name, alias or IRI.

    `period` is its first day; `cooperative`, `hostile` and `neither` count statements, whoever of the two acts; `new`
    says that the two had nothing to do with each other in any period before. Raises UsageError where nobody has the
    name, or there is no such period.
    """
    if every not in PERIODS:
        raise UsageError("ego_over_time", f"{every!r} is no period", f"choose from {', '.join(PERIODS)}")
    ego = _who(network, actor)
    counts: dict[tuple[str, str], Counter[int]] = {}
    for event in happenings(network):
        ends = {event.actor_id, event.other_id}
        if ego in ends and len(ends) == 2:
            [other] = ends - {ego}
            counts.setdefault((_start(event.day, every), other), Counter())[event.sign] += 1
    known: set[str] = set()
    rows = []
    for (period, other), signs in sorted(counts.items()):
        label = network.nodes[other]["label"]
        rows.append([period, label, signs[1], signs[-1], signs[0], signs[1] - signs[-1], other not in known, other])
        known.add(other)
    rows.sort(key=lambda row: (row[0], -sum(row[2:5]), row[7]))
    return table(rows, COLUMNS, whole=COLUMNS[2:6])


def turnover(ego: pd.DataFrame) -> pd.DataFrame:
    """One row a period of what `ego_over_time` gave: its partners, how many are new, how many of those before are gone.

    `stability` is the Jaccard index with the period before, None for the first (Snijders, van de Bunt & Steglich 2010,
    Introduction to stochastic actor-based models for network dynamics, Social Networks 32: below .2 little is left).
    """
    rows = []
    before: set[str] | None = None
    for period, group in ego.groupby("period", sort=True):
        now = set(group["other_id"])
        gone = len((before or set()) - now)
        stability = None if before is None else len(before & now) / len(before | now)
        rows.append([period, len(now), int(group["new"].sum()), gone, stability])
        before = now
    return table(rows, TURNOVER_COLUMNS, whole=("partners", "new", "gone"), real=("stability",))


def _who(network: nx.MultiDiGraph[str], actor: str) -> str:
    if actor in network:
        return actor
    wanted = actor.casefold()
    for names in ("label", "aliases"):
        found = [
            iri
            for iri in sorted(network)
            if wanted in {name.strip().casefold() for name in str(network.nodes[iri][names]).split(";")}
        ]
        if found:
            return max(found, key=lambda iri: network.nodes[iri]["mentions"])
    raise UsageError(actor, "nobody in this network has this name", "see: kg.entities()")


def _start(day: str, every: str) -> str:
    if every == "month":
        return f"{day[:7]}-01"
    moment = date.fromisoformat(day)
    return str(moment - timedelta(moment.weekday())) if every == "week" else day
