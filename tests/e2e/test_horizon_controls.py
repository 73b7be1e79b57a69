"""The comparison behind the horizon's tests finds a leak, in whatever way it shows."""

import copy
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.e2e.later import changed_after
from tests.e2e.screen import settle
from tests.e2e.twins import hide_after, shipped, twins, written
from viewer.model.case import Case
from viewer.session.session import Session
from viewer.ui.window import Window

HORIZON = 12


class TellsAll(Session):
    """A session that hands a view the whole case, whatever is hidden."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.opened, session.language)
        self._behind = session

    whole: Case | None = None
    """What it tells in the place of the whole case."""

    @property
    def case(self) -> Case:
        return self.whole or self.opened.case

    @property
    def state(self):
        return self._behind.state


def test_another_word_of_an_earlier_day_is_found_in_every_way(qtbot: QtBot, tmp_path: Path) -> None:
    raw = copy.deepcopy(shipped())
    raw["events"][1]["title"] = {"en": "Transfer elsewhere", "ja": "転院"}
    case = written(raw, tmp_path / "earlier")
    with twins(qtbot, tmp_path, HORIZON, case=case) as both:
        both.lead(lambda window: hide_after(window, HORIZON))
        both.lead(lambda window: window.verbs.put_cursor(0))
        ways = set(both.found("earlier"))
        assert {"pixels", "texts", "models", "tooltips", "placed", "copied"} <= ways


def test_another_value_of_an_earlier_day_is_found(qtbot: QtBot, tmp_path: Path) -> None:
    raw = copy.deepcopy(shipped())
    raw["series"][3]["points"][0]["value"] = 53.8
    case = written(raw, tmp_path / "earlier")
    with twins(qtbot, tmp_path, HORIZON, case=case) as both:
        both.lead(lambda window: hide_after(window, HORIZON))
        assert {"pixels", "texts", "tooltips", "placed"} <= set(both.found("value"))


def tell_all_to_the_table(window: Window) -> None:
    panel = window.panels.events
    panel.session = TellsAll(window.session)
    window.session.case_changed.emit()


def tell_all_to_the_details(window: Window) -> None:
    panel = window.panels.details
    panel.session = TellsAll(window.session)
    window.session.case_changed.emit()


def tell_all_to_the_timeline(window: Window) -> None:
    page = window.chart.timeline._page
    page._session = TellsAll(window.session)
    window.session.case_changed.emit()


def tell_all_to_its_tooltips(window: Window) -> None:
    # Laid out already: only what is looked up while the pointer rests is from the whole case.
    window.chart.timeline.layout_now()
    tells_all = TellsAll(window.session)
    # The rows stay those that were laid out.
    tells_all.whole = tells_all.case.model_copy(update={"lanes": window.session.case.lanes})
    page = window.chart.timeline._page
    page._session = page.saying._session = tells_all


def tell_all_to_the_plots(window: Window) -> None:
    tells_all = TellsAll(window.session)
    window.chart.plots._session = window.chart.plots._shelf._session = tells_all
    window.chart.plots._on_case_changed()


def tell_all_to_the_title(window: Window) -> None:
    title = window.session.opened.case.subject.follow_up.text.pick("en")
    window.setWindowTitle(f"{window.windowTitle()}: {title}")


@pytest.mark.parametrize(
    ("leak", "ways"),
    [
        (tell_all_to_the_table, {"models", "texts", "copied"}),
        (tell_all_to_the_details, {"texts", "pixels"}),
        (tell_all_to_the_timeline, {"placed", "tooltips", "pixels"}),
        (tell_all_to_its_tooltips, {"tooltips"}),
        (tell_all_to_the_plots, {"placed", "pixels"}),
        (tell_all_to_the_title, {"texts"}),
    ],
)
def test_a_view_that_is_handed_the_whole_case_is_found_out(
    qtbot: QtBot, tmp_path: Path, leak, ways: set[str]
) -> None:
    with twins(qtbot, tmp_path, HORIZON) as both:
        both.lead(lambda window: hide_after(window, HORIZON))
        both.lead(leak)
        settle()
        assert ways <= set(both.found(leak.__name__))


def test_the_changed_case_differs_in_every_part_that_is_told_later() -> None:
    raw = shipped()
    for horizon in (-62, 0, 11, 61, 156):
        changed = changed_after(raw, horizon)
        for name in ("title", "events", "series", "statements", "studies", "reports"):
            assert changed[name] != raw[name], (horizon, name)
        for name in ("notes", "discrepancies", "glossary", "lanes", "sources", "subject", "deck"):
            assert changed[name] != raw[name], (horizon, name)
