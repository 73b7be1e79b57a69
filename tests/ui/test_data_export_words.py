"""Exported data in the language of the window."""

from __future__ import annotations

import io

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication

from tests.making import PLAIN, a_case, a_statement, a_value, an_event, between, lasting
from tests.making import a_series as series_of
from viewer.io.exporters.csv_tables import events_csv
from viewer.io.exporters.timeline import care_html, care_markdown
from viewer.io.exporters.workbook import workbook
from viewer.ui.start import application
from viewer.ui.words.data_export_words import data_words

COURSE = a_case(
    an_event(
        "drug",
        lasting(2, 5),
        title={"en": "A drug", "ja": "ある薬"},
        dose={"value": 5, "unit": "mg"},
    ),
    series=[series_of(a_value(between(0, 3), 54.0))],
    statements=[a_statement("said")],
    title={"en": "A case", "ja": "ある症例"},
)


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return application()


@pytest.mark.usefixtures("japanese")
def test_data_are_in_japanese() -> None:
    words = data_words(COURSE, PLAIN, "ja", ("年齢はまとめた。",))
    text = care_markdown(COURSE, words)
    assert text.startswith(
        "# 経過表：ある症例\n\n- 診断・治療の判断には使用できません\n- 年齢はまとめた。\n"
    )
    assert "| 第2–5病日 | ある薬 | 用量：5 mg<br>期間：4日間 |" in text
    assert '<html lang="ja">' in care_html(COURSE, words)
    book = openpyxl.load_workbook(io.BytesIO(workbook(COURSE, words)))
    assert book.sheetnames == ["症例情報", "イベント", "詳細", "検査値", "記述"]
    for sheet in book:
        heads = [cell.value for cell in sheet[2]]
        assert all(not str(head).isascii() or head in ("ID", "Grade") for head in heads), heads
        assert len(set(heads)) == len(heads)
    head = events_csv(COURSE, words).decode("utf-8-sig").split("\r\n")[0]
    assert head.startswith("row,id,of,lane")
    assert head.endswith(",診断・治療の判断には使用できません；年齢はまとめた。")


def test_data_are_in_english() -> None:
    words = data_words(COURSE, PLAIN, "en")
    text = care_markdown(COURSE, words)
    assert text.startswith("# Timeline: A case\n\n- Not for diagnosis or treatment decisions\n")
    assert (
        "| days 2–5 | A drug | Dose: 5 mg<br>Duration: 4 days |  |  | Reported by the source |"
        in text
    )
    assert "| within days 0–3 | Values | Glucose: 54 mg/dL |" in text
