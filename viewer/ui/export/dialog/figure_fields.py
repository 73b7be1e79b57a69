"""The choices of a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from viewer.model.part import Text
from viewer.model.scene import Scene
from viewer.model.scene_view import scene_of
from viewer.session.session import Session
from viewer.ui.export import making
from viewer.ui.export.choices import (
    LEAST_MM,
    MOST_MM,
    RESOLUTIONS,
    STYLES,
    WIDTHS_MM,
    FigureChoices,
)
from viewer.ui.export.dialog.days import DaysFields
from viewer.ui.export.dialog.fields import Fields, FileChoice, Kept, combo, form_in
from viewer.ui.export.dialog.rows import TickList
from viewer.ui.export.dialog.telling import TellingFields
from viewer.ui.export.order import Order

translate = QCoreApplication.translate

PICTURES = (".png", ".tiff")
_LINES = 9


class FigureFields(Fields):
    """Begins with what the window shows, and with what was chosen the last time."""

    def __init__(self, session: Session, scenes: Sequence[Scene], kept: Kept) -> None:
        super().__init__()
        self._session = session
        self._shown = scene_of(session.state, "window", Text("-"))
        self._scenes = scenes
        rows = [(translate("Export", "What the window shows"), -1)]
        rows += ((_titled(n, one, session.language), n) for n, one in enumerate(scenes))
        self.scene = combo(translate("Export", "Scene"), rows)
        words = {
            "window": translate("Export", "As in the window"),
            "course": translate("Export", "Clinical course chart"),
        }
        styles = [(words[style], style) for style in STYLES]
        self.style_ = combo(translate("Export", "Style"), styles, kept.get("style"))
        self.file = FileChoice(making.endings_of("figure"), kept.get("ending"))
        self._make_sizes(kept)
        self.days = DaysFields(session.counting, session.state.bounds)
        self.days.show_days(session.state.window)
        self.legend = QCheckBox(translate("Export", "With a legend"))
        self.legend.setChecked(kept.get("has_legend") is not False)
        self.evidence = QCheckBox(translate("Export", "Marks tell how each fact is known"))
        self.evidence.setChecked(True)  # what hides it is chosen anew each time
        self.telling = TellingFields(session)
        self.rows = TickList(translate("Export", "Lanes and series"), _LINES)
        self.rows.fill(_rows(session), session.state.hidden)
        self._build()
        self._connect()
        self._show_what_can_be()

    def _make_sizes(self, kept: Kept) -> None:
        names = (
            translate("Export", "{width} mm, one column"),
            translate("Export", "{width} mm, one and a half"),
            translate("Export", "{width} mm, two columns"),
        )
        widths = [
            (name.format(width=f"{width:g}"), width)
            for name, width in zip(names, WIDTHS_MM, strict=True)
        ]
        wanted = kept.get("width_mm")
        width = float(wanted) if isinstance(wanted, int | float) else WIDTHS_MM[-1]
        self.width_ = combo(
            translate("Export", "Width"), [*widths, (translate("Export", "Other"), 0.0)]
        )
        at = self.width_.findData(width)
        self.width_.setCurrentIndex(at if at >= 0 else self.width_.count() - 1)
        self.width_mm = QDoubleSpinBox()
        self.width_mm.setAccessibleName(translate("Export", "Width in millimetres"))
        self.width_mm.setRange(LEAST_MM, MOST_MM)
        self.width_mm.setDecimals(0)
        self.width_mm.setSuffix(" mm")
        self.width_mm.setKeyboardTracking(False)
        self.width_mm.setValue(width)
        dots = [(f"{n} dpi", n) for n in RESOLUTIONS]
        self.dots = combo(translate("Export", "Resolution"), dots, kept.get("dots_per_inch"))

    def _build(self) -> None:
        figure, rows = QWidget(), QWidget()
        form = form_in(figure)
        widths = QHBoxLayout()
        widths.addWidget(self.width_, 1)
        widths.addWidget(self.width_mm)
        form.addRow(translate("Export", "Shows:"), self.scene)
        form.addRow(translate("Export", "Style:"), self.style_)
        form.addRow(translate("Export", "Kind:"), self.file)
        form.addRow(translate("Export", "Width:"), widths)
        form.addRow(translate("Export", "Resolution:"), self.dots)
        form.addRow(translate("Export", "Days:"), self.days)
        self.telling.add_to(form)
        form.addRow(self.legend)
        form.addRow(self.evidence)
        column = QVBoxLayout(rows)
        column.addWidget(self.rows)
        tabs = QTabWidget()
        tabs.addTab(figure, translate("Export", "Figure"))
        tabs.addTab(rows, translate("Export", "Lanes and series"))
        tabs.tabBar().setAccessibleName(translate("Export", "Choices"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(tabs)
        self.tabs = tabs

    def _connect(self) -> None:
        self.scene.currentIndexChanged.connect(self._on_scene_chosen)
        self.width_.currentIndexChanged.connect(self._on_width_chosen)
        self.file.currentIndexChanged.connect(self._show_what_can_be)
        for one in (self.style_, self.file, self.dots):
            one.currentIndexChanged.connect(self.changed)
        self.width_mm.valueChanged.connect(self.changed)
        self.legend.toggled.connect(self.changed)
        self.evidence.toggled.connect(self.changed)
        for fields in (self.days, self.telling):
            fields.changed.connect(self.changed)
        self.rows.ticked.connect(self.changed)

    # -- what is chosen -----------------------------------------------------------------------

    @property
    def ending(self) -> str:
        """The ending of the file that is chosen."""
        return self.file.ending

    def choose_ending(self, ending: str) -> bool:
        """Choose the kind of file with this ending."""
        return self.file.choose(ending)

    def order(self, plain: Order) -> Order:
        """Order the figure as it is chosen; its lanes, series and days are those of the fields."""
        choices = FigureChoices(
            style=self.style_.currentData(),
            width_mm=self.width_mm.value(),
            hidden=self.rows.off,
            days=self.days.days,
            has_legend=self.legend.isChecked(),
            has_evidence=self.evidence.isChecked(),
        )
        return replace(
            plain,
            language=self.telling.language.currentData(),
            horizon=self.telling.horizon,
            shown=self._chosen.model_copy(update={"hidden": (), "window": None}),
            choices=choices,
            dots_per_inch=self.dots.currentData(),
        )

    def kept(self) -> Kept:
        """Give what is remembered for the next time."""
        return {
            "style": self.style_.currentData(),
            "ending": self.ending,
            "width_mm": self.width_mm.value(),
            "dots_per_inch": self.dots.currentData(),
            "has_legend": self.legend.isChecked(),
        }

    @property
    def _chosen(self) -> Scene:
        at = self.scene.currentData()
        return self._shown if at < 0 else self._scenes[at]

    def _on_scene_chosen(self) -> None:
        """Begin with what the scene shows."""
        scene, bounds = self._chosen, self._session.state.bounds
        self.rows.fill(_rows(self._session), scene.hidden)
        self.days.show_days(bounds if scene.window is None else scene.window.span)

    def _on_width_chosen(self) -> None:
        width = self.width_.currentData()
        if width:
            self.width_mm.setValue(width)
        self._show_what_can_be()

    def _show_what_can_be(self) -> None:
        self.width_mm.setVisible(not self.width_.currentData())
        self.dots.setEnabled(self.ending in PICTURES)


def _titled(number: int, scene: Scene, language: str) -> str:
    words = translate("Export", "{number}. {title}")
    return words.format(number=number + 1, title=scene.title.pick(language))


def _rows(session: Session) -> Iterator[tuple[str, str]]:
    case, language = session.case, session.language
    yield from ((one.id, one.title.pick(language)) for one in case.lanes)
    yield from ((one.id, one.title.pick(language)) for one in case.series)
