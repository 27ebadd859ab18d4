"""When a capital or seat of government stands for the country: where it acts, not where one is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..ontology.registry import Registry
    from .names import Span
    from .tree import Tree

#: What a town does or suffers as a town.
_OF_TOWNS = frozenset(
    "be fall lie sit host remain burn see become have experience suffer grow stand stretch wake boast contain feature house shake lose".split()
)
_DEALINGS = frozenset(
    "agreement alliance ally cooperation deal friction influence negotiation partnership pact pressure relation relationship "
    "sanction support talk talks tension tensions tie ties trade treaty war dispute policy demand alliance backing confidence".split()
)
OWNED_BY_STATES = frozenset(
    "capacity ability foothold attempt attempts attack attacks commitment objectives goals proxies leaders ally allies ambassador ambition ambitions army backing claim claims concern concerns decision demand demands effort efforts foe "
    "government hand influence interest interests intention intentions involvement military need nuclear offer plan plans policy "
    "policies position proposal proxies proxy regime rejection request response role stance strategy support threat threats troops view war".split()
)


def acts(tree: Tree, span: Span, head: int, registry: Registry) -> str | None:
    """The country for which the seat named here acts, or None where the name is but a place's."""
    country = registry.capital(span.text)
    if country is None:
        return None
    dep, up = tree.deps[head], tree.heads[head]
    if dep == "nsubj" and tree.tags[up][0] == "V":
        ok = tree.lemma(up) not in _OF_TOWNS
    elif dep == "poss":
        ok = tree.lower[up] in OWNED_BY_STATES
    elif dep == "pobj":
        above = tree.heads[up]
        ok = (
            tree.lower[up] in ("with", "between", "against", "by", "over", "on", "from", "of")
            and tree.lemma(above) in _DEALINGS
        ) or tree.deps[up] == "agent"
        ok = ok and not (tree.deps[up] == "agent" and tree.lemma(above) in ("surround", "follow"))
    elif dep == "conj" and tree.deps[up] in ("nsubj", "pobj") and up < head:
        other = tree.words[up]
        ok = (registry.country(other) is not None or registry.capital(other) is not None) and (
            tree.deps[up] == "nsubj" or tree.lemma(tree.heads[tree.heads[up]]) in _DEALINGS
        )
    else:
        ok = (
            head + 2 < len(tree)
            and tree.words[head + 1] == "-"
            and tree.lower[head + 2] in ("backed", "led", "aligned", "supported", "controlled", "sponsored", "allied")
        )
    return country if ok else None
