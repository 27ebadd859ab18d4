"""Fits `extract/triples/confidence.json`:  python benchmarks/fit_confidence.py DIR ARTICLES [--write]

DIR holds `sentences.txt` (one a line) and `gold.tsv` (sentence, relation, argument, argument …), as CaRB's splits do,
and the scorer `score_openie.py` lies beside it; ARTICLES are those that the statements of `docs/judged.tsv` were drawn
from. Needs scikit-learn. Prints, with predictions made out of fold (5 folds by sentence and by article): CaRB's F1 and
AUC, the expected calibration error, and the area under the ROC curve over readers' verdicts. With --write the model
fitted on everything is kept.

Two steps. A ridge regression ranks: its target is what a triple adds to those of its sentence that rank above it, as
CaRB counts: the words that agree one to one, and `RECALL` times what more is found of each gold tuple. So of two
triples telling the same the second counts less. Which rank above is what a first ridge tells out of fold, whose target
is the share of agreeing words alone. Readers' verdicts are targets of the same ridge, since crowd workers rarely tell a
misreading from what they had no mind to write. A logistic curve over the score then tells the probability that some
gold tuple agrees with at least half of the triple's words. All of it is linear, so one list of weights comes out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import triplewire.extract.triples.confidence as model
from agreement import AGREES, bins, calibration_error, gains, paired
from judged import Verdicts
from scipy.sparse import vstack  # type: ignore
from sklearn.feature_extraction import DictVectorizer  # type: ignore
from sklearn.linear_model import LogisticRegression, Ridge  # type: ignore
from sklearn.metrics import roc_auc_score  # type: ignore
from sklearn.model_selection import GroupKFold  # type: ignore
from triplewire.extract.analyser import Analyser
from triplewire.extract.pipeline import load, make_docs
from triplewire.extract.reading.articles import read_articles
from triplewire.extract.statements import predicate_span
from triplewire.extract.syntax.lemmas import Lemmatizer
from triplewire.extract.syntax.tree import Tree, trees
from triplewire.extract.triples.extractors import triples, triples_of_mended
from triplewire.ontology.model import Article, Block

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from triplewire.extract.triples.triple import Triple

FOLDS = 5
ALPHA = 80.0
#: What a word of recall is worth where a word of precision is worth 1; about what it is where F1 is highest.
RECALL = 0.4
#: What a verdict of a reader weighs where a triple of CaRB's sentences weighs 1.
READER = 0.6
VERDICTS = {"right": 1.0, "partly": 0.4, "wrong": 0.0}
#: How often the order that decides what a triple adds is taken anew.
ROUNDS = 2


@dataclass(frozen=True)
class Sentence:
    """How far the `count` triples of a sentence (columns) agree with its gold tuples (rows)."""

    count: int
    precision: list[list[float]]
    recall: list[list[float]]

    def agreeing(self) -> list[float]:
        """The share of each triple's words that agree with the gold tuple it is paired with."""
        pairs = paired(self.precision)
        return [pairs.get(c, 0.0) for c in range(self.count)]

    def adding(self, score: Sequence[float]) -> list[float]:
        """What each triple adds to those of a higher score."""
        order = sorted(range(self.count), key=lambda c: -score[c])
        return [p + RECALL * r for p, r in gains(self.precision, self.recall, order)]


