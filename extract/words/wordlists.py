"""The word lists of `nouns.json`, `verbs.json` and `adverbs.json` as sets, read once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns by what they tell; all lower case."""

    acts: frozenset[str]
    act_suffixes: tuple[str, ...]
    abstract_suffixes: tuple[str, ...]
    not_acts: frozenset[str]
    events: frozenset[str]  # what happens at a time, besides acts
    suffered: frozenset[str]  # by their owner: "his arrest"
    roles: frozenset[str]
    intents: frozenset[str]  # what somebody has, makes or takes in order to do something
    partisans: frozenset[str]  # roles toward a person named before them: "a Mandela supporter"
    sympathies: frozenset[str]  # are with whom others feel for: "our thoughts are with them"
    plans: frozenset[str]  # somebody's, to do what their infinitive says
    offices: frozenset[str]  # of two nouns: "chief of staff"
    honorifics: frozenset[str]
    messages: frozenset[str]  # speak for who makes them
    contents: frozenset[str]  # their clause says what they consist in, or when, why and how
    gaps: frozenset[str]  # their clause may lack no object, but say how, when or why: "the way it wants to go"
    of_lands: frozenset[str]  # titles of a country, a town or a see: "Bishop Fry of Ely"
    remarks: frozenset[str]  # sum up a clause: "a move that", "a charge that"
    manners: frozenset[str]  # behind "by" say how, not who: "by a wide margin"
    shows: frozenset[str]  # behind them "of" names the act that they only count or show: "a message of support"
    quantities: frozenset[str]
    wishes: frozenset[str]  # say what their owner wants
    purposes: frozenset[str]  # say what their owner is there for
    arms: frozenset[str]  # with which their owner acts
    joint: frozenset[str]  # two parties have them together: "signed a treaty"
    joint_states: frozenset[str]  # in which two parties are with one another: "are at odds"
    # preposition and noun of an adjunct that tells an act
    adjunct_of_others: frozenset[tuple[str, str]]  # done to the subject: "at the invitation of Mali"
    adjunct_with_partners: frozenset[tuple[str, str]]  # "in cooperation with the army"
    adjunct_with_hearers: frozenset[tuple[str, str]]  # "in an interview with Mali", "in a letter to the council"
    adjunct_of_subject: frozenset[tuple[str, str]]  # "in protest against the law"


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs by the construction that they govern; all lemmas."""

    object_control: frozenset[str]  # their object does what the infinitive after it says; else it is a purpose
    done_by_others: frozenset[str]  # their gerund is done by somebody else: "forbids using"
    with_gerund: frozenset[str]  # take a gerund of what their own subject does or leaves: "gave up smoking"
    judging: frozenset[str]  # an adjective behind their object says what it is held to be
    perceiving: frozenset[str]  # their object is seen or found doing something
    appointing: frozenset[str]  # a noun behind their object says what it is made
    befalling: frozenset[str]  # what an event does, and no place: "a blast in the capital that killed ten"
    befallen: frozenset[str]  # tell what somebody has, lacks or goes through, not what he does
    costing: frozenset[str]  # with "it", whose time or money an act takes: "it took them years to leave"
    calling: frozenset[str]  # whom their preposition names is to do it: "called on Sudan to free them"
    incomplete: frozenset[str]  # whose object alone says nothing: "put the blame on them", "labelled it a fake"
    bringing: frozenset[str]  # into the state that a bare noun names: "held him in contempt", "brought her to justice"
    naming: frozenset[str]  # take an object and what it is called or becomes: "called the plan a disaster"
    instrumental: frozenset[str]  # their gerund tells by what means: "made it using clay"
    leading_up: frozenset[str]  # with a particle, to the act of their infinitive: "went on to say"
    serving: frozenset[str]  # what they are done to does what their infinitive says: "was built to carry trains"
    awaiting: frozenset[str]  # said of a thing to come or so named, behind a comma: "a trial, scheduled for May"
    objectless: frozenset[str]  # hardly ever have an object, and so share none: "voted and reached a deal"
    intransitive: frozenset[str]  # have no passive: "it's happened", "hundreds suffered"
    personal: frozenset[str]  # besides those of saying, what only people and bodies do
    summing: frozenset[str]  # what an event does, told by the whole clause before ", which"
    light: frozenset[tuple[str, str]]  # verb and object that tell one act: "took place"
    frames: frozenset[tuple[str, str]]  # verb and the preposition of its second object: "accuse somebody of something"
    making: frozenset[str]  # with a message, whose words are its maker's: "released a statement criticising Iran"
    demanding: frozenset[str]  # their clause says what its subject shall do: "demanded that Israel withdraw"
    performing: frozenset[str]  # do the act that their object names, and so what that act does
    likening: frozenset[str]  # judge their object by what they name behind "to"
    linking: frozenset[str]  # say what their subject is
    asking: frozenset[str]  # for words, where a question follows; else for deeds
    mandative: frozenset[str]  # demand what their clause says only in the subjunctive: "insisted that he leave"
    wishing: frozenset[str]  # commit nobody to the act of their infinitive: "hopes to visit"
    foretelling: frozenset[str]  # of those demanding: with a passive they only tell what shall be
    aiming: frozenset[str]  # an act is done against whom it is "aimed at"
    levelling: frozenset[str]  # what one does with charges, threats and demands
    feeling: frozenset[str]  # where somebody's thoughts are: "our hearts go out to them"
    assailing: frozenset[str]  # with words where "for" says why, else by force
    issuing: frozenset[str]  # an act is by whom it "comes from"
    topical: frozenset[str]  # besides those of saying, have a topic behind "about"
    rendering: frozenset[str]  # their gerund tells what the deed before it leads to: "won, making her the first"
    result: frozenset[str]  # their object suffers what the participle says: "saw the bridge destroyed"
    folded: frozenset[str]  # say how far the act has come or how sure it is; stance tells that
    purposive: frozenset[str]  # of those with object control: the infinitive tells what for
    unachieved: frozenset[str]  # of those whose act is only meant: the line keeps them
    speech: frozenset[str]  # what was said or thought may stand before them
    saying: frozenset[str]  # take a clause where a small parser may see an object
    ditransitive: frozenset[str]  # keep an object in the passive: "was given a medal"
    together: frozenset[str]  # done with one another
    joint: frozenset[str]  # done with one another where their object is had together


@dataclass(frozen=True, slots=True)
class Adverbs:
    """Adverbs by what they do beside a verb; all lower case."""

    linking: frozenset[str]  # join the clause to the text around it, and so say nothing of the act
    passing: frozenset[str]  # behind a verb are no part of the relation: linking, or when, how surely, in what order
    turning: frozenset[str]  # before a verb; without them the relation would say something else


@cache
def nouns() -> Nouns:
    """The lists that come with the package."""
    words = _read("nouns.json")
    suffixes, abstract = (tuple(sorted(words.pop(f"{kind}_suffixes"))) for kind in ("act", "abstract"))
    offices = frozenset(name.replace("-", " ") for name in words.pop("offices"))
    of_others, with_partners, with_hearers, of_subject = (
        _pairs(words.pop(f"adjunct_{name}")) for name in ("of_others", "with_partners", "with_hearers", "of_subject")
    )
    return Nouns(
        act_suffixes=suffixes,
        abstract_suffixes=abstract,
        offices=offices,
        adjunct_of_others=of_others,
        adjunct_with_partners=with_partners,
        adjunct_with_hearers=with_hearers,
        adjunct_of_subject=of_subject,
        **words,
    )


@cache
def verbs() -> Verbs:
    """The lists that come with the package."""
    words = _read("verbs.json")
    frames = frozenset((verb, prep) for verb, _, prep in (name.partition("-") for name in words.pop("frames")))
    return Verbs(frames=frames, light=_pairs(words.pop("light")), **words)


@cache
def adverbs() -> Adverbs:
    """The lists that come with the package; what links passes, too."""
    words = _read("adverbs.json")
    return Adverbs(words["linking"], words["passing"] | words["linking"], words["turning"])


def _pairs(names: frozenset[str]) -> frozenset[tuple[str, str]]:
    return frozenset((a, b) for a, _, b in (name.partition("-") for name in names))


def _read(name: str) -> dict[str, frozenset[str]]:
    data = json.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return {key: frozenset(value.split()) for key, value in data.items() if key != "about"}
