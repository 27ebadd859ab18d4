"""Text and names that mean harm to who reads them: characters that are not seen, lines that are none, look-alikes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import rdflib
from calling import done, run
from made import analysed, says, story
from reading import PROSE, message, one, read
from triplewire.extract.reading.fields import clean
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import ArticleError, printable

if TYPE_CHECKING:
    from pathlib import Path

    from reading import Write
    from triplewire.extract.analyser import Analyser

PLAIN = "The president of Russia visited Iran. Iran supports Syria."
UNSEEN = {
    "soft hyphen": "\u00ad", "zero-width space": "\u200b", "word joiner": "\u2060", "byte order mark": "\ufeff",
    "joiner": "\u200d", "non-joiner": "\u200c", "override": "\u202e", "embedding": "\u202b", "isolate": "\u2067",
    "end of isolate": "\u2069", "mark": "\u200f", "tag": "\U000e0041", "variation": "\ufe0f",
}  # fmt: skip


@pytest.mark.parametrize("name", UNSEEN)
def test_unseen_characters_hide_no_statement(analyser: Analyser, write: Write, name: str) -> None:
    sign = UNSEEN[name]
    text = (
        PLAIN.replace("Russia", f"Rus{sign}sia")
        .replace("visited", f"{sign}visi{sign}ted")
        .replace("Iran", f"Ir{sign}an")
    )
    article = one(write("a.json", json.dumps({"text": text})))
    expected = one(write("b.json", json.dumps({"text": PLAIN})))
    assert article.text.split() == expected.text.split()
    assert len(article.text) == len(text), "other words keep their place"
    first, second = analyser.analyse([article, expected])
    told = [(s.subject, s.relation, s.object) for s in first.statements]
    assert told == [(s.subject, s.relation, s.object) for s in second.statements] != []
    assert [s.subject for s in analyser.sentences([text])] == [s.subject for s in second.statements]


def test_what_other_scripts_and_emoji_need_stays() -> None:
    for text in ("می\u200cخواهم", "क\u094d\u200dष", "👩\u200d🚒 ❤\ufe0f"):
        assert clean(text) == text


def test_unseen_characters_of_an_address_go(write: Write) -> None:
    record = {"text": PROSE, "url": "https://zenda.\u202eexample/a\u200bb\u2066", "title": "Ruri\u00adtania"}
    article = one(write("a.json", json.dumps(record)))
    assert (article.url, article.title) == ("https://zenda.example/ab", "Ruritania")


def test_an_error_is_one_line_that_a_terminal_cannot_be_fooled_by() -> None:
    error = ArticleError("a\n\x1b[2J\u202etxt.exe\x9b", "half \ud800 a\u2028line", "mend\rit")
    assert str(error) == r"a\n\x1b[2J\u202etxt.exe\x9b: half \ud800 a\u2028line; mend\rit"
    assert error.where == "a\n\x1b[2J\u202etxt.exe\x9b"
    assert printable("Córdoba “we’ll” 👩\u200d🚒") == "Córdoba “we’ll” 👩\u200d🚒"


def test_names_of_files_are_shown_escaped(write: Write, tmp_path: Path) -> None:
    path = write("a\x1b[31m\n\u202e.txt", b"")
    assert message(path) == r"news/a\x1b[31m\n\u202e.txt: the file is empty; remove it, or fill it"
    write("b\x1b.bin", b"x")
    write("b.txt", PROSE)
    told = run("build", "news", "--graph", tmp_path / "g", "--verbose").stderr
    assert r"a\x1b[31m\n\u202e.txt: the file is empty" in told
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_names_of_files_are_no_addresses(write: Write, tmp_path: Path) -> None:
    """Spaces, quotes, brackets, percent signs and half characters in a file's name stay inside its IRI."""
    names = [
        'a "b" <c>.txt',
        "d' } #.txt",
        "%2e%2e%2f.txt",
        "back\\slash.txt",
        "javascript:alert(1).txt",
        "\u202eabc.txt",
    ]
    for n, name in enumerate(names):
        write(name, f"Iran supports Syria. Story {n} ends here.")
    assert done("build", "news", "--graph", tmp_path / "g") == ""
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        found = kg.articles()
        assert len(found) == len(names)
        assert not found["article"].str.contains(r"[\s\"<>{}|\\^`]").any()
        for iri in found["article"]:
            assert kg.query("ASK { GRAPH ?g { ?s tw:supports ?o } }", g=rdflib.URIRef(iri)) is True
            kg.remove(iri)
        assert kg.articles().empty


LOOK_ALIKES = [
    ("Sergei Ivanov", "S\u0435rgei Ivanov"),  # Cyrillic е
    ("Hezbollah", "Hezbоllah"),  # Cyrillic о
    ("Iran", "\u0406ran"),  # Ukrainian І
    ("Aleppo", "Αleppo"),  # Greek Α
    ("Red Cross", "Red Сross"),  # Cyrillic С
    ("Oman", "Оman"),
]


@pytest.mark.parametrize(("name", "other"), LOOK_ALIKES)
def test_look_alike_names_are_never_merged(name: str, other: str) -> None:
    kg = KnowledgeGraph.open()
    for n in range(3):
        article = story(f"{n}.txt", f"{name} and {other} met on day {n}.")
        rows = [says(article, name, "visit", "Syria"), says(article, other, "visit", "Syria", start=5, end=9)]
        kg.add(analysed(article, rows))
    kg.resolve()
    assert {name, other} <= set(kg.entities()["entity"])
    assert kg.suggestions().empty


def test_what_unicode_holds_for_one_letter_is_one_name(analyser: Analyser, write: Write) -> None:
    """A letter with its accent apart, or as one character: that is no look-alike but the same."""
    whole, apart = (f"On Monday Andr{e} Duval visited Iran." for e in ("é", "e\u0301"))
    found, errors = read(write("a.jsonl", "".join(json.dumps({"text": t}) + "\n" for t in (whole, apart))))
    assert errors == []
    ids = [{s.subject_id for s in a.statements if s.relation == "visit"} for a in analyser.analyse(found)]
    assert ids[0] == ids[1] != set()
