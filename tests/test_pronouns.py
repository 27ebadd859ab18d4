"""Pronouns and descriptions: whom they mean, and silence where that is not sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from casting import play

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser


@pytest.mark.parametrize(
    ("text", "phrase", "label"),
    [
        ("Maria Lopez met Pedro Ruiz. She thanked him.", "She", "Maria Lopez"),
        ("Maria Lopez met Pedro Ruiz. She thanked him.", "him", "Pedro Ruiz"),
        ("Pedro Ruiz said he would resign.", "he", "Pedro Ruiz"),
        ("Hezbollah left the talks. Iran urged Russia to help it.", "it", "Iran"),
        ("Iran paid Russia to arm it.", "it", "Iran"),
        ("Iran finds itself in trouble.", "itself", "Iran"),
        ("Turkey said its army had crossed the border.", "its", "Turkey"),
        ("In his speech, Pedro Ruiz promised reforms.", "his", "Pedro Ruiz"),
        ("Hamas rejected the offer. It demanded a truce.", "It", "Hamas"),
        ("The Taliban have denied it. They blamed the army.", "They", "Taliban"),
        ("Pedro Ruiz and his wife left.", "his", "Pedro Ruiz"),
        ("Hezbollah, which has lost many fighters, withdrew.", "which", "Hezbollah"),
        ("The king, whose son Karl Berg is ill, left. Karl Berg, famous for his songs, stayed.", "his", "Karl Berg"),
    ],
)
def test_pronouns_find_their_antecedent(analyser: Analyser, text: str, phrase: str, label: str) -> None:
    assert play(analyser, text).who(phrase) == label


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Iran met Russia. It is clear that nothing came of it.", "It"),
        ("Egypt waited. It rained for days.", "It"),
        ("Pedro Ruiz met Juan Soto. A woman called. She was late.", "She"),
        ("The police arrested three men, calling them spies.", "them"),
        ("Kenya signed. The attack killed ten. It happened at dawn.", "It"),
    ],
)
def test_silence_where_a_pronoun_means_nothing_named(analyser: Analyser, text: str, phrase: str) -> None:
    assert play(analyser, text).who(phrase) is None


def test_a_pronoun_does_not_mean_a_fellow_argument(analyser: Analyser) -> None:
    played = play(analyser, "Pedro Ruiz spoke first. Juan Soto attacked him.")
    assert played.who("him") == "Pedro Ruiz"


def test_who_says_i_and_we(analyser: Analyser) -> None:
    text = """"I am ready," said Maria Lopez. "I will win."

Kenyan coach Juan Soto said: "We played well." I was there."""
    played = play(analyser, text)
    assert played.who("I am"[:1]) == "Maria Lopez"
    assert played.who("I will"[:1], text[: text.index("I will") + 1].count("I")) == "Maria Lopez"
    assert played.who("We") == "Kenya"
    assert played.who("I was"[:1], text[: text.index("I was") + 1].count("I")) is None


@pytest.mark.parametrize(
    ("text", "phrase", "label"),
    [
        ("Hezbollah fired rockets. The Lebanese militia lost men.", "The Lebanese militia", "Hezbollah"),
        ("President Pedro Ruiz arrived. Later the president left.", "the president", "Pedro Ruiz"),
        ("Russia struck Odesa. The country denied it.", "The country", "Russia"),
        ("Boeing lost money. The company cut jobs.", "The company", "Boeing"),
        ("The Grand Mosque of Avon burned. Crowds ran to the mosque.", "the mosque", "Grand Mosque of Avon"),
        ("Thousands came to the Lomond Jazz Festival. The event ended late.", "The event", "Lomond Jazz Festival"),
        ("Maria Lopez, a nurse, was hurt. The nurse is recovering.", "The nurse", "Maria Lopez"),
        ("Hayat Tahrir al-Sham attacked. The group took the town.", "The group", "Hayat Tahrir al-Sham"),
        ("Aleppo fell. Residents fled the city.", "the city", "Aleppo"),
    ],
)
def test_descriptions_take_up_names(analyser: Analyser, text: str, phrase: str, label: str) -> None:
    assert play(analyser, text).who(phrase) == label


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Hezbollah fired rockets. Another militia lost men.", "militia"),
        ("Hezbollah fired rockets. The Iraqi militia lost men.", "militia"),
        ("Boeing lost money. A company in Ohio cut jobs. The company closed.", "The company"),
        ("Pedro Ruiz spoke. The president of another club left.", "The president"),
        ("Harvard University opened. The foundation closed.", "The foundation"),
    ],
)
def test_silence_where_a_description_means_something_else(analyser: Analyser, text: str, phrase: str) -> None:
    found = play(analyser, text).who(phrase)
    assert found not in ("Hezbollah", "Boeing", "Pedro Ruiz", "Harvard University")


def test_we_is_whom_a_spokesman_speaks_for_and_whoever_made_the_statement(analyser: Analyser) -> None:
    text = """Houthi military spokesman Karim Dalal said it had struck the port. "We warn the traders," Dalal said.

The Lomond Fund released a statement on Friday. "We will stay," read the statement. Petra Holm, a spokeswoman for
the Harbour Trust, said they would pay. The Harbour Trust's letter reads "we may agree"."""
    played = play(analyser, text)
    assert played.who("said it") == played.who("We") == "Houthi movement"
    assert played.who("We", 2) == "Lomond Fund"
    assert played.who("said they") == played.who("we") == "Harbour Trust"


