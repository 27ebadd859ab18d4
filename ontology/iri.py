"""IRIs are functions of content: no counters, no clocks, no blank nodes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

BASE = "https://w3id.org/triplewire/"
TW = BASE + "ns#"  # classes, properties, typed relations, event types
REL = BASE + "relation/"  # open relations, one per lemma phrase
DATA = BASE + "data/"  # articles, entities, statements, mentions

_SAFE = "-._~()',!*:@"


def digest(*parts: str, length: int = 16) -> str:
    """A short hex SHA-256 of the parts, which are kept apart from each other."""
    h = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        h.update(len(raw).to_bytes(8, "big"))
        h.update(raw)
    return h.hexdigest()[:length]


def slug(name: str) -> str:
    """`name` as the last step of an IRI: NFC, spaces to underscores, everything unsafe percent-encoded."""
    clean = "_".join(unicodedata.normalize("NFC", name).split())
    return quote(clean, safe=_SAFE, errors="replace")


def entity_iri(label: str) -> str:
    """The IRI of the entity with this canonical label."""
    return DATA + slug(label)


@lru_cache(maxsize=2_048)
def relation_iri(relation: str) -> str:
    """The IRI of the open relation with this lemma phrase: "advance on" gives rel:advance_on."""
    return REL + slug(relation.lower())


def _clean(url: str) -> str:
    """A web address as an IRI: what may not stand in one is percent-encoded, what is encoded stays."""
    safe = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", quote(url.strip(), safe="%/:?#@!$&'()*+,;=-._~", errors="replace"))
    address, mark, fragment = safe.partition("#")
    return address + mark + fragment.replace("#", "%23")


def article_iri(url: str | None, ident: str | None, text: str, name: str) -> str:
    """An article's URL, or its given id, or a hash of its text followed by `/` and its file name."""
    if url:
        return _clean(url)
    if ident:
        return DATA + "article/" + slug(ident)
    return DATA + "article/" + digest(text) + "/" + slug(name)
