"""Drafts: what was being typed is there again after a crash, and nobody else reads it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.making_journals import CASE, a_note, annotation_id
from viewer.io.annotations.drafts import Draft, Drafts
from viewer.io.annotations.writing_lock import LOCK_SUFFIX
from viewer.model.annotation import Content, Unfinished


def _content(text: str) -> Content:
    content = a_note(1, text).content
    assert content is not None
    return content


def _draft(number: int, text: str, at: str = "2026-11-30T14:03:12Z") -> Draft:
    return Draft(annotation_id(number), _content(text), at)


def _texts(drafts: Drafts) -> list[str]:
    return [draft.content.text for draft in drafts.all()]


def test_no_drafts_before_any_was_kept(tmp_path: Path) -> None:
    assert Drafts(tmp_path, CASE).all() == ()


def test_a_draft_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, CASE)
    drafts.keep(_draft(1, "half a"))
    drafts.keep(_draft(1, "half a sentence \ud800"))
    drafts.close()
    assert Drafts(tmp_path, CASE).all() == (_draft(1, "half a sentence \ufffd"),)


def test_what_is_only_half_typed_is_kept_as_it_stands(tmp_path: Path) -> None:
    typed = {"text": "x" * 30_000 + "\ud800", "first": "13.25"}
    given = _content("what could be said").model_dump() | {"typed": typed}
    half = Unfinished.model_validate(given)
    Drafts(tmp_path, CASE).set_aside(Draft(annotation_id(1), half, "2026-11-30T15:00:00Z"))
    (found,) = Drafts(tmp_path, CASE).all()
    assert found.content == half
    assert isinstance(found.content, Unfinished)
    assert found.content.typed["text"] == "x" * 30_000 + "\ufffd"
    assert found.content.content == _content("what could be said")


def test_the_last_draft_comes_first(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, CASE)
    drafts.keep(_draft(1, "new", "2026-11-30T15:00:00Z"))
    drafts.keep(_draft(2, "old", "2026-11-30T14:00:00Z"))
    assert _texts(drafts) == ["new", "old"]


def test_only_the_owner_reads_drafts(tmp_path: Path) -> None:
    Drafts(tmp_path, CASE).set_aside(_draft(1, "mine"))
    (file,) = (tmp_path / "drafts").iterdir()
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_dropped_draft_leaves_nothing_behind(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, CASE)
    drafts.drop(annotation_id(1))
    drafts.keep(_draft(1, "gone"))
    drafts.keep(_draft(2, "stays"))
    left = tmp_path / "drafts" / f".{annotation_id(1)}.json.99-1.new"
    left.write_text("of a window that died while it wrote")
    drafts.drop(annotation_id(1))
    drafts.drop(annotation_id(1))
    assert _texts(drafts) == ["stays"]
    assert not left.exists()


def test_nothing_is_dropped_where_there_is_no_folder_of_drafts(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for private in (tmp_path / "none", tmp_path / "file"):
        Drafts(private, CASE).drop(annotation_id(1))


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"typed": []}', '{"at": ""}', '{"annotation": {}}', "\0" * 99]
)
def test_a_damaged_draft_stays_and_hides_no_other(tmp_path: Path, text: str) -> None:
    drafts = Drafts(tmp_path, CASE)
    drafts.keep(_draft(1, "whole"))
    damaged = tmp_path / "drafts" / f"{annotation_id(2)}.json"
    damaged.write_text(text)
    (tmp_path / "drafts" / f"{annotation_id(3)}.json").mkdir()
    assert _texts(drafts) == ["whole"]
    assert damaged.read_text() == text


def test_a_place_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "drafts").touch()
    drafts = Drafts(tmp_path, CASE)
    with pytest.raises(OSError, match="drafts"):
        drafts.keep(_draft(1, "text"))
    assert drafts.all() == ()


def test_what_a_window_types_is_left_over_for_nobody(tmp_path: Path) -> None:
    one, other = Drafts(tmp_path, CASE), Drafts(tmp_path, CASE)
    one.keep(_draft(1, "half"))
    assert [draft.is_typed for draft in one.all()] == [True]
    assert other.all() == ()
    with pytest.raises(OSError, match=annotation_id(1)):
        other.keep(_draft(1, "at the same time"))
    one.close()
    assert _texts(other) == ["half"]
    other.keep(_draft(1, "gone on with"))
    other.set_aside(_draft(1, "let go of"))
    assert _texts(one) == ["let go of"]
    assert not one.all()[0].is_typed
    assert {path.suffix for path in (tmp_path / "drafts").iterdir()} == {".json"}


def test_a_window_that_died_holds_no_draft(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path\n"
        "from tests.unit.io.annotations.test_drafts import _draft\n"
        "from viewer.io.annotations.drafts import Drafts\n"
        "drafts = Drafts(Path(sys.argv[1]), sys.argv[2]); drafts.keep(_draft(1, 'half'))\n"
        "os._exit(9)\n"
    )
    given = [sys.executable, "-c", code, str(tmp_path), CASE]
    root = Path(__file__).resolve().parents[4]
    assert subprocess.run(given, cwd=root, check=False, timeout=60).returncode == 9
    assert _texts(Drafts(tmp_path, CASE)) == ["half"]


def test_a_draft_whose_lock_nobody_can_take_is_offered_all_the_same(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, CASE)
    drafts.keep(_draft(1, "half"))
    drafts.close()
    (path,) = (tmp_path / "drafts").iterdir()
    path.with_name(path.name + LOCK_SUFFIX).mkdir()
    assert _texts(Drafts(tmp_path, CASE)) == ["half"]
