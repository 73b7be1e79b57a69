"""Studies with pictures in the lanes: at their events or by themselves, with a small picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import add
from tests.dicom_files import make_ct_series
from tests.ui.timeline.conftest import MARGIN_PX, Open
from viewer.geometry.time_scale import Frame
from viewer.io.annotations.identity import IdentityFile
from viewer.model import view_state
from viewer.model.filter import Filter
from viewer.model.offers import added
from viewer.model.time import Instant
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.small_pictures import SmallPictures
from viewer.ui.timeline.placed import Placed
from viewer.ui.timeline.timeline_view import TimelineView

REPORTED = {"kind": "reported"}
DRUGS = {"id": "drugs", "title": "Drugs", "kind": "drug"}
PROCEDURES = {"id": "procedures", "title": "Procedures", "kind": "procedure"}
TESTS = {"id": "tests", "title": "Tests", "kind": "diagnostic"}
ORANGE = (230, 120, 20)


def study(id_: str, day: int, path: str = "ct", **more: Any) -> dict[str, Any]:
    given = {
        "id": id_,
        "title": id_.upper(),
        "modality": "CT",
        "when": {"day": day},
        "evidence": REPORTED,
        "images": [{"path": path}],
    }
    return given | more


def event(id_: str, lane: str, day: int, **more: Any) -> dict[str, Any]:
    when = {"day": day}
    return {"id": id_, "lane": lane, "title": id_, "when": when, "evidence": REPORTED} | more


@pytest.fixture
def open_case(opened_from: Open, tmp_path: Path) -> Iterator[Any]:
    """Open a case of these parts, with one orange picture in it, and end what reads it."""
    from PIL import Image

    sessions: list[Session] = []

    def open_one(**parts: Any) -> Session:
        session = opened_from(**{"lanes": [DRUGS, PROCEDURES, TESTS]} | parts)
        (tmp_path / "case" / "ct").mkdir()
        Image.new("RGB", (300, 200), ORANGE).save(tmp_path / "case" / "ct" / "one.png")
        sessions.append(session)
        return session

    yield open_one
    for session in sessions:
        session.annotating.finish()


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Any]:
    """Show a timeline with small pictures; they are let go of afterwards."""
    made: list[SmallPictures] = []

    def show(session: Session, *, width: int = 1000) -> TimelineView:
        pictures = SmallPictures(session)
        made.append(pictures)
        view = TimelineView(session, Look("light", session.language), pictures)
        qtbot.addWidget(view)
        view.resize(width, 400)
        gutter = view.gutter_hint_px()
        view.set_frame(Frame(gutter, 0, width - gutter - MARGIN_PX, MARGIN_PX))
        with qtbot.waitExposed(view):
            view.show()
        return view

    yield show
    for pictures in made:
        pictures.close()


def placed(view: TimelineView, id_: str) -> Placed:
    return next(one for one in view.placed if one.id == id_)


def picture_rect(thing: Placed) -> Any:
    return next(sign.rect for sign in thing.signs if sign.sign == "picture")


def colour_in(view: TimelineView, thing: Placed) -> QColor:
    """Give the colour in the middle of a thing's picture, as it is on the screen."""
    image: QImage = view.viewport().grab().toImage()
    return image.pixelColor(picture_rect(thing).center().toPoint())


# -- where they stand -----------------------------------------------------------------------------


def test_an_examination_shows_the_picture_of_its_study(
    open_case: Any, shown: Any, qtbot: QtBot
) -> None:
    session = open_case(
        events=[event("scan", "tests", 3, links=["ct"]), event("blood", "tests", 3)],
        studies=[study("ct", 3)],
    )
    view = shown(session)
    thing = placed(view, "scan")
    rect = picture_rect(thing)
    name = next(words.rect for words in thing.words if words.part == "name")
    assert thing.mark is not None
    assert thing.mark.right() < rect.left() < rect.right() < name.left()
    assert not any(sign.sign == "picture" for sign in placed(view, "blood").signs)
    assert [one.id for one in view.placed if one.id == "ct"] == []  # its event stands for it
    qtbot.waitUntil(lambda: colour_in(view, thing).getRgb()[:3] == ORANGE, timeout=10_000)


