"""Small networks in the shape that `to_networkx` gives, for tests of the page that need no store."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import networkx as nx
from triplewire.ontology.iri import DATA, digest, entity_iri, relation_iri

HOSTILE = "<script>alert(1)</script>"


@dataclass
class Sketch:
    """A network in the making. Actors come into being when they are first spoken of."""

    network: nx.MultiDiGraph[str] = field(default_factory=nx.MultiDiGraph)

    def actor(self, label: str, kind: str = "Country", aliases: str = "") -> str:
        iri = entity_iri(label)
        self.network.add_node(iri, label=label, type=kind, aliases=aliases, mentions=0, articles=0)
        return iri

    def says(self, sentence: str, subject: str, words: str, object_: str, sign: int = 0, **more: Any) -> str:
        """One statement with one sentence; `words` is the predicate as it stands there. Returns its IRI."""
        ends = [entity_iri(label) for label in (subject, object_)]
        for iri, label in zip(ends, (subject, object_), strict=True):
            if iri not in self.network:
                self.actor(label)
            self.network.nodes[iri]["mentions"] += 1
            self.network.nodes[iri]["articles"] += 1
        relation = more.pop("relation", words)
        start = sentence.index(words)
        evidence = {
            "sentence": sentence,
            "start": start,
            "end": start + len(words),
            "subject_text": subject,
            "relation_text": words,
            "object_text": object_,
            "polarity": "positive",
            "certainty": "certain",
            "tense": "past",
            "attributed_to": "",
            "when": "",
            "where": "",
            "article": f"{DATA}article/{digest(sentence)}",
            "title": "Plain news",
            "source": "Harbour Post",
            "published": "2024-12-03",
            "rule": "verb",
            "confidence": 0.9,
        }
        kind = more.pop("relation_type", "")
        evidence.update(more)
        key = DATA + "st-" + digest(*ends, relation, sentence)
        self.network.add_edge(
            *ends, key=key, relation=relation, relation_id=relation_iri(relation), relation_type=kind,
            event_type="", sign=sign, polarity=evidence["polarity"], certainty=evidence["certainty"],
            tense=evidence["tense"], asserted=True, attributed_to=evidence["attributed_to"],
            first_seen=evidence["published"], last_seen=evidence["published"], articles=1, mentions=1,
            confidence=evidence["confidence"], evidence=[evidence],
        )  # fmt: skip
        return key


def quarrel() -> nx.MultiDiGraph[str]:
    """Two camps, a plan that officials tell of, a denial, an isolated pair, and hostile text in every field."""
    sketch = Sketch()
    sketch.actor("Norland")
    sketch.actor("Free Coast Brigade", "ArmedGroup", "FCB; the Brigade")
    sketch.actor("Ana Verde", "Person")
    sketch.actor("Port Amber", "Place")
    sketch.says(
        "Norland backed Ana Verde.", "Norland", "backed", "Ana Verde", 1, relation="back", relation_type="supports"
    )
    sketch.says(
        "On Monday the Free Coast Brigade attacked Port Amber.", "Free Coast Brigade", "attacked", "Port Amber", -1,
        relation="attack", relation_type="attacks", article="https://harbour.example/a?b=1&c=2",
        title="Night raid on the port", published="2024-12-05",
    )  # fmt: skip
    sketch.says(
        "Norland will arm the Free Coast Brigade, two officials said.", "Norland", "will arm", "Free Coast Brigade", 1,
        relation="arm", relation_type="supplies", tense="future", attributed_to="two officials",
        source="The Far Herald", published="2024-12-09",
    )  # fmt: skip
    sketch.says(
        "Ana Verde never met the Free Coast Brigade.", "Ana Verde", "met", "Free Coast Brigade", 1,
        relation="meet", relation_type="meets", polarity="negative",
    )  # fmt: skip
    sketch.says("Norland shelled Port Amber.", "Norland", "shelled", "Port Amber", -1, relation="shell")
    sketch.says("Eastmere Museum hired Jo Lark.", "Eastmere Museum", "hired", "Jo Lark", relation="hire")
    bad = f"Zed {HOSTILE}"
    sketch.actor(bad, f"Person{HOSTILE}", f"<img src=x onerror=alert(2)>; {HOSTILE}")
    sketch.says(
        f"{bad} \u2028 threatened</script> Norland & all.", bad, "threatened</script>", "Norland", -1,
        relation=f"threaten {HOSTILE}", relation_type=HOSTILE, title=f"{HOSTILE}<!--<script>",
        source=f"<b onmouseover=alert(3)>{HOSTILE}", attributed_to="<svg onload=alert(4)>",
        where="</script><script>alert(5)</script>", article="javascript:alert(6)",
    )  # fmt: skip
    return sketch.network


def crowd(size: int, *, pairs: int = 0, days: int = 1) -> nx.MultiDiGraph[str]:
    """A chain of small stars of altogether `size` actors, and isolated pairs; told on so many days."""
    sketch = Sketch()
    for i in range(1, size):
        hub = (i - 1) // 7
        day = f"2024-12-{3 + i % days:02}"
        sketch.says(
            f"Actor {hub} met Actor {i}.", f"Actor {hub}", "met", f"Actor {i}", 1, relation="meet", published=day
        )
    for i in range(pairs):
        sketch.says(f"Left {i} saw Right {i}.", f"Left {i}", "saw", f"Right {i}", relation="see")
    return sketch.network
