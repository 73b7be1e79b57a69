"""Colours of the program: a theme file read into typed roles, a palette and a style sheet."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, Self

from PySide6.QtGui import QColor, QPalette

from viewer.paths import resources

ThemeName = Literal["light", "dark", "projector"]
THEME_NAMES: tuple[ThemeName, ...] = ("light", "dark", "projector")

KINDS = (
    "encounter",
    "symptom",
    "drug",
    "nutrition",
    "procedure",
    "diagnostic",
    "complication",
    "outcome",
    "response",
)
AUTHORS = ("first", "second", "third", "fourth")
"""Authors of annotations in the order in which they came; with the fifth the colours repeat."""


class ThemeError(ValueError):
    """A theme file that cannot be used; the message names the file and the entry."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Roles:
    """The colours of the program by what they are for."""

    window: QColor
    paper: QColor
    panel: QColor
    button: QColor
    hover: QColor
    rule: QColor
    rule_strong: QColor
    grid: QColor
    after: QColor
    ink: QColor
    ink_2: QColor
    ink_3: QColor
    select: QColor
    select_line: QColor
    search: QColor
    flag_text: QColor
    level_1: QColor
    level_1_edge: QColor
    level_2: QColor
    level_2_edge: QColor
    reference: QColor
    reference_edge: QColor
    statement: QColor
    statement_edge: QColor


ROLES: tuple[str, ...] = tuple(field.name for field in fields(Roles))


@dataclass(frozen=True, eq=False, kw_only=True)
class Theme(Roles):
    """One theme: role colours as attributes, lane kinds, authors, and how large things are.

    `tint_fraction` is the share of a kind's colour in a bar; `text_scale` multiplies the system
    font size and `stroke_scale` every line width. A fade ends in `fades_to`, or where that is None
    in nothing.
    """

    name: str
    kinds: Mapping[str, QColor]
    authors: tuple[QColor, ...]
    tint_fraction: float
    text_scale: float
    stroke_scale: float
    fades_to: QColor | None = None

    @classmethod
    def load(cls, name: ThemeName) -> Self:
        """Read a shipped theme; raise `ThemeError` if its file is missing or unusable."""
        return cls.read(resources() / "themes" / f"{name}.toml")

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a theme file; raise `ThemeError` naming the file and the entry at fault."""
        return cls(name=path.stem, **_contents(path))

    def role(self, name: str) -> QColor:
        """Return a role's colour by name; raise `ThemeError` if there is no such role."""
        if name not in ROLES:
            raise ThemeError(f"theme {self.name}: there is no role {name!r}")
        colour: QColor = getattr(self, name)
        return colour

    def kind(self, kind: str) -> QColor:
        """Return the colour of a lane kind; raise `ThemeError` for an unknown kind."""
        try:
            return self.kinds[kind]
        except KeyError:
            raise ThemeError(f"theme {self.name}: there is no lane kind {kind!r}") from None

    def tint(self, kind: str) -> QColor:
        """Return the opaque colour of a bar of this kind lying on paper."""
        return blended(self.kind(kind), self.paper, self.tint_fraction)


def blended(over: QColor, ground: QColor, fraction: float) -> QColor:
    """Return the opaque colour that `fraction` (0 to 1) of `over` makes on `ground`."""

    def mixed(upper: int, lower: int) -> int:
        return round(upper * fraction + lower * (1 - fraction))

    return QColor(
        mixed(over.red(), ground.red()),
        mixed(over.green(), ground.green()),
        mixed(over.blue(), ground.blue()),
    )


