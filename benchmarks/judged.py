"""Whether what Triplewire tells of its statements agrees with readers:  python benchmarks/judged.py ARTICLES

ARTICLES are those that the statements of `docs/judged.tsv` were drawn from. Statements that no longer come are left
out. Prints, for those that come and those of them that `build` keeps, how many are right from each limit of
`confidence` and of `parse_probability` on, and the area under the ROC curve. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from sklearn.metrics import roc_auc_score  # type: ignore
from triplewire.builder import KEEP_ABOVE
from triplewire.extract.analyser import Analyser
from triplewire.extract.reading.articles import read_articles
from triplewire.extract.triples.confidence import LEAST_PROBABLE
from triplewire.graph.encode import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplewire.ontology.model import Statement

VERDICTS = Path(__file__).parents[1] / "docs" / "judged.tsv"
LIMITS = {"confidence": (0, 0.5, 0.6, 0.7, 0.8), "parse_probability": (0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7)}


class Verdicts:
    """What readers said of the triples of statements, each to be had once: right, partly or wrong."""

    def __init__(self) -> None:
        self._left: dict[tuple[str, int, str], dict[str, str]] = defaultdict(dict)
        with VERDICTS.open(encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["start"]:
                    key = row["article"], int(row["start"]), row["subject"]
                    self._left[key][row["object"]] = row["triple"]
        self.articles = frozenset(article for article, _, _ in self._left)

    def of(self, article: str, start: int, subject: str, obj: str) -> str | None:
        """The verdict on a statement. How far its object is shown may have changed since it was read."""
        left = self._left.get((article, start, subject), {})
        same = (read for read in left if read == obj or read.startswith(f"{obj} ") or obj.startswith(f"{read} "))
        read = max(same, key=lambda words: (words == obj, len(words)), default=None)
        return None if read is None else left.pop(read)


def judged(articles: str) -> Iterator[tuple[Statement, str]]:
    """Statements with a reader's verdict on their triple."""
    verdicts = Verdicts()
    read = (a for a in read_articles([articles], on_error=print) if a.iri in verdicts.articles)
    for analysis in Analyser().analyse(read):
        for s in analysis.statements:
            verdict = verdicts.of(analysis.article.iri, s.start, s.subject_text, s.object_text)
            if verdict is not None:
                yield s, verdict


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles")
    every = list(judged(options.parse_args().articles))
    stored = [(s, v) for s, v in every if kept(s, KEEP_ABOVE, LEAST_PROBABLE)]
    for name, sample in (("all that still come", every), ("those that `build` keeps", stored)):
        print(f"{name}: {len(sample)}")
        for field, limits in LIMITS.items():
            told = [getattr(s, field) for s, _ in sample]
            print(f"  {field}: area under the curve {roc_auc_score([v == 'right' for _, v in sample], told):.3f}")
            for limit in limits:
                over = [v for t, (_, v) in zip(told, sample, strict=True) if t >= limit]
                share = {v: over.count(v) / max(1, len(over)) for v in ("right", "partly", "wrong")}
                print(f"    {limit:4.2f}: {len(over):4d}  " + "  ".join(f"{k} {n:.3f}" for k, n in share.items()))


if __name__ == "__main__":
    main()
