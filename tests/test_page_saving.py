"""What a reader takes away from the page: a picture, a table."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from drawn import crowd, quarrel

if TYPE_CHECKING:
    from pathlib import Path


def test_picture_and_table_are_saved_from_the_page(opened: Any, tmp_path: Path) -> None:
    it = opened(quarrel())
    files = {}
    for name, ending in (("Picture of this view", "png"), ("Statements in view", "csv")):
        it.page.locator("#open-save").click()
        with it.page.expect_download() as download:
            it.page.get_by_role("button", name=name).click()
        assert download.value.suggested_filename == f"a-quarrel.{ending}"
        files[ending] = tmp_path / download.value.suggested_filename
        download.value.save_as(files[ending])
    assert files["png"].read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    with files["csv"].open(encoding="utf-8-sig", newline="") as rows:
        table = list(csv.DictReader(rows))
    assert len(table) == 6
    (raid,) = [row for row in table if row["relation"] == "attack"]
    assert raid["subject"] == "Free Coast Brigade"
    assert raid["sentence"] == "On Monday the Free Coast Brigade attacked Port Amber."


def test_a_cell_that_a_spreadsheet_would_run_is_defused(opened: Any, tmp_path: Path) -> None:
    network = crowd(3)
    for *_, data in network.edges(data=True):
        data["evidence"][0]["title"] = "=HYPERLINK(A1)"
    it = opened(network)
    it.page.locator("#open-save").click()
    with it.page.expect_download() as download:
        it.page.get_by_role("button", name="Statements in view").click()
    download.value.save_as(tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf-8-sig", newline="") as rows:
        assert {row["title"] for row in csv.DictReader(rows)} == {"'=HYPERLINK(A1)"}


def test_a_picture_tells_how_its_view_is_narrowed(opened: Any) -> None:
    it = opened(quarrel(), "#from=2024-12-04&to=2024-12-06&not-sign=0~1&words=port")
    it.page.evaluate("""() => {
      window.written = [];
      const fillText = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
        window.written.push(text);
        fillText.call(this, text, ...place);
      };
    }""")
    it.page.locator("#open-save").click()
    with it.page.expect_download():
        it.page.get_by_role("button", name="Picture of this view").click()
    (line,) = [text for text in it.page.evaluate("window.written") if "only" in text]
    assert line.endswith(" · only 4 Dec 2024 – 6 Dec 2024 · only sentences with “port” · only hostile")