def _contents(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ThemeError(f"{path}: {error}") from error
    base = _base_colours(path, _section(path, data, "base"))
    roles = _named_colours(path, "role", _section(path, data, "roles"), ROLES, base)
    kinds = _named_colours(path, "lane kind", _section(path, data, "kinds"), KINDS, base)
    authors = _named_colours(path, "author", _section(path, data, "authors"), AUTHORS, base)
    return {
        **roles,
        "kinds": MappingProxyType(kinds),
        "authors": tuple(authors.values()),
        "tint_fraction": _number(path, data, "tint_percent") / 100,
        "text_scale": _number(path, data, "text_scale"),
        "stroke_scale": _number(path, data, "stroke_scale"),
    }


def _section(path: Path, data: dict[str, Any], name: str) -> dict[str, Any]:
    section = data.get(name)
    if not isinstance(section, dict):
        raise ThemeError(f"{path}: section [{name}] is missing")
    return section


def _number(path: Path, data: dict[str, Any], name: str) -> float:
    value = data.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        raise ThemeError(f"{path}: {name!r} must be a number above 0, not {value!r}")
    return float(value)


def _base_colours(path: Path, section: dict[str, Any]) -> dict[str, QColor]:
    colours: dict[str, QColor] = {}
    for name, text in section.items():
        colour = QColor(text) if isinstance(text, str) and text.startswith("#") else QColor()
        if not colour.isValid():
            raise ThemeError(f"{path}: base colour {name!r} is not of the form #RRGGBB: {text!r}")
        colours[name] = colour
    return colours


def _named_colours(
    path: Path,
    what: str,
    section: dict[str, Any],
    wanted: tuple[str, ...],
    base: dict[str, QColor],
) -> dict[str, QColor]:
    for name in wanted:
        if name not in section:
            raise ThemeError(f"{path}: {what} {name!r} is missing")
    for name in section:
        if name not in wanted:
            raise ThemeError(f"{path}: {what} {name!r} is not known")
    return {name: _looked_up(path, f"{what} {name!r}", section[name], base) for name in wanted}


def _looked_up(path: Path, what: str, name: object, base: dict[str, QColor]) -> QColor:
    if not isinstance(name, str) or name not in base:
        raise ThemeError(f"{path}: {what} names {name!r}, which is not a base colour")
    return base[name]


def palette(theme: Theme) -> QPalette:
    """Return the palette that Fusion paints with; the disabled group writes in the third ink."""
    role = QPalette.ColorRole
    uses = {
        role.Window: theme.window,
        role.WindowText: theme.ink,
        role.Base: theme.paper,
        role.AlternateBase: theme.panel,
        role.Text: theme.ink,
        role.PlaceholderText: theme.ink_3,
        role.Button: theme.button,
        role.ButtonText: theme.ink,
        role.BrightText: theme.level_2_edge,
        role.Highlight: theme.select,
        role.HighlightedText: theme.ink,
        # Yellow means "selected" and nothing else, so ticks and sliders are ink.
        role.Accent: theme.ink,
        role.Link: theme.ink,
        role.LinkVisited: theme.ink_2,
        role.ToolTipBase: theme.panel,
        role.ToolTipText: theme.ink,
        # Fusion shades its frames with these; all are rules here, so nothing looks raised.
        role.Light: theme.button,
        role.Midlight: theme.hover,
        role.Mid: theme.rule,
        role.Dark: theme.rule_strong,
        role.Shadow: theme.rule_strong,
    }
    result = QPalette()
    for use, colour in uses.items():
        result.setColor(use, colour)
    disabled = QPalette.ColorGroup.Disabled
    for use in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(disabled, use, theme.ink_3)
    # The third ink is not legible enough on the selection wash.
    result.setColor(disabled, role.Highlight, theme.hover)
    result.setColor(disabled, role.Accent, theme.ink_3)
    return result


_STYLE = """
QMainWindow::separator { background: @rule; width: @line; height: @line; }
QSplitter::handle { background: @rule; }
QToolBar { background: @window; border: 0; border-bottom: @line solid @rule;
    padding: 0.15em; spacing: 0.5em; }
QToolBar::separator { background: @rule; width: @line; height: @line; margin: 0.25em 0.4em; }
QToolButton, QPushButton { background: @button; color: @ink; border: @line solid @rule;
    border-radius: @radius; padding: 0.25em 0.75em; }
QPushButton { min-width: 4em; }
QToolButton#dock-button { background: transparent; border-color: transparent; padding: 0 0.25em; }
QToolButton#dock-button:hover { background: @hover; border-color: @rule; }
QToolButton#dock-button:focus { border: @line dashed @ink; }
QToolButton[popupMode="1"] { padding-right: 1.75em; }
QToolButton:hover, QPushButton:hover { background: @hover; }
QToolButton:pressed, QPushButton:pressed { background: @hover; border-color: @ink; }
QToolButton:checked, QPushButton:checked { background: @hover; border-color: @ink; }
QPushButton:default { border-color: @ink; }
QToolButton:focus, QPushButton:focus { border: @line dashed @ink; }
QToolButton:disabled, QPushButton:disabled { color: @ink_3; }
QMenuBar { background: @window; color: @ink; border-bottom: @line solid @rule; }
QMenuBar::item { background: transparent; padding: 0.35em 0.75em; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @panel; color: @ink; border: @line solid @rule; padding: 0.25em 0; }
QMenu::item { padding: 0.3em 2em 0.3em 2em; }
QMenu::item:selected { background: @select; color: @ink; }
QMenu::item:disabled { background: transparent; color: @ink_3; }
QMenu::separator { background: @rule; height: @line; margin: 0.25em 0; }
QToolTip { background: @panel; color: @ink; border: @line solid @rule; padding: 0.3em 0.5em; }
QDockWidget { color: @ink; font-weight: 600; }
QDockWidget::title { background: @panel; text-align: left; padding: 0.5em 1em;
    border-bottom: @line solid @rule; }
QStatusBar { background: @window; color: @ink_2; border-top: @line solid @rule; }
QStatusBar::item { border: 0; }
QHeaderView::section { background: @panel; color: @ink_2; border: 0;
    border-bottom: @line solid @rule; padding: 0.25em 0.5em; }
QTableCornerButton::section { background: @panel; border: 0; border-bottom: @line solid @rule; }
QTableView, QTreeView { gridline-color: @rule; }
QLineEdit, QPlainTextEdit { background: @paper; color: @ink; border: @line solid @rule_strong;
    border-radius: @radius; padding: 0.15em 0.4em; }
QLineEdit:focus, QPlainTextEdit:focus { border-color: @ink; }
QListView::indicator, QCheckBox::indicator { width: 0.7em; height: 0.7em; padding: @thick;
    border: @line solid @ink_3; background: @paper; }
QListView::indicator:checked, QCheckBox::indicator:checked { background: @ink;
    border-color: @ink; background-clip: content; }
QProgressBar { background: @paper; color: @ink; border: @line solid @rule; text-align: center; }
QProgressBar::chunk { background: @rule; }
QTabBar::tab { background: transparent; color: @ink_2; border: 0;
    border-bottom: @thick solid transparent; padding: 0.35em 0.75em; }
QTabBar::tab:hover { background: @hover; }
QTabBar::tab:selected { color: @ink; border-bottom-color: @ink; }
QTabWidget::pane { border: 0; border-top: @line solid @rule; }
"""


def style_sheet(theme: Theme) -> str:
    """Return the rules for what Fusion cannot do: thin rules, outlined text buttons, flat bars.

    Spaces follow the widget's font (em); only strokes and the corner radius are in pixels.
    """
    values = {name: theme.role(name).name() for name in ROLES}
    values["line"] = f"{_whole(1, theme)}px"
    values["thick"] = f"{_whole(2, theme)}px"
    values["radius"] = f"{_whole(3, theme)}px"
    sheet = _STYLE
    # Longest names first, so that "ink" does not eat the start of "ink_2".
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", values[name])
    return sheet


def _whole(width_px: int, theme: Theme) -> int:
    return max(1, int(width_px * theme.stroke_scale + 0.5))