def test_nobody_speaks_of_himself_in_the_third_person(analyser: Analyser) -> None:
    text = """Anna Bell ran the fund for years. Anna Bell sold it in May. "She lied to all of us," Jane Moor said."""
    assert play(analyser, text).who("She") == "Anna Bell"


def test_an_editor_says_in_brackets_what_a_pronoun_means(analyser: Analyser) -> None:
    text = """Omar Lund praised the Harbour Trust. "It [the Lomond Fund] has failed us," he said."""
    played = play(analyser, text)
    assert played.who("It") == "Lomond Fund"


def test_kin_are_known_from_either_side(analyser: Analyser) -> None:
    text = """Omar Lund came with his father, Karim Lund. Karim Lund left early. He had lost his son in the crowd."""
    assert play(analyser, text).who("his son") == "Omar Lund"


def test_a_pronoun_for_a_thing_without_a_name_is_shown_as_what_it_takes_up(analyser: Analyser) -> None:
    lines = "The protesters marched on the palace. They demanded new elections."
    doc = analyser.nlp(lines)
    subjects = {s.subject for s in analyser.statements_of(doc) if s.relation == "demand"}
    assert subjects == {"The protesters"}
    doc = analyser.nlp("Kenya's election commission met voters on Monday. They will judge the candidates.")
    assert {s.subject for s in analyser.statements_of(doc) if s.relation == "judge"} == {"Kenya's election commission"}


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        # a body called "they"
        ("Norvale Corporation opened an office in Oslo. They run a video on a website.", "They", "Norvale Corporation"),
        ("Norvale Corporation will continue to air their programs.", "their", "Norvale Corporation"),
        ("Norvale Corporation praised the fans. The fans cheered. They went home.", "They", None),
        # whom somebody speaks for has a name of several words, or is the country that the article is on
        ('Harbour Trust spokesperson Carla Weibl said, "Our work goes on."', "Our", "Harbour Trust"),
        (
            'Poland mourned. Polish towns fell silent. Health Minister Jan Kowalski said, "We could not save him."',
            "We",
            "Poland",
        ),
        ('Poland and Iran met. Health Minister Jan Kowalski said, "We could not save him."', "We", None),
        # in his own words a spokesman's "it" is something else
        ('Harbour Trust spokesperson Carla Weibl said, "No, it is not true."', "it", None),
    ],
)
def test_a_body_may_be_they_and_its_speakers_say_we(
    analyser: Analyser, text: str, pronoun: str, meant: str | None
) -> None:
    assert play(analyser, text).who(pronoun) == meant


TRUST = "The Lomond Trust sued the town. "


@pytest.mark.parametrize(
    "sentence",
    [
        "It is no coincidence that the mayor left.",
        "It's negligence that caused the fire.",
        "It was Ada Kone who won the case.",
        "It was in Oslo that the trial began.",
        "It is my hope that the town will pay.",
        "It is not for the judge to decide on the harbour.",
        "It would have been more costly to study the pumps.",
        "It's a good question.",
        "It is with great sadness that the town mourns her.",
        "It looks like the town has lost.",
    ],
)
def test_it_may_stand_for_what_a_clause_says(analyser: Analyser, sentence: str) -> None:
    assert play(analyser, TRUST + sentence).who("It") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a charity that helps sailors.",
        "It is ready to sell the boats.",
        "It was so rich that the town feared the case.",
        "It was confident that the town would pay.",
    ],
)
def test_it_may_be_a_name_though_a_clause_follows(analyser: Analyser, sentence: str) -> None:
    assert play(analyser, TRUST + sentence).who("It") == "Lomond Trust"


@pytest.mark.parametrize(
    ("text", "phrase", "label"),
    [
        # whose it is in the second of two that are owned
        ("The report hurt the Lomond Trust's income as well as its reputation.", "its", "Lomond Trust"),
        # no fellow argument of what is called or made something
        ("The report hurt the Lomond Trust by making it unable to pay.", "it", "Lomond Trust"),
        # of two that act together, neither alone
        ("British grocer Alda and Danish grocer Borup Group announced their merger.", "their", None),
        ("The Lomond Trust helps users who cannot run Veltrix Linux in their offices.", "their", None),
        # what the article says goes before what a given name may say
        ("Drummer Ginger Holm died in Leeds on Friday. Ginger Holm sang, too. He was 80.", "He", "Ginger Holm"),
        # what somebody is asked about
        ("The Lomond Trust closed. The press asked Ada Kone about it.", "it", None),
        # whose a thing is
        ("Zendo is a website. The Lomond Party won. The party's website crashed.", "party's website", None),
        ("The Ohio Comets, a team, lost. Ann Lee of Lomond University spoke. Her team left.", "Her team", None),
        # states of a federation, firms, their parts
        ("Heavy rain fell in Ohio. Roads across the state were closed.", "the state", "Ohio"),
        ("Heavy rain fell in Ohio. Texas declared a state of emergency. The state of emergency ended.", "state", None),
        (
            "Veltrix Corporation lost money. Veltrix News Channel closed. The network fired Veltrix's managers.",
            "The network",
            "Veltrix Corporation",
        ),
    ],
)
def test_antecedents_by_construction(analyser: Analyser, text: str, phrase: str, label: str | None) -> None:
    assert play(analyser, text).who(phrase) == label


def test_a_firm_is_meant_by_the_name_that_it_shares_with_a_part(analyser: Analyser) -> None:
    text = "Veltrix lost its licence. Veltrix Corporation owns ten stations. Veltrix News Channel is still on air."
    assert play(analyser, text).who("Veltrix") == "Veltrix Corporation"
