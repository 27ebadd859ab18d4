"""Who made a page is no part of its article: credits and boxes about authors."""

from __future__ import annotations

import pytest
from cutting import MORE, PROSE, article, cut, kinds


class TestCredits:
    @pytest.mark.parametrize(
        "line",
        [
            "By Rudolf Rassendyll", "By Rudolf Rassendyll and Flavia", "BY RUDOLF RASSENDYLL | 3 December 2024",
            "By Rudolf Rassendyll in Strelsau", "By Reuters Staff", "By AFP", "Rudolf Rassendyll, correspondent",
            "Words by Rudolf Rassendyll", "Rudolf Rassendyll", "Published: 3 December 2024", "3 December 2024",
            "Rudolf Rassendyll in Strelsau", "Rudolf Rassendyll and Anna Hentzau in Zenda", "Zenda Post and agencies",
            "Zenda Post and agencies in Strelsau", "Last updated: Dec 3, 2024, 10:15 GMT",
            "Strelsau, 3 December 2024", "4 min read", "Source: The Zenda Post",
        ],
    )  # fmt: skip
    def test_under_the_headline(self, line: str) -> None:
        assert [t for _, t in cut(article("Army enters Strelsau", line, PROSE, MORE))] == [line]

    @pytest.mark.parametrize(
        "line",
        [
            "Photo: Sapt/AFP", "(Photo by Fritz Tarlenheim)", "Image: Fritz Tarlenheim.", "Photo courtesy of Zenda",
            "FILE PHOTO: Troops stand at a gate in Strelsau, November 2, 2024.", "Share this article", "Advertisement",
            "Facebook Twitter WhatsApp Email", "Subscribe to our newsletter", "Sign up for our daily briefing.",
            "Read more: Army shells the bridge at Zenda", "READ | Who is the governor?", "Follow us on Telegram",
            "Story continues below advertisement", "Tags: Ruritania, Zenda", "Copy link", "***", "Related articles",
            "© 2024 The Zenda Post. All rights reserved.", "Get the latest news in your inbox", "#Ruritania #Zenda",
            "Receive what our reporters write in your inbox every evening.", "Share this story: Facebook | X | E-mail",
            "Share on Telegram, WhatsApp and X",
        ],
    )  # fmt: skip
    def test_between_paragraphs(self, line: str) -> None:
        assert [t for _, t in cut(article(PROSE, line, MORE, PROSE))] == [line]

    @pytest.mark.parametrize(
        "line",
        [
            "Original Source: www.zendapost.example", "Source: AFP", "This article was originally published on Gondal.",
            "Reporting by Rudolf Rassendyll; editing by Flavia Elphberg", "(Additional reporting by Bert Bertrand)",
            "Bert Bertrand contributed to this report.", "With inputs from agencies", "https://zendapost.example/a/1",
            "The views expressed in this article are the author's own and do not reflect those of the Post.",
            "Editor's note: This story has been updated with comments by the governor.", "— Reuters", "(AFP)",
            "View all posts by Rudolf Rassendyll →", "Our Standards: The Trust Principles.", "rudolf@zendapost.example",
            "This article was updated on 4 December to add the governor's reply.", "Source: Zenda Post, city desk",
            "(Reporting by Anna Hentzau in Zenda and Bert Bertrand in Strelsau; Editing by Flavia Elphberg)",
            "Reporting by Anna Hentzau in Zenda, Bert Bertrand in Strelsau, and Fritz Tarlenheim; editing by Sapt",
            "Reporting by Anna Hentzau; additional reporting by Bert Bertrand", "Writing by Anna Hentzau in Zenda",
            "Reporting by Anna Hentzau, Bert Bertrand, additional reporting by Fritz Tarlenheim in Zenda.",
        ],
    )  # fmt: skip
    def test_after_the_last_paragraph(self, line: str) -> None:
        assert [t for _, t in cut(article(PROSE, MORE, line))] == [line]

    @pytest.mark.parametrize(
        "lines",
        [
            ("(Reporting by Anna Hentzau in Zenda and", "Bert Bertrand in Strelsau; Editing by Flavia Elphberg)"),
            ("(Reporting by Anna Hentzau in Zenda;", "additional reporting by Bert Bertrand;", "Editing by Sapt)"),
            ("Reporting by Anna Hentzau", "Editing by Flavia Elphberg"),
        ],
    )
    def test_a_sign_off_over_several_lines(self, lines: tuple[str, ...]) -> None:
        text = article("Army enters Strelsau", f"{PROSE} {MORE}", f"{MORE} {PROSE}", "\n".join(lines))
        assert cut(text) == [("credit line", line) for line in lines]

    def test_a_sign_off_in_hard_wrapped_text(self) -> None:
        prose = "The army of Ruritania entered the town of Strelsau on Monday after\nthree weeks of fighting."
        credit = "(Reporting by Anna Hentzau in Zenda and Bert Bertrand in Strelsau;\nEditing by Flavia Elphberg)"
        assert cut(article(prose, prose, credit)) == [("credit line", credit)]

    @pytest.mark.parametrize("above", ["Reporting by Anna Hentzau", "Source: AFP"])
    def test_what_the_outlet_says_of_itself_below_a_sign_off(self, above: str) -> None:
        outlet = "The Zenda Post is an independent news agency. Support our work."
        assert [t for _, t in cut(article(PROSE, MORE, above, outlet, "Support our journalism"))][:2] == [above, outlet]

    @pytest.mark.parametrize("line", ["Share this: Facebook X Telegram", "Share on WhatsApp | Email | X"])
    def test_a_share_line_at_the_end_of_the_last_line(self, line: str) -> None:
        assert cut(article(PROSE, f"{MORE} {line}")) == [("share line", line)]

    def test_a_photo_credit_leaves_its_caption(self) -> None:
        found = kinds(article(PROSE, "Troops at the gate. Image: Fritz Tarlenheim (Zenda Post).", MORE))
        assert ("body", "Troops at the gate.") in found
        assert ("photo credit", "Image: Fritz Tarlenheim (Zenda Post).") in found

    def test_a_photo_credit_in_running_text(self) -> None:
        text = "The palace in 1990. Image: U.S. Office of Maps. The king left it on Monday. He said: Image is all."
        assert cut(text) == [("photo credit", "Image: U.S. Office of Maps.")]

    def test_links_after_the_text_go_with_their_heading(self) -> None:
        text = article(PROSE, "Most read", "Governor flees Zenda in a boat", "Why the bridge matters")
        assert len(cut(text)) == 3


