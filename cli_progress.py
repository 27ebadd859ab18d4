"""What a command tells while it works: errors, notices, how far it is. Everything on stderr."""

from __future__ import annotations

import logging
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from .ontology.errors import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.progress import Progress

    from .ontology.errors import TriplewireError
    from .ontology.model import Article

    T = TypeVar("T")

_LONGEST_SHOWN = 100  # characters of a block that was cut


class Reporter:
    """Counts and prints what fails, and draws the progress bar where stderr is a terminal."""

    def __init__(self, *, verbose: bool = False) -> None:
        self.verbose = verbose
        self.failed = 0
        self._print: Callable[[str], None] = _to_stderr
        self._advance: Callable[[], None] = lambda: None
        if verbose:
            logging.getLogger(__package__).setLevel(logging.INFO)

    def error(self, error: TriplewireError) -> None:
        """An article that failed."""
        self.failed += 1
        self._print(f"triplewire: {error}")
        self._advance()

    def say(self, text: str) -> None:
        """A message that is no error."""
        self._print(printable(text))

    def shown(self, article: Article) -> None:
        """With --verbose: what was taken for the headline of an article, and what for none of its text."""
        if not self.verbose:
            return
        for block in article.blocks:
            if block.kind != "body":
                words = " ".join(article.text[block.start : block.end].split())
                short = words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1] + "…"
                act = "" if block.read else "cut "
                self._print(printable(f"{article.path}: {act}{block.kind}: {short}"))

    def seen(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles, each shown on its way."""
        for article in articles:
            self.shown(article)
            yield article

    def tracked(self, items: Iterable[T], total: Callable[[], int | None], what: str = "articles") -> Iterator[T]:
        """The items; while they come, a bar shows how many of `total` there are, how fast, and the time left."""
        with self.bar(total, what) as advance:
            for item in items:
                yield item
                advance()

    @contextmanager
    def bar(self, total: Callable[[], int | None], what: str = "articles") -> Iterator[Callable[[], None]]:
        """A bar that the function given moves; articles that fail move it too. None is drawn outside a terminal."""
        if not sys.stderr.isatty():
            yield lambda: None
            return
        progress = _bar(what)
        task = progress.add_task(what, total=total())
        self._advance = lambda: progress.update(task, advance=1, refresh=True)
        self._print = lambda text: progress.console.print(text, markup=False, highlight=False, soft_wrap=True)
        try:
            with progress:
                yield self._advance
        finally:
            self._print, self._advance = _to_stderr, lambda: None


def _to_stderr(text: str) -> None:
    sys.stderr.write(text + "\n")


def _bar(what: str) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Any) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    # Results must stay on stdout; only where that is the same terminal do they go round the bar. No thread draws it: a
    # build copies this process, which has to have one alone.
    console, together = Console(stderr=True), sys.stdout.isatty()
    return Progress(*columns, console=console, auto_refresh=False, transient=True, redirect_stdout=together)
