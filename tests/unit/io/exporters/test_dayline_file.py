"""A case as one .dayline file: opening it gives the case that was disclosed, and nothing more."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.annotating_making import an_added_study, made
from tests.making import (
    a_case,
    a_lesion,
    a_report,
    a_series,
    a_study,
    a_value,
    an_event,
    lasting,
)
from tests.making import on as on_day
from tests.unit.io.annotations.a_reviewed_course import COURSE, reviewed
from tests.unit.io.exporters.plain_words import WORDS
from tests.unit.io.exporters.test_csv_tables import everything, sampled
from viewer.io.annotations.importing import import_annotations
from viewer.io.case_store import OpenedCase, open_case
from viewer.io.case_writer import case_json
from viewer.io.exporters import dayline_file as exporting
from viewer.io.exporters.dayline_file import dayline_file, write_dayline
from viewer.io.exporters.written_case import written_case
from viewer.io.exporters.written_samples import sample_files
from viewer.io.unreadable import AssetUnreadableError, CaseUnreadableError
from viewer.model import problem_texts
from viewer.model.annotation_places import disclosed
from viewer.model.annotation_set import NO_ANNOTATIONS
from viewer.model.case import Case
from viewer.model.disclosure import disclose
from viewer.model.problem import Problem
from viewer.paths import cases

REPORTED = {"kind": "reported"}


class Files:
    """The files of a made-up case; tells which were asked for."""

    def __init__(self, **files: bytes) -> None:
        self.files = {name.replace("__", "/").replace("_", "."): raw for name, raw in files.items()}
        self.asked: list[str] = []

    def read(self, name: str) -> bytes:
        self.asked.append(name)
        if name not in self.files:
            raise AssetUnreadableError(Problem("error", "gone", "look", {"name": name}))
        return self.files[name]


NO_FILES = Files()


@pytest.fixture
def reopened(tmp_path: Path) -> Callable[[bytes], OpenedCase]:
    def opened(raw: bytes) -> OpenedCase:
        path = tmp_path / "out.dayline"
        path.write_bytes(raw)
        one = open_case(path)
        assert one.problems == ()
        return one

    return opened


Reopen = Callable[[bytes], OpenedCase]


def names_in(raw: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(raw)).namelist()


def on_disk(folder: Path, case: dict[str, Any], **files: Any) -> OpenedCase:
    """Write a case with .npy files and open it."""
    folder.mkdir()
    (folder / "case.json").write_text(json.dumps(case), "utf-8")
    for name, array in files.items():
        np.save(folder / f"{name}.npy", array)
    return open_case(folder)


def a_long_case(**samples: Any) -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(case_json(a_case(an_event("e", on_day(3)))))
    plain = {"title": "Glucose", "analyte": "glucose", "unit": "mg/dL"}
    raw["series"] = [
        {"id": id_, **plain, "samples": {"evidence": REPORTED} | given}
        for id_, given in samples.items()
    ]
    return raw


# --- the case that ships ----------------------------------------------------------------------


def test_the_case_that_ships_comes_out_equal(reopened: Reopen) -> None:
    case = open_case(cases() / "insulinoma-tae").case
    raw = dayline_file(case, WORDS, NO_FILES)
    assert names_in(raw) == ["case.json", "README.txt"]
    assert reopened(raw).case == case


@pytest.mark.parametrize("horizon", [-1, 0, 11, 12, 41, 157])
def test_so_it_does_at_a_horizon_as_the_format_can_say_it(horizon: int, reopened: Reopen) -> None:
    case = disclose(open_case(cases() / "insulinoma-tae").case, horizon)
    found = reopened(dayline_file(case, WORDS, NO_FILES, horizon=horizon)).case
    wanted = written_case(case).model_copy(update={"id": f"case-to-day-{horizon}"})
    assert found == wanted
    assert case_json(written_case(found)) == case_json(wanted)
    assert disclose(found, None) == found


def test_what_a_horizon_hides_of_a_time_is_not_stated(reopened: Reopen) -> None:
    case = disclose(open_case(cases() / "insulinoma-tae").case, 11)
    found = reopened(dayline_file(case, WORDS, NO_FILES)).case
    by_id = {event.id: event for event in found.events}
    attacks, diazoxide = by_id["hypoglycaemic-attacks"].when, by_id["diazoxide"].when
    assert json.loads(attacks.model_dump_json(exclude_none=True))["end"] == "unknown"
    assert json.loads(diazoxide.model_dump_json(exclude_none=True))["end"]["earliest"] == 0
    assert "latest" not in diazoxide.model_dump(exclude_none=True)["end"]


def test_a_case_with_every_field_comes_out_equal(tmp_path: Path) -> None:
    case = everything()
    raw = dayline_file(case, WORDS, Files(f__1_png=b"png"))
    assert names_in(raw) == ["case.json", "README.txt", "f/1.png"]
    (tmp_path / "x.dayline").write_bytes(raw)
    found = open_case(tmp_path / "x.dayline")
    assert {problem.message for problem in found.problems} == {problem_texts.ASSET_MISSING}
    assert [problem.values["name"] for problem in found.problems] == ["ct/1", "a.svs", "he.svs"]
    assert found.case == case
    assert found.assets.read("f/1.png") == b"png"


# --- long series ------------------------------------------------------------------------------


@pytest.mark.parametrize("horizon", [None, 4])
def test_long_series_are_cut_to_what_is_disclosed(
    horizon: int | None, tmp_path: Path, reopened: Reopen
) -> None:
    days = np.arange(0, 10, 1 / 288)
    values = np.where(days < 5, 100.0, 9999.0)
    values[[7, 2000]] = np.nan
    raw = a_long_case(
        pairs={"file": "f/pairs.npy"},
        narrow={"file": "narrow.npy"},
        regular={"file": "regular.npy", "start": 0, "every_days": 0.25},
    )
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "f").mkdir()
    (folder / "case.json").write_text(json.dumps(raw), "utf-8")
    np.save(folder / "f" / "pairs.npy", np.stack((days, values)))
    halves = np.arange(0, 10, 0.5, dtype=np.float32)
    np.save(folder / "narrow.npy", np.stack((halves, halves + np.float32(0.1))))
    np.save(folder / "regular.npy", np.array([5.4, np.nan, 7.5] * 13, np.float32))
    opened = open_case(folder)
    assert opened.problems == ()
    case = disclose(opened.case, horizon)
    out = dayline_file(case, WORDS, NO_FILES)
    assert names_in(out) == ["case.json", "README.txt", "f/pairs.npy", "narrow.npy", "regular.npy"]
    found = reopened(out).case
    assert found == written_case(case)
    for mine, theirs in zip(found.series, case.series, strict=True):
        assert mine.samples is not None
        assert theirs.samples is not None
        assert mine.samples.values == theirs.samples.values
        assert mine.samples.values is not None
        assert mine.samples.values.value(0) in (100, 0.1, 5.4)
    packed = zipfile.ZipFile(io.BytesIO(out))
    later = np.float64(9999).tobytes() in packed.read("f/pairs.npy")
    assert later == (horizon is None)
    assert np.load(io.BytesIO(packed.read("regular.npy"))).ndim == 1


def test_a_table_of_samples_is_written_anew(tmp_path: Path, reopened: Reopen) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    raw = a_long_case(one={"file": "a.csv"}, two={"file": "a.csv"}, lost={"file": "gone.csv"})
    raw["studies"] = [
        {
            **{"id": "ct", "title": "CT", "modality": "CT", "when": {"day": 0}},
            **{"evidence": REPORTED, "figures": [{"label": "1", "file": "a-2.npy"}]},
        }
    ]
    (folder / "case.json").write_text(json.dumps(raw), "utf-8")
    (folder / "a.csv").write_text("name,day,value\nJane Doe,1.5,7\nJane Doe,2.5,8\n", "utf-8")
    case = open_case(folder).case
    made, _ = sample_files(case)
    assert [one.samples.file for one in made.series if one.samples] == [
        *("a.npy", "a-2.npy", "gone.csv")
    ]
    out = dayline_file(case, WORDS, Files(**{"a-2_npy": b"a picture"}))
    assert names_in(out)[2:] == ["a.npy", "a-3.npy", "a-2.npy"]
    packed = zipfile.ZipFile(io.BytesIO(out))
    assert not any(b"Jane" in packed.read(name) for name in packed.namelist())
    path = tmp_path / "out.dayline"
    path.write_bytes(out)
    again = open_case(path)
    assert [problem.values.get("name") for problem in again.problems] == ["gone.csv"]
    for mine, theirs in zip(again.case.series[:2], case.series[:2], strict=True):
        assert mine.sampled == theirs.sampled


def test_moments_that_are_not_regular_any_more_are_written(reopened: Reopen) -> None:
    more = {"file": "s.npy", "evidence": REPORTED, "start": 0, "every_days": 0.1}
    case = a_case(series=[sampled([0.1, 0.7], np.array([36.6, 37], np.float32), samples=more)])
    found = reopened(dayline_file(case, WORDS, NO_FILES)).case.series[0]
    assert found.samples is not None
    assert found.samples.start is None
    assert found.sampled is not None
    assert found.sampled.days.tolist() == [0.1, 0.7]
    assert [found.sampled.value(n) for n in range(2)] == [36.6, 37]


def test_what_shrinks_too_much_is_not_packed(reopened: Reopen) -> None:
    count = 300_000
    case = a_case(series=[sampled(np.arange(count) / 288, np.full(count, 5.0))])
    flat = case.series[0].samples
    assert flat is not None
    regular = flat.model_copy(update={"start": 0.0, "every_days": 1 / 288})
    days = np.arange(count, dtype=np.float64) * (1 / 288)
    held = replace(flat.values, days=days) if flat.values else None
    series = case.series[0].model_copy(update={"samples": regular.holding(held)})
    case = case.model_copy(update={"series": (series,)})
    raw = dayline_file(case, WORDS, NO_FILES)
    entry = zipfile.ZipFile(io.BytesIO(raw)).getinfo("s.npy")
    assert entry.compress_type == zipfile.ZIP_STORED
    assert reopened(raw).case == case


# --- other files --------------------------------------------------------------------------------


def pictured() -> Case:
    def figures(day: int) -> list[dict[str, Any]]:
        return [{"label": f"Fig. {day}", "file": f"f/{day}.png", "known_from": day}]

    early = [*figures(1), *figures(9)]
    return a_case(
        studies=[a_study("ct", on_day(1), figures=early), a_study("late", on_day(8))],
        reports=[a_report("r", on_day(2), figures=[*figures(2), *figures(1), {"label": "none"}])],
        sources=[{"id": "paper", "title": "The paper", "file": "paper.pdf"}],
    )


PICTURES = {f"f__{day}_png": f"picture {day}".encode() for day in (1, 2, 9)} | {"paper_pdf": b"pdf"}


def test_only_files_that_are_still_named_go_in(reopened: Reopen) -> None:
    files = Files(**PICTURES)
    raw = dayline_file(disclose(pictured(), 3), WORDS, files)
    assert names_in(raw) == ["case.json", "README.txt", "f/1.png", "f/2.png"]
    assert files.asked == ["f/1.png", "f/2.png"]
    found = reopened(raw)
    assert found.assets.read("f/2.png") == b"picture 2"
    assert found.case.sources[0].file is None


def test_the_sources_own_files_go_in_only_when_asked_for(reopened: Reopen) -> None:
    raw = dayline_file(pictured(), WORDS, Files(**PICTURES), with_sources=True)
    assert names_in(raw)[2:] == ["f/1.png", "f/9.png", "f/2.png", "paper.pdf"]
    assert reopened(raw).case == pictured()
    files = Files(**PICTURES)
    raw = dayline_file(pictured(), WORDS, files, with_sources=True, horizon=30)
    assert "paper.pdf" not in [*names_in(raw), *files.asked]


def test_a_file_that_cannot_be_had_is_left_out_and_told() -> None:
    figures = [{"label": name, "file": name} for name in ("gone.png", "../x.png", "case.json")]
    case = a_case(studies=[a_study("ct", figures=figures)])
    out = io.BytesIO()
    files = Files(**{"..__x_png": b"x", "case_json": b"{}"})
    problems = write_dayline(out, case, WORDS, files)
    assert [problem.values["name"] for problem in problems] == ["gone.png", "../x.png", "case.json"]
    assert files.asked == ["gone.png"]
    assert names_in(out.getvalue()) == ["case.json", "README.txt"]


def test_what_could_not_be_opened_again_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    case = a_case(series=[sampled([1.0], [2.0])])
    monkeypatch.setattr(exporting, "SAMPLES_FILE_LIMIT", 100)
    out = io.BytesIO()
    (problem,) = write_dayline(out, case, WORDS, NO_FILES)
    assert problem.values == {"path": "s.npy", "limit": "100 bytes"}
    assert names_in(out.getvalue()) == ["case.json", "README.txt"]
    monkeypatch.setattr(exporting, "CASE_LIMIT", 100)
    with pytest.raises(CaseUnreadableError) as caught:
        dayline_file(case, WORDS, NO_FILES)
    assert caught.value.problem.values == {"path": "case.json", "limit": "100 bytes"}


# --- what else stands in it ---------------------------------------------------------------------


def test_it_says_what_stands_on_every_export() -> None:
    case = a_case(subject={"is_synthetic": True})
    raw = dayline_file(case, replace(WORDS, notices=("As known on day 3",)), NO_FILES)
    text = zipfile.ZipFile(io.BytesIO(raw)).read("README.txt").decode("utf-8-sig")
    assert text.splitlines() == [
        "Not for diagnosis or treatment decisions",
        "Made-up data, not of a patient",
        "As known on day 3",
    ]


def test_annotations_come_along_when_they_are_given(tmp_path: Path) -> None:
    raw = dayline_file(COURSE, WORDS, NO_FILES, reviewed())
    assert names_in(raw) == ["case.json", "README.txt", "notes/annotations.jsonld"]
    (tmp_path / "x.dayline").write_bytes(raw)
    assert open_case(tmp_path / "x.dayline").case == COURSE
    assert b"canary" not in zipfile.ZipFile(io.BytesIO(raw)).read(exporting.NOTES_FILE)
    path = tmp_path / "annotations.jsonld"
    path.write_bytes(zipfile.ZipFile(io.BytesIO(raw)).read(exporting.NOTES_FILE))
    at = "2026-11-30T12:00:00Z"
    answer = import_annotations(path, COURSE.id, tmp_path / "out.notes", NO_ANNOTATIONS, at)
    assert answer.problems == ()
    assert answer.new == len(reviewed().shown)


def test_under_a_horizon_those_that_are_disclosed_come_along() -> None:
    case = disclose(COURSE, 3)
    raw = dayline_file(case, WORDS, NO_FILES, disclosed(reviewed(), case, 3), horizon=3)
    text = zipfile.ZipFile(io.BytesIO(raw)).read(exporting.NOTES_FILE).decode()
    assert "Too late?" not in text
    assert "urn:dayline:annotations:case-to-day-3" in text


def test_the_same_case_gives_the_same_bytes() -> None:
    files = Files(**PICTURES)
    assert dayline_file(pictured(), WORDS, files) == dayline_file(pictured(), WORDS, files)
    entries = zipfile.ZipFile(io.BytesIO(dayline_file(pictured(), WORDS, files))).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_it_can_be_stopped_before_each_file() -> None:
    steps: list[int] = []
    case = pictured().model_copy(update={"series": (sampled([1.0], [2.0]),)})
    write_dayline(io.BytesIO(), case, WORDS, Files(**PICTURES), step=lambda: steps.append(1))
    assert len(steps) == 4


# --- the case as it is written ------------------------------------------------------------------


def test_what_is_not_cut_stays_the_same_value() -> None:
    case = everything()
    assert written_case(case) is not case  # the sources are new
    assert written_case(case, with_sources=True) is case


def test_limits_whose_period_is_cut_are_written_so(reopened: Reopen) -> None:
    limits = {"high": 1, "laboratory": "L", "period": lasting(0, 9).model_dump()}
    case = a_case(series=[a_series(a_value(1), references=[limits])])
    cut = disclose(case, 3)
    found = reopened(dayline_file(cut, WORDS, NO_FILES)).case
    period = found.series[0].references[0].period
    assert period is not None
    assert period.end == "unknown"


# --- pictures ---------------------------------------------------------------------------------


def with_pictures() -> Case:
    """A case with DICOM, slides and lesions, the later ones told later."""
    return a_case(
        studies=[
            a_study(
                "ct",
                on_day(1),
                figures=[{"label": "A", "file": "f/1.png"}],
                images=[{"path": "ct"}, {"path": "f/1.png"}, {"path": "late", "known_from": 9}],
                lesions=[a_lesion("A", 40)],
            ),
            a_study("after", on_day(6), lesions=[a_lesion("A", 20)]),
        ],
        reports=[a_report("r", on_day(2), slides=[{"path": "he.svs"}])],
    )


def test_pictures_of_studies_and_slides_stay_out_and_that_is_said(reopened: Reopen) -> None:
    files = Files(ct=b"x", f__1_png=b"png", late=b"x", he_svs=b"x")
    out, case = io.BytesIO(), disclose(with_pictures(), None)
    (problem,) = write_dayline(out, case, WORDS, files)
    assert (problem.severity, problem.values) == ("warning", {"names": "ct, f/1.png, late, he.svs"})
    assert files.asked == ["f/1.png"]  # the figure, which the case shows
    raw = out.getvalue()
    assert names_in(raw) == ["case.json", "README.txt", "f/1.png"]
    readme = zipfile.ZipFile(io.BytesIO(raw)).read("README.txt").decode("utf-8-sig")
    assert "are not in this file, since they may name the patient: ct, f/1.png, late" in readme


def test_the_case_still_names_them_and_sums_are_worked_out_anew(tmp_path: Path) -> None:
    case = disclose(with_pictures(), None)
    (tmp_path / "x.dayline").write_bytes(dayline_file(case, WORDS, Files(f__1_png=b"png")))
    found = open_case(tmp_path / "x.dayline")
    assert {problem.severity for problem in found.problems} == {"warning"}
    assert found.case.studies == with_pictures().studies
    assert found.case.reports == with_pictures().reports
    assert found.case.series == ()
    assert [one.value for one in disclose(found.case, None).series[0].points] == [40, 20]


def test_what_is_told_later_is_not_even_named_as_left_out() -> None:
    out, case = io.BytesIO(), disclose(with_pictures(), 3)
    (problem,) = write_dayline(out, case, WORDS, Files(f__1_png=b"png"), horizon=3)
    assert problem.values == {"names": "ct, f/1.png, he.svs"}
    whole = zipfile.ZipFile(io.BytesIO(out.getvalue()))
    assert all(b"late" not in whole.read(name) for name in whole.namelist())


def test_where_an_added_study_lies_goes_nowhere() -> None:
    raw = dayline_file(a_case(), WORDS, NO_FILES, made(an_added_study("CT elsewhere")))
    notes = zipfile.ZipFile(io.BytesIO(raw)).read("notes/annotations.jsonld").decode()
    assert "CT elsewhere" in notes
    assert "/elsewhere" not in notes
