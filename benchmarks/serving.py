#!/usr/bin/env python3
"""Whether a server stands a crowd: many clients at once, then its errors and the growth of its memory.

    python benchmarks/serving.py [GRAPH] [CLIENTS] [SECONDS]     default: the demo's graph, 50 clients, 60 seconds

Starts `triplewire serve` on the loopback address. Each client asks the canned kinds of questions one after another over
a connection of its own. Prints the answers, those that failed with their reasons, the memory (resident set, MiB) of the
server and its workers once it is warm and at the end, and ends with status 1 where something failed.
"""

from __future__ import annotations

import http.client
import subprocess
import sys
import threading
import time
from collections import Counter
from itertools import count
from pathlib import Path
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
QUERIES = (
    ("SELECT ?who ?whom { ?who tw:supports ?whom } ORDER BY ?who", "application/sparql-results+json"),
    ("SELECT ?type (COUNT(*) AS ?n) { ?claim tw:relationType ?type } GROUP BY ?type ORDER BY DESC(?n)", "text/csv"),
    ("SELECT ?sentence { ?m tw:polarity tw:negative ; nif:referenceContext/nif:anchorOf ?sentence }", "text/csv"),
    ("CONSTRUCT { ?s rdfs:label ?o } { ?s rdfs:label ?o }", "text/turtle"),
    ("ASK { ?s tw:attacks ?o }", "application/sparql-results+xml"),
)
WARM = 0.25  # the share of the time after which the server is warm


def memory(pid: int) -> float:
    """MiB of memory that a process and its children have now."""
    pages = 0.0
    for one in (pid, *(int(c) for f in Path(f"/proc/{pid}/task").glob("*/children") for c in f.read_text().split())):
        for line in Path(f"/proc/{one}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                pages += int(line.split()[1]) / 1024
    return pages


def client(address: str, until: float, begin: int, outcome: Counter[str]) -> None:
    """Asks until the time is up, and counts how each question ended."""
    connection = http.client.HTTPConnection(address, timeout=120)
    for number in count(begin):
        if time.monotonic() >= until:
            break
        query, accept = QUERIES[number % len(QUERIES)]
        try:
            connection.request("GET", f"/sparql?query={quote(query)}", headers={"Accept": accept})
            response = connection.getresponse()
            body = response.read()
            outcome["answered" if response.status == 200 and body else f"{response.status} {body[:80]!r}"] += 1
        except (OSError, http.client.HTTPException) as e:
            outcome[f"{type(e).__name__}: {e}"] += 1
            connection.close()
    connection.close()


def main(graph: str = str(ROOT / "output" / "demo-graph"), clients: str = "50", seconds: str = "60") -> int:
    """Starts the server, sends the crowd, prints."""
    command = [sys.executable, "-m", "triplewire", "serve", "--graph", graph, "--port", "0", "--timeout", "60"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            said = server.stdout.readline() if server.stdout else ""
            if not said:
                return 1  # the server has said why
            address = urlsplit(said.split()[0]).netloc
            outcome: Counter[str] = Counter()
            until = time.monotonic() + float(seconds)
            crowd = [
                threading.Thread(target=client, args=(address, until, n, outcome)) for n in range(int(clients))
            ]  # fmt: skip
            for each in crowd:
                each.start()
            time.sleep(float(seconds) * WARM)
            warm = memory(server.pid)
            for each in crowd:
                each.join()
            end = memory(server.pid)
        finally:
            server.terminate()
    failed = {how: n for how, n in sorted(outcome.items()) if how != "answered"}
    print(f"{clients} clients, {seconds} s: {outcome['answered']} answered, {sum(failed.values())} failed")
    print(f"memory of the server and its workers: {warm:.0f} MiB when warm, {end:.0f} MiB at the end")
    for how, n in failed.items():
        print(f"  {n} × {how}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
