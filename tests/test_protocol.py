"""Which form of an answer the Accept header of a request asks for."""

from __future__ import annotations

import pytest
from triplewire.serving.protocol import accepted


@pytest.mark.parametrize(
    ("header", "first"),
    [
        ("*/*", "application/sparql-results+json"),
        ("text/csv, */*;q=0.1", "text/csv"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("*/*, text/tab-separated-values", "text/tab-separated-values"),
        ("text/*;q=0.8, application/rdf+xml;q=0.7, text/csv;q=0", "text/tab-separated-values"),
        ("TEXT/TURTLE ; Q=1", "text/turtle"),
        ("application/ld+json;profile=x;q=0.5, text/turtle;q=nonsense", "application/ld+json"),
    ],
)
def test_the_dearest_form_comes_first(header: str, first: str) -> None:
    assert accepted(header)[0] == first


def test_a_form_that_is_ruled_out_does_not_come() -> None:
    assert "text/csv" not in accepted("text/*, text/csv;q=0")
    assert accepted("image/png") == ()
