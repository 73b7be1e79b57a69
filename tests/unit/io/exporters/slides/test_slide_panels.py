"""The panels of slides: the facts of the program as a native table, and pictures."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.making import (
    a_case,
    a_discrepancy,
    a_lane,
    a_lesion,
    a_report,
    a_series,
    a_statement,
    a_study,
    a_value,
    an_event,
    between,
    lasting,
    on,
)
from tests.unit.io.exporters.slides.reading_slides import (
    a_scene,
    deck_of,
    first_slide,
    page,
    table_of,
    texts_of,
    unpacked,
)
from tests.unit.io.exporters.slides.test_slide_charts import sampled
from viewer.io.exporters.slides.pictures import LONGEST_SIDE, decoded
from viewer.io.exporters.slides.things import Photo, Table
from viewer.model.case import Case

REPORTED = {"kind": "reported"}


def rows(case: Case, panel: str, **more: Any) -> list[list[str]]:
    return table_of(first_slide(case, a_scene(panel=panel, **more)))


def a_figure(label: str = "Fig. 1", **more: Any) -> dict[str, Any]:
    return {"label": label} | more


def a_picture(size: tuple[int, int] = (60, 40), form: str = "PNG", **more: Any) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, (200, 10, 10)).save(written, form, **more)
    return written.getvalue()


# -- imaging and pathology --------------------------------------------------------------------


def test_a_study_tells_findings_remarks_disagreements_time_and_evidence() -> None:
    study = a_study(
        "ct",
        title="CT",
        findings=[{"site": "Liver", "text": "Tumours", "known_from": 0}],
        lesions=[a_lesion("L1", 42.5, site="Segment 6"), a_lesion("N", 9, is_node=True)],
        remarks=[{"text": "No picture", "known_from": 0}],
        figures=[a_figure("Fig. 1 A"), a_figure("Fig. 1 B")],
        evidence={"kind": "reported", "place": "2nd paragraph"},
    )
    reading = {"text": "Both", "known_from": 0}
    disputed = a_discrepancy(about=["ct"], reading=reading, known_from=0)
    case = a_case(studies=[study], discrepancies=[disputed])
    assert rows(case, "imaging", cursor=1.0) == [
        ["Liver", "Tumours"],
        ["L1, Segment 6", "42.5 mm"],
        ["N", "short axis 9 mm"],
        ["Disagreement", "b: a\nReading: Both"],
        ["Remark", "No picture"],
        ["When", "day 0"],
        ["Evidence", "Reported by the source; 2nd paragraph"],
        ["Pictures", "Not included in the source: Fig. 1 A, Fig. 1 B"],
    ]


def test_a_study_without_findings_says_so() -> None:
    case = a_case(studies=[a_study("ct")])
    assert rows(case, "imaging", cursor=1.0)[0] == ["Findings", "No findings are told."]


@pytest.mark.parametrize("panel", ["imaging", "pathology"])
def test_no_study_or_report_yet(panel: str) -> None:
    case = a_case(an_event(), studies=[a_study("ct", on(9))], reports=[a_report("r", on(9))])
    assert rows(case, panel, cursor=1.0) == [["", "Nothing is told yet."]]


def test_the_selected_study_or_that_of_a_selected_examination_is_shown() -> None:
    studies = [a_study("ct", on(1), title="CT"), a_study("mr", on(5), title="MR")]
    exam = an_event("exam", on(1), links=["ct"])
    tae = an_event("tae", on(1), lane="other", links=["ct"])
    both = an_event("both", on(1), links=["ct", "mr"])
    lanes = [a_lane(title="Lane", kind="diagnostic"), a_lane("other", kind="procedure")]
    case = a_case(exam, tae, both, studies=studies, lanes=lanes)

    def heading(select: str | None) -> str:
        scene = a_scene(panel="imaging", select=select, cursor=9.0)
        return next(t for t in page(case, scene).things if isinstance(t, Table)).name

    assert heading("ct") == "CT"
    assert heading("exam") == "CT"
    assert heading("tae") == "MR"  # a treatment may name one made weeks later
    assert heading("both") == "MR"
    assert heading(None) == "MR"
    assert heading("nothing") == "MR"


def test_a_report_tells_diagnosis_grade_and_stains() -> None:
    stains = [
        {"marker": "Ki-67", "result": "27", "percent": 27, "known_from": 0},
        {"marker": "CD56", "result": "+", "percent": 80, "known_from": 0},
        {"marker": "Synaptophysin", "result": "+", "known_from": 0},
        {"marker": "HER2", "result": "80", "percent": 80, "score": "3+", "known_from": 0},
    ]
    report = a_report(
        "r",
        diagnosis={"text": "Carcinoma", "known_from": 0},
        grade={"text": "Grade 3", "known_from": 0},
        specimen="Needle",
        morphology=[{"site": "Nuclei", "text": "Oval", "known_from": 0}],
        stains=stains,
    )
    found = rows(a_case(reports=[report]), "pathology", cursor=1.0)
    assert found[:8] == [
        ["Diagnosis", "Carcinoma"],
        ["Grade", "Grade 3"],
        ["Ki-67", "27 %"],
        ["CD56", "+, 80 %"],
        ["Synaptophysin", "+"],
        ["HER2", "80 %, 3+"],
        ["Specimen", "Needle"],
        ["Nuclei", "Oval"],
    ]


# -- details ----------------------------------------------------------------------------------


def test_the_details_of_a_selected_event() -> None:
    event = an_event(
        "tae",
        on(2),
        result={"text": "Done"},
        outcome={"text": "improved", "sign": "improved"},
        therapy_line=2,
        response={"kind": "response", "value": "PR"},
        details=[{"label": "Why", "text": "Because"}],
    )
    assert rows(a_case(event), "details", select="tae") == [
        ["When", "day 2"],
        ["Result", "Done"],
        ["Outcome", "improved"],
        ["Judged", "PR"],
        ["Treatment", "line 2"],
        ["Why", "Because"],
        ["Evidence", "Reported by the source"],
    ]


def test_the_details_of_every_kind_of_part() -> None:
    case = a_case(
        an_event("e", on(1)),
        studies=[a_study("ct")],
        reports=[a_report("r", diagnosis={"text": "D", "known_from": 0})],
        series=[a_series(a_value(0, 54), a_value(3, None, word="Low"), id="s")],
        statements=[a_statement("st", lasting(1, 9))],
        notes=[{"id": "n", "title": "n", "text": "Prose", "known_from": 0}],
        discrepancies=[a_discrepancy("d", known_from=0)],
    )
    assert rows(case, "details", select="ct")[0] == ["Findings", "No findings are told."]
    assert rows(case, "details", select="r")[0] == ["Diagnosis", "D"]
    assert rows(case, "details", select="s") == [
        ["Glucose", "54 mg/dL, day 0"],
        ["Glucose", "Low, day 3"],
    ]
    assert rows(case, "details", select="st")[:2] == [
        ["When", "days 1–9"],
        ["What", "a statement of the source, without values"],
    ]
    assert rows(case, "details", select="n") == [["", "Prose"]]
    assert rows(case, "details", select="d") == [["b", "a"]]


def test_without_a_selection_the_details_are_those_of_the_day() -> None:
    case = a_case(
        an_event("e", lasting(0, 9)),
        series=[a_series(a_value(0, 54)), a_series(id="none", title="None")],
        statements=[a_statement("st", lasting(1, 9))],
    )
    assert rows(case, "details", cursor=3.5) == [
        ["days 0–9", "e"],
        ["days 1–9", "st"],
        ["Glucose", "54 mg/dL, day 0"],
    ]


# -- lists ------------------------------------------------------------------------------------


def test_events_and_values_are_those_of_the_window() -> None:
    series = [
        a_series(a_value(0, 54), a_value(8, 90)),
        a_series(a_value(5, 3.0), id="x", title="Other", short="O", analyte="other", unit="u"),
    ]
    case = a_case(an_event("a", on(1)), an_event("b", on(8)), series=series)
    scene = {"window": (4, 9), "cursor": 5.0}
    assert rows(case, "events", **scene) == [["day 8", "b"]]
    assert rows(case, "values", **scene) == [["Glucose", "90 mg/dL, day 8"], ["O", "3 u, day 5"]]
    assert rows(case, "glucose", **scene) == [["Glucose", "90 mg/dL, day 8"]]


def test_of_samples_the_nearest_value_is_told() -> None:
    case = a_case(series=[sampled(np.arange(0, 3, 0.25), np.arange(12.0))])
    assert rows(case, "values", cursor=1.1)[0][1].startswith("4 mg/dL, day 1")


def test_notes_begin_with_what_is_selected() -> None:
    case = a_case(
        notes=[{"id": n, "title": n, "text": "Prose", "known_from": 0} for n in ("n", "m")],
        discrepancies=[a_discrepancy(d, known_from=0) for d in ("d", "f")],
    )
    assert [row[0] for row in rows(case, "notes")] == ["d", "f", "n", "m"]
    assert [row[0] for row in rows(case, "notes", select="f")] == ["f", "d", "n", "m"]
    assert [row[0] for row in rows(case, "notes", select="m")] == ["m", "d", "f", "n"]


def test_of_more_rows_than_fit_the_rest_is_counted() -> None:
    notes = [
        {"id": f"n{n}", "title": f"Note {n}", "text": "Many words. " * 30, "known_from": 0}
        for n in range(20)
    ]
    found = rows(a_case(notes=notes), "notes")
    assert found[0][0] == "Note 0"
    assert found[-1] == ["", f"{20 - len(found) + 1} more in the program"]


def test_a_text_longer_than_a_slide_is_cut() -> None:
    notes = [{"id": "n", "title": "n", "text": "Many words. " * 1000, "known_from": 0}]
    (frame,) = (
        t for t in page(a_case(notes=notes), a_scene(panel="notes")).things if isinstance(t, Table)
    )
    assert all(len(cell.text) <= 1500 for cells, _ in frame.rows for cell in cells)


def test_rows_that_nearly_fit_leave_room_for_the_count() -> None:
    def table(count: int) -> Table:
        notes = [{"id": f"n{n}", "title": "n", "text": "w", "known_from": 0} for n in range(count)]
        laid_out = page(a_case(notes=notes), a_scene(panel="notes"))
        return next(t for t in laid_out.things if isinstance(t, Table))

    for count in range(20, 34):
        found = table(count)
        assert found.box.bottom <= 540 - 24
        said = (
            int(found.rows[-1][0][1].text.split(" ")[0]) if found.rows[-1][0][1].text != "w" else 0
        )
        assert len(found.rows) - bool(said) + said == count


# -- pictures ---------------------------------------------------------------------------------


def with_pictures(*figures: dict[str, Any]) -> Case:
    return a_case(studies=[a_study("ct", figures=figures)])


def test_pictures_are_pictures_with_their_caption() -> None:
    case = with_pictures(
        a_figure("A", file="a.png", caption="Arterial"),
        a_figure("B", file="b.jpg"),
        a_figure("C", file="c.png"),
    )
    files = {"a.png": a_picture(), "b.jpg": a_picture((20, 90), "JPEG"), "c.png": a_picture()}
    slide = first_slide(case, a_scene(panel="imaging", cursor=1.0), picture=files.get)
    pictures = [shape for shape in slide.shapes if hasattr(shape, "image")]
    told = [p._element.nvPicPr.cNvPr.get("descr") for p in pictures]
    assert told == ["A: Arterial", "B", "C"]
    first = pictures[0]
    assert first.width / first.height == pytest.approx(1.5, rel=0.01)
    assert {"A", "B", "C"} <= set(texts_of(slide))


def test_a_picture_that_cannot_be_read_is_named() -> None:
    case = with_pictures(a_figure("A", file="a.png"), a_figure("B", file="b.png"))
    scene = a_scene(panel="imaging", cursor=1.0)
    said = table_of(first_slide(case, scene, picture={"b.png": b"no picture"}.get))
    assert said[-1] == ["Pictures", "Cannot be read: A, B"]
    assert table_of(first_slide(case, scene))[-1] == ["Pictures", "Cannot be read: A, B"]


def test_what_is_written_beside_a_picture_does_not_go_along() -> None:
    exif = Image.Exif()
    exif[0x010E] = "Jane Doe, 4 May"  # a description
    data = a_picture((60, 40), "JPEG", exif=exif)
    assert b"Jane Doe" in data
    case = with_pictures(a_figure("A", file="a.jpg"))
    made = deck_of(case, a_scene(panel="imaging", cursor=1.0), picture=lambda _: data)
    assert not any(b"Jane Doe" in part for part in unpacked(made).values())


def test_a_large_picture_is_made_smaller_and_a_bomb_is_not_opened(monkeypatch: Any) -> None:
    found = decoded(a_picture((3000, 300)))
    assert found is not None
    assert (found.width, found.height) == (LONGEST_SIDE, 200)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    assert decoded(a_picture((60, 40))) is None


def test_a_see_through_picture_stays_so() -> None:
    written = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(written, "PNG")
    found = decoded(written.getvalue())
    assert found is not None
    assert Image.open(io.BytesIO(found.png)).mode == "RGBA"


def test_pictures_take_no_more_than_half_of_the_panel() -> None:
    case = with_pictures(*(a_figure(f"{n}", file="a.png") for n in range(4)))
    scene = a_scene(panel="imaging", cursor=1.0)
    things = page(case, scene, picture=lambda _: a_picture((40, 60))).things
    photos = [t for t in things if isinstance(t, Photo)]
    table = next(t for t in things if isinstance(t, Table))
    assert max(p.box.bottom for p in photos) < table.box.top
    assert table.box.top < 330


def test_an_imprecise_time_of_a_study_is_told() -> None:
    case = a_case(studies=[a_study("ct", between(0, 3))])
    assert ["When", "within days 0–3"] in rows(case, "imaging", cursor=9.0)