def test_before_it_is_made_there_is_a_plain_frame(open_case: Any, shown: Any) -> None:
    session = open_case(studies=[study("ct", 3, "gone")])
    view = shown(session)
    assert colour_in(view, placed(view, "ct")) == view._page.measures.theme.window


def test_a_treatment_that_names_a_study_does_not_stand_for_it(open_case: Any, shown: Any) -> None:
    session = open_case(
        events=[event("tae", "procedures", 2, links=["ct"])], studies=[study("ct", 30)]
    )
    view = shown(session)
    assert placed(view, "tae").signs == ()
    own = placed(view, "ct")
    assert own.lane == "tests"
    assert own.words[0].whole == "CT"
    scale = view.scale()
    assert own.mark is not None
    assert own.mark.center().x() == pytest.approx(scale.x(30.5), abs=1)


def test_studies_without_pictures_are_drawn_nowhere(open_case: Any, shown: Any) -> None:
    bare = study("ct", 3)
    del bare["images"]
    bare["figures"] = [{"label": "Fig. 1"}]
    session = open_case(events=[event("a", "drugs", 1)], studies=[bare])
    assert [one.id for one in shown(session).placed] == ["a"]


def test_a_report_with_a_picture_and_one_with_a_slide_stand_there_too(
    open_case: Any, shown: Any
) -> None:
    two = {"en": "Fig. 2", "ja": "図2"}
    report = {"title": "Biopsy", "when": {"day": 4}, "evidence": REPORTED}
    session = open_case(
        events=[event("a", "drugs", 1)],
        reports=[
            {"id": "one", "figures": [{"label": two, "file": "ct/one.png"}]} | report,
            {"id": "two", "slides": [{"path": "slide.svs"}]} | report,
        ],
    )
    assert {"one", "two"} <= {one.id for one in shown(session).placed}


def test_without_a_lane_of_examinations_they_have_one_of_their_own(
    open_case: Any, shown: Any
) -> None:
    taken = {"id": "pictures", "title": "Drugs", "kind": "drug"}
    session = open_case(lanes=[taken], studies=[study("ct", 3)])
    view = shown(session)
    lanes = view.layout_now().lanes
    assert [box.lane.title.pick("en") for box in lanes] == ["Drugs", "Pictures"]
    assert placed(view, "ct").lane == lanes[1].lane.id != "pictures"
    assert lanes[1].count == 1


def test_pictures_that_nobody_asked_for_take_no_room(open_case: Any, shown: Any) -> None:
    """A figure for print has marks, but no pictures: text may be burned into them."""
    session = open_case(studies=[study("ct", 3)])
    look = Look("light")
    view = TimelineView(session, look)
    view.resize(1000, 400)
    gutter = view.gutter_hint_px()
    view.set_frame(Frame(gutter, 0, 1000 - gutter - MARGIN_PX, MARGIN_PX))
    assert placed(view, "ct").signs == ()
    with_one = placed(shown(session), "ct")
    words, others = placed(view, "ct").words[0].rect, with_one.words[0].rect
    assert others.left() > words.left() + picture_rect(with_one).width()


def test_labels_leave_room_for_the_pictures(open_case: Any, shown: Any) -> None:
    studies = [study(f"ct{day}", day) for day in range(0, 40, 2)]
    view = shown(open_case(studies=studies), width=700)
    rects = [
        rect
        for thing in view.placed
        for rect in (*thing.word_rects, *([thing.mark] if thing.mark else []))
    ]
    for at, one in enumerate(rects):
        assert not any(
            one.adjusted(0.5, 0.5, -0.5, -0.5).intersects(other) for other in rects[at + 1 :]
        )


# -- what they follow -----------------------------------------------------------------------------


def test_a_click_selects_the_study_and_a_tooltip_tells_it(open_case: Any, shown: Any) -> None:
    session = open_case(studies=[study("ct", 3)])
    view = shown(session)
    thing = placed(view, "ct")
    place = picture_rect(thing).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.state.selection == "ct"
    assert 3 <= session.state.cursor < 4
    assert "CT" in view.accessibleDescription()
    assert "CT" in view.tooltip_of(thing)
    assert view.thing_at(QPointF(place)) is not None


def test_under_a_horizon_only_those_stand_there_that_are_known(open_case: Any, shown: Any) -> None:
    session = open_case(
        events=[event("a", "drugs", 1)],
        studies=[study("early", 3), study("late", 20), study("told-late", 3, known_from=9)],
    )
    view = shown(session)
    session.hide_after(5)
    assert {one.id for one in view.placed} == {"a", "early"}
    session.hide_after(10)
    assert {one.id for one in view.placed} == {"a", "early", "told-late"}


