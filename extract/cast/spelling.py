"""When two spellings name one thing: acronyms, short forms, variants of a person's name."""

from __future__ import annotations

import re

from ...ontology.places import name_key

_SYLLABLES = re.compile(r"[A-Z][a-z]+")
_SMALL = frozenset(("of", "the", "for", "and", "on", "at", "in", "de", "du", "des", "la", "&", "against", "to", "-"))
_DIRECTIONS = frozenset(
    ("north", "south", "east", "west", "new", "northern", "southern", "eastern", "western", "upper", "lower", "pan")
)


def cluster_key(text: str) -> str:
    """What all stretches of an article have in common that spell the same name."""
    key = name_key(text)
    if "." in key and all(len(part) < 2 for part in key.replace(" ", "").split(".")):
        key = key.replace(".", "")
    return key.replace("'s ", " ") if "'s " in key else key


def name_tokens(text: str) -> list[str]:
    """The lower-case words of a name; hyphens part words."""
    return cluster_key(text).replace("-", " ").split()


def is_acronym(text: str) -> bool:
    """Mostly capitals, short, one word: "HTS", "M5S", "IE9", "U.N."."""
    bare = text.replace(".", "")
    return 1 < len(bare) < 9 and bare.isalnum() and sum(c.isupper() for c in bare) >= 2 and bare[:2].upper() == bare[:2]


def spells(acronym: str, words: list[str]) -> bool:
    """Whether the initials of a full name, with or without its small words, give the acronym; numbers are whole."""
    return bare_acronym(acronym) in initials(words)


def stands(acronym: str, words: list[str]) -> bool:
    """Whether the letters are the initials of the words, in this order or, where two, the other: "CU", "UC"."""
    letters = [w[0] for w in content(words)]
    return len(letters) > 1 and (list(acronym) == letters or (len(letters) == 2 and sorted(acronym) == sorted(letters)))


def clipped(short: str, words: list[str]) -> bool:
    """Whether a word of several capitals is put together from beginnings of a full name's words: "CalFire"."""
    parts = [part.lower() for part in _SYLLABLES.findall(short)]
    if len(parts) < 2 or "".join(parts) != short.lower() or min(map(len, parts)) < 2:
        return False
    at = iter(words)
    return all(any(word.startswith(part) for word in at) for part in parts)


def blended(short: str, words: list[str]) -> bool:
    """Whether one word is put together from beginnings of most of a full name's: "Phivolcs", "PG&E"."""
    letters = "".join(c for c in short.lower() if c.isalpha())
    main = content(words)
    if len(letters) < 3 or len(main) < 3 or " " in short:
        return False

    def reach(at: int, done: int, used: int) -> bool:
        """Whether the letters from `at` on are beginnings of words from `done` on, of which `used` were taken."""
        if at == len(letters):
            return 2 * used > len(main) and used > 1
        for k in range(done, len(main)):
            longest = 0
            while main[k][: longest + 1] == letters[at : at + longest + 1] and longest < len(main[k]):
                longest += 1
                if at + longest > len(letters):
                    break
            if any(reach(at + n, k + 1, used + 1) for n in range(min(longest, len(letters) - at), 0, -1)):
                return True
            if done == 0:
                return False  # the first word is never left out
        return False

    return reach(0, 0, 0)


def bare_acronym(text: str) -> str:
    """Its letters in lower case, without full stops."""
    return text.replace(".", "").lower()


def initials(words: list[str]) -> tuple[str, ...]:
    """What may stand for a full name: the first letters of its words, and those without its small words."""
    if len(words) < 2:
        return ()
    letters = [w if w.isdigit() else w[0] for w in words]
    return "".join(letters), "".join(c for c, w in zip(letters, words, strict=True) if w not in _SMALL)


def content(words: list[str]) -> list[str]:
    """The words of a name without its small ones. A name that `shortens` another has all of them in common with it."""
    return [w for w in words if w not in _SMALL]


def shortens(short: list[str], full: list[str]) -> bool:
    """Whether `short` is `full` without some of its modifiers, the head noun kept: "Supreme Court" of a country's."""
    mine, theirs = content(short), content(full)
    if len(short) >= len(full):
        return len(mine) > 1 and sorted(mine) == sorted(theirs)
    if len(mine) < 2 or any(t.isdigit() and len(t) < 4 for t in set(full) - set(short)):
        return False
    if mine == theirs:
        return True
    for word in ("of", "for", "on", "at"):
        if word in full and full[: full.index(word)] == short:
            return True
    if full[-len(short) :] == short:
        dropped = full[: len(full) - len(short)]
        return not any(t in _SMALL for t in dropped) and dropped[-1] not in _DIRECTIONS
    at = iter(theirs)
    return mine[-1] == theirs[-1] and "of" not in full and all(t in at for t in mine)


def same_person(tokens: list[str], name: str) -> bool:
    """Two full names of one surname: an initial, a middle name more or less, a variant spelling."""
    theirs = name_tokens(name)
    if len(theirs) < 2 or len(tokens) < 2 or theirs[-1] != tokens[-1]:
        return False
    a, b = tokens[0].rstrip("."), theirs[0].rstrip(".")
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) or (len(a) > 4 and a[0] == b[0] and one_apart(a, b))


def one_apart(a: str, b: str) -> bool:
    """Whether inserting, deleting or replacing one letter, or swapping two neighbours, makes `a` into `b`."""
    if abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    if len(a) == len(b) and a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :]:
        return True
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]
