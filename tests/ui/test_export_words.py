"""Exported annotations in the language of the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.annotating_making import a_note, made
from tests.making import PLAIN, a_case
from viewer.io.annotations.csv_export import csv_table
from viewer.io.annotations.markdown_export import markdown
from viewer.model.annotation import OnPeriod
from viewer.ui.start import application
from viewer.ui.words.export_words import export_words

COURSE = a_case(title={"en": "A case", "ja": "ある症例"})


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return application()


@pytest.mark.usefixtures("japanese")
def test_an_export_is_in_japanese() -> None:
    words = export_words(PLAIN, "ja")
    known = made(a_note("text", OnPeriod(start=2, end=5)))
    text = markdown(known, COURSE, words)
    assert text.startswith("# 注記：ある症例\n\n## 第2病日\n\n- **メモ** · Anna · 第2–4病日\n")
    head = csv_table(known, COURSE, words).decode("utf-8-sig").split("\r\n")[0]
    assert head.split(",")[3:6] == ["対象", "種類", "作成者"]


def test_an_export_is_in_english() -> None:
    words = export_words(PLAIN, "en")
    text = markdown(made(a_note("text", OnPeriod(start=2, end=5))), COURSE, words)
    assert text.startswith("# Annotations: A case\n\n## Day 2\n\n- **Note** · Anna · days 2–4\n")
