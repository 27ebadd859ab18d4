"""The registry that comes with the package: well formed, sorted, and no name under two actors."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from triplewire.ontology.iri import DATA, entity_iri
from triplewire.ontology.model import ENTITY_TYPES
from triplewire.ontology.places import name_key
from triplewire.ontology.registry import Actor, Registry

FILE = Path(__file__).resolve().parents[1] / "ontology" / "actors.ttl"
ENTRY = re.compile(r'^(d:\S+) a tw:(\w+) ;\s+skos:prefLabel "([^"]+)"', re.MULTILINE)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


def written() -> list[tuple[str, str, str]]:
    """(prefixed name, class, label) of each entry as the file writes it."""
    return ENTRY.findall(FILE.read_text(encoding="utf-8"))


def test_every_entry_is_read(registry: Registry) -> None:
    entries = written()
    assert len(entries) >= 420
    assert len(entries) == FILE.read_text(encoding="utf-8").count('skos:prefLabel "')
    assert [label for label, n in Counter(label for _, _, label in entries).items() if n > 1] == []
    assert {a.label for a in registry.actors} == {label for _, _, label in entries}


def test_iris_follow_from_labels() -> None:
    for name, _, label in written():
        assert DATA + name.removeprefix("d:").replace("\\", "") == entity_iri(label)


def test_classes_are_known_and_all_used() -> None:
    assert {kind for _, kind, _ in written()} == set(ENTITY_TYPES)


def test_sections_are_sorted() -> None:
    for section in re.split(r"^# ---- ", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title = section.partition(" ----")[0]
        labels = [label for _, _, label in ENTRY.findall(section)]
        assert labels, title
        assert labels == sorted(labels, key=lambda s: (_unaccented(s), s)), title
        assert len({kind for _, kind, _ in ENTRY.findall(section)}) == 1, title


def _unaccented(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def test_no_name_under_two_actors(registry: Registry) -> None:
    owners: dict[str, set[str]] = {}
    for a in registry.actors:
        for name in (a.label, *a.names):
            owners.setdefault(name_key(name), set()).add(a.label)
    for a in registry.actors:
        for acronym in a.acronyms:  # may be a name of its own actor, never one of another
            owners.setdefault(f"acronym {acronym.replace('.', '')}", set()).add(a.label)
            assert owners.get(name_key(acronym), {a.label}) == {a.label}
    assert {name: sorted(labels) for name, labels in owners.items() if len(labels) > 1} == {}


def test_names_are_clean(registry: Registry) -> None:
    for a in registry.actors:
        for name in (a.label, *a.names, *a.acronyms):
            assert name == " ".join(name.split())
            assert not re.search(r"[()\"“”’;|]", name), name
        assert len({name_key(n) for n in (a.label, *a.names)}) == 1 + len(a.names), a.label
        assert all(not n.casefold().startswith("the ") for n in a.names), a.label


def test_countries_and_parents_are_known(registry: Registry) -> None:
    labels = {a.label for a in registry.actors}
    for a in registry.actors:
        if a.country is not None:
            state = registry.labelled(a.country)
            assert registry.country(a.country) == a.country or (state and state.type == "Country"), a
        assert a.parent is None or a.parent in labels, a
        assert not _loops(registry, a), a


def _loops(registry: Registry, a: Actor) -> bool:
    seen, parent = {a.label}, a.parent
    while parent is not None and parent not in seen:
        seen.add(parent)
        above = registry.labelled(parent)
        parent = above.parent if above else None
    return parent is not None


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("HTS", "Hayat Tahrir al-Sham"),
        ("Hizballah", "Hezbollah"),
        ("IRGC", "Islamic Revolutionary Guard Corps"),
        ("Revolutionary Guards", "Islamic Revolutionary Guard Corps"),
        ("Kata'ib Hezbollah", "Kataib Hezbollah"),
        ("the Israeli army", "Israel Defense Forces"),
        ("Assad", "Bashar al-Assad"),
        ("Erdoğan", "Recep Tayyip Erdoğan"),
        ("ERDOGAN", "Recep Tayyip Erdoğan"),
        ("U.N.", "United Nations"),
        ("un", None),
        ("WHO", "World Health Organization"),
        ("who", None),
        ("RSF", None),  # the Rapid Support Forces or Reporters Without Borders
        ("Labour Party", None),
        ("US Green Party", "Green Party of the United States"),
        ("Green Party", None),  # of many countries
        ("House Committee on the Judiciary", "House Judiciary Committee"),
        ("PG&E", "Pacific Gas and Electric Company"),
    ],
)
def test_names_lead_to_their_actor(registry: Registry, name: str, label: str | None) -> None:
    found = registry.actor(name)
    assert (found.label if found else None) == label


def test_neighbours_stay_apart(registry: Registry) -> None:
    pairs = [
        ("Hezbollah", "Kataib Hezbollah"),
        ("Hamas", "Palestinian Islamic Jihad"),
        ("Iranian Armed Forces", "Iranian Army"),
        ("Taliban", "Pakistani Taliban"),
        ("Ali Khamenei", "Ruhollah Khomeini"),
        ("Bashar al-Assad", "Maher al-Assad"),
        ("Fatah", "Fatah al-Islam"),
        ("Kurdistan Democratic Party", "Kurdistan Democratic Party of Iran"),
    ]
    for one, other in pairs:
        a, b = registry.actor(one), registry.actor(other)
        assert a and b and a.iri != b.iri, (one, other)
