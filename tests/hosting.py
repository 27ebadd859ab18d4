"""A started server, for tests: `triplewire serve` in a process of its own."""

from __future__ import annotations

import http.client
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

from triplewire.graph.encode import encode
from triplewire.graph.store import KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from triplewire.ontology.model import Analysis


@dataclass(frozen=True)
class Answer:
    """What came back over HTTP."""

    status: int
    kind: str
    text: str
    headers: dict[str, str]


@dataclass(frozen=True)
class Server:
    """A server that answers at `address`, which ends in a slash."""

    address: str
    process: subprocess.Popen[str]

    def fetch(self, path: str, *, body: str | bytes | None = None, **headers: str) -> Answer:
        """GETs a path, or POSTs to it where there is a body. `_` in the names of headers stands for `-`."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        data = body.encode() if isinstance(body, str) else body
        connection.request("GET" if body is None else "POST", f"/{path}", data, given)
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        kind = (response.getheader("Content-Type") or "").partition(";")[0]
        return Answer(response.status, kind, text, {k.casefold(): v for k, v in response.getheaders()})

    def ask(self, query: str, accept: str = "*/*", **parameters: str) -> Answer:
        """Asks by GET."""
        given = urlencode({"query": query, **{k.replace("_", "-"): v for k, v in parameters.items()}}, quote_via=quote)
        return self.fetch(f"sparql?{given}", Accept=accept)


def keep(folder: Path, analyses: Sequence[Analysis]) -> Path:
    """A graph of these articles in a folder."""
    with KnowledgeGraph.open(folder) as kg:
        kg.load([encode(analysis) for analysis in analyses])
    return folder


@contextmanager
def served(graph: Path, *options: str) -> Iterator[Server]:
    """A server on a graph, ended as Ctrl-C ends it."""
    command = [sys.executable, "-m", "triplewire", "serve", "--graph", str(graph), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.match(r"(http://\S+/) ", line)
        try:
            assert found, f"the server said {line!r}"
            yield Server(found[1], process)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)
