"""Where notes lie: beside the case, one place for each case, however it is reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.io.annotations.places import journal_path, places_of
from viewer.paths import first_case


def test_notes_stand_beside_a_folder_and_beside_a_file(tmp_path: Path) -> None:
    assert places_of(tmp_path / "one.case", "c").beside == tmp_path / "one.case.notes"
    assert places_of(tmp_path / "two.dayline", "c").beside == tmp_path / "two.notes"


def test_both_places_are_looked_into(tmp_path: Path, home: Path) -> None:
    places = places_of(tmp_path / "one", "c")
    assert places.folders == (tmp_path / "one.notes", places.private)
    assert places.private.is_relative_to(home)


def test_a_case_of_the_programs_own_has_no_notes_beside_it(tmp_path: Path) -> None:
    places = places_of(first_case(), "c", tmp_path)
    assert (places.beside, places.folders) == (None, (places.private,))
    assert places.private.is_relative_to(tmp_path)


def test_two_cases_of_one_id_have_private_places_of_their_own(tmp_path: Path) -> None:
    one, two = (places_of(tmp_path / name, "c", tmp_path) for name in ("one", "two"))
    assert one.private != two.private
    assert one == places_of(tmp_path / "one", "c", tmp_path)


def test_where_a_case_lay_before_its_notes_may_lie_too(tmp_path: Path) -> None:
    moved = places_of(tmp_path / "new", "c", tmp_path)
    assert moved.everywhere == moved.folders
    before = places_of(tmp_path / "old", "c", tmp_path)
    for private in (before.private, moved.private, before.private.with_name("d-0123")):
        private.mkdir(parents=True)
    assert moved.everywhere == (*moved.folders, before.private)


def test_by_whatever_way_a_case_is_reached_its_notes_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data" / "one").mkdir(parents=True)
    (tmp_path / "desk").symlink_to(tmp_path / "data")
    (tmp_path / "mine").symlink_to(tmp_path / "data" / "one")
    monkeypatch.chdir(tmp_path)
    ways = ("data/one", "desk/one", "mine", "data/../mine")
    found = {places_of(Path(way), "c") for way in ways}
    assert found == {places_of(tmp_path / "data" / "one", "c")}


def test_a_link_to_itself_has_a_place_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert places_of(tmp_path / "loop", "c").beside == tmp_path / "loop.notes"


def test_any_id_of_a_case_makes_a_name_that_a_folder_can_have(tmp_path: Path) -> None:
    for case in ("a/b:c..", "低血糖" * 60, "𝒜" * 200, "x" * 200):
        private = places_of(tmp_path / "one", case, tmp_path).private
        private.mkdir(parents=True)
        assert private.parent == tmp_path / "notes"


def test_a_journal_is_named_by_its_id(tmp_path: Path) -> None:
    assert journal_path(tmp_path, "ab").name == "ab.journal"
