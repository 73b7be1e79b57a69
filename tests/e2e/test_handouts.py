"""Handouts as PDF: all pages, all notes, nothing too late."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from tests.e2e.later import changed_after
from tests.e2e.later_parts import STRANGE, Json
from tests.e2e.sheets_reading import DISCLAIMER, close, document, said, type_sizes
from tests.e2e.twins import shipped, written
from viewer.io.case_store import open_case
from viewer.ui.export.making import CannotBeMadeError, StandsInItError, steps
from viewer.ui.export.order import Order
from viewer.ui.export.steps import Steps

PER_PAGE = pytest.mark.parametrize("per_page", [1, 2, 6])
A4_PT = (595.0, 842.0)


# -- the handout ------------------------------------------------------------------------------


@pytest.mark.parametrize(("per_page", "least"), [(1, 12), (2, 6), (6, 2)])
def test_every_page_has_its_number_and_what_it_is_not_for(
    qapp: QApplication, per_page: int, least: int
) -> None:
    pdf = document(is_deck=True, per_page=per_page)
    assert len(pdf) >= least
    for number, (page, words) in enumerate(zip(pdf, said(pdf), strict=True), 1):
        assert (round(page.get_width()), round(page.get_height())) == A4_PT
        assert f"{DISCLAIMER} {number}" in words.split("\r\n")
        kinds = {one.type for one in page.get_objects()}
        assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds


@PER_PAGE
@pytest.mark.parametrize("language", ["en", "ja"])
def test_scenes_stand_in_their_order_with_their_whole_notes(
    qapp: QApplication, japanese: None, per_page: int, language: str
) -> None:
    pdf = document(is_deck=True, per_page=per_page, language=language)
    words = close("".join(said(pdf)))
    titles, at = [one["title"][language] for one in shipped()["deck"]], 0
    for number, title in enumerate(titles, 1):
        at = words.index(close(f"{number}. {title}"), at)
    if per_page < 6:  # there a long note goes on elsewhere, and is looked for below
        for scene in shipped()["deck"]:
            assert close(scene["notes"][language]) in words


def test_without_notes_nothing_of_them_is_told(qapp: QApplication) -> None:
    words = close("".join(said(document(is_deck=True, has_notes=False))))
    assert "Speakernotes" not in words
    for scene in shipped()["deck"]:
        assert close(scene["notes"]["en"])[:60] not in words


def with_notes(notes: str, folder: Path) -> Path:
    raw = shipped()
    raw["deck"][1]["notes"] = {"en": notes}
    return written(raw, folder / "noted")


@PER_PAGE
def test_long_notes_go_on_on_the_next_page(
    qapp: QApplication, tmp_path: Path, per_page: int
) -> None:
    notes = "\n\n".join(
        " ".join(f"n{number}" for number in range(start, start + 100))
        for start in range(0, 3000, 100)
    )
    pages = said(document(with_notes(notes, tmp_path), is_deck=True, per_page=per_page))
    found = [int(one) for page in pages for one in re.findall(r"\bn(\d+)\b", page)]
    assert found == list(range(3000))
    assert any("what fits? (continued)" in re.sub(r"\s+", " ", page) for page in pages)


def test_a_note_of_one_endless_word_comes_to_an_end(qapp: QApplication, tmp_path: Path) -> None:
    pages = said(document(with_notes("x" * 20_000, tmp_path), is_deck=True))
    assert "".join(pages).count("x") >= 20_000


def test_markup_is_shown_letter_by_letter(qapp: QApplication, tmp_path: Path) -> None:
    pages = said(document(with_notes("<b>bold</b> & <img src='x'>", tmp_path), is_deck=True))
    assert "<b>bold</b> & <img src='x'>" in "".join(pages)


@pytest.mark.parametrize("more", [{"per_page": 1}, {"per_page": 2}, {"is_summary": True}])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_type_is_large_enough_to_be_read(
    qapp: QApplication, japanese: None, more: dict[str, object], language: str
) -> None:
    more = {"is_deck": "is_summary" not in more, "language": language, **more}
    sizes = set().union(*(type_sizes(page) for page in document(**more)))  # type: ignore[arg-type]
    assert min(sizes) >= 6


def test_the_sizes_of_small_figures_are_seen(qapp: QApplication) -> None:
    """The control of the test above: six scenes on a sheet are pictures of what they show."""
    assert min(type_sizes(document(is_deck=True, per_page=6)[0])) < 6


@PER_PAGE
@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_letter_stands_beyond_the_margins(
    qapp: QApplication, japanese: None, per_page: int, language: str
) -> None:
    for page in document(is_deck=True, per_page=per_page, language=language):
        letters = page.get_textpage()
        words = letters.get_text_range()
        boxes = [letters.get_charbox(n) for n in range(letters.count_chars()) if words[n].strip()]
        margin = 18 / 25.4 * 72
        assert max(box[2] for box in boxes) <= page.get_width() - margin + 1
        assert min(box[0] for box in boxes) >= margin - 1
        assert min(box[1] for box in boxes) >= 20
        assert max(box[3] for box in boxes) <= page.get_height() - 20


def test_what_a_panel_says_stands_beside_the_chart(qapp: QApplication) -> None:
    pages = said(document(is_deck=True))
    assert "Dilated on the caudal side" in pages[2]
    assert "Chromogranin A" in pages[3]
    assert "9 disagreements in the source" in pages[11]
    assert "Write a note" not in "".join(pages)


@pytest.mark.parametrize("panel", ["events", "values", "glucose", "details", "notes", "unheard"])
def test_every_panel_has_something_to_say(qapp: QApplication, tmp_path: Path, panel: str) -> None:
    raw = shipped()
    raw["deck"] = [{"id": "one", "title": "One", "panel": panel}]
    (page, *more) = said(document(written(raw, tmp_path / "panel")))
    wanted = {
        "events": "TAE, right hepatic lobe",
        "values": "169.9 ng/mL, above",
        "glucose": "One dated glucose value",
        "details": "Details",
        "notes": "Notes",
        "unheard": "One",
    }
    assert wanted[panel] in " ".join([page, *more])


def test_a_synthetic_case_says_so_on_every_page(qapp: QApplication, tmp_path: Path) -> None:
    raw = shipped()
    raw["subject"]["is_synthetic"] = True
    case = written(raw, tmp_path / "case")
    for more in ({"is_deck": True, "per_page": 2}, {"is_summary": True}):
        assert all("SYNTHETIC, not a patient." in page for page in said(document(case, **more)))
    assert not any("SYNTHETIC" in page for page in said(document()))


# -- the horizon ------------------------------------------------------------------------------


def twins(horizon: int, folder: Path) -> tuple[Path, Path]:
    raw = shipped()
    return written(raw, folder / "a"), written(changed_after(raw, horizon), folder / "b")


def pages_of_scene(case: Path, place: int, per_page: int) -> list[str]:
    """Give the pages of a scene without the notes, which may speak of anything."""
    raw: Json = shipped()
    title = raw["deck"][place]["title"]["en"]
    pages = said(document(case, is_deck=True, has_notes=False, per_page=per_page))
    return [page for page in pages if f"{place + 1}. {title}" in re.sub(r"\s+", " ", page)]


@pytest.mark.parametrize("place", [0, 2, 3, 4, 5, 6, 7])
def test_the_page_of_a_scene_tells_nothing_later_than_its_horizon(
    qapp: QApplication, tmp_path: Path, place: int
) -> None:
    plain, other = twins(shipped()["deck"][place]["horizon"], tmp_path)
    pages = pages_of_scene(plain, place, 1)
    assert pages
    assert pages == pages_of_scene(other, place, 1)


def test_what_a_scene_may_tell_is_seen_to_change(qapp: QApplication, tmp_path: Path) -> None:
    """The control of the test above."""
    plain, other = twins(0, tmp_path)
    assert pages_of_scene(plain, 7, 1) != pages_of_scene(other, 7, 1)


@pytest.mark.parametrize("horizon", [0, 11, 13, 22, 61])
@pytest.mark.parametrize(
    "more",
    [{"is_deck": True, "per_page": 2}, {"is_deck": True, "per_page": 6}, {"is_summary": True}],
)
def test_a_file_tells_nothing_later_than_its_horizon(
    qapp: QApplication, tmp_path: Path, horizon: int, more: dict[str, object]
) -> None:
    both = [document(case, horizon=horizon, **more) for case in twins(horizon, tmp_path)]
    assert said(both[0]) == said(both[1])
    assert both[0].get_metadata_value("Title") == both[1].get_metadata_value("Title")
    words = "".join(said(both[1])).lower()
    assert not [one for one in STRANGE if one in words]


@pytest.mark.parametrize("more", [{"is_deck": True}, {"is_summary": True}])
def test_later_facts_are_told_where_no_horizon_hides_them(
    qapp: QApplication, tmp_path: Path, more: dict[str, object]
) -> None:
    """The control of the test above."""
    _, other = twins(11, tmp_path)
    words = "".join(said(document(other, **more))).lower()
    assert [one for one in STRANGE if one in words]


def test_a_sheet_is_headed_by_what_its_earliest_scene_may_tell(qapp: QApplication) -> None:
    pages = said(document(is_deck=True, per_page=6))
    assert pages[0].startswith("Loss of consciousness and cold sweats")
    pdf = document(is_deck=True)
    assert said(pdf)[11].startswith("Malignant insulinoma, embolisation")
    assert pdf.get_metadata_value("Title") == "Loss of consciousness and cold sweats"


def test_below_a_horizon_scenes_that_go_beyond_it_are_left_out(qapp: QApplication) -> None:
    pages = said(document(is_deck=True, horizon=11))
    assert len([page for page in pages if "Speaker notes" in page]) == 5
    assert "Embolisation of the right lobe" not in "".join(pages)


# -- bad input, progress ----------------------------------------------------------------------


def test_a_deck_without_scenes_says_so(qapp: QApplication, tmp_path: Path) -> None:
    raw = shipped()
    raw["deck"] = []
    with pytest.raises(CannotBeMadeError, match="The case has no scenes"):
        document(written(raw, tmp_path / "case"))
    with pytest.raises(CannotBeMadeError, match="No scene of the case ends by day -5"):
        document(is_deck=True, horizon=-5)


def test_words_that_must_not_go_out_stop_a_handout(qapp: QApplication) -> None:
    with pytest.raises(StandsInItError):
        document(is_deck=True, words=("embozene",))


def many(folder: Path) -> Path:
    raw = shipped()
    raw["deck"] = [{**s, "id": f"{s['id']}-{n}"} for n in range(25) for s in raw["deck"]]
    return written(raw, folder / "many")


def done(going: Steps[bytes]) -> tuple[list[float], bytes]:
    """Do all steps; give the shares that were told, and what came of it."""
    shares = list[float]()
    while True:
        try:
            share = next(going)
        except StopIteration as end:
            return shares, bytes(end.value)
        assert isinstance(share, float)
        shares.append(share)


def test_three_hundred_scenes_tell_how_far_they_are(qapp: QApplication, tmp_path: Path) -> None:
    order = Order(Path("x.pdf"), is_deck=True, per_page=6, has_notes=False)
    shares, data = done(steps(open_case(many(tmp_path)), order))
    assert len(pypdfium2.PdfDocument(data)) == 50
    assert shares == sorted(shares)
    assert len(shares) >= 50
    assert shares[-1] < 1


def test_a_handout_can_be_stopped(qapp: QApplication, tmp_path: Path) -> None:
    going = steps(open_case(many(tmp_path)), Order(Path("x.pdf"), is_deck=True))
    for _ in range(4):
        next(going)
    going.close()
    assert next(going, None) is None
