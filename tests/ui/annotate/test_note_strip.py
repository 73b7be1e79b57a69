"""The strip of the reviewers' notes: what it shows, lists, says and hides."""

from __future__ import annotations

import itertools
import random

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from tests.annotating_making import a_measurement, an_added_study
from tests.ui.annotate.drawn import LEFT, Board, added, board, hover, on_day, on_days
from viewer.model import view_state
from viewer.model.annotating import Edit, decision, mark, reply
from viewer.model.annotation import Content, OnDay, OnPart
from viewer.model.time import Instant, Interval, Span

__all__ = ["board"]


def plain(words: str) -> str:
    """Give words without the signs that keep their direction of writing."""
    return words.replace("\u2068", "").replace("\u2069", "")


def apply(board: Board, step: object, **given: object) -> None:
    board.session.apply(lambda state: step(state, **given))  # type: ignore[operator]
    board.settle()


def window(board: Board, start: float, end: float) -> None:
    apply(board, view_state.show, window=Span(start, end))


def test_there_is_no_strip_until_there_is_a_note_with_a_day(board: Board) -> None:
    assert not board.strip.isVisible()
    event = board.session.case.events[0].id
    (note,) = board.put(mark(event, "important"))
    assert board.strip.isVisible()
    board.put(reply(note, "An answer"))
    assert len(board.strip.placed) == 1  # answers are told in their thread
    board.session.annotating.undo()
    board.session.annotating.undo()
    board.settle()
    assert not board.strip.isVisible()


def test_each_stands_on_its_days(board: Board) -> None:
    day, period = board.put(on_day(5.5, "A day"), on_days(20, 38, "A period"))
    event = board.session.case.events[3]
    (marked,) = board.put(mark(event.id, "question"))
    measure = Content(kind="measure", target=OnDay(day=84), second_day=61, known_from=0)
    (measured,) = board.put(measure)
    scale = board.strip.scale()
    assert board.note(day).mark.center().x() == pytest.approx(scale.x(5.5), abs=1)
    assert board.note(marked).mark.center().x() == pytest.approx(scale.x(event.when.anchor), abs=1)
    left, right, _ = board.note(period).line or (0, 0, 0)
    assert (left, right) == pytest.approx((scale.x(20), scale.x(38)), abs=1)
    left, right, _ = board.note(measured).line or (0, 0, 0)
    assert (left, right) == pytest.approx((scale.x(61.5), scale.x(84.5)), abs=1)
    assert board.note(measured).words.startswith("23 d")
    (whole,) = board.put(on_day(40, "A whole day"))
    assert board.note(whole).mark.center().x() == pytest.approx(scale.x(40.5), abs=1)
    assert board.note(day).words.strip("\u2068\u2069") == "A day"


def test_added_events_keep_how_exactly_their_day_is_known(board: Board) -> None:
    exact, between, lasting = board.put(
        added("Exact", Instant(day=52)),
        added("Between", Instant(earliest=70, latest=80)),
        Content(
            kind="event",
            target=on_day(0).target,
            event=added("x", Instant(day=1)).event.model_copy(  # type: ignore[union-attr]
                update={"when": Interval(start=Instant(day=90), end=Instant(day=99))}
            ),
        ),
    )
    scale = board.strip.scale()
    assert board.note(exact).mark.center().x() == pytest.approx(scale.x(52.5), abs=1)
    # Nobody says the day: the mark stands before the days that it may have been.
    assert board.note(between).mark.right() < scale.x(70) + 1
    assert board.note(lasting).item.form == "event"
    middle = round((scale.x(70) + scale.x(81)) / 2)
    picture = board.strip.grab().toImage()
    y = round(board.strip.on_widget(board.note(between).mark).center().y())
    assert picture.pixelColor(middle, y) == board.strip.sizes.theme.authors[0]


