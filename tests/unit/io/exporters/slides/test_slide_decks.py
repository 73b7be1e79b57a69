"""Decks of slides: titles, facts, notes, footers, sizes, and what is told while they are made."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from pptx import Presentation

from tests.making import a_case, a_lane, a_series, a_value, an_event, followed_until, on
from tests.unit.io.exporters.slides.reading_slides import (
    WORDS,
    a_scene,
    deck_of,
    first_slide,
    opened,
    table_of,
    texts_of,
    unpacked,
)
from viewer.io.case_store import open_case
from viewer.io.exporters.slides.writing import NoScenesError, slides
from viewer.model.disclosure import disclose
from viewer.paths import first_case
from viewer.ui.words.slide_words import slide_words

CASE = a_case(an_event("tae", on(12), title="Embolisation"), series=[a_series(a_value(0, 54))])


def test_a_scene_is_a_slide_with_title_facts_notes_and_footer() -> None:
    case = CASE.model_copy(
        update={"subject": CASE.subject.model_copy(update={"sex": "female", "age_years": 45.0})}
    )
    slide = first_slide(case, a_scene(11, title="What next?", notes="Ask.\nWait."))
    assert slide.shapes.title.text == "What next?"
    by_type = {str(p.placeholder_format.type).split(" ")[0]: p for p in slide.placeholders}
    assert by_type["BODY"].text_frame.text == "Woman, 45 years. Up to day 11."
    assert by_type["FOOTER"].text_frame.text == "Not for diagnosis or treatment decisions"
    assert slide.notes_slide.notes_text_frame.text == "Ask.\nWait."
    assert "‹#›" in by_type["SLIDE_NUMBER"].text_frame.text


def test_notes_can_be_left_out() -> None:
    data = deck_of(CASE, a_scene(notes="Later: death."), has_notes=False)
    assert not opened(data)[0].has_notes_slide
    assert not any(b"Later: death." in part for part in unpacked(data).values())


def test_a_synthetic_case_says_so() -> None:
    case = a_case(subject={"is_synthetic": True})
    assert any(text.startswith("SYNTHETIC, not a patient.") for text in texts_of(first_slide(case)))


def test_the_shipped_deck_is_whole() -> None:
    case = open_case(first_case()).case
    found = opened(slides(lambda h: disclose(case, h), case.deck, WORDS))
    assert [s.shapes.title.text for s in found] == [s.title.pick("en") for s in case.deck]
    assert [s.notes_slide.notes_text_frame.text for s in found] == [
        s.notes.pick("en") for s in case.deck if s.notes is not None
    ]
    assert all("Not for diagnosis or treatment decisions" in texts_of(s) for s in found)


@pytest.mark.parametrize(("is_wide", "size"), [(True, (960, 540)), (False, (720, 540))])
def test_nothing_stands_beyond_the_slide(is_wide: bool, size: tuple[int, int]) -> None:
    case = open_case(first_case()).case
    deck = Presentation(
        io.BytesIO(
            slides(lambda h: disclose(case, h), case.deck, slide_words("ja"), is_wide=is_wide)
        )
    )
    assert (deck.slide_width.pt, deck.slide_height.pt) == size
    for slide in deck.slides:
        for shape in slide.shapes:
            assert 0 <= shape.left.pt <= size[0]
            assert shape.left.pt + shape.width.pt <= size[0] + 0.5, shape.name
            assert shape.top.pt >= 0
            assert shape.top.pt + shape.height.pt <= size[1] + 0.5, shape.name


def test_shapes_say_what_they_show_and_have_ids_of_their_own() -> None:
    slide = first_slide(CASE)
    (group,) = (s for s in slide.shapes if s.name == "Embolisation")
    assert (
        group._element.nvGrpSpPr.cNvPr.get("descr")
        == "Embolisation: day 12, Reported by the source"
    )
    ids = slide._element.xpath(".//p:cNvPr/@id")
    assert len(ids) == len(set(ids))
    charts = [s for s in slide.shapes if s.has_chart]
    described = charts[0]._element.xpath(".//p:cNvPr/@descr")
    assert described == ["Chart of Glucose (mg/dL), 1 values: 54 day 0"]


def test_an_empty_deck_is_refused() -> None:
    with pytest.raises(NoScenesError, match="There are no scenes"):
        slides(lambda _: CASE, (), WORDS)


def test_three_hundred_scenes_are_three_hundred_slides() -> None:
    scenes = [a_scene(id=f"s{n}", title=f"Scene {n}", notes=f"Note {n}") for n in range(300)]
    told: list[tuple[int, int]] = []
    data = slides(lambda _: CASE, scenes, WORDS, progress=lambda *step: told.append(step))
    found = opened(data)
    assert [s.shapes.title.text for s in found] == [f"Scene {n}" for n in range(300)]
    assert told == [(n, 300) for n in range(301)]
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert len(names) == len(set(names))


def test_progress_can_stop_it() -> None:
    class StopError(Exception):
        pass

    def stop(done: int, _count: int) -> None:
        if done == 1:
            raise StopError

    with pytest.raises(StopError):
        slides(lambda _: CASE, [a_scene(), a_scene(id="t")], WORDS, progress=stop)


def test_what_a_scene_names_and_the_case_lacks_is_left_out() -> None:
    scene = a_scene(
        select="gone",
        highlights=("gone", "tae"),
        hidden=("gone",),
        collapsed=("gone",),
        lane_order=("gone",),
        labels={"kind": "day_0", "zero": "gone"},
        panel="no such panel",
        window=(-900, 900),
        cursor=9000.0,
    )
    slide = first_slide(CASE, scene)
    assert "Embolisation" in texts_of(slide)


def test_everything_hidden_leaves_title_and_axis() -> None:
    slide = first_slide(CASE, a_scene(hidden=("lane", "series")))
    assert slide.shapes.title.text == "A scene"
    assert any(text.startswith("Day ") for text in texts_of(slide))


def test_an_empty_case_has_a_slide() -> None:
    assert first_slide(a_case()).shapes.title.text == "A scene"


def test_a_long_title_takes_two_lines_and_the_chart_gives_way() -> None:
    short, long = (first_slide(CASE, a_scene(title=t)) for t in ("Short", "Long words " * 20))
    title = long.shapes.title
    assert title.height > short.shapes.title.height
    facts = next(p for p in long.placeholders if p.placeholder_format.idx == 13)
    assert facts.top >= title.top + title.height


def test_of_more_than_fits_the_last_are_left_out_and_named() -> None:
    series = [
        a_series(a_value(0, 1.0), id=f"s{n}", title=f"Analyte {n}", analyte=f"a{n}")
        for n in range(40)
    ]
    slide = first_slide(a_case(an_event(), series=series))
    said = next(text for text in texts_of(slide) if "No room for" in text)
    assert "Analyte 39" not in said  # the last of many are counted
    assert re.search(r"and \d+ more", said)


def test_lanes_are_left_out_when_they_do_not_fit() -> None:
    lanes = [a_lane(f"l{n}", f"Lane {n}") for n in range(60)]
    events = [an_event(f"e{n}", on(n), lane=f"l{n}") for n in range(60)]
    slide = first_slide(a_case(*events, lanes=lanes))
    said = next(text for text in texts_of(slide) if "No room for" in text)
    assert "Lane" in said
    assert "Lane 0" in texts_of(slide)


def test_facts_of_two_lines_stand_above_the_chart() -> None:
    series = [
        a_series(a_value(0, 1.0), id=f"s{n}", title=f"An analyte with a name {n}", analyte=f"a{n}")
        for n in range(24)
    ]
    slide = first_slide(a_case(an_event(), series=series), is_wide=False)
    facts = next(p for p in slide.placeholders if p.placeholder_format.idx == 13)
    groups = [s for s in slide.shapes if s.shape_type is not None and not s.is_placeholder]
    assert min(s.top for s in groups) >= facts.top + facts.height


def test_the_file_says_nothing_of_other_programs_users() -> None:
    parts = unpacked(deck_of(CASE))
    assert not any(b"Steve" in part or b"python-pptx" in part for part in parts.values())
    assert not any("printer" in name or "thumbnail" in name for name in parts)
    about = Presentation(io.BytesIO(deck_of(CASE))).core_properties
    assert about.title == "A case"
    assert about.author == ""


def test_the_title_of_the_file_is_told_at_the_first_scene() -> None:
    titles = [{"text": "Attacks", "known_from": 0}, {"text": "Insulinoma", "known_from": 9}]
    case = a_case(title=titles)
    data = deck_of(case, a_scene(3))
    assert Presentation(io.BytesIO(data)).core_properties.title == "Attacks"


def test_typefaces_are_those_that_office_programs_have() -> None:
    theme = unpacked(deck_of(CASE))["ppt/theme/theme1.xml"].decode()
    assert '<a:latin typeface="Arial"/><a:ea typeface="Yu Gothic"/>' in theme


def test_death_ends_the_course() -> None:
    case = a_case(an_event("e", on(3)), subject=followed_until({"day": 9}))
    slide = first_slide(case)
    names = [shape.name for shape in slide.shapes]
    assert "Death: day 9" in names
    assert "Death: day 9" not in [s.name for s in first_slide(case, a_scene(4)).shapes]
    before = first_slide(case, a_scene(window=(0, 5)))
    assert "Death: day 9" not in [s.name for s in before.shapes]


def test_days_can_be_counted_from_an_event() -> None:
    labels = {"kind": "day_0", "zero": "tae"}
    slide = first_slide(CASE, a_scene(labels=labels, cursor=12.5))
    assert "Day 0" in texts_of(slide)
    assert "Cursor: day 0" in [shape.name for shape in slide.shapes]


def test_japanese_words_are_japanese() -> None:
    data = slides(
        lambda _: a_case(an_event(title={"ja": "塞栓術"})), [a_scene()], slide_words("ja")
    )
    xml = unpacked(data)["ppt/slides/slide1.xml"].decode()
    assert "塞栓術" in xml
    assert 'lang="ja-JP"' in xml


def test_a_panel_is_a_table() -> None:
    study = {
        "id": "ct",
        "title": "CT",
        "modality": "CT",
        "when": {"day": 0},
        "evidence": {"kind": "reported"},
    }
    study |= {"findings": [{"site": "Liver", "text": "Multiple tumours", "known_from": 0}]}
    slide = first_slide(a_case(studies=[study]), a_scene(panel="imaging", cursor=1.0))
    assert ["Liver", "Multiple tumours"] in table_of(slide)
