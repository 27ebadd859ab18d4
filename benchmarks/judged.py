"""Whether what Triplewire tells of its statements agrees with readers:  python benchmarks/judged.py ARTICLES

ARTICLES are those that the statements of `docs/judged.tsv` were drawn from. Statements that no longer come are left
out. Prints, for those that come and those of them that `build` keeps, how many are right from each limit of
`confidence` and of `parse_probability` on, and the area under the ROC curve. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import csv
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


def judged(articles: str) -> Iterator[tuple[Statement, str]]:
    """Statements with a reader's verdict on their triple: right, partly or wrong."""
    with VERDICTS.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["start"]]
    verdicts = {(row["article"], row["start"], row["subject"], row["object"]): row["triple"] for row in rows}
    wanted = {row["article"] for row in rows}
    for analysis in Analyser().analyse(a for a in read_articles([articles], on_error=print) if a.iri in wanted):
        for s in analysis.statements:
            key = (analysis.article.iri, str(s.start), s.subject_text, s.object_text)
            if key in verdicts:
                yield s, verdicts.pop(key)


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
