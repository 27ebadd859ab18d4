"""Who is who in one graph: its judgements on names, and what they do to its store.

A judgement is first kept, then shown in the store: whatever ends the process in between, the next one that opens the
graph for writing shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...ontology.errors import UsageError
from ..actors import article_named, label_named
from ..writing import write
from . import deciding
from .applying import apply, unapplied
from .naming import Naming
from .proposing import proposed
from .renaming import judged

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyoxigraph as ox

    from ..encode import Encoded
    from .judgements import Judgement
    from .keeping import Keeping


class Judging:
    """The judgements of a graph, read where they are kept when they are first asked for."""

    def __init__(self, kept: Keeping) -> None:
        self._kept = kept
        self._judgements: tuple[Judgement, ...] | None = None
        self._naming: Naming | None = None

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements, sorted. Raises DataFileError where their file is not sound."""
        if self._judgements is None:
            self._judgements = self._kept.read()
        return self._judgements

    @property
    def naming(self) -> Naming:
        """What the judgements amount to: under which name each entity goes."""
        if self._naming is None:
            self._naming = Naming(self.judgements)
        return self._naming

    def write(self, store: ox.Store, batch: Sequence[Encoded], run: str | None) -> None:
        """Adds or replaces articles, named as is judged; once more where others judged in the meantime."""
        write(store, [judged(e, self.naming) for e in batch], run)
        while self._judged_elsewhere():
            write(store, [judged(e, self.naming) for e in batch], run)

    def show(self, store: ox.Store) -> None:
        """Brings the store in line with the judgements; once more where others judged in the meantime."""
        changed = unapplied(store, self.naming)
        apply(store, self.naming, changed)
        while self._judged_elsewhere():
            changed |= unapplied(store, self.naming)
            apply(store, self.naming, changed)

    def by_rule(self, store: ox.Store) -> tuple[Judgement, ...]:
        """Has rules judge anew, beside what the user said; gives the judgements of the rules."""
        self._judged_elsewhere()
        self._judge(store, proposed(store, self.judgements))
        return tuple(j for j in self.judgements if j.by == "rule")

    def suggested(self, store: ox.Store) -> tuple[Judgement, ...]:
        """What rules would leave to the user."""
        return tuple(j for j in proposed(store, self.judgements) if j.verdict == "unsure")

    def merge(self, store: ox.Store, keep: str, other: str) -> str:
        """Judges that two are one; gives the name that they have now. Raises UsageError as `deciding.merged` does."""
        self._judged_elsewhere()
        keep, other = self._label(store, keep), self._label(store, other)
        self._judge(store, deciding.merged(self.judgements, keep, other))
        return self.naming.name(keep)

    def part(self, store: ox.Store, name: str, other: str | None) -> list[str]:
        """Takes back what made one of several names, or of `other` and the rest; gives those that stand alone now."""
        self._judged_elsewhere()
        name = self._label(store, name)
        before = self.naming
        self._judge(store, deciding.parted(self.judgements, name, other))
        return sorted(x for x in before.group(name) if self.naming.name(x) != self.naming.name(name))

    def set_apart(
        self, store: ox.Store, name: str, other: str | None, *, type: str | None, articles: Sequence[str]
    ) -> list[str]:
        """Judges that the bearer of the name is another one, where it has this class or in these articles."""
        self._judged_elsewhere()
        name = self._label(store, name)
        if other is None:
            raise UsageError(name, "the other bearer of the name needs a name", "give one: 'Georgia (state)'")
        meant = [article_named(store, article) for article in articles]
        self._judge(store, deciding.set_apart(self.judgements, name, other, type=type, articles=meant))
        return [other]

    def _label(self, store: ox.Store, name: str) -> str:
        """The label of the one who is meant, in the graph or, where no statement shows it any more, in a judgement."""
        try:
            return label_named(store, name)
        except UsageError:
            # All that was said of two who are one now may have been what one did to the other.
            if any(name in (j.keep, j.other) for j in self.judgements):
                return self.naming.name(name)
            raise

    def _judge(self, store: ox.Store, judgements: tuple[Judgement, ...]) -> None:
        naming = Naming(judgements)
        self._kept.save(judgements)
        self._judgements, self._naming = judgements, naming
        self.show(store)

    def _judged_elsewhere(self) -> bool:
        """Whether somebody else has judged since the judgements were read; if so they are read anew."""
        if not self._kept.changed():
            return False
        self._judgements = self._naming = None
        return True
