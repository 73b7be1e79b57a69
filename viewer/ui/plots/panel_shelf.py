"""Keeps the panels of a case: what they hold is made once, what they show as often as chosen."""

from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.plots.scaling import scaled
from viewer.ui.plots.series_panels import SeriesPanel, series_panel


class PanelShelf:
    """Gives the panels of a session; a new unit, scale or window makes no array anew."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._case = session.case
        self._made: dict[int, SeriesPanel] = {}
        self._key: tuple[object, ...] = ()
        self._panels: tuple[SeriesPanel, ...] = ()

    def panels(self) -> tuple[SeriesPanel, ...]:
        """Give the panels of the series that are not hidden, from top to bottom."""
        case, state = self._session.case, self._session.state
        if case is not self._case:
            self._case, self._made, self._key = case, {}, ()
        window = state.window if state.plots.follows_window else state.bounds
        key = (state.hidden, state.plots, window)
        if key != self._key:
            self._key, self._panels = key, self._scaled(window)
        return self._panels

    def _scaled(self, window: Span) -> tuple[SeriesPanel, ...]:
        case, state, language = self._session.case, self._session.state, self._session.language
        panels = []
        for number, series in enumerate(case.series):
            if series.id not in state.hidden:
                if number not in self._made:
                    self._made[number] = series_panel(case, series, language)
                panels.append(self._made[number])
        panels.sort(key=lambda panel: panel.group)
        return scaled(panels, state.plots, window)
