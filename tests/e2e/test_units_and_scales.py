"""Units, scales, one axis and one panel, chosen with keys and menus on the real window."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.e2e.conftest import OpenWindow
from tests.e2e.screen import plain, read, settle
from viewer.model import view_state
from viewer.model.plot_choices import AS_REPORTED
from viewer.model.time import Span
from viewer.ui.plots.gutter import place_beside, place_ticks, tick_words
from viewer.ui.plots.placed import PlacedPanel
from viewer.ui.plots.pointing import Hit
from viewer.ui.window import Window

MARKERS = ("ca19-9", "nse", "dupan-2", "span-1")


def _panel(window: Window, id_: str) -> PlacedPanel:
    return window.chart.plots.placed.panel_of(id_)


def _press(window: Window, key: Qt.Key, shift: bool = False) -> None:
    window.chart.timeline.setFocus()
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.chart.timeline, key, modifier)
    settle()


def _ticks(window: Window, id_: str) -> list[str]:
    return [text.words for text in place_ticks(_panel(window, id_), window.chart.plots._type)]


def _gutter(window: Window, id_: str) -> str:
    """Give the words beside the axis of a series as they are painted."""
    stack, placed = window.chart.plots, _panel(window, id_)
    ids = [one.panel.series.id for one in stack.placed.panels]
    ticks = place_ticks(placed, stack._type)
    texts, _ = place_beside(ticks, placed, stack.readouts[ids.index(id_)], stack._type)
    return " ".join(text.words for text in texts)


def _tip(window: Window, id_: str) -> str:
    panel = _panel(window, id_)
    point = next(point for point in panel.points if point.is_dated)
    return plain(window.chart.plots.tooltip_of(Hit(panel, point)))


def _point(window: Window, id_: str) -> tuple[float, float, str]:
    (point,) = [point for point in _panel(window, id_).points if point.is_dated]
    return point.x_px, point.y_px, point.shape


def _labels(window: Window, id_: str) -> list[str]:
    return [label.words for label in _panel(window, id_).labels if label.kind == "value"]


def _plots_menu(window: Window) -> QMenu:
    window.menus.plots.aboutToShow.emit()
    return window.menus.plots


def _action(menu: QMenu, *path: str) -> QAction:
    """Give the entry of a menu, or of a menu inside it."""
    for name in path[:-1]:
        inner = menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
        (menu,) = (one for one in inner if one.title().replace("&", "") == name)
    return next(a for a in menu.actions() if a.text().replace("&", "").startswith(path[-1]))


def _context_menu(window: Window, place: QPointF) -> QMenu:
    """Click with the right button and give the menu that comes up."""
    stack = window.chart.plots
    spot = place.toPoint()
    directly = Qt.FindChildOption.FindDirectChildrenOnly
    before = set(stack.findChildren(QMenu, options=directly))
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, spot, stack.mapToGlobal(spot), Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(stack, event)
    (menu,) = set(stack.findChildren(QMenu, options=directly)) - before
    return menu


# --- units --------------------------------------------------------------------------------


def test_a_key_shows_every_analyte_in_its_other_unit_and_back(window: Window) -> None:
    _press(window, Qt.Key.Key_U)
    assert _ticks(window, "glucose") == ["3.0", "3.9", "0", "1", "2", "5"]
    for id_, words in (
        ("glucose", "Glucose mmol/L (÷ 18.016) 54 mg/dL = 3.00"),
        ("insulin", "IRI pmol/L (× 6.00) 67.5 µU/mL = 405"),
    ):
        assert words in _gutter(window, id_)
    assert "nmol/L (× 0.331) 6.3 ng/mL = 2.09" in _gutter(window, "c-peptide")
    assert "ng/mL" in _gutter(window, "nse")
    _press(window, Qt.Key.Key_U)
    assert window.session.state.plots == AS_REPORTED
    assert "mmol" not in _gutter(window, "glucose")


def test_no_point_moves_and_54_stays_level_1(window: Window) -> None:
    window.chart.splitter.setSizes([300, 500])
    settle()
    before = [_point(window, id_) for id_ in ("glucose", *MARKERS)]
    _press(window, Qt.Key.Key_U)
    window.chart.splitter.setSizes([300, 500])
    settle()
    glucose = _panel(window, "glucose")
    assert _point(window, "glucose")[2] == before[0][2] == "below"
    line = glucose.axis.y(54.0)
    assert _point(window, "glucose")[1] == pytest.approx(line)
    ticks = {t.words: t.rect.center().y() for t in place_ticks(glucose, window.chart.plots._type)}
    assert ticks["3.0"] == pytest.approx(line, abs=1)
    assert "Level 1 (54–69 mg/dL)" in _gutter(window, "glucose")
    assert "level 1: below 70 mg/dL" in [label.words for label in glucose.labels]
    undated = next(point for point in glucose.points if not point.is_dated)
    assert undated.shape == "far_below"


def test_the_reported_value_comes_first_everywhere(window: Window) -> None:
    _press(window, Qt.Key.Key_U)
    (label,) = _labels(window, "insulin")
    assert label.startswith("67.5 µU/mL = 405 pmol/L")
    tip = _tip(window, "insulin")
    assert "67.5 µU/mL as reported; 405 pmol/L, × 6.00, approximate" in tip
    assert "Reference interval 1.7–10.4 µU/mL = 10–62 pmol/L" in tip
    assert "54 mg/dL as reported; 3.00 mmol/L, ÷ 18.016" in _tip(window, "glucose")
    assert "approximate" not in _tip(window, "glucose")
    limits = [lb.words for lb in _panel(window, "insulin").labels if lb.kind == "reference"]
    assert limits == ["reference 10–62 pmol/L, LSI Medience"]
    window.session.select("insulin")
    settle()
    told = read(window.panels.details)
    assert "67.5 µU/mL as reported; 405 pmol/L" in told
    assert "shown as pmol/L, × 6.00, approximate" in told
    _press(window, Qt.Key.Key_U)  # only the selected one goes back
    assert "as reported" not in read(window.panels.details)
    assert "= 3.00" in _gutter(window, "glucose")


def test_a_menu_switches_one_analyte(window: Window) -> None:
    action = _action(_plots_menu(window), "Glucose in mmol/L (÷ 18.016)")
    action.trigger()
    settle()
    assert "= 3.00" in _gutter(window, "glucose")
    assert "pmol" not in _gutter(window, "insulin")
    assert _action(_plots_menu(window), "Glucose in mmol/L").isChecked()


def test_the_gutter_has_a_menu_for_its_series(window: Window) -> None:
    menu = _context_menu(window, _panel(window, "insulin").gutter.center())
    words = [action.text() for action in menu.actions()]
    assert "IRI in pmol/L (× 6.00)" in words
    assert not any("Glucose" in one for one in words)
    _action(menu, "IRI in pmol/L").trigger()
    _action(menu, "Scale of IRI", "Linear").trigger()
    menu.close()
    settle()
    assert _panel(window, "insulin").panel.scale.is_log is False
    assert _panel(window, "nse").panel.scale.is_log is True
    shown = [float(words) for _, words in tick_words(_panel(window, "insulin").panel)]
    assert {10.0, 62.0} < set(shown)  # the limits, 1.7–10.4 µU/mL
    assert all(one % 100 == 0 for one in shown if one not in (10.0, 62.0)), shown


# --- scales -------------------------------------------------------------------------------


def test_a_key_goes_through_the_scales_of_the_selected_series(window: Window) -> None:
    window.session.select("nse")
    settle()
    seen = []
    for _ in range(4):
        _press(window, Qt.Key.Key_Y)
        scale = _panel(window, "nse").panel.scale
        multiples = any(tick.multiple is not None for tick in scale.ticks)
        seen.append("multiples" if multiples else "log" if scale.is_log else "linear")
        assert _panel(window, "ca19-9").panel.scale.ticks[0].multiple is not None
    assert seen == ["linear", "log", "multiples", "multiples"]  # the last one by itself


def test_multiples_need_an_upper_limit(window: Window) -> None:
    menu = _context_menu(window, _panel(window, "glucose").gutter.center())
    action = _action(menu, "Scale of Glucose", "Multiples of the Upper Limit")
    assert not action.isEnabled()
    assert "no upper limit is given" in action.text()
    menu.close()
    window.session.select("glucose")
    settle()
    for _ in range(3):
        _press(window, Qt.Key.Key_Y)
    assert window.session.state.plots.scale_of("glucose") == "auto"


@pytest.mark.parametrize(("scale", "is_log"), [("Linear", False), ("Logarithmic", True)])
def test_a_scale_for_all_series_puts_every_value_where_its_axis_says(
    window: Window, scale: str, is_log: bool
) -> None:
    _action(_plots_menu(window), "Scale of All Series", scale).trigger()
    settle()
    for placed in window.chart.plots.placed.panels:
        axis, (point,) = placed.axis, [p for p in placed.points if p.is_dated]
        assert placed.panel.scale.is_log is is_log
        low, high = axis.scale.low, axis.scale.high
        value = point.point.value
        assert value is not None
        share = (value - low) / (high - low)
        if is_log:
            share = math.log(value / low) / math.log(high / low)
        top, bottom = axis.y(high), axis.y(low)
        assert point.y_px == pytest.approx(bottom - share * (bottom - top))
    assert len(_panel(window, "glucose").points) == 2  # 20 mg/dL is still there


def test_a_shared_axis_is_the_same_range_for_the_same_unit(window: Window) -> None:
    _action(_plots_menu(window), "Scale of All Series", "Linear").trigger()
    same = [_panel(window, id_).panel.scale for id_ in ("ca19-9", "dupan-2", "span-1")]
    assert len({(scale.low, scale.high) for scale in same}) == 3
    _press(window, Qt.Key.Key_Y, shift=True)
    assert window.actions_by_name["shared_axis"].isChecked()
    same = [_panel(window, id_).panel.scale for id_ in ("ca19-9", "dupan-2", "span-1")]
    assert len({(scale.low, scale.high) for scale in same}) == 1
    assert same[0].high > 235
    nse = _panel(window, "nse").panel.scale
    assert (nse.low, nse.high) != (same[0].low, same[0].high)
    _press(window, Qt.Key.Key_Y, shift=True)
    assert not window.actions_by_name["shared_axis"].isChecked()


def test_the_axis_follows_the_window_when_asked(window: Window) -> None:
    whole = _panel(window, "ca19-9").panel.scale
    _press(window, Qt.Key.Key_O, shift=True)
    tight = _panel(window, "ca19-9").panel.scale
    assert whole.high / whole.low > 10 * tight.high / tight.low
    assert tight.low < 37
    assert tight.high > 53.7
    window.session.apply(lambda state: view_state.show(state, Span(100, 110)))
    settle()
    later = _panel(window, "ca19-9").panel.scale  # with nothing in view, that of the course
    assert (later.low, later.high) == (tight.low, tight.high)


# --- one panel ----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("size", [(1280, 800), (1600, 1000)])
def test_an_overlay_names_each_series_beside_its_value_and_beside_its_dash(
    open_window: OpenWindow, size: tuple[int, int], language: str
) -> None:
    window = open_window("--language", language, size=size)
    _press(window, Qt.Key.Key_O)
    stack = window.chart.plots
    panels = [_panel(window, id_) for id_ in MARKERS]
    assert len({panel.rect.top() for panel in panels}) == 1
    assert [panel.panel.line for panel in panels] == [0, 1, 2, 3]
    for panel in panels:
        short = panel.panel.series.short or panel.panel.series.title
        name = short.pick(language)
        assert any(words.startswith(name) for words in _labels(window, panel.panel.series.id))
        assert _gutter(window, panel.panel.series.id).startswith(name)
    gutters = [panel.gutter for panel in panels]
    assert not any(a.intersects(b) for a, b in combinations(gutters, 2))
    labels = [label.rect for panel in panels for label in panel.labels]
    assert not any(a.intersects(b) for a, b in combinations(labels, 2))
    statements = [lb.words for p in panels for lb in p.labels if lb.kind == "statement"]
    assert len(statements) == len(set(statements)) == 1
    # A multiple of the upper limit stands as high whichever series it is of.
    for panel in panels:
        upper = panel.panel.upper
        assert upper is not None
        assert upper.high is not None
        assert panel.axis.y(2 * upper.high) == pytest.approx(panels[0].axis.y(74))
    assert stack.grab().toImage() != QImage()
    _press(window, Qt.Key.Key_O)
    assert len({_panel(window, id_).rect.top() for id_ in MARKERS}) == 4


def test_in_an_overlay_each_value_and_name_can_be_clicked(window: Window) -> None:
    _press(window, Qt.Key.Key_O)
    stack = window.chart.plots
    for id_ in ("insulin", "c-peptide"):
        panel = _panel(window, id_)
        label = next(label for label in panel.labels if label.kind == "value")
        QTest.mouseClick(stack, Qt.MouseButton.LeftButton, pos=label.rect.center().toPoint())
        assert window.session.state.selection == id_
        window.session.select(None)
        QTest.mouseClick(stack, Qt.MouseButton.LeftButton, pos=panel.gutter.center().toPoint())
        assert window.session.state.selection == id_
        found = stack.thing_at(panel.gutter.center())
        assert found is not None
        assert "IRI" in plain(stack.tooltip_of(found)) or id_ == "c-peptide"


def test_the_lines_of_an_overlay_go_behind_the_words_of_every_series(window: Window) -> None:
    _press(window, Qt.Key.Key_O)
    host = _panel(window, "ca19-9")
    over = [label for id_ in MARKERS[1:] for label in _panel(window, id_).labels]
    assert list(host.laid_over) == over


def test_a_horizon_keeps_what_was_chosen_and_shows_no_later_value(window: Window) -> None:
    _press(window, Qt.Key.Key_U)
    _press(window, Qt.Key.Key_O, shift=True)
    window.session.hide_after(11)
    settle()
    assert "= 3.00" in _gutter(window, "glucose")
    assert window.actions_by_name["follow_window"].isChecked()


def test_every_choice_is_in_the_menu_with_its_key(window: Window) -> None:
    menu = _plots_menu(window)
    keys = {a.text().replace("&", ""): a.shortcut().toString() for a in menu.actions()}
    for words, key in (
        ("Other Units", "U"),
        ("Next Scale", "Y"),
        ("Shared Axis", "Shift+Y"),
        ("Overlay", "O"),
        ("Axis Follows the Window", "Shift+O"),
    ):
        assert keys[words] == key
