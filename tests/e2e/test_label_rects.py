"""No word of the window is cut, covered by another or out of reach."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QScrollBar, QTabBar, QWidget

from tests.e2e.conftest import OpenWindow
from tests.e2e.screen import plain, raise_panel, tooltip_at
from viewer.ui.plots.gutter import place_beside, place_ticks
from viewer.ui.plots.placed import PlacedLabel, PlacedPanel
from viewer.ui.plots.typeset import Typeset
from viewer.ui.widgets.elided import ElidedLabel
from viewer.ui.widgets.link import LinkButton
from viewer.ui.window import Window

SIZES = [(1280, 800), (1600, 1000), (2560, 1440)]
THEMES = ["light", "dark", "projector"]
LANGUAGES = ["en", "ja"]
SLACK_PX = 1.0
ELLIPSIS = "…"

Named = tuple[str, QRectF]

every_look = pytest.mark.parametrize(
    ("size", "theme", "language"),
    [(size, theme, language) for size in SIZES for theme in THEMES for language in LANGUAGES],
    ids=lambda value: "x".join(map(str, value)) if isinstance(value, tuple) else value,
)


def overlapping(rects: Sequence[Named]) -> list[tuple[str, str]]:
    """Give the pairs of words that share more than the width of a stroke."""
    found = []
    for (name, rect), (other, other_rect) in combinations(rects, 2):
        shared = rect.intersected(other_rect)
        if shared.width() > SLACK_PX and shared.height() > SLACK_PX:
            found.append((name, other))
    return found


def outside(rects: Sequence[Named], area: QRectF) -> list[str]:
    """Give the words that reach out of an area."""
    wide = area.adjusted(-SLACK_PX, -SLACK_PX, SLACK_PX, SLACK_PX)
    return [f"{name}: {rect} of {area}" for name, rect in rects if not wide.contains(rect)]


# -- timeline -----------------------------------------------------------------------------------


def timeline_rects(window: Window) -> list[Named]:
    return [
        (what, rect)
        for thing in window.chart.timeline.placed
        for what, rect in (
            *((words.text, words.rect) for words in thing.words),
            *((f"{sign.sign} of {thing.id}", sign.rect) for sign in thing.signs),
        )
    ]


@every_look
def test_words_on_timeline_and_rulers_neither_overlap_nor_leave_them(
    open_window: OpenWindow, size: tuple[int, int], theme: str, language: str
) -> None:
    window = open_window("--theme", theme, "--language", language, size=size)
    view = window.chart.timeline
    rects = timeline_rects(window)
    assert len(rects) > 20
    assert not overlapping(rects)
    frame = window.chart.frame()
    height = view.verticalScrollBar().maximum() + view.viewport().height()
    right = frame.left_px + frame.axis_px
    assert not outside(rects, QRectF(frame.gutter_px, 0, right - frame.gutter_px, height))
    assert_days_stand_apart(window)
    assert_chart_has_room(window, size)
    assert not too_wide(window)
    assert not shortened_without_tooltip(window)


def too_wide(window: Window) -> list[str]:
    """Give the words of the timeline that are wider than the room they were given."""
    found = []
    for thing in window.chart.timeline.placed:
        for words in thing.words:
            metrics = QFontMetricsF(window.look.font(words.role))
            if metrics.horizontalAdvance(words.text) > words.rect.width() + SLACK_PX:
                found.append(words.text)
    return found


def shortened_without_tooltip(window: Window) -> list[str]:
    """Give the shortened words of the timeline that no ellipsis or no tooltip tells whole."""
    found = []
    view = window.chart.timeline
    for thing in view.placed:
        for words in thing.words:
            if words.text == words.whole:
                continue
            if not words.text.endswith(ELLIPSIS):
                found.append(words.text)
            view.verticalScrollBar().setValue(round(words.rect.top() - 20))
            place = words.rect.center().toPoint() - QPoint(0, view.verticalScrollBar().value())
            if plain(words.whole) not in tooltip_at(view.viewport(), place):
                found.append(f"{words.text}: no tooltip says {words.whole!r}")
    return found


# -- plots --------------------------------------------------------------------------------------


def label_name(label: PlacedLabel) -> str:
    return f"{label.kind} {label.words!r}"


@every_look
def test_words_on_the_plots_neither_overlap_nor_leave_their_panels(
    open_window: OpenWindow, size: tuple[int, int], theme: str, language: str
) -> None:
    window = open_window("--theme", theme, "--language", language, size=size)
    plots = window.chart.plots
    assert len(plots.placed.panels) == 7
    for panel in plots.placed.panels:
        labels = [(label_name(label), label.rect) for label in panel.labels]
        assert not overlapping(labels)
        assert not outside(labels, panel.before.united(panel.rect))
        assert not overlapping(gutter_rects(window, panel, language))
        assert not outside(gutter_rects(window, panel, language), panel.gutter)
        if plots.gutter_hint_px() <= window.chart.frame().gutter_px:
            names = [words for words, _ in gutter_rects(window, panel, language)]
            assert not [words for words in names if words.endswith(ELLIPSIS)]
        for label in panel.labels:
            for text in label.texts:
                metrics = QFontMetricsF(window.look.font(text.role))
                assert metrics.horizontalAdvance(text.words) <= text.rect.width() + SLACK_PX
    assert not cut_labels_of_plots(window, language)
    assert_strips_can_be_reached(window)


def gutter_rects(window: Window, panel: PlacedPanel, language: str) -> list[Named]:
    type_ = Typeset(window.look, window.session.counting, language)
    at = window.chart.plots.placed.panels.index(panel)
    ticks = place_ticks(panel, type_)
    texts, sign = place_beside(ticks, panel, window.chart.plots.readouts[at], type_)
    rects = [(text.words, text.rect) for text in (*texts, *ticks)]
    return [*rects, *([("sign", sign)] if sign is not None else [])]


def cut_labels_of_plots(window: Window, language: str) -> list[str]:
    """Give the shortened words of the plots that no tooltip tells whole."""
    plots, found = window.chart.plots, []
    for at in range(len(plots.placed.panels)):
        bring_to_view(window, at)
        panel = plots.placed.panels[at]
        for label in panel.labels:
            if ELLIPSIS not in label.words:
                continue
            tip = tooltip_at(plots, label.rect.center().toPoint())
            if plain(label.whole) not in tip:
                found.append(f"{label.words}: {label.whole!r} is not in {tip!r}")
        for words, rect in gutter_rects(window, panel, language):
            if ELLIPSIS in words:
                tip = tooltip_at(plots, rect.center().toPoint())
                if plain(words).rstrip(ELLIPSIS).strip() not in tip:
                    found.append(f"gutter: {words} not in {tip!r}")
    return found


def bring_to_view(window: Window, at: int) -> None:
    """Scroll until a panel is seen."""
    plots = window.chart.plots
    for bar in plots.findChildren(QScrollBar):
        panel = plots.placed.panels[at]
        if panel.rect.bottom() > plots.height():
            bar.setValue(round(bar.value() + panel.rect.bottom() - plots.height()))


def assert_strips_can_be_reached(window: Window) -> None:
    plots = window.chart.plots
    bring_to_view(window, len(plots.placed.panels) - 1)
    assert plots.placed.panels[-1].rect.bottom() <= plots.height() + SLACK_PX
    fixed = plots.placed.panels[0]
    assert fixed.rect.bottom() <= plots.height() + SLACK_PX, "the fixed panel is cut"


def assert_days_stand_apart(window: Window) -> None:
    for ruler in (window.chart.ruler, window.chart.ruler_below):
        labels = [(text, rect) for text, rect, _ in ruler.tick_labels() if text]
        assert len(labels) >= 4
        assert not overlapping(labels)
        assert not outside(labels, QRectF(ruler.rect()))
        assert not outside([ruler.flag()], QRectF(ruler.rect()))


# -- panels, header, status ---------------------------------------------------------------------


def clipped_labels(root: QWidget) -> list[str]:
    """Give the labels and links whose words need more room than they have."""
    found = []
    for one in (*root.findChildren(QLabel), *root.findChildren(LinkButton)):
        if one.isHidden() or not one.text() or not one.isVisible():
            continue
        text = plain(one.text())
        if isinstance(one, LinkButton) or one.wordWrap():
            needed = one.heightForWidth(one.width())
            if needed > one.height() + SLACK_PX:
                found.append(f"{text!r} needs {needed} px of height and has {one.height()}")
            flags = int(Qt.TextFlag.TextWordWrap)
            area = QRect(0, 0, one.width(), 100_000)
            wide = one.fontMetrics().boundingRect(area, flags, one.text()).width()
            if wide > one.width() + SLACK_PX:
                found.append(f"{text!r} needs {wide} px of width and has {one.width()}")
        elif one.sizeHint().width() > one.width() + SLACK_PX and plain(one.toolTip()) != text:
            found.append(f"{text!r} is {one.sizeHint().width()} px wide in {one.width()}")
    return found


def beyond_their_page(panel: QWidget) -> list[str]:
    """Give what reaches out of a page sideways, where nothing scrolls."""
    found = []
    for area in panel.findChildren(QScrollArea):
        page = area.widget()
        if page is None:
            continue
        if page.width() > area.viewport().width():
            found.append(f"{panel.objectName()}: page of {page.width()} px in {area.width()}")
        for one in page.findChildren(QWidget):
            right = one.mapTo(page, QPoint(one.width(), 0)).x()
            if one.isVisible() and right > page.width() + SLACK_PX:
                found.append(f"{type(one).__name__} ends at {right} of {page.width()}")
        for one in page.findChildren(QWidget):
            bottom = one.mapTo(page, QPoint(0, one.height())).y()
            if one.isVisible() and bottom > page.height() + SLACK_PX:
                found.append(f"{type(one).__name__} ends at {bottom} of {page.height()}")
    return found


@every_look
def test_words_of_panels_tabs_header_and_status_line_are_whole(
    open_window: OpenWindow, size: tuple[int, int], theme: str, language: str
) -> None:
    window = open_window("--theme", theme, "--language", language, "--day", "44", size=size)
    faults = clipped_labels(window.header) + clipped_labels(window.statusBar())
    faults += cut_tabs(window)
    for name in window.docks:
        panel = raise_panel(window, name)
        faults += clipped_labels(window.docks[name])
        faults += beyond_their_page(panel)
    for label in window.findChildren(ElidedLabel):
        is_cut = label.isVisible() and not label.is_whole()
        if is_cut and plain(label.text()) not in plain(label.toolTip()):
            faults.append(f"{label.text()!r} is shortened without a tooltip")
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and not isinstance(button, LinkButton):
            hint = button.sizeHint().width()
            if button.text() and hint > button.width() + SLACK_PX:
                faults.append(f"button {button.text()!r} is {hint} px wide in {button.width()}")
    assert not faults, "\n".join(faults)


def cut_tabs(window: Window) -> list[str]:
    """Give the names of panels that a tab cuts and no tooltip tells whole."""
    cut = []
    for bar in window.findChildren(QTabBar):
        for index in range(bar.count() if bar.isVisible() else 0):
            words = bar.tabText(index)
            room = bar.tabRect(index).width()
            if bar.fontMetrics().horizontalAdvance(words) > room and not bar.tabToolTip(index):
                cut.append(words)
    return cut


def assert_chart_has_room(window: Window, size: tuple[int, int]) -> None:
    assert (window.width(), window.height()) == size
    assert window.chart.width() >= 560
    assert window.chart.timeline.viewport().height() >= 6 * window.look.h_px
    assert window.chart.plots.height() >= 8 * window.look.h_px