class TestAuthorBox:
    BIO = "Anna Hentzau is an award-winning reporter for the Zenda Post. She studied at the University of Strelsau."

    @pytest.mark.parametrize("heading", ["About Anna Hentzau", "About the author", "About the Author:", "Author"])
    def test_with_a_heading(self, heading: str) -> None:
        found = cut(article(PROSE, heading, self.BIO, "Hentzau covers the army. She lives in Zenda."))
        assert [k for k, _ in found] == ["author box"] * 3

    @pytest.mark.parametrize("mark", ["", "**"])
    @pytest.mark.parametrize("heading", ["About the author:", "About Anna Hentzau:", "Author:"])
    def test_heading_and_biography_in_one_paragraph(self, heading: str, mark: str) -> None:
        box = f"{mark}{heading}{mark} {self.BIO}"
        assert cut(article(PROSE, MORE, box)) == [("author box", box)]
        assert len(cut(article(PROSE, MORE, box, "She lives in Zenda and writes about the army."))) == 2

    def test_one_paragraph_about_somebody_in_the_news_stays(self) -> None:
        box = "About Anna Hentzau: Hentzau is the commander of the army. She was born in Zenda."
        assert cut(article(PROSE, MORE, box)) == []

    def test_among_other_trailers(self) -> None:
        text = article(
            "Army enters Strelsau", PROSE, MORE, "Original Source: zendapost.example", "About Anna Hentzau", self.BIO,
            "View all posts by Anna Hentzau →", "Leave a Reply", "Your email address will not be published.",
            "Nice article! I think the army is wrong.",
        )  # fmt: skip
        assert [t for k, t in kinds(text) if k in ("headline", "body")] == ["Army enters Strelsau", PROSE, MORE]

    def test_the_authors_closing_paragraph(self) -> None:
        assert cut(article(PROSE, self.BIO), author="Anna Hentzau") == [("author box", self.BIO)]
        assert ("author box", self.BIO) in cut(
            article("Army enters Strelsau", "By Anna Hentzau", PROSE, MORE, self.BIO)
        )

    def test_after_a_rule(self) -> None:
        assert cut(article(PROSE, "* * *", self.BIO))[-1] == ("author box", self.BIO)

    def test_a_closing_paragraph_about_another_writer_stays(self) -> None:
        assert cut(article(PROSE, self.BIO), author="Bert Bertrand") == []