def test_an_added_event_is_a_plus_in_a_hollow_shape_and_a_note_is_filled(board: Board) -> None:
    event, note = board.put(added("Exact", Instant(day=52)), on_day(90))
    picture, theme = board.strip.grab().toImage(), board.strip.sizes.theme
    hollow = board.mark_of(event)
    assert picture.pixelColor(hollow) == theme.authors[0]  # the plus
    assert picture.pixelColor(hollow + QPoint(3, 3)) == theme.paper
    inside = [QPoint(x, y) for x in range(-4, 5) for y in range(-4, 5)]
    bare = [
        sum(picture.pixelColor(board.mark_of(id_) + place) == theme.paper for place in inside)
        for id_ in (event, note)
    ]
    assert bare[0] > 3 * bare[1]  # of a filled shape the letter alone is bare


def test_an_added_event_says_who_has_added_it(board: Board) -> None:
    (mine,) = board.put(added("Second opinion", Instant(day=52)))
    assert plain(board.note(mine).words) == "Second opinion, added by Ann"
    (theirs,) = board.colleague("Ben", added("A long title " * 30, Instant(day=90)))
    words = plain(board.note(theirs).words)
    assert words.startswith("A long title")
    assert words.endswith("…, added by Ben")  # the title is shortened, and not the name
    words = plain(board.note(mine).words)  # which has less room now
    assert words.endswith("…, added by Ann")
    assert "added by Ben" in plain(board.strip.tooltip_of(board.note(theirs)))
    board.session.select(theirs)
    board.settle()
    assert "added by Ben" in plain(board.strip.accessibleDescription())


def test_nothing_overlaps_and_nothing_is_left_out(board: Board) -> None:
    rng = random.Random(4)
    days = [rng.uniform(-60, 150) for _ in range(160)]
    ids = board.put(*(on_day(day, f"Note {n}") for n, day in enumerate(days[:120])))
    ids += board.put(*(on_days(day, day + 9, "Period") for day in days[120:]))
    for expanded in (False, True):
        board.strip.expand(expanded)
        for start, end in ((-70, 157), (-3, 40), (10, 14)):
            window(board, start, end)
            placed = board.strip.placed
            told = [id_ for one in placed for id_ in one.ids]
            assert len(told) == len(set(told))
            inside = [i for i, d in zip(ids[:120], days[:120], strict=True) if start < d < end]
            assert set(inside) <= set(told)
            for one, other in itertools.combinations(placed, 2):
                mine = one.bounds.adjusted(1, 1, -1, -1)
                assert not mine.intersects(other.bounds), (one.words, other.words)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_count_opens_as_a_list(board: Board) -> None:
    ids = board.put(*(on_day(30.5 + n / 50, f"Note {n}") for n in range(30)))
    (count,) = (placed for placed in board.strip.placed if placed.is_count)
    assert set(count.ids) == set(ids)
    place = board.strip.on_widget(count.mark).center().toPoint()
    QTest.mouseClick(board.strip, LEFT, pos=place)
    (menu,) = board.strip.findChildren(QMenu)
    names = [action.text() for action in menu.actions()]
    assert len(names) == 30
    assert any("Note 7" in name and "Ann" in name for name in names)
    chosen = next(a for a in menu.actions() if "Note 7" in a.text())
    chosen.trigger()
    menu.close()
    assert board.session.state.selection == ids[7]


def test_a_click_selects_and_a_double_click_shows_the_days(board: Board) -> None:
    (note,) = board.put(on_days(20, 38))
    QTest.mouseClick(board.strip, LEFT, pos=board.mark_of(note))
    assert board.session.state.selection == note
    assert board.session.state.cursor == 20
    assert "A period" in board.strip.accessibleDescription()
    QTest.mouseDClick(board.strip, LEFT, pos=board.mark_of(note))
    shown = board.session.state.window
    assert shown.start <= 20
    assert shown.end >= 38
    assert shown.days < 60


def test_the_selected_one_is_washed(board: Board) -> None:
    (note,) = board.put(on_day(60.5, "Words beside it"))
    words = board.strip.on_widget(board.note(note).words_rect)
    corner = QPoint(round(words.left()) - 3, round(words.center().y()))
    theme = board.strip.sizes.theme
    assert board.strip.grab().toImage().pixelColor(corner) == theme.paper
    board.session.select(note)
    board.settle()
    assert board.strip.grab().toImage().pixelColor(corner) == theme.select


