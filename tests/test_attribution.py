"""Whose words a statement is: the nearest source, wherever the sentence or the article names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from parsed import parse, word
from triplewire.extract.stance.attribution import Attributor

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser


def source(analyser: Analyser, text: str, predicate: str, *, headline: bool = False) -> str | None:
    """The source of the word in the sentence that has it."""
    trees = parse(analyser, text, headline=headline)
    form = predicate.partition("/")[0]
    s = next(s for s, tree in enumerate(trees) if form in tree.words)
    found = Attributor(trees).source(s, word(trees[s], predicate))
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        # indirect speech
        ("The ministry said that Russia bombed the port.", "bombed", "The ministry"),
        ("The ministry said that Russia bombed the port.", "said", None),
        ("Russia bombed the port, the ministry said.", "bombed", "the ministry"),
        ("Russia bombed the port, officials said on Monday.", "bombed", "officials"),
        ("The ministry, which says Russia bombed the port, closed the border.", "bombed", "The ministry"),
        ("The ministry, which says Russia bombed the port, closed the border.", "closed", None),
        ("Iran denied that it had bombed the port.", "bombed", "Iran"),
        ("Officials believe that Russia bombed the port.", "bombed", "Officials"),
        ("Iran vowed to bomb the port.", "bomb", "Iran"),
        ("The UN urged Israel to leave the city.", "leave", "The UN"),
        ("The UN urged Israel to leave the city.", "urged", None),
        ("Israel accused Iran of bombing the port.", "bombing", "Israel"),
        ("Israel accused Iran of bombing the port.", "accused", None),
        ("The army announced the arrest of ten smugglers.", "arrest", "The army"),
        # nested: the nearest
        ("Reuters quoted officials as saying that Iran had bombed the port.", "bombed", "officials"),
        ("The minister said that Reuters had reported that Iran bombed the port.", "bombed", "Reuters"),
        ("The minister said that Reuters had reported that Iran bombed the port.", "reported", "The minister"),
        # who can say it
        ("The notices ask the police to arrest him.", "arrest", None),
        ("Anna Lind explained the decision to ban him, saying Russia bombed the port.", "bombed", "Anna Lind"),
        ("The army released a statement on Friday. The statement said Russia bombed the port.", "bombed", "The army"),
        (
            'A man told reporters the raid took place at noon. "Russia bombed the port;" read the letter; "we fled."',
            "bombed",
            "the letter",
        ),
        ("Oslo said the plan is odd, while Bergen called it fair.", "called", None),
        # who shows or finds it
        ("The judge determined Erik Berg had lied.", "lied", "The judge"),
        ("The army burned the village, university data indicated.", "burned", "university data"),
        ("A majority of the farmers indicated they would use the seeds.", "use", "A majority of the farmers"),
        ("The wreck showed that Russia bombed the port.", "bombed", None),
        ("The scholars say this is an attempt to win the farmers over.", "win", "The scholars"),
        ("Erik Berg pleaded guilty to charges related to his time in Oslo.", "related", None),
        ("When you ask that question, you are asking about the law.", "ask", None),
        # adjuncts
        ("According to a March 3, 2019 report, Russia bombed the port.", "bombed", "a March 3, 2019 report"),
        ("Per figures released by the ministry, 415 soldiers guard the port.", "guard", "the ministry"),
        ("According to a letter seen by Reuters, Russia bombed the port.", "bombed", "a letter seen by Reuters"),
        ("In a report by the ministry, Russia bombed the port.", "bombed", "the ministry"),
        ("Per request of the minister, the queen closed the port.", "closed", None),
        ("According to the ministry, Russia bombed the port.", "bombed", "the ministry"),
        ("Russia bombed the port, according to two officials.", "bombed", "two officials"),
        ("According to the ministry, Russia bombed the port and seized the bridge.", "seized", "the ministry"),
        ("As the minister put it, Russia bombed the port.", "bombed", "the minister"),
        ("Russia bombed the port, as reported by Reuters.", "bombed", "Reuters"),
        ("In the minister's words, Russia bombed the port.", "bombed", "the minister"),
        ("According to the law, the president appoints the judges.", "appoints", None),
        # nouns
        ("The minister's claim that Russia bombed the port was false.", "bombed", "The minister"),
        ("The ministry issued a statement saying that Russia bombed the port.", "bombed", "The ministry"),
        ("A statement by the army said that rebels captured the base.", "captured", "the army"),
        ("The report found that Iran supplied the drones.", "supplied", "The report"),
        # views: what something is said to be
        ("Iran described Hamas as a partner when it offered a reward for information.", "offered", None),
        ("Iran described the blast as part of a plot by Israel to cripple its fleet.", "cripple", "Iran"),
        ("Iran denounced the raid as an attack on its sovereignty.", "attack", "Iran"),
        ("Iran fired missiles as Israel attacked the port.", "attacked", None),
        ("Iran condemned groups such as those attacking the port.", "attacking", None),
        # nobody named
        ("It was reported that Russia bombed the port.", "bombed", None),
        ("Russia is said to have bombed the port.", "bombed", None),
        ("The raid showed that Russia lacks pilots.", "lacks", None),
        ("There are fears that Russia will bomb the port.", "bomb", None),
        # background inside a reported clause is the reporter's own
        ("The army said the militia, which is backed by Iran, attacked the base.", "backed", None),
        ("The army said the militia, which is backed by Iran, attacked the base.", "attacked", "The army"),
        ("Police said Karim Daneshvar, an ally of the president, fled the city.", "ally", None),
        ("The group denied involvement in the attack.", "attack", None),
        # direct speech
        ("“We will bomb the port,” said the general.", "bomb", "the general"),
        ('"The rebels bombed us," the minister told Reuters on Monday.', "bombed", "the minister"),
        ('The minister said: "Russia bombed the port."', "bombed", "The minister"),
        ('The minister: "Russia bombed the port."', "bombed", "The minister"),
        ('The palace issued a statement from the king: "Russia bombed the port."', "bombed", "the king"),
        ('"The army bombed the port. It will pay for that," Daneshvar told reporters.', "bombed", "Daneshvar"),
        ('"The army bombed the port," Daneshvar said. "It has seized the bridge."', "seized", "Daneshvar"),
        ('"The army," said Daneshvar, "has seized the bridge."', "seized", "Daneshvar"),
        ('"The militia, which is backed by Iran, bombed the port," said Daneshvar.', "backed", "Daneshvar"),
        ('"The army bombed the port," said Daneshvar after he met the rebels.', "met", None),
        ('Daneshvar called the raid "a crime" and left the city.', "left", None),
        ('"Many think that," said a farmer. "The army burned the village."', "burned", "a farmer"),
        ('Then I was like, "The army burned the village."', "burned", "I"),
        ('He said, "I thank you. The army burned the village."', "burned", "He"),
        ('"The army bombed us.\n\n"It burned the houses," said a farmer.', "bombed", "a farmer"),
        ('"The army bombed us," said a farmer.\n\nThe rebels left the city.', "left", None),
    ],
)
def test_source(analyser: Analyser, text: str, predicate: str, expected: str | None) -> None:
    assert source(analyser, text, predicate) == expected


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("Minister: Russia bombed the port", "bombed", "Minister"),
        ("Russia bombed the port: ministry", "bombed", "ministry"),
        ("Russia bombs port – UN", "bombs", "UN"),
        ("Russian jets bombed port, officials say", "bombed", "officials"),
        ("Syria: rebels seize port", "seize", None),
    ],
)
def test_headline(analyser: Analyser, text: str, predicate: str, expected: str | None) -> None:
    assert source(analyser, text, predicate, headline=True) == expected


def test_the_source_may_stand_in_another_sentence(analyser: Analyser) -> None:
    trees = parse(analyser, '"The army bombed the port. It seized the bridge," said General Daneshvar.')
    found = Attributor(trees).source(0, word(trees[0], "bombed"))
    assert found is not None
    assert (found.sentence, trees[1].words[found.head]) == (1, "Daneshvar")
    assert [trees[1].words[i] for i in found.tokens] == ["General", "Daneshvar"]


def test_who_speaks_in_a_quotation(analyser: Analyser) -> None:
    trees = parse(analyser, '"We seized the bridge," said General Daneshvar.')
    attributor = Attributor(trees)
    speaker = attributor.speaker(0, word(trees[0], "We"))
    assert speaker is not None
    assert speaker.text == "General Daneshvar"
    assert attributor.speaker(0, word(trees[0], "said")) is None


def test_stray_marks_do_no_harm(analyser: Analyser) -> None:
    trees = parse(analyser, '" " "\n\n"The army\n\nleft the city." "\n\n"')
    attributor = Attributor(trees)
    for s, tree in enumerate(trees):
        for i in range(len(tree)):
            attributor.source(s, i)


def test_a_paper_that_is_called_like_a_place_speaks_under_its_own_name(analyser: Analyser) -> None:
    told = [s for s in analyser.sentences(["The Atlantic reported that Kenya left the club."]) if s.relation == "leave"]
    assert [(s.attributed_to, s.attributed_to_id) for s in told] == [("The Atlantic", None)]
    told = [s for s in analyser.sentences(["Nairobi said that Kenya left the club."]) if s.relation == "leave"]
    assert [s.attributed_to for s in told] == ["Kenya"]
