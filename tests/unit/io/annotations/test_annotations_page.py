"""The page on annotations shows what the program writes and reads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from viewer.io.annotations.journal_reading import parsed_journal
from viewer.io.annotations.web_shape import from_web
from viewer.model.annotation import Kind, MarkWord, OnPart
from viewer.model.annotation_record import Op, Record
from viewer.model.annotation_set import NO_ANNOTATIONS


@pytest.fixture
def page(pytestconfig: pytest.Config) -> str:
    return (pytestconfig.rootpath / "docs" / "annotations.md").read_text("utf-8")


def test_its_journal_is_whole(page: str) -> None:
    (lines,) = re.findall(r"^```\n(.*?)^```$", page, re.S | re.M)
    journal = parsed_journal(Path("x.journal"), lines.encode(), "insulinoma-tae")
    assert journal.problems == ()
    (one,) = NO_ANNOTATIONS.adding(journal.records).shown
    (example,) = re.findall(r"^```json\n(.*?)^```$", page, re.S | re.M)
    assert from_web(json.loads(example)) == one.content
    assert one.content is not None
    assert one.content.target == OnPart(part="tae-right")


def test_it_tells_every_word_of_the_format(page: str) -> None:
    words = [*get_args(Op), *get_args(Kind), *get_args(MarkWord), *Record.model_fields]
    assert [word for word in words if f"`{word}" not in page and word not in {"id"}] == ["content"]