def test_colleagues_have_other_marks_and_what_is_new_has_a_dot(board: Board) -> None:
    (mine,) = board.put(on_day(20.5))
    theirs, resolved = board.colleague("Bob", on_day(60.5), on_day(90.5), resolve=1)
    authors = list(board.session.annotations.authors.values())
    assert {author.name for author in authors} == {"Ann", "Bob"}
    described = board.strip.accessibleDescription()
    assert "Ann" in described
    assert "Bob" in described
    theme, picture = board.strip.sizes.theme, board.strip.grab().toImage()

    def colours(id_: str) -> set[str]:
        mark = board.strip.on_widget(board.note(id_).mark).adjusted(0, 3, 0, -3)
        return {
            picture.pixelColor(x, y).name()
            for x in range(round(mark.left()), round(mark.right()))
            for y in range(round(mark.top()), round(mark.bottom()))
        }

    def inked(id_: str) -> int:
        mark = board.strip.on_widget(board.note(id_).mark)
        return sum(
            picture.pixelColor(x, y) in theme.authors[:2]
            for x in range(round(mark.left()), round(mark.right()))
            for y in range(round(mark.top()), round(mark.bottom()))
        )

    first, second = (theme.authors[n].name() for n in (0, 1))
    assert (first in colours(mine)) != (first in colours(theirs))
    assert (second in colours(mine)) != (second in colours(theirs))

    def has_dot(id_: str) -> bool:
        mark = board.strip.on_widget(board.note(id_).mark)
        place = QPoint(round(mark.right() + 1), round(mark.top() + 1))
        return picture.pixelColor(place) == theme.ink

    assert has_dot(theirs)
    assert not has_dot(mine)
    assert inked(resolved) < inked(theirs) / 2  # hollow
    assert "resolved" in board.strip.tooltip_of(board.note(resolved))


def test_tooltips_say_all_of_it_as_plain_text(board: Board) -> None:
    text = "# <b>Why</b> here?\nשלום \u202eevil"
    (note,) = board.put(on_day(40.5, text))
    tip = board.strip.tooltip_of(board.note(note))
    assert "&lt;b&gt;Why&lt;/b&gt; here?" in tip
    assert "\u202e" not in tip
    assert "Ann" in tip
    assert "Day 40" in tip or "day 40" in tip
    assert tip.count("\u2068") == tip.count("\u2069") >= 3
    at = board.mark_of(note)
    help_ = QHelpEvent(QEvent.Type.ToolTip, at, board.strip.mapToGlobal(at))
    QApplication.sendEvent(board.strip, help_)
    assert QToolTip.text() == tip
    QToolTip.hideText()


