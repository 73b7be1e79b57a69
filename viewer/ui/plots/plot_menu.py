"""The choices of how values are drawn, as menus and as steps that a key takes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from viewer.model import plot_choices, view_state
from viewer.model.plot_choices import SCALE_KINDS, PlotChoices, ScaleKind
from viewer.model.series import Series
from viewer.model.units import Conversion, conversion
from viewer.session.session import Session
from viewer.ui.plots.pointing import Hit
from viewer.ui.plots.series_panels import common_upper

translate = QCoreApplication.translate

SWITCHES = ("shared_axis", "overlay", "follow_window")
STEPS = ("other_units", "next_scale")


class PlotMenu(QMenu):
    """The menu of the window; its commands are those of the command table."""

    def __init__(self, session: Session, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(translate("Menu", "Pl&ots"), parent)
        self._session = session
        self._actions = actions
        self._inner: list[QMenu] = []
        self._unused: list[QMenu] = []
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        session.layout_changed.connect(self._tick)
        session.case_changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self._unused = list(self._inner)
        self.clear()
        self._tick()
        for name in (*STEPS, *SWITCHES):
            self.addAction(self._actions[name])
        self.addSeparator()
        fill_choices_of(self, self._session, _selected(self._session), self._submenu)

    def _submenu(self, title: str) -> QMenu:
        """Add a menu that was there before under a new title, or a new one."""
        if self._unused:
            inner = self._unused.pop(0)
            for group in inner.findChildren(QActionGroup):
                group.deleteLater()
            inner.clear()
        else:
            inner = QMenu(self)
            self._inner.append(inner)
        inner.setTitle(title)
        self.addMenu(inner)
        return inner

    def _tick(self) -> None:
        """Show in the switches what is chosen."""
        choices = self._session.state.plots
        self.setEnabled(self._session.opened is not None)
        chosen = (choices.is_shared, choices.is_overlay, choices.follows_window)
        for name, is_on in zip(SWITCHES, chosen, strict=True):
            self._actions[name].setChecked(is_on)


def context_menu(session: Session, found: Hit | None, parent: QWidget) -> QMenu:
    """Make the menu of a place in the plots: in a gutter for its series, and for all."""
    series = found.panel.panel.series if found is not None and found.is_gutter else None
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    fill_choices_of(menu, session, series, menu.addMenu)
    menu.addSeparator()
    choices = session.state.plots
    for words, is_on, step in (
        (translate("PlotMenu", "Shared Axis"), choices.is_shared, switch_shared),
        (translate("PlotMenu", "Overlay"), choices.is_overlay, switch_overlay),
        (translate("PlotMenu", "Axis Follows the Window"), choices.follows_window, switch_follow),
    ):
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(is_on)
        action.triggered.connect(lambda *_, step=step: step(session))
    return menu


def fill_choices_of(
    menu: QMenu, session: Session, series: Series | None, submenu: Callable[[str], QMenu]
) -> None:
    """Offer the scales of a series and of all, and every other unit there is.

    `submenu` adds a menu of a title to `menu`.
    """
    language = session.language
    if series is not None:
        title = translate("PlotMenu", "Scale of {series}")
        name = (series.short or series.title).pick(language).replace("&", "&&")
        _add_scales(submenu(title.format(series=name)), session, series)
    _add_scales(submenu(translate("PlotMenu", "Scale of All Series")), session, None)
    menu.addSeparator()
    for one, way in _ways(session.case.series if series is None else (series,)):
        words = translate("PlotMenu", "{analyte} in {unit} ({factor})")
        name = (one.short or one.title).pick(language).replace("&", "&&")
        action = menu.addAction(words.format(analyte=name, unit=way.unit, factor=way.factor_text))
        action.setCheckable(True)
        action.setChecked(session.state.plots.is_converted(one.analyte))
        action.triggered.connect(
            lambda is_on, analyte=one.analyte: _change(
                session, partial(plot_choices.convert, analyte=analyte, is_on=is_on)
            )
        )


def _add_scales(menu: QMenu, session: Session, series: Series | None) -> None:
    choices = session.state.plots
    chosen = choices.scale if series is None else choices.scale_of(series.id)
    reason = _no_multiples(session.case.series if series is None else (series,))
    group = QActionGroup(menu)
    for kind in SCALE_KINDS:
        words = scale_name(kind)
        if kind == "multiples" and reason:
            words = f"{words} ({reason})"
        action = menu.addAction(words)
        action.setData(kind)
        action.setCheckable(True)
        action.setChecked(kind == chosen)
        action.setEnabled(kind != "multiples" or not reason)
        action.triggered.connect(
            lambda *_, kind=kind: _change(
                session,
                partial(plot_choices.rescale, kind=kind, series_id=series.id if series else None),
            )
        )
        group.addAction(action)


def scale_name(kind: ScaleKind) -> str:
    """Give the words for a scale."""
    return {
        "auto": translate("PlotMenu", "As Fits the Series"),
        "linear": translate("PlotMenu", "Linear"),
        "log": translate("PlotMenu", "Logarithmic"),
        "multiples": translate("PlotMenu", "Multiples of the Upper Limit"),
    }[kind]


def _no_multiples(series: Iterable[Series]) -> str:
    """Say why values cannot be counted in multiples; empty where they can."""
    every = tuple(series)
    if any(common_upper(one) is not None for one in every):
        return ""
    given = [r for one in every for r in one.references]
    given += [p.reference for one in every for p in one.points if p.reference is not None]
    if any(reference.high for reference in given):
        return translate("PlotMenu", "the upper limit changes")
    return translate("PlotMenu", "no upper limit is given")


def _ways(series: Iterable[Series]) -> list[tuple[Series, Conversion]]:
    """Give each analyte that has another unit once, by its first series."""
    found: dict[str, tuple[Series, Conversion]] = {}
    for one in series:
        way = conversion(one.analyte, one.unit)
        if way is not None:
            found.setdefault(one.analyte, (one, way))
    return list(found.values())


def _selected(session: Session) -> Series | None:
    selection = session.state.selection
    return next((one for one in session.case.series if one.id == selection), None)


# -- steps ------------------------------------------------------------------------------------


def switch_units(session: Session) -> None:
    """Show the selected series, or all, in the other unit; where all are, as reported."""
    selected = _selected(session)
    ways = _ways(session.case.series if selected is None else (selected,))
    choices = session.state.plots
    is_on = not all(choices.is_converted(series.analyte) for series, _ in ways)

    def change(choices: PlotChoices) -> PlotChoices:
        for series, _ in ways:
            choices = plot_choices.convert(choices, series.analyte, is_on)
        return choices

    _change(session, change)


def next_scale(session: Session) -> None:
    """Go on to the next scale that the selected series, or all, can have."""
    selected, choices = _selected(session), session.state.plots
    chosen = choices.scale if selected is None else choices.scale_of(selected.id)
    reason = _no_multiples(session.case.series if selected is None else (selected,))
    kinds = [kind for kind in SCALE_KINDS if kind != "multiples" or not reason]
    at = kinds.index(chosen) if chosen in kinds else -1
    kind = kinds[(at + 1) % len(kinds)]
    series_id = selected.id if selected is not None else None
    _change(session, partial(plot_choices.rescale, kind=kind, series_id=series_id))


def switch_shared(session: Session) -> None:
    """Let panels that can be compared show one range, or each its own."""
    _change(session, lambda choices: replace(choices, is_shared=not choices.is_shared))


def switch_overlay(session: Session) -> None:
    """Draw series that can be compared in one panel, or each in its own."""
    _change(session, lambda choices: replace(choices, is_overlay=not choices.is_overlay))


def switch_follow(session: Session) -> None:
    """Let the axis of values follow the window, or show the whole course."""
    _change(session, lambda choices: replace(choices, follows_window=not choices.follows_window))


def _change(session: Session, change: plot_choices.Change) -> None:
    session.apply(partial(view_state.replot, change=change))