@pytest.mark.parametrize(
    ("chosen", "is_kept"),
    [
        (Filter(lanes=frozenset({"tests"})), True),
        (Filter(lanes=frozenset({"drugs"})), False),
        (Filter(kinds=frozenset({"diagnostic"})), True),
        (Filter(evidence=frozenset({"inferred"})), False),
        (Filter(text="ct"), True),
        (Filter(text="biopsy"), False),
    ],
)
def test_they_follow_the_filter(open_case: Any, shown: Any, chosen: Filter, is_kept: bool) -> None:
    session = open_case(events=[event("a", "drugs", 1)], studies=[study("ct", 3)])
    view = shown(session)
    session.apply(partial(view_state.sift, chosen=chosen))
    assert view.shown().is_faint(placed(view, "ct")) is not is_kept


def test_in_a_collapsed_lane_they_are_counted_and_named(open_case: Any, shown: Any) -> None:
    session = open_case(
        events=[event("blood", "tests", 3)], studies=[study("ct", 3), study("mr", 3)]
    )
    view = shown(session)
    session.apply(lambda state: replace(state, collapsed=frozenset({"tests"})))
    (mark,) = [one for one in view.placed if one.lane == "tests"]
    assert set(mark.hidden) == {"blood", "ct", "mr"}
    assert "MR, day 3" in view.tooltip_of(mark)
    session.apply(partial(view_state.sift, chosen=Filter(text="mr")))
    assert "1 of 3 kept by the filter" in view.tooltip_of(mark)
    assert not view.shown().is_faint(mark)


def test_what_is_sought_is_found_on_them(open_case: Any, shown: Any) -> None:
    session = open_case(events=[event("blood", "tests", 3)], studies=[study("ct", 3)])
    view = shown(session)
    session.apply(lambda state: replace(state, collapsed=frozenset({"tests"})))
    session.apply(partial(view_state.seek, text="ct"))
    scene = view.shown()
    assert any(scene.is_found(one) for one in view.placed if one.lane == "tests")


def test_a_dense_lane_counts_its_events_and_shows_the_studies(open_case: Any, shown: Any) -> None:
    many = [event(f"e{n}", "tests", n % 50) for n in range(1_500)]
    session = open_case(events=many, studies=[study("ct", 25)])
    view = shown(session)
    assert any(one.id.startswith("dense:") for one in view.placed)
    assert placed(view, "ct").signs


# -- those of reviewers ---------------------------------------------------------------------------


def test_a_study_that_is_added_stands_there_and_goes_with_undo(
    open_case: Any, shown: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    make_ct_series(tmp_path / "found", pixels=lambda _: np.full((8, 8), 1024 + 400, np.int16))
    IdentityFile().save("Ann")
    session = open_case(events=[event("a", "drugs", 1), event("b", "drugs", 40)])
    keeping = session.annotating.keeping
    qtbot.waitUntil(lambda: keeping.read is not None, timeout=10_000)
    view = shown(session)
    content = added(("CT of the liver", "CT"), Instant(day=20), "../found")
    id_ = add(session, content, "Add images")
    thing = placed(view, id_)
    assert thing.words[0].whole == "CT of the liver"
    assert "Ann" in view.tooltip_of(thing)
    qtbot.waitUntil(lambda: colour_in(view, thing).lightness() > 200, timeout=10_000)
    session.select(id_)
    assert 20 <= session.state.cursor < 21
    session.annotating.undo()
    assert id_ not in {one.id for one in view.placed}


def test_another_case_has_other_pictures(
    open_case: Any, shown: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    from PIL import Image

    from viewer.io.case_store import open_case as read

    session = open_case(studies=[study("ct", 3)])
    view = shown(session)
    qtbot.waitUntil(lambda: colour_in(view, placed(view, "ct")).getRgb()[:3] == ORANGE)
    Image.new("RGB", (20, 20), "blue").save(tmp_path / "case" / "ct" / "one.png")
    session.open(read(tmp_path / "case"))
    qtbot.waitUntil(lambda: colour_in(view, placed(view, "ct")) == QColor("blue"))
