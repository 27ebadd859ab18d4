"""Reading plain text, Markdown and web pages; files, folders, globs and standard input."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from reading import MORE, PAGE, PROSE, TEXT, message, one, read
from triplewire.extract.reading.articles import count_articles, read_articles
from triplewire.ontology.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from reading import Write


class TestPlainText:
    def test_text_title_name_and_iri(self, write: Write) -> None:
        article = one(write("fall.txt", TEXT))
        assert article.text == TEXT
        assert article.title == "Army enters Strelsau"
        assert article.path == "news/fall.txt"
        assert article.iri.startswith("https://w3id.org/triplewire/data/article/")
        assert article.iri.endswith("/fall.txt")

    def test_the_iri_follows_the_text(self, write: Write) -> None:
        first = one(write("a.txt", TEXT)).iri
        assert one(write("a.txt", TEXT)).iri == first
        assert one(write("a.txt", TEXT + "Later.")).iri != first

    @pytest.mark.parametrize(
        ("line", "published"),
        [
            ("Published: 3 December 2024", "2024-12-03"),
            ("Published: Tuesday, 3 December 2024 at 10:15 GMT", "2024-12-03T10:15:00+00:00"),
            ("Dec. 3, 2024", "2024-12-03"),
            ("By Anna Hentzau | December 3, 2024", "2024-12-03"),
            ("Updated 4 December 2024\n\nPublished 3 December 2024", "2024-12-03"),
            ("Last updated: 4 December 2024", "2024-12-04"),
        ],
    )
    def test_a_date_above_the_text(self, write: Write, line: str, published: str) -> None:
        assert one(write("a.txt", f"Army enters Strelsau\n\n{line}\n\n{PROSE}")).published == published

    def test_the_date_of_a_dateline(self, write: Write) -> None:
        assert (
            one(write("a.txt", f"Army enters\n\nTuesday, December 3, 2024 Zenda — {PROSE}")).published == "2024-12-03"
        )

    def test_a_date_in_the_prose_is_not_the_date_of_publication(self, write: Write) -> None:
        assert one(write("a.txt", f"Army enters\n\nOn 3 December 1990, the king fled. {PROSE}")).published is None

    def test_header_lines(self, write: Write) -> None:
        head = (
            "Title: Army enters Strelsau\nSource: The Zenda Post\nAuthor: Anna Hentzau\nURL: https://zenda.example/1\n"
        )
        article = one(write("a.txt", f"{head}Date: 2024-12-03\n\n{PROSE}"))
        assert (article.title, article.source, article.author) == (
            "Army enters Strelsau",
            "The Zenda Post",
            "Anna Hentzau",
        )
        assert (article.url, article.iri) == ("https://zenda.example/1", "https://zenda.example/1")
        assert article.published == "2024-12-03"
        assert [article.text[b.start : b.end] for b in article.blocks if b.read] == [PROSE]

    def test_another_ending_is_sniffed(self, write: Write) -> None:
        assert one(write("article", TEXT)).text == TEXT
        assert one(write("export.data", json.dumps({"body": PROSE, "headline": "Army"}))).title == "Army"

    def test_a_strange_ending_is_told_of(self, write: Write, caplog: pytest.LogCaptureFixture) -> None:
        one(write("article", TEXT))
        assert not caplog.messages
        one(write("program.py", TEXT))
        assert caplog.messages[0].endswith("program.py: .py is no ending of articles; read as text, as it begins")

    def test_five_megabytes(self, write: Write) -> None:
        text = f"{PROSE}\n\n" * 66_000
        article = one(write("long.txt", text))
        assert len(article.text) == len(text) > 5_000_000
        assert len(article.blocks) == 66_000


class TestMarkdown:
    def test_front_matter(self, write: Write) -> None:
        head = "---\ntitle: 'Army enters: the king''s flight'\nurl: \"https://zenda.example/2\" # x\ndate: 3 Dec 2024\n"
        head += "publisher: Zenda Post\nauthors:\n  - Anna Hentzau\n  - Bert Bertrand\ntags: [war, zenda]\n---\n"
        article = one(write("a.md", f"{head}\n# Army enters\n\n{PROSE}\n"))
        assert article.title == "Army enters: the king's flight"
        assert (article.url, article.published) == ("https://zenda.example/2", "2024-12-03")
        assert (article.source, article.author) == ("Zenda Post", "Anna Hentzau, Bert Bertrand")
        assert article.text == f"Army enters\n\n{PROSE}"

    def test_markup_goes(self, write: Write) -> None:
        text = (
            "# Army *enters* Strelsau\n\nThe **army** of [Ruritania](https://r.example) entered\nit. ![map](m.png)\n\n"
            "- a [ceasefire](x)\n- elections\n\n> He said no.\n\n```\ncode\n```\n<div>html</div>\n"
        )
        article = one(write("a.markdown", text))
        wanted = "Army enters Strelsau\n\nThe army of Ruritania entered it.\n\na ceasefire\n\nelections\n\nHe said no."
        assert article.text == wanted
        assert article.title == "Army enters Strelsau"

    def test_nothing_but_markup(self, write: Write) -> None:
        assert "no text in this Markdown" in message(write("a.md", "---\ntitle: x\n---\n![map](m.png)\n"))


class TestHtml:
    def test_main_text_and_metadata(self, write: Write) -> None:
        article = one(write("a.html", PAGE))
        assert (article.title, article.url) == ("Army enters Strelsau", "https://zenda.example/3")
        assert (article.published, article.source, article.author) == ("2024-12-03", "Zenda Post", "Anna Hentzau")
        read_blocks = [(b.kind, article.text[b.start : b.end]) for b in article.blocks if b.read]
        assert read_blocks[0] == ("headline", "Army enters Strelsau")
        assert [t for k, t in read_blocks if k == "body"] == [PROSE, MORE, f"{PROSE} {MORE}"]
        assert "Home" not in article.text

    def test_a_page_without_an_article(self, write: Write) -> None:
        assert "no article text in this page" in message(write("a.htm", "<html><body><script>x</script></body></html>"))


class TestPaths:
    def test_folders_are_read_with_all_below_them_in_order(self, write: Write, tmp_path: Path) -> None:
        for name in ("b.txt", "a/z.txt", "a/c.md", ".hidden.txt", ".git/x.txt", "picture.png"):
            write(name, TEXT)
        found, errors = read(tmp_path / "news")
        assert [a.path for a in found] == ["news/a/c.md", "news/a/z.txt", "news/b.txt"]
        assert not errors

    def test_names_do_not_hang_on_how_the_path_is_written(
        self, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write("b.txt", TEXT)
        monkeypatch.chdir(tmp_path / "news")
        assert {one(p).path for p in (".", "b.txt", "../news/b.txt", "*.txt", tmp_path / "news")} == {"b.txt"}
        monkeypatch.chdir("/")
        assert one(tmp_path / "news").path == str(tmp_path / "news" / "b.txt").lstrip("/")

    def test_globs(self, write: Write, tmp_path: Path) -> None:
        for name in ("1/a.txt", "2/a.txt", "2/b.md"):
            write(name, TEXT)
        found, _ = read(str(tmp_path / "news" / "**" / "*.txt"))
        assert [a.path for a in found] == ["news/1/a.txt", "news/2/a.txt"]

    def test_a_file_given_twice_is_read_once(self, write: Write, tmp_path: Path) -> None:
        path = write("a.txt", TEXT)
        assert len(read(path, tmp_path / "news", path)[0]) == 1

    @pytest.mark.parametrize(
        ("path", "what"), [("none.txt", "there is no such file or folder"), ("none*.txt", "no file matches")]
    )
    def test_paths_that_lead_nowhere(self, tmp_path: Path, path: str, what: str) -> None:
        with pytest.raises(UsageError, match=what):
            read_articles([str(tmp_path / path)], on_error=pytest.fail)

    def test_a_folder_without_articles(self, write: Write, tmp_path: Path) -> None:
        write("picture.png", b"x")
        with pytest.raises(UsageError, match=r"holds no articles; give files that end in \.txt"):
            read_articles([str(tmp_path / "news")], on_error=pytest.fail)

    def test_a_file_that_cannot_be_read(self, write: Write, tmp_path: Path) -> None:
        path = write("a.txt", TEXT)
        articles = read_articles([str(path), str(write("b.txt", TEXT))], on_error=(errors := []).append)
        path.unlink()
        assert len(list(articles)) == 1
        assert str(errors[0]) == "news/a.txt: cannot be read (No such file or directory); check the file and its rights"

    @pytest.mark.parametrize(
        ("content", "texts"),
        [
            (TEXT, [TEXT]),
            (f'{{"text": "{PROSE}"}}\n{{"text": "{MORE}"}}\n', [PROSE, MORE]),
            (f'[{{"text": "{PROSE}"}}, {{"text": "{MORE}"}}]', [PROSE, MORE]),
            (f'[\n  {{"text": "{PROSE}"}},\n  {{"text": "{MORE}"}}\n]', [PROSE, MORE]),
            (f'{{\n  "text": "{PROSE}"\n}}', [PROSE]),
            (f'{{"articles": [{{"text": "{PROSE}"}}]}}', [PROSE]),
            (PAGE, None),
            ("[Photo] The army left.", ["[Photo] The army left."]),
        ],
    )
    def test_standard_input(self, monkeypatch: pytest.MonkeyPatch, content: str, texts: list[str] | None) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content.encode()))))
        found, errors = read("-")
        assert not errors
        assert all(a.path and a.path.startswith("-") for a in found)
        assert [a.text for a in found] == texts if texts else found[0].title == "Army enters Strelsau"

    def test_empty_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b""))))
        assert message("-") == "-: the file is empty; remove it, or fill it"

    def test_counting(self, write: Write, tmp_path: Path) -> None:
        write("a.txt", TEXT)
        write("b.jsonl", '{"text": "x"}\n\nbroken\n{"text": "y"}\n')
        write("c.csv", "text\none\ntwo\n")
        write("d.json", "[]")
        assert count_articles([str(tmp_path / "news")]) == 7
        assert count_articles(["-"]) is None
