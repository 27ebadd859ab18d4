"""What of a page is the article: headline, body, datelines, prose that stays, reply forms."""

from __future__ import annotations

import time

import pytest
from cutting import MORE, PROSE, article, cut, kinds
from hypothesis import given
from hypothesis import strategies as st
from triplewire.extract.reading.boilerplate import segment


class TestHeadline:
    def test_a_short_first_line_without_a_full_stop(self) -> None:
        assert kinds(article("Army enters Strelsau", PROSE))[0] == ("headline", "Army enters Strelsau")

    @pytest.mark.parametrize(
        "line", ["Will Strelsau fall?", "“We will stay”: governor defies army", "Who's in, who's out"]
    )
    def test_questions_and_quotations(self, line: str) -> None:
        assert kinds(article(line, PROSE))[0] == ("headline", line)

    def test_a_sentence_is_none(self) -> None:
        assert [k for k, _ in kinds(article("The army came.", PROSE))] == ["body", "body"]

    def test_a_line_that_does_not_stand_apart_is_none(self) -> None:
        text = f"The army that entered the city on\nMonday has left.\n\n{MORE}"
        assert {k for k, _ in kinds(text)} == {"body"}

    def test_a_known_title_is_found_whatever_its_stop_and_quotation_marks(self) -> None:
        text = article("World", "“We will stay”, says governor.", PROSE)
        assert kinds(text, title='"We will stay", says governor')[1][0] == "headline"

    def test_a_known_title_that_is_not_in_the_text_leaves_the_first_line(self) -> None:
        assert kinds(article("Two dead in blast", PROSE), title="Another title")[0][0] == "body"

    def test_the_name_of_a_section_before_it(self) -> None:
        found = kinds(article("World", "Army enters Strelsau as rebels flee", PROSE))
        assert [k for k, _ in found] == ["section name", "headline", "body"]

    def test_a_headline_that_reads_like_a_byline(self) -> None:
        found = kinds(article("World", "King Rudolf Crowned in Strelsau", PROSE))
        assert found[1] == ("headline", "King Rudolf Crowned in Strelsau")

    def test_one_paragraph_a_line_without_blank_lines(self) -> None:
        assert [k for k, _ in kinds(f"Army enters Strelsau\n{PROSE}\n{MORE}")] == ["headline", "body", "body"]

    def test_a_lone_line_is_body(self) -> None:
        assert kinds("Army enters Strelsau") == [("body", "Army enters Strelsau")]


class TestParagraphs:
    def test_hard_wrapped_lines_are_one_block(self) -> None:
        text = (
            "The army of Ruritania entered the town of Strelsau on Monday after\n"
            "three weeks of fighting, the ministry of defence said in the capital.\n"
            "Rebels withdrew to the hills. The governor was seen leaving the town\n"
            "in a convoy.\n\n"
            "A second paragraph follows here."
        )
        assert [k for k, _ in kinds(text)] == ["body", "body"]

    def test_long_lines_are_a_block_each(self) -> None:
        text = f"{PROSE} {MORE}\n{MORE} {PROSE}"
        assert [t for _, t in kinds(text)] == text.split("\n")

    def test_lists_line_by_line_without_their_bullets(self) -> None:
        text = f"{PROSE}\n\nThe demands were:\n- a ceasefire\n- the release of prisoners\n2. elections"
        assert [t for k, t in kinds(text) if k == "body"][1:] == [
            "The demands were:", "a ceasefire", "the release of prisoners", "elections",
        ]  # fmt: skip

    def test_curly_quotes_and_odd_spaces_stay(self) -> None:
        text = "  “We’ll stay”,\u00a0he said — again.  "
        assert kinds(text) == [("body", text.strip())]


class TestDateline:
    @pytest.mark.parametrize(
        "dateline",
        [
            "STRELSAU, Nov 28 (Agency) —", "ZENDA (Reuters) -", "Strelsau, Ruritania –", "STRELSAU, Ruritania (AP) —",
            "ZENDA/STRELSAU, Dec. 3 (XYZ) --", "London, 3 December 2024 (AFP) –", "STRELSAU —", "STRELSAU, Thursday —",
            "Tuesday, December 3, 2024", "Tuesday, December 3, 2024 Zenda, Ruritania —", "(AFP) —",
        ],
    )  # fmt: skip
    def test_is_split_off(self, dateline: str) -> None:
        assert kinds(f"{dateline} {PROSE}\n\n{MORE}")[:2] == [("dateline", dateline), ("body", PROSE)]

    @pytest.mark.parametrize(
        "prose",
        [
            "Ruritania, Gondal — and their allies — back the king.",
            "Zenda — which lies on the river — was quiet.",
            "The Free Army of Ruritania (FAR) — Gondal's main ally — withdrew.",
            "NATO - which had warned of this - was silent.",
            "December 3, 2024, was the day the town fell.",
            "On Tuesday, December 3, the town fell.",
            "Monday was quiet. Sun - rain - snow: all came.",
            "In Strelsau - the capital - nobody moved.",
        ],
    )
    def test_prose_with_dashes_and_dates_is_none(self, prose: str) -> None:
        assert cut(article(prose, MORE)) == []


