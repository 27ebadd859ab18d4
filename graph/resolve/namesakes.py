"""One name, two bearers: where the articles' evidence tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import others
from .judgements import Judgement
from .spelling import tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from .profiles import Profiles

#: With fewer articles nothing tells which company is rare; with more that have one name it is too well known.
_LEAST, _MOST = 20, 40
#: Less company than this is none.
_NONE = 0.35


def by_class(profiles: Profiles) -> Iterator[Judgement]:
    """One name that some articles give to a person and others to a place."""
    for label, p in profiles.by_label.items():
        places = {"Place", "Country"} & p.types.keys()
        if "Person" not in p.types or not places:
            continue
        place = max(sorted(places), key=lambda kind: p.types[kind])
        minor = "Person" if p.types["Person"] <= p.types[place] else place
        person_in = [article for article, kind in p.articles.items() if kind == "Person"]
        sure = others.registry().place(label) is not None and profiles.called_he_or_she(p.iri, person_in)
        reasons = [f"{kind} in {count} articles" for kind, count in sorted(p.types.items())]
        reasons += ["called he or she where it is a Person"] if sure else []
        yield Judgement(
            "different" if sure else "unsure", label, f"{label} ({minor})", "rule", 0.95 if sure else 0.4,
            tuple(reasons), type=minor,
        )  # fmt: skip


def by_company(profiles: Profiles, whose: Collection[tuple[str, str]]) -> Iterator[Judgement]:
    """A given name alone in articles that have no company in common: "Elizabeth" is somebody's daughter in each.

    The bearer in most articles keeps the name; the others are called by the headline of their first article as well.
    `whose` are names that are somebody's for certain, with the article. Full names are left alone: articles that speak
    of one well-known person often share nobody else.
    """
    import networkx as nx  # takes long to import, and a build has nothing to tell apart

    for label, p in profiles.by_label.items():
        articles = sorted(a for a, kind in p.articles.items() if kind == "Person" and (label, a) not in whose)
        alone = len(tokens(label)) == 1 and p.type == "Person" and not others.known(p)
        if not alone or not 1 < len(articles) <= _MOST or profiles.size < _LEAST:
            continue
        near: nx.Graph[str] = nx.Graph()
        near.add_nodes_from(articles)
        near.add_edges_from(
            (a, b) for a in articles for b in articles if a < b and profiles.common(a, b, label) >= _NONE
        )
        bearers = sorted((sorted(part) for part in nx.connected_components(near)), key=lambda part: (-len(part), part))
        for part in bearers[1:]:
            called = f"{label} ({profiles.headline(part[0])})"
            for article in part:
                reason = "a given name alone, with no company in common"
                yield Judgement("different", label, called, "rule", 0.8, (reason,), articles=(article,))
