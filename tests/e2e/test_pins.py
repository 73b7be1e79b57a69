"""Details that are pinned: side by side, through other selections, gone under a horizon."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import OpenWindow
from tests.e2e.measuring_hand import LEFT, NONE, press, words_of
from tests.e2e.screen import click, on_screen, raise_panel, read, seen, settle
from tests.e2e.twins import hide_after, twins
from viewer.ui.widgets.link import LinkButton
from viewer.ui.window import Window


@pytest.fixture
def window(open_window: OpenWindow) -> Window:
    return open_window()


def links(window: Window) -> list[LinkButton]:
    return window.panels.pinned.findChildren(LinkButton)


def close_buttons(window: Window) -> list[QToolButton]:
    return window.panels.pinned.findChildren(QToolButton)


def pin(window: Window, *patterns: str) -> None:
    click(window, seen(window, *patterns))
    press(window, "Ctrl+D")


def test_new_panels_are_closed_at_first_and_open_by_key(window: Window) -> None:
    for name, keys in (
        ("pinned", "Ctrl+Shift+P"),
        ("compare", "Ctrl+Shift+B"),
        ("measure", "Ctrl+M"),
    ):
        assert window.docks[name].isHidden()
        assert window.docks[name].toggleViewAction() in window.menus.panels.actions()
        press(window, keys)
        assert not window.docks[name].visibleRegion().isEmpty()


def test_the_link_in_details_pins_and_unpins(window: Window) -> None:
    click(window, seen(window, r"TAE.*right"))
    for words, pins in (("Pin beside others", 1), ("Unpin", 0)):
        link = next(
            one for one in window.panels.details.findChildren(LinkButton) if one.text() == words
        )
        QTest.mouseClick(link, LEFT, NONE, words_of(link))
        settle()
        assert len(window.session.state.pins) == pins


def test_pins_tell_everything_and_survive_other_selections(window: Window) -> None:
    panel = raise_panel(window, "pinned")
    assert "Nothing is pinned" in read(panel)
    pin(window, r"TAE.*right")
    pin(window, r"Octreotide")
    before = read(panel)
    assert "Embozene" in before
    assert "allergic" in before
    click(window, seen(window, r"TAE.*left"))
    window.verbs.put_cursor(100)
    settle()
    assert read(panel) == before
    window.verbs.set_theme("dark")
    settle()
    assert read(panel) == before


def test_a_click_on_a_title_selects_and_on_the_cross_lets_go(window: Window) -> None:
    raise_panel(window, "pinned")
    pin(window, r"TAE.*right")
    pin(window, r"Octreotide")
    title = next(link for link in links(window) if "TAE" in link.text())
    QTest.mouseClick(title, LEFT, NONE, words_of(title))
    settle()
    assert window.session.state.selection == "tae-right"
    close = next(b for b in close_buttons(window) if "TAE" in b.accessibleName())
    QTest.mouseClick(close, LEFT)
    settle()
    assert window.session.state.pins == ("octreotide",)
    assert len(close_buttons(window)) == 1


def test_pins_stand_side_by_side_where_there_is_room(window: Window) -> None:
    raise_panel(window, "pinned")
    pin(window, r"TAE.*right")
    pin(window, r"Octreotide")
    places = [on_screen(button) for button in close_buttons(window)]
    assert places[0].x() == places[1].x(), "one below the other in a narrow panel"
    dock = window.docks["pinned"]
    dock.setFloating(True)
    dock.resize(900, 500)
    settle()
    places = [on_screen(button) for button in close_buttons(window)]
    assert places[0].y() == places[1].y()
    assert places[0].x() < places[1].x()


def test_another_language_tells_the_pins_in_its_words(window: Window) -> None:
    pin(window, r"TAE.*right")
    assert "right hepatic lobe" in read(raise_panel(window, "pinned"))
    next(a for a in window.menus.language.actions() if a.text() == "日本語").trigger()
    settle()
    (other,) = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible()
    ]
    assert "右葉" in read(raise_panel(other, "pinned"))


@pytest.mark.parametrize(("horizon", "kept"), [(5, ("glucose",)), (12, ("octreotide", "glucose"))])
def test_a_horizon_lets_go_of_what_it_hides(
    qtbot: QtBot, tmp_path: object, horizon: int, kept: tuple[str, ...]
) -> None:
    with twins(qtbot, tmp_path, horizon) as pair:  # type: ignore[arg-type]

        def pinned(window: Window) -> None:
            raise_panel(window, "pinned")
            for id_ in ("octreotide", "glucose"):
                window.session.select(id_)
                press(window, "Ctrl+D")
            press(window, "End")  # another event in each of the two
            press(window, "Ctrl+D")
            window.session.select(None)
            hide_after(window, horizon)

        pair.lead(pinned)
        assert pair.windows[0].session.state.pins == kept
        assert pair.found("pinned") == {}


def test_the_close_button_can_be_reached_by_keys(window: Window) -> None:
    raise_panel(window, "pinned")
    pin(window, r"TAE.*right")
    (close,) = close_buttons(window)
    assert close.focusPolicy() & Qt.FocusPolicy.TabFocus
    close.setFocus()
    QTest.keyClick(close, Qt.Key.Key_Space)
    settle()
    assert window.session.state.pins == ()
