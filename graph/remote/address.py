"""Addresses of SPARQL 1.1 stores, as people write them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...ontology.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What the names of the variables begin with that tell of a store.
ENV = "TRIPLEWIRE_SPARQL_"


def is_address(graph: object) -> bool:
    """Whether a graph is named by a web address, not by a folder."""
    return re.match(r"https?:/", str(graph), re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a store takes queries and updates."""

    query: str
    update: str

    @classmethod
    def of(cls, given: str, environment: Mapping[str, str] = os.environ) -> Addresses:
        """The addresses of a store by the one for queries.

        Updates go to TRIPLEWIRE_SPARQL_UPDATE where it is set, from `…/query` to `…/update`, else to the same address.
        Raises UsageError where it is no address, or holds a password.
        """
        try:
            parts = urlsplit(given)
            sound = parts.scheme.lower() in ("http", "https") and parts.hostname and parts.port != 0
        except ValueError:
            sound = False
        if not sound or re.search(r"[\s\x00-\x1f]", given):
            raise UsageError("--graph", "this is no address of a store", "write it as http://host:port/sparql")
        if "@" in parts.netloc:
            todo = f"set {ENV}USER and {ENV}PASSWORD in the environment instead"
            raise UsageError(
                f"--graph {parts.scheme}://{parts.hostname}…", "an address holds no name or password", todo
            )
        update = environment.get(f"{ENV}UPDATE") or re.sub(r"/query/?$", "/update", given)
        return cls(given, update)
