"""Lines of the graph read as the clause does: nothing that the relation needs is lost on the way from the triple."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from triplewire.extract.reading.boilerplate import segment
from triplewire.ontology.model import Article

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser


def lines(analyser: Analyser, text: str) -> set[str]:
    return {f"{s.subject} | {s.relation} | {s.object}" for s in analyser.sentences([text])}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what the object is, not only its head
        ("Kenya made a number of arrests in Mombasa.", "Kenya | make number of arrests in | Mombasa"),
        ("Kenya won twelve of the 30 seats in March.", "Kenya | win twelve of 30 seats in | March"),
        ("Angela Merkel opened the bridge after the river had fallen.",
         "Angela Merkel | open bridge after | the river had fallen"),
        ("Angela Merkel was very angry because the train was late.",
         "Angela Merkel | be angry because | the train was late"),
        ("Angela Merkel was the mayor of Bonn until 1999.", "Angela Merkel | be mayor of Bonn until | 1999"),
        # the words of a name
        ("Angela Merkel praised Barack Obama for his calm.", "Angela Merkel | praise Barack Obama for | his calm"),
        # where the relation needs a particle or a place to say something
        ("Angela Merkel only lived there for a year.", "Angela Merkel | live there for | a year"),
        ("Angela Merkel was sworn in as chancellor.", "Angela Merkel | be sworn in as | chancellor"),
        # the whole title
        ("Kwame Nti, the deputy agriculture minister of Ghana, spoke.",
         "Kwame Nti | be deputy agriculture minister of | Ghana"),
        ("Kwame Nti, the former mayor of Accra, spoke.", "Kwame Nti | be former mayor of | Accra"),
        # adverbs that turn the meaning stay, others go
        ("Kenya unsuccessfully sued Uganda.", "Kenya | unsuccessfully sue | Uganda"),
        ("Kenya recently sued Uganda.", "Kenya | sue | Uganda"),
        # an interview's pronouns aside, those in a relation are whom they mean
        ("Angela Merkel wrote a speech and gave it to Barack Obama.",
         "Angela Merkel | give a speech to | Barack Obama"),
        ("Angela Merkel met Barack Obama and told him about the flood.",
         "Angela Merkel | tell Barack Obama about | the flood"),
        # what is said of an object behind it
        ("Angela Merkel urged Barack Obama to close the camp.",
         "Angela Merkel | urge … to close the camp | Barack Obama"),
        ("Kenya appealed to Uganda to open the border.", "Kenya | appeal to … to open the border | Uganda"),
        ("Angela Merkel named Kwame Nti as her heir.", "Angela Merkel | name … as her heir | Kwame Nti"),
        ("Kenya sent Kwame Nti to inspect the dam.", "Kenya | send | Kwame Nti"),
        # a long object whole
        ("Kwame Nti read a letter that the people of a village had sent him.",
         "Kwame Nti | read | a letter that the people of a village had sent him"),
        # what is only meant is not told as done
        ("Kwame Nti wanted to sell the farm.", "Kwame Nti | want to sell | the farm"),
        ("Kwame Nti is considering buying the farm.", "Kwame Nti | consider buying | the farm"),
        ("Kenya was due to leave the league.", "Kenya | be due to leave | the league"),
        ("Kenya is trying to attack Uganda.", "Kenya | try to attack | Uganda"),
        ("Kenya began to sell oil to Uganda.", "Kenya | sell oil to | Uganda"),
        # no more than before where nothing is passed over
        ("Kenya held talks with Uganda.", "Kenya | hold talk with | Uganda"),
        ("Kenya was attacked by Uganda.", "Uganda | attack | Kenya"),
        ("Olga Tokar, a Polish painter, resigned.", "Olga Tokar | be national of | Poland"),
        ("The US Vice-President Karl Berg spoke.", "Karl Berg | be vice president of | United States"),
    ],
)  # fmt: skip
def test_the_relation_says_what_the_clause_says(analyser: Analyser, text: str, expected: str) -> None:
    assert expected in lines(analyser, text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ada Holt resigned on Monday. Chad regretted her departure.", "Chad | regret | Ada Holt's departure"),
        ("Ada Holt resigned on Monday. Chad said she was ill.", "Chad | say | Ada Holt was ill"),
        ("Ada Holt announced her plans.", "Ada Holt | announce | her plans"),  # of the line's own subject
        ("Chad praised Ada Holt for her calm.", "Chad | praise Ada Holt for | her calm"),  # named in the relation
        ("Chad said Ada Holt had sold her house.", "Chad | say | Ada Holt had sold her house"),  # named before it
        ("Mali lost. Chad said it's over.", "Chad | say | it's over"),  # half a word
        ("Ada Holt resigned. Chad praised My Last Year.", "Chad | praise | My Last Year"),  # a title
    ],
)
def test_pronouns_in_phrases_give_way_to_names(analyser: Analyser, text: str, line: str) -> None:
    (analysis,) = analyser.analyse([Article(iri="urn:test", text=text, blocks=segment(text))])
    assert line in {f"{s.subject} | {s.relation} | {s.object}" for s in analysis.statements}
