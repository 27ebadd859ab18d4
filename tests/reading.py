"""Reading articles in tests: what comes out, and which messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplewire.extract.reading.articles import read_articles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from triplewire.ontology.errors import ArticleError
    from triplewire.ontology.model import Article

    Write = Callable[[str, bytes | str], Path]

PROSE = "The army of Ruritania entered Strelsau on Monday, the defence ministry said."
MORE = "Officials in Zenda said that the governor had fled and that the bridge was closed to all traffic until Friday."
TEXT = f"Army enters Strelsau\n\n{PROSE}\n\n{MORE}\n"

PAGE = f"""<!doctype html><html><head><title>Army enters Strelsau - Zenda Post</title>
<meta property="og:title" content="Army enters Strelsau"><meta property="og:site_name" content="Zenda Post">
<meta property="article:published_time" content="2024-12-03T10:00:00Z"><meta name="author" content="Anna Hentzau">
<link rel="canonical" href="https://zenda.example/3"></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Army enters Strelsau</h1><p>{PROSE}</p><p>{MORE}</p><p>{PROSE} {MORE}</p><p>About Anna Hentzau</p>
<p>Anna Hentzau is a writer for the Zenda Post. She lives in Strelsau and covers the army.</p></article>
<footer>© 2024 Zenda Post</footer></body></html>"""


def read(*paths: Path | str, **fields: str) -> tuple[list[Article], list[str]]:
    """The articles, and the messages of the errors."""
    errors: list[ArticleError] = []
    found = list(read_articles([str(p) for p in paths], fields=fields, on_error=errors.append))
    return found, [str(e) for e in errors]


def one(path: Path | str, **fields: str) -> Article:
    found, errors = read(path, **fields)
    assert not errors
    assert len(found) == 1
    return found[0]


def message(path: Path | str, **fields: str) -> str:
    found, errors = read(path, **fields)
    assert not found
    assert len(errors) == 1
    return errors[0]