class TestProseStays:
    @pytest.mark.parametrize(
        "prose",
        [
            "About 300 people fled the city.",
            "About Strelsau nobody spoke at the talks.",
            "By Friday the army had taken the bridge.",
            "By Rudolf's account, the king was ill.",
            "Photographs show the bridge in ruins, the army said.",
            "The video shows the governor leaving.",
            "Sources: both armies have agreed to talk, and will meet on Monday.",
            "Source: officials say the bridge was mined before it fell to the army.",
            "Share prices fell in Strelsau.",
            "Follow-up talks are planned.",
            "Subscribers to the state's news service got the text first.",
            "Comments by the governor angered the army.",
            "Leave was cancelled for all soldiers.",
            "Read by an aide, the letter called for peace.",
            "The views expressed by the minister angered his allies.",
            "Editors of state newspapers were told not to print the photographs.",
            "The report by Anna Hentzau, a journalist, was read in parliament.",
            "Related talks in Gondal broke down.",
            "Home to 200,000 people, Zenda lies on the river.",
            "Reporting by the agency was called false by the ministry.",
            "Published in Gondal, the map angered Ruritania.",
            "Updated figures from the ministry put the dead at 40.",
            "Correction of the border is one of the army's aims.",
            "Contact with the garrison was lost on Monday.",
            "Tags on the bodies showed that they were soldiers.",
            "“No comment,” the governor said.",
            "The Zenda Post is an independent newspaper that the army closed on Monday.",
            "About the author: nobody knows who wrote the letter, the court said.",
            "Writing by candlelight, the king abdicated.",
            "Reporting by Anna Hentzau, who lives in Zenda, angered the army.",
            "Anna Hentzau in Zenda said that the army had left.",
            "The ministry told users: do not share this on Facebook or Telegram.",
            "Residents use X and Telegram. Share this on Facebook, the army told them.",
            "Get the letters in your inbox read, the governor told his aides.",
        ],
    )
    @pytest.mark.parametrize("place", [0, 1, 2])
    def test_wherever_it_stands(self, prose: str, place: int) -> None:
        lines = [PROSE, MORE]
        lines.insert(place, prose)
        assert cut(article(*lines)) == []

    def test_subheadings_and_short_paragraphs(self) -> None:
        text = article(
            "Army enters Strelsau", PROSE, "A long war", MORE, "About the war", PROSE, "—The governor of Zenda"
        )
        assert cut(text) == []

    def test_a_section_about_somebody_in_the_news(self) -> None:
        who = "Anna Hentzau was a journalist who had written about the army. She was killed in Zenda in 2018."
        assert cut(article(PROSE, "About Anna Hentzau", who)) == []
        assert cut(article(PROSE, "About the Free Army", "The Free Army is an armed group that holds Zenda.")) == []

    def test_an_author_box_is_no_licence_to_cut_what_follows_it(self) -> None:
        text = article(PROSE, "About Anna Hentzau", "Anna Hentzau is a writer for the Post.", PROSE, MORE)
        assert ("body", MORE) in kinds(text)


class TestReplyForm:
    def test_all_that_follows_goes(self) -> None:
        text = article(PROSE, "3 Comments", "Bert says: The army lies. It always has, and it always will.", MORE)
        assert [k for k, _ in cut(text)] == ["reply form"] * 3

    def test_a_link_to_it_above_the_text_cuts_nothing_else(self) -> None:
        text = article("Army enters Strelsau", "Leave a comment", PROSE, MORE)
        assert [k for k, _ in kinds(text)] == ["headline", "reply form", "body", "body"]


ODD = st.text(alphabet=st.sampled_from("aZ. \n\t-–—:([*“”‘’'\"0123#|/@©é\u00a0\u2028")) | st.text()
LINES = st.lists(
    st.sampled_from(
        ["Leave a Reply", "About Anna Hentzau", "By Anna Hentzau", PROSE, "", "- one", "Image: A. B.", "World"]
    )
    | ODD
)


@given(LINES.map("\n".join))
def test_blocks_are_in_order_disjoint_and_inside_and_leave_nothing_out(text: str) -> None:
    at = 0
    for block in segment(text):
        assert not text[at : block.start].strip()
        assert at <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        at = block.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "line",
    [
        "A " * 290, "Share " * 100, "Aa, " * 140, "A. B/" * 100, "By " * 190,
        "Reporting by Aa in Bb and " * 22, "Reporting by " + "Aa, Bb and " * 50 + "x", "Share: X " + "x, and " * 80,
        "Aa Bb and " * 55, "1" * 500, "#a" * 250,
    ],
)  # fmt: skip
def test_no_line_makes_the_cues_slow(line: str) -> None:
    started = time.perf_counter()
    segment(article(*[line] * 20))
    assert time.perf_counter() - started < 2
