"""What is remembered between two starts, and that a damaged file costs no more than that."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from viewer.session.settings import MOST_RECENT, Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def read_anew(settings: Settings, file: Path) -> Settings:
    """Give what another start would read: from the file alone, whatever Qt remembers of it."""
    settings._store.sync()
    copy = file.with_name(f"copy of {file.name}")
    shutil.copy(file, copy)
    return Settings(copy)


def test_a_missing_file_means_defaults(file: Path) -> None:
    settings = Settings(file)
    assert settings.text("theme") == ""
    assert settings.text("theme", "light") == "light"
    assert settings.state("window") == QByteArray()
    assert settings.recent() == ()
    assert settings.source_copy("case", "report") is None
    assert not file.exists()


def test_everything_is_there_at_the_next_start(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    settings.set_text("language", "日本語; a=b, c")
    settings.set_state("window/state", QByteArray(b"\x00\xff\nstate"))
    settings.remember_case(tmp_path / "one, two; 三.dayline")
    settings.link_source("case-1", "report", tmp_path / "paper.pdf")
    again = read_anew(settings, file)
    assert again.text("language") == "日本語; a=b, c"
    assert again.state("window/state") == QByteArray(b"\x00\xff\nstate")
    assert again.recent() == (tmp_path / "one, two; 三.dayline",)
    assert again.source_copy("case-1", "report") == tmp_path / "paper.pdf"
    assert again.source_copy("case-1", "other") is None
    assert again.source_copy("case-2", "report") is None


def test_an_empty_word_is_no_word(file: Path) -> None:
    settings = Settings(file)
    settings.set_text("theme", "")
    assert settings.text("theme", "light") == "light"


def test_the_case_opened_last_comes_first_and_only_once(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    for name in ("a", "b", "c", "a"):
        settings.remember_case(tmp_path / name)
    assert [path.name for path in settings.recent()] == ["a", "c", "b"]
    assert [path.name for path in read_anew(settings, file).recent()] == ["a", "c", "b"]


def test_so_many_cases_are_remembered_and_no_more(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    for number in range(MOST_RECENT + 3):
        settings.remember_case(tmp_path / str(number))
    names = [path.name for path in settings.recent()]
    assert names == [str(number) for number in range(12, 2, -1)]


def test_a_case_is_remembered_by_where_it_lies(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings(file)
    settings.remember_case(Path("case"))
    settings.link_source("c", "s", Path("paper.pdf"))
    assert settings.recent() == (tmp_path / "case",)
    assert settings.source_copy("c", "s") == tmp_path / "paper.pdf"


def test_the_list_of_cases_can_be_emptied(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    settings.remember_case(tmp_path / "a")
    settings.set_text("theme", "dark")
    settings.forget_cases()
    assert settings.recent() == ()
    assert read_anew(settings, file).recent() == ()
    assert settings.text("theme") == "dark"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02\xff" * 50,
        b"[cases\nrecent",
        b'{"theme": "dark"}',
        b"theme=@Invalid()\nmotion=@Invalid()\nwindow=@ByteArray(\n",
        b"[cases]\nrecent=@Invalid()\n",
    ],
)
def test_a_damaged_file_means_defaults(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    settings = Settings(file)
    assert settings.text("theme", "light") == "light"
    assert settings.recent() == ()
    settings.set_text("theme", "dark")
    assert settings.text("theme") == "dark"


def test_values_of_another_kind_mean_defaults(file: Path) -> None:
    file.write_bytes(b"theme=a, b\nwindow=a word\n[cases]\nrecent=@ByteArray(x)\n")
    settings = Settings(file)
    assert settings.text("theme", "light") == "light"
    assert settings.state("window") == QByteArray()
    assert settings.recent() == ()


def test_what_is_no_path_is_left_out_of_the_list(file: Path) -> None:
    file.write_bytes(b"[cases]\nrecent=/a, , /b\n")
    assert Settings(file).recent() == (Path("/a"), Path("/b"))


def test_the_file_lies_in_the_persons_own_folder(home: Path) -> None:
    settings = Settings()
    settings.set_text("theme", "dark")
    settings._store.sync()
    (written,) = home.rglob("settings.ini")
    assert "dark" in written.read_text("utf-8")


def test_choices_of_a_dialog_are_there_at_the_next_start(file: Path) -> None:
    settings = Settings(file)
    assert settings.choices("export/figure") == {}
    settings.set_choices("export/figure", {"width_mm": 85.0, "style": "course"})
    again = read_anew(settings, file)
    assert again.choices("export/figure") == {"width_mm": 85.0, "style": "course"}


@pytest.mark.parametrize("damaged", ["{", "[1]", "[" * 100_000])
def test_damaged_choices_are_none(file: Path, damaged: str) -> None:
    settings = Settings(file)
    settings.set_text("export/figure", damaged)
    assert settings.choices("export/figure") == {}


def test_words_that_must_not_go_out_are_kept_for_their_case_and_never_written(file: Path) -> None:
    settings = Settings(file)
    settings.keep_words_back("case", ["Quetzal", "4711"])
    assert settings.words_kept_back("case") == ("Quetzal", "4711")
    assert settings.words_kept_back("other") == ()
    settings.set_text("theme", "dark")
    assert read_anew(settings, file).words_kept_back("case") == ()
    assert b"Quetzal" not in file.read_bytes()
