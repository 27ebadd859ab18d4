"""What of a text is the article, and what stands around it: headline, body, and the kinds of boilerplate.

Two things decide: the shape of a paragraph and its place (before the first prose, after the last, anywhere), and a
lexicon of cues (`boilerplate.txt`). Where they leave a doubt the paragraph stays: a line of boilerplate that is read
costs less than a sentence of the article that is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...ontology.model import Block
from . import cues as lexicon
from .paragraphs import BULLET, paragraphs
from .turns import split_turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .cues import Cues
    from .paragraphs import Span

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$|[:;,]$")
_FULL_STOP = re.compile(r"[.;:,][\"'”’)\]]*$")
_LONGEST_HEADLINE = 200  # characters
_LONGEST_FRAGMENT = 15  # words
_SHORTEST_HEADLINE = 4  # words, where another line competes for it
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*$")
_MOST_LINES = 4  # of one sign-off
_SIGN_OFFS = ("credit line", "source line")
_RULE = "rule"  # a line without any word: "***"


def segment(text: str, *, title: str | None = None, author: str | None = None) -> tuple[Block, ...]:
    """The blocks of `text`: in order, disjoint, without surrounding white space, and nothing else left out.

    `title` and `author` are what is known beforehand: a line that repeats the title is the headline, and a closing
    paragraph about the author is an author box. A text whose title is unknown has its headline in its first line,
    where that is short, ends in no full stop and stands apart from what follows.
    """
    page = _Page(text, lexicon.load(), author)
    page.mark_cues()
    page.mark_head(title)
    page.mark_tail()
    return split_turns(text, tuple(page.blocks()))


class _Page:
    """A text under segmentation: its paragraphs and what each has been found to be (None: prose so far)."""

    def __init__(self, text: str, cues: Cues, author: str | None) -> None:
        found = list(paragraphs(text))
        self.text = text
        self.cues = cues
        self.spans = [span for span, _ in found]
        self.gaps = [gap for _, gap in found]  # whether a blank line stands before
        self.lines = [text[a:b] for a, b in self.spans]
        self.kinds: list[str | None] = [None] * len(found)
        self.authors = {author} if author else set()
        self.first = len(found)  # index of the first paragraph of prose

    def mark_cues(self) -> None:
        """Paragraphs that are boilerplate wherever they stand, and all that follows a reply form."""
        begun = False
        for i, line in enumerate(self.lines):
            if not any(c.isalnum() for c in line):
                self.kinds[i] = _RULE
                continue
            ends = lexicon.match(self.cues.end, line)
            if ends and begun:
                self.kinds[i:] = [ends] * (len(self.lines) - i)
                return
            self.kinds[i] = ends or lexicon.match(self.cues.whole, line)
            begun = begun or (self.kinds[i] is None and not _is_fragment(line))

    def mark_head(self, title: str | None) -> None:
        """The lines before the first paragraph of prose: headline, byline, dateline, header lines."""
        open_lines: list[int] = []
        for i, line in enumerate(self.lines):
            if title and repeats(line, title):
                self.kinds[i] = "headline"
                continue
            if self.kinds[i] is None:
                cues = (*self.cues.edge, *self.cues.head) if _is_fragment(line) else self.cues.edge
                self.kinds[i] = lexicon.match(cues, line)
            if self.kinds[i] is None:
                if not (_is_fragment(line) or (not open_lines and self._is_headline(i))):
                    self.first = i
                    break
                open_lines.append(i)
        if self.first == len(self.lines):
            # Nothing but fragments: a list, a table, a lone headline. It is no head that precedes something.
            self.first = open_lines[0] if open_lines else self.first
            return
        if not title:
            self._choose_headline([i for i in open_lines if self._is_headline(i)])
        if "headline" in self.kinds[: self.first]:
            for i in open_lines:
                if self.kinds[i] is None:
                    self.kinds[i] = lexicon.match(self.cues.under, self.lines[i])
        for i in range(self.first):
            if self.kinds[i] == "byline":
                self._learn_authors(self.lines[i])

    def _is_headline(self, i: int) -> bool:
        """Short, on one line, without a full stop, apart from what follows."""
        line = self.lines[i]
        if i + 1 >= len(self.lines) or len(line) > _LONGEST_HEADLINE or "\n" in line or _FULL_STOP.search(line):
            return False
        return self.gaps[i + 1] or not any(self.gaps[1:])

    def _choose_headline(self, candidates: list[int]) -> None:
        """The first line that is long enough for one; a shorter line before it is the name of a section.

        A long line that reads like a byline gives way to one before it that is no single word or two.
        """
        if not candidates:
            return
        words = {i: len(self.lines[i].split()) for i in candidates}
        best = next((i for i in candidates if words[i] >= _SHORTEST_HEADLINE), candidates[0])
        if lexicon.match(self.cues.under, self.lines[best]):
            best = next((i for i in candidates if i < best and words[i] == _SHORTEST_HEADLINE - 1), best)
        self.kinds[best] = "headline"
        for i in candidates:
            if i < best:
                self.kinds[i] = "section name"

    def mark_tail(self) -> None:
        """The lines after the last paragraph of prose: source, credits, author boxes, disclaimers, links."""
        for i in range(self.first, len(self.lines)):
            if self.kinds[i] in ("byline", "author link"):
                self._learn_authors(self.lines[i])
        end = len(self.lines)
        kinds: dict[int, str] = {}
        while end > self.first + 1:
            i = end - 1
            box = self._author_box(end) if self.kinds[i] is None else None
            if box is not None:
                kinds.update(dict.fromkeys(range(box, end), "author box"))
                end = box
                continue
            start, kind = self._trailer(end)
            if kind is None and not _is_fragment(self.lines[i]):
                break
            if kind:
                kinds.update(dict.fromkeys(range(start, end), kind))
            end = start
        for i in range(end, len(self.lines)):
            # A short line after boilerplate belongs to it: a linked headline, the label of a button.
            self.kinds[i] = kinds.get(i) or (self.kinds[i - 1] if i > end and self.kinds[i - 1] != _RULE else None)

    def _trailer(self, end: int) -> tuple[int, str | None]:
        """(where it begins, its kind) of the boilerplate that ends before paragraph `end`; kind None if there is none.

        An outlet may say what it is below a sign-off only: elsewhere that is news about an outlet.
        """
        outlet = lexicon.match(self.cues.after, self.lines[end - 1])
        if outlet and end - 2 > self.first and self._sign_off(end - 1)[1] in _SIGN_OFFS:
            return end - 1, outlet
        return self._sign_off(end)

    def _sign_off(self, end: int) -> tuple[int, str | None]:
        """The same for one paragraph, or the lines over which a sign-off runs, without blank line or full stop."""
        start = end - 1
        kind = self.kinds[start] or lexicon.match(self.cues.edge, self.lines[start])
        for i in range(start - 1, max(self.first, end - 1 - _MOST_LINES), -1):
            if kind or self.gaps[i + 1] or _ENDED.search(self.lines[i]):
                break
            joined = lexicon.match(self.cues.edge, " ".join(self.lines[i:end]))
            if joined in _SIGN_OFFS:
                return i, joined
        return start, kind

    def _author_box(self, end: int) -> int | None:
        """Index of the first paragraph of the author box that ends before paragraph `end`, None where there is none.

        It is a heading "About NAME" and what follows about NAME, or a closing paragraph about somebody who is known
        as the author, or who is said to be a writer after a rule.
        """
        i = end - 1
        while i > self.first and not self.cues.author_heading.fullmatch(self.lines[i]):
            if self._is_whole_box(i):
                return i
            if not self.cues.biography.fullmatch(self._bare(i)) or self.kinds[i]:
                return self._closing_biography(end - 1)
            i -= 1
        if i == self.first:
            return self._closing_biography(end - 1)
        heading = self.cues.person.search(re.sub(r"(?i)^about:?\s", "", self.lines[i]))
        if i + 1 == end or heading is None:
            return i
        said = " ".join(self.lines[i + 1 : end])
        name = heading[0]
        return i if name in self.authors or (name.split()[-1] in said and self._is_writer(said)) else None

    def _is_whole_box(self, i: int) -> bool:
        """Whether one paragraph holds both heading and biography: "About the author: Anna Hentzau is a writer."."""
        heading, mark, said = re.sub(r"[*_]", "", self._bare(i)).partition(":")
        said = said.strip()
        if not (mark and self.cues.author_heading.fullmatch(heading.strip()) and self.cues.biography.fullmatch(said)):
            return False
        name = self.cues.person.search(re.sub(r"(?i)^about\s", "", heading))
        return name is None or (name[0].split()[-1] in said and self._is_writer(said))

    def _closing_biography(self, i: int) -> int | None:
        line = self._bare(i)
        if not self.cues.biography.fullmatch(line):
            return None
        known = any(line.startswith((a, a.split()[-1] + " ")) for a in self.authors if a.split())
        apart = self.kinds[i - 1] is not None or line != self.lines[i]
        return i if known or (apart and self.cues.person.match(line) and self._is_writer(line)) else None

    def _is_writer(self, biography: str) -> bool:
        """Whether it says in the present tense that somebody works with words."""
        says = re.search(r"\b(?:is|writes|covers|reports)\b", biography)
        return bool(says and self.cues.trade.search(biography))

    def _bare(self, i: int) -> str:
        """A paragraph without the asterisks, dashes and brackets that set it apart."""
        return self.lines[i].replace("\n", " ").strip("*_–—-()[] ")

    def _learn_authors(self, line: str) -> None:
        self.authors.update(re.findall(self.cues.person, re.sub(r"(?i)^.*\bby\b:?\s", "", line)))

    def blocks(self) -> Iterator[Block]:
        """Every paragraph as a block; bullets, datelines and photo credits are split from the prose beside them."""
        for i, (span, kind) in enumerate(zip(self.spans, self.kinds, strict=True)):
            if kind is not None and kind != "headline":
                yield Block(*span, kind)
                continue
            cuts = [] if kind else list(self._cuts(span, first=i == self.first))
            yield from _split(self.text, span, cuts, kind or "body")

    def _cuts(self, span: Span, *, first: bool) -> Iterator[tuple[int, int, str]]:
        """(start, end, kind) of the stretches of a paragraph that are not prose, in order."""
        at, end = span
        if bullet := BULLET.match(self.text, at, end):
            yield at, bullet.end(), "bullet"
            at = bullet.end()
        for kind, pattern in (*self.cues.start, *(self.cues.first if first else ())):
            if found := pattern.match(self.text, at, end):
                yield found.start(), found.end(), kind
                at = found.end()
                break
        for kind, pattern in self.cues.inside:
            for found in pattern.finditer(self.text, at, end):
                yield found.start(), found.end(), kind


def _split(text: str, span: Span, cuts: Sequence[tuple[int, int, str]], kind: str) -> Iterator[Block]:
    """The blocks of one paragraph, given what is cut out of it."""
    at = span[0]
    for start, end, cut in [*cuts, (span[1], span[1], "")]:
        for a, b, of in ((at, start, kind), (start, end, cut)):
            bare = text[a:b].strip()
            if bare:
                begin = a + text[a:b].index(bare)
                yield Block(begin, begin + len(bare), of)
        at = end


def _is_fragment(line: str) -> bool:
    """A short line that ends like no sentence."""
    return len(line.split()) <= _LONGEST_FRAGMENT and not _SENTENCE_END.search(line)


def repeats(line: str, title: str) -> bool:
    """Whether a line repeats the title, whatever its quotation marks, case and final stop."""
    return _words(line) == _words(title)


def _words(line: str) -> list[str]:
    return re.findall(r"\w+", line.casefold())
