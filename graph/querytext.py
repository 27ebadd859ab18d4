"""What the text of a SPARQL query shows before an engine reads it: how deep and how long it is.

Engines parse and plan by recursion, and one that runs out of stack ends its whole process. So what is nested or strung
together beyond any use is refused here, whichever engine would be asked. Lists of values may be as long as they like.
"""

from __future__ import annotations

import re

from ..ontology.errors import UsageError

#: Brackets in brackets, and words and signs beside lists of values. Oxigraph 0.5 with a stack of 8 MB ends at
#: between 500 and 1,000 calls in calls, and at 2,500 and more parts in a row.
DEEPEST, LONGEST = 100, 2_000
#: What may hold a sign that means nothing: IRIs, strings, comments.
_OPAQUE = re.compile(
    r"""<[^<>"{}|^`\\\s]*>|'{3}.*?'{3}|"{3}.*?"{3}|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\#[^\n]*""", re.S
)
_VALUES = re.compile(r"\bVALUES\s*(?:[?$]\w+|\([^()]*\))\s*\{[^{}]*\}|\bIN\s*\([^()]*\)", re.IGNORECASE)
_PART = re.compile(r"[?$]?\w+(?::\w*)?|[^\w\s]")


#: What the engine says in words, in its list of what it would have taken.
_TOLD = re.compile(r"Prefix not found|IRI parsing failed|The SELECT [a-z ]+")
_UPDATE = re.compile(
    r"\s*((PREFIX\s+\S*\s+|BASE\s+)\s*)*(INSERT|DELETE|WITH|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b", re.IGNORECASE
)


def masked(query: str, *, terms: str = " ") -> str:
    """A query, as long as before, with blanks for IRIs, strings and comments; `terms` begins what was a term."""
    return _OPAQUE.sub(lambda m: (" " if m[0][0] == "#" else terms) + " " * (len(m[0]) - 1), query)


def check(query: str) -> None:
    """UsageError where a query is nested too deeply, or strings together too much, for an engine to be safe."""
    shown = masked(query, terms="x")
    depth = deepest = 0
    for found in re.finditer(r"[({\[]|[)}\]]", shown):
        depth = depth + 1 if found[0] in "({[" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise UsageError("query", f"has more than {DEEPEST} brackets in brackets", "nest less")
    long = sum(1 for _ in _PART.finditer(_VALUES.sub("x", shown)))
    if long > LONGEST:
        what = f"has {long:,} words and signs beside its lists of values, more than the {LONGEST:,} that are safe"
        raise UsageError("query", what, "list values with VALUES or IN, or ask in several queries")


def misread(query: str, error: SyntaxError) -> str:
    """Where an engine could not read on, and what stands there: "line 1, column 8, at “nonsense”"."""
    if _UPDATE.match(masked(query)):
        return "it is an update, and a query only reads"
    said = " ".join(str(error).split())
    place = re.search(r"at (\d+):(\d+)", said)
    if not place:
        return said[:120]
    line, column = int(place[1]), int(place[2])
    where = f"line {line}, column {column}"
    if told := _TOLD.search(said):
        return f"{where}: {told[0].strip()}"
    text = "\n".join(query.splitlines()[line - 1 :])
    before, rest = text[: column - 1], text[column - 1 :].split()
    if not rest:
        return f"{where}, where the text ends"
    word = (before.split() or [""])[-1] if before[-1:].strip() and not text[column - 1].isspace() else ""
    return f"{where}, at “{(word + rest[0])[:30]}”"