def parsed(sentences: list[str]) -> list[list[Tree]]:
    """Each line as its trees, no line split."""
    nlp = load()
    lemmatizer = Lemmatizer.of(nlp)
    articles = (Article(iri="line", text=s, blocks=(Block(0, len(s), "body"),)) for s in sentences)
    docs = (doc for a in articles for doc in make_docs(nlp, a, one_sentence=True))
    return [list(trees(doc, lemmatizer)) for doc in nlp.pipe(docs, batch_size=64)]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("dir", type=Path)
    options.add_argument("articles")
    options.add_argument("--write", action="store_true")
    options.add_argument("--seed", type=int, default=0, help="of the folds")
    args = options.parse_args()
    scorer = _scorer(args.dir)
    gold = scorer.read(args.dir / "gold.tsv", False)
    sentences = [" ".join(s.split()) for s in (args.dir / "sentences.txt").read_text("utf-8").splitlines() if s.strip()]

    rows: list[dict[str, float]] = []
    right: list[bool] = []
    shown: list[tuple[str, Any]] = []
    told_of: list[Sentence] = []
    for sentence, trees_of in zip(sentences, parsed(sentences), strict=True):
        key = scorer.key(sentence)
        made = [(tree, t, found) for tree in trees_of for found in (triples(tree),) for t in found]
        tuples = [_tuple(scorer, tree, t) for tree, t, _ in made]
        matches = [[scorer.lenient(g, p) for p in tuples] for _, g in gold.get(key, [])]
        told_of.append(Sentence(len(made), *([[m[k] for m in row] for row in matches] for k in (0, 1))))
        for c, (tree, t, found) in enumerate(made):
            rows.append(_features(tree, t, found))
            right.append(max((row[c][0] for row in matches), default=0.0) >= AGREES)
            shown.append((key, tuples[c]))
    read, marks, drawn = judged_triples(args.articles)
    x = DictVectorizer().fit(rows + read)
    a, y = x.transform(rows), np.array(right)
    g = np.repeat(np.arange(len(told_of)), [s.count for s in told_of])
    b, m, h = x.transform(read), np.array(marks), np.array(drawn)

    told, rated = np.zeros(len(y)), np.zeros(len(m))
    folds = GroupKFold(FOLDS, shuffle=True, random_state=args.seed)
    for (train, test), (heard, asked) in zip(folds.split(a, y, g), folds.split(b, m, h), strict=True):
        weights, bias = fitted(a[train], y[train], g[train], told_of, b[heard], m[heard])
        told[test] = 1 / (1 + np.exp(-(a[test] @ weights + bias)))
        rated[asked] = b[asked] @ weights
    predicted = defaultdict(list)
    for (key, t), chance in zip(shown, told.tolist(), strict=True):
        predicted[key].append((round(chance, 3), t))
    result = scorer.score(gold, predicted)
    print(f"{len(y)} triples, {y.mean():.3f} of them right (at least half of the words agree with one gold tuple)")
    print("out of fold: " + " ".join(f"{k} {v:.3f}" for k, v in result.items()))
    print(f"calibration: expected error {calibration_error(told.tolist(), right):.3f}")
    for low, count, _, share in bins(told.tolist(), right):
        print(f"  {low:.1f}–{low + 0.1:.1f}: {count:5d} triples, {share:.3f} right")
    for verdict, limit in (("right", 1), ("not wrong", VERDICTS["partly"])):
        print(f"area under the curve over {len(m)} verdicts, {verdict}: {roc_auc_score(m >= limit, rated):.3f}")
    if args.write:
        weights, bias = fitted(a, y, g, told_of, b, m)
        kept = {name: round(float(w), 3) for name, w in sorted(zip(x.get_feature_names_out(), weights, strict=True))}
        about = (
            "Weights of the confidence model (extract/triples/confidence.py), fitted by benchmarks/fit_confidence.py."
        )
        data = {"about": about, "weights": {"bias": round(float(bias), 3)} | {k: w for k, w in kept.items() if w}}
        out = Path(model.__file__).with_name("confidence.json")
        out.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"wrote {out.name}: {len(data['weights'])} weights")


def judged_triples(articles: str) -> tuple[list[dict[str, float]], list[float], list[str]]:
    """Of each triple that a reader judged: its features, the verdict as a target, and its article."""
    verdicts, analyser = Verdicts(), Analyser()
    rows, marks, drawn = [], [], []
    wanted = (a for a in read_articles([articles], on_error=print) if a.iri in verdicts.articles)
    for article, found in analyser.parsed(wanted):
        for tree in found:
            told = triples_of_mended(tree)
            for t in told:
                start, _ = predicate_span(tree, t)
                verdict = verdicts.of(article.iri, start, tree.words_of(t.subject), tree.words_of(t.shown))
                if verdict is not None:
                    rows.append(_features(tree, t, told))
                    marks.append(VERDICTS[verdict])
                    drawn.append(article.iri)
    return rows, marks, drawn


def fitted(
    a: Any, right: Any, groups: Any, sentences: Sequence[Sentence], read: Any, marks: Any
) -> tuple[Any, float]:  # fmt: skip
    """Weights and bias: ridge for the rank, a logistic curve over its out-of-fold score for the probability."""
    target = np.concatenate([sentences[n].agreeing() for n in np.unique(groups)])
    score = _out_of_fold(a, target, groups, read, marks)
    for _ in range(ROUNDS):
        target = np.concatenate([sentences[n].adding(score[groups == n]) for n in np.unique(groups)])
        score = _out_of_fold(a, target, groups, read, marks)
    curve = LogisticRegression(C=1e6).fit(score.reshape(-1, 1), right)
    ridge = _ridge(a, target, read, marks)
    slope, offset = float(curve.coef_[0, 0]), float(curve.intercept_[0])
    return slope * ridge.coef_, slope * float(ridge.intercept_) + offset


def _ridge(a: Any, target: Any, read: Any, marks: Any) -> Any:
    """Both kinds of targets around their own mean, which says how strict each kind of reader is."""
    targets = np.concatenate([target - target.mean(), marks - marks.mean()])
    weights = np.concatenate([np.ones(len(target)), np.full(len(marks), READER)])
    return Ridge(alpha=ALPHA).fit(vstack([a, read]), targets, sample_weight=weights)


def _out_of_fold(a: Any, target: Any, groups: Any, read: Any, marks: Any) -> Any:
    score = np.zeros(len(target))
    for train, test in GroupKFold(FOLDS).split(a, target, groups):
        score[test] = _ridge(a[train], target[train], read, marks).predict(a[test])
    return score


def _features(tree: Tree, t: Triple, found: Sequence[Triple]) -> dict[str, float]:
    names = chain(model.features(tree, t), model.rivals(t, found))
    return dict.fromkeys(names, 1.0) | {"doubt": model.doubt(tree, t)}


def _tuple(scorer: ModuleType, tree: Tree, t: Triple) -> tuple[list[str], list[list[str]]]:
    relation = " ".join(["is"] * t.unspoken + [tree.words_of(t.relation)])
    return relation.split(), scorer.binary([tree.words_of(t.subject), tree.words_of(t.shown)])


def _scorer(folder: Path) -> ModuleType:
    sys.path.insert(0, str(folder.resolve().parent))
    return __import__("score_openie")


if __name__ == "__main__":
    main()