def test_the_title_counts_and_gives_more_rows(board: Board) -> None:
    board.put(*(on_day(30.5, f"Note {n}") for n in range(5)))
    assert [placed.is_count for placed in board.strip.placed] == [True]
    few = board.strip.height()
    at = QPoint(40, board.strip.height() // 2)
    QTest.mouseClick(board.strip, LEFT, pos=at)
    board.settle()
    assert board.strip.height() > few
    assert [placed.is_count for placed in board.strip.placed] == [False] * 5
    assert "5 notes" in board.strip.accessibleDescription()
    assert board.strip.accessibleName() == "Reviewers’ notes"
    QTest.mouseClick(board.strip, LEFT, pos=at)
    board.settle()
    assert board.strip.height() == few


def test_a_pan_keeps_the_height(board: Board) -> None:
    board.put(*(on_day(day + 0.5) for day in (3, 4, 5, 60, 61)))
    heights = set()
    for start in range(-60, 120, 15):
        window(board, start, start + 30)
        heights.add(board.strip.height())
    assert len(heights) == 1


def test_the_horizon_hides_what_is_known_later(board: Board) -> None:
    early, late, unsaid = board.put(
        on_day(5.5, "Early"),
        on_day(60.5, "Late"),
        on_day(6.5).model_copy(update={"known_from": None}),
    )
    board.session.hide_after(12)
    board.settle()
    told = {id_ for placed in board.strip.placed for id_ in placed.ids}
    assert told == {early}
    assert late not in told
    assert unsaid not in told
    assert "1 note" in board.strip.accessibleDescription()
    board.session.hide_after(3)
    board.settle()
    assert not board.strip.isVisible()


def test_deleting_and_undoing_are_seen(board: Board) -> None:
    (note,) = board.put(on_day(5.5))
    board.session.annotating.edit(Edit("Delete", {note: None}))
    board.settle()
    assert not board.strip.isVisible()
    board.session.annotating.undo()
    board.settle()
    assert board.strip.isVisible()
    (settled,) = board.put(decision(note, is_resolved=True))
    assert settled not in {id_ for placed in board.strip.placed for id_ in placed.ids}


def test_the_pointer_tells_what_can_be_done(board: Board) -> None:
    (mine,) = board.put(on_day(20.5))
    (theirs,) = board.colleague("Bob", on_day(60.5))
    event = board.session.case.events[3].id
    (fixed,) = board.put(Content(kind="note", target=OnPart(part=event), text="x", known_from=0))
    shapes = {}
    for id_ in (mine, theirs, fixed):
        hover(board.strip, board.mark_of(id_))
        shapes[id_] = board.strip.cursor().shape()
    assert shapes[mine] == Qt.CursorShape.OpenHandCursor
    assert shapes[theirs] == shapes[fixed] == Qt.CursorShape.PointingHandCursor


def test_what_is_being_written_is_shown_and_nothing_else(board: Board) -> None:
    board.strip.show_draft(on_day(30.5, "Half a sen"))
    board.settle()
    (placed,) = board.strip.placed
    assert board.strip.isVisible()
    assert placed.item.is_draft
    assert placed.mark.center().x() == pytest.approx(board.x(30.5), abs=1)
    at = board.strip.on_widget(placed.mark).center().toPoint()
    QTest.mouseClick(board.strip, LEFT, pos=at)
    assert board.session.state.selection is None
    theme, picture = board.strip.sizes.theme, board.strip.grab().toImage()
    assert picture.pixelColor(at - QPoint(4, 3)) == theme.paper  # hollow
    board.strip.show_draft(None)
    board.settle()
    assert not board.strip.isVisible()


def test_what_is_on_a_picture_stands_on_the_day_of_its_study(board: Board) -> None:
    late = board.session.case.studies[-1]
    (id_,) = board.put(a_measurement(study=late.id))
    note = board.note(id_)
    middle = board.strip.scale().x(late.when.anchor)
    assert note.mark.center().x() == pytest.approx(middle, abs=1)
    assert plain(note.words) == "Length 23.4 mm"
    at = board.mark_of(id_)
    QApplication.sendEvent(
        board.strip, QHelpEvent(QEvent.Type.ToolTip, at, board.strip.mapToGlobal(at))
    )
    said = plain(QToolTip.text())
    assert "Length 23.4 mm" in said
    assert "On: Contrast CT after TAE" in said
    QToolTip.hideText()
    QTest.mouseClick(board.strip, LEFT, pos=at)
    assert board.session.state.selection == id_


def test_an_added_study_is_drawn_as_an_added_event_is(board: Board) -> None:
    (exact,) = board.put(an_added_study("Of the chest", Instant(day=52)))
    assert plain(board.note(exact).words) == "Of the chest, CT, added by Ann"
    between, lasting = board.put(
        an_added_study("MR", Instant(earliest=70, latest=80)),
        an_added_study("PET", Interval(start=Instant(day=90), end=Instant(day=99))),
    )
    scale = board.strip.scale()
    assert board.note(exact).mark.center().x() == pytest.approx(scale.x(52.5), abs=1)
    assert board.note(between).item.stands_before
    left, right, _ = board.note(lasting).line or (0, 0, 0)
    assert (left, right) == pytest.approx((scale.x(90.5), scale.x(99.5)), abs=1)
    picture = board.strip.grab().toImage()
    board.put(*(moved(board.content(id_), 3) for id_ in (exact, between, lasting)))
    assert board.strip.grab().toImage() != picture


def moved(content: Content, days: float) -> Content:
    assert content.study is not None
    start = content.study.when.anchor + days
    later = Instant(day=float(int(start)))
    return content.model_copy(update={"study": content.study.model_copy(update={"when": later})})
