"""A process that is to be killed: a command on a graph, which tells each article that is done, and the end."""

from __future__ import annotations

import io
import os
import resource
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING

from made import TYPED, Quick
from resolving import gathered
from triplewire import builder
from triplewire.cli import app
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import TriplewireError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from triplewire.ontology.model import Analysis, Article

READY = "ready"
SLOW = 0.2  # seconds an article


@dataclass(frozen=True)
class Scenes(Quick):
    """A recipe that needs no parser: each line of an article is somebody, `Name@Class`, who acts on the next one."""

    def one(self, article: Article) -> Analysis:
        """What the article's people do to each other."""
        people = [line for line in article.text.splitlines() if "@" in line]
        return gathered(article, people, sorted(TYPED))


def build(news: str, graph: str, workers: int, how: str, told: Connection) -> None:
    """As the command line builds, and tells which articles are stored."""
    read: list[str] = []
    stored = 0

    def progress() -> None:
        nonlocal stored
        told.send(read[stored])  # they are stored in the order in which they are read
        stored += 1

    builder.build(
        news, graph, workers=workers, progress=progress, on_article=lambda article: read.append(article.iri),
        recipe=None if how == "parsed" else Scenes(SLOW if how == "slow" else 0.0),
    )  # fmt: skip


def read(graph: str) -> None:
    """Opens a graph both ways and reads all of it, with memory enough for that and no more."""
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    for read_only in (True, False):
        with KnowledgeGraph.open(graph, read_only=read_only) as kg:
            kg.export(f"{graph}.nq")
            kg.entities()
            kg.suggestions()


def victim(told: Connection, what: str, graph: str, given: tuple[str, ...]) -> None:
    """Tells READY, what `build` tells, and at the end the command's exit status and its messages."""
    os.setsid()  # its workers are known by the group
    if given[-1:] == ("parsed",):
        import parser  # noqa: F401  (before the clock starts)
    told.send(READY)
    messages = io.StringIO()
    status = 0
    with redirect_stdout(io.StringIO()), redirect_stderr(messages):
        try:
            if what == "build":
                build(given[0], graph, int(given[1]), given[2], told)
            elif what == "read":
                read(graph)
            else:
                status = app([what, *given, "--graph", graph], standalone_mode=False) or 0
        except TriplewireError as e:  # as the command line does
            status = 2
            print(e, file=messages)
    told.send((status, messages.getvalue()))
