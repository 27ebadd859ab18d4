"""spaCy comes without its command line, and has it when somebody asks."""

from __future__ import annotations

import subprocess
import sys

_BY_US = """
import sys
import triplewire.extract.analyser
import spacy
assert not [name for name in sys.modules if name.startswith(("spacy.cli", "weasel"))]
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
import spacy.cli
assert callable(spacy.cli.download)
"""
_BEFORE_US = """
import spacy
before = spacy.info
import triplewire.extract.analyser
assert spacy.info is before and spacy.cli.info.__module__ == "spacy.cli.info"
"""


def test_left_out_until_asked_for() -> None:
    subprocess.run([sys.executable, "-c", _BY_US], check=True)


def test_left_alone_where_it_is_there() -> None:
    subprocess.run([sys.executable, "-c", _BEFORE_US], check=True)
