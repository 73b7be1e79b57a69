"""The colours keep their promises: legible words, visible marks, kinds that everyone can tell."""

import itertools
import re
import shutil
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QDockWidget,
    QLabel,
    QMainWindow,
    QPushButton,
    QTableWidget,
    QTabWidget,
    QToolBar,
)
from pytestqt.qtbot import QtBot

from viewer.paths import resources
from viewer.ui.theme import KINDS, ROLES, THEME_NAMES, Theme, ThemeError, palette, style_sheet

Array = npt.NDArray[np.float64]

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
VISION = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
LEAST_DISTANCE = 9.0
LEAST_TEXT_CONTRAST = 4.5
LEAST_MARK_CONTRAST = 3.0

GROUNDS = ("window", "paper", "panel", "button", "hover", "after", "statement")
BANDS = ("level_1", "level_2", "reference")
TEXT_GROUNDS = {
    "ink": (*GROUNDS, *BANDS, "select"),
    "ink_2": (*GROUNDS, *BANDS, "select"),
    "ink_3": ("window", "paper", "panel", "button", "hover"),
    "level_1_edge": ("paper", "level_1", "window"),
    "level_2_edge": ("paper", "level_2", "window"),
    "reference_edge": ("paper", "reference"),
    "statement_edge": ("paper", "statement"),
}
MARK_ROLES = ("level_1_edge", "level_2_edge", "reference_edge", "statement_edge", "ink")


@pytest.fixture(params=THEME_NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return Theme.load(request.param)


def linear_rgb(colour: QColor) -> Array:
    encoded = np.array([colour.red(), colour.green(), colour.blue()]) / 255
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def contrast(one: QColor, other: QColor) -> float:
    weights = np.array([0.2126, 0.7152, 0.0722])
    low, high = sorted(float(linear_rgb(colour) @ weights) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(linear: Array) -> Array:
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    ratios = to_xyz @ linear / np.array([0.95047, 1.0, 1.08883])
    curved = np.where(ratios > 216 / 24389, np.cbrt(ratios), (24389 / 27 * ratios + 16) / 116)
    x, y, z = curved
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def ciede2000(one: Array, other: Array) -> float:
    """Sharma, Wu and Dalal (2005), all weights 1."""
    mean_chroma = (np.hypot(*one[1:]) + np.hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * np.sqrt(mean_chroma**7 / (mean_chroma**7 + 25.0**7))
    chroma = [float(np.hypot(c[1] * stretch, c[2])) for c in (one, other)]
    hue = [float(np.degrees(np.arctan2(c[2], c[1] * stretch))) % 360 for c in (one, other)]
    is_grey = chroma[0] * chroma[1] == 0
    turn = 0.0 if is_grey else (hue[1] - hue[0] + 180) % 360 - 180
    mean_hue = sum(hue) if is_grey else (hue[0] + turn / 2) % 360

    lightness, mid_chroma = (one[0] + other[0]) / 2, sum(chroma) / 2
    waves = (
        1
        - 0.17 * np.cos(np.radians(mean_hue - 30))
        + 0.24 * np.cos(np.radians(2 * mean_hue))
        + 0.32 * np.cos(np.radians(3 * mean_hue + 6))
        - 0.20 * np.cos(np.radians(4 * mean_hue - 63))
    )
    bend = 30 * np.exp(-(((mean_hue - 275) / 25) ** 2))
    rotation = (
        -2 * np.sqrt(mid_chroma**7 / (mid_chroma**7 + 25.0**7)) * np.sin(2 * np.radians(bend))
    )
    in_lightness = (other[0] - one[0]) / (
        1 + 0.015 * (lightness - 50) ** 2 / np.sqrt(20 + (lightness - 50) ** 2)
    )
    in_chroma = (chroma[1] - chroma[0]) / (1 + 0.045 * mid_chroma)
    in_hue = 2 * np.sqrt(chroma[0] * chroma[1]) * np.sin(np.radians(turn / 2))
    in_hue /= 1 + 0.015 * mid_chroma * waves
    return float(
        np.sqrt(in_lightness**2 + in_chroma**2 + in_hue**2 + rotation * in_chroma * in_hue)
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.1848, -84.8006), (50, 0, -82.7485), 1.0000),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_colour_distance_agrees_with_published_pairs(
    one: tuple[float, ...], other: tuple[float, ...], expected: float
) -> None:
    assert ciede2000(np.array(one), np.array(other)) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("vision", VISION)
def test_lane_kinds_can_be_told_apart_in_every_kind_of_vision(theme: Theme, vision: str) -> None:
    seen = {
        kind: lab(np.clip(VISION[vision] @ linear_rgb(theme.kind(kind)), 0, 1)) for kind in KINDS
    }
    distances = {
        (one, other): ciede2000(seen[one], seen[other])
        for one, other in itertools.combinations(KINDS, 2)
    }
    nearest = min(distances, key=lambda pair: distances[pair])
    assert distances[nearest] >= LEAST_DISTANCE, nearest


def test_the_distances_are_those_the_look_was_drawn_with() -> None:
    theme = Theme.load("light")
    looked_at = VISION["protanopia"]
    drug, procedure = (
        lab(np.clip(looked_at @ linear_rgb(theme.kind(kind)), 0, 1))
        for kind in ("drug", "procedure")
    )
    assert ciede2000(drug, procedure) == pytest.approx(11.9, abs=0.05)


@pytest.mark.parametrize("text", TEXT_GROUNDS)
def test_text_is_legible_on_every_ground_it_stands_on(theme: Theme, text: str) -> None:
    for ground in TEXT_GROUNDS[text]:
        ratio = contrast(theme.role(text), theme.role(ground))
        assert ratio >= LEAST_TEXT_CONTRAST, f"{text} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("kind", KINDS)
def test_text_is_legible_on_the_tint_of_a_bar(theme: Theme, kind: str) -> None:
    assert contrast(theme.ink, theme.tint(kind)) >= LEAST_TEXT_CONTRAST
    assert contrast(theme.ink_2, theme.tint(kind)) >= LEAST_TEXT_CONTRAST


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ground", ["paper", "window", "panel", "hover", "after"])
def test_marks_stand_out_from_every_ground(theme: Theme, kind: str, ground: str) -> None:
    assert contrast(theme.kind(kind), theme.role(ground)) >= LEAST_MARK_CONTRAST


@pytest.mark.parametrize("role", MARK_ROLES)
def test_lines_that_mean_something_stand_out_from_paper(theme: Theme, role: str) -> None:
    assert contrast(theme.role(role), theme.paper) >= LEAST_MARK_CONTRAST


def test_the_selection_outline_stands_out(theme: Theme) -> None:
    assert contrast(theme.select_line, theme.select) >= LEAST_MARK_CONTRAST
    assert contrast(theme.select_line, theme.paper) >= LEAST_MARK_CONTRAST
    assert contrast(theme.search, theme.paper) >= LEAST_MARK_CONTRAST


def test_letters_are_legible_on_the_cursors_flag(theme: Theme) -> None:
    assert contrast(theme.flag_text, theme.ink) >= LEAST_TEXT_CONTRAST


@pytest.mark.parametrize("number", range(4))
def test_authors_are_legible_on_paper_and_their_letters_on_them(theme: Theme, number: int) -> None:
    colour = theme.authors[number]
    for ground in (theme.paper, theme.after):
        assert contrast(colour, ground) >= LEAST_TEXT_CONTRAST
    assert contrast(theme.flag_text, colour) >= LEAST_TEXT_CONTRAST
    assert contrast(colour, theme.select) >= LEAST_MARK_CONTRAST


def test_a_tint_is_opaque_and_mixed_from_paper_and_the_kind() -> None:
    tint = Theme.load("light").tint("drug")
    assert tint.alpha() == 255
    assert tint.name() == "#d8dfed"  # 17 % of #194293 over white


def test_the_projector_is_larger() -> None:
    assert Theme.load("projector").text_scale == 1.5
    assert Theme.load("projector").stroke_scale == 1.5
    assert Theme.load("light").text_scale == 1.0


def test_an_unknown_role_or_kind_is_named() -> None:
    theme = Theme.load("light")
    with pytest.raises(ThemeError, match=r"light.*'inc'"):
        theme.role("inc")
    with pytest.raises(ThemeError, match=r"light.*'drugs'"):
        theme.kind("drugs")


@pytest.fixture
def theme_file(tmp_path: Path) -> Path:
    return Path(shutil.copy(resources() / "themes" / "light.toml", tmp_path / "mine.toml"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("role", ROLES)
def test_a_theme_without_a_role_names_the_file_and_the_role(theme_file: Path, role: str) -> None:
    text = theme_file.read_text(encoding="utf-8")
    theme_file.write_text(re.sub(rf"(?m)^{role} = .*\n", "", text), encoding="utf-8")
    with pytest.raises(ThemeError, match=rf"mine\.toml: role '{role}' is missing"):
        Theme.read(theme_file)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('response = "violet"\n', "", r"lane kind 'response' is missing"),
        ('response = "violet"', 'response = "mauve"', r"lane kind 'response' names 'mauve'"),
        ('ink = "slate-3"', 'ink = "slate-3"\nincc = "blue"', r"role 'incc' is not known"),
        ('blue = "#194293"', 'blue = "navyish"', r"base colour 'blue'.*#RRGGBB"),
        ("tint_percent = 17", 'tint_percent = "17"', r"'tint_percent' must be a number"),
        ("[kinds]", "[sorts]", r"section \[kinds\] is missing"),
        ("[authors]", "[writers]", r"section \[authors\] is missing"),
        ("[base]", "[base", r"mine\.toml: .*line"),
    ],
)
def test_a_broken_theme_says_what_is_wrong(
    theme_file: Path, old: str, new: str, message: str
) -> None:
    change(theme_file, old, new)
    with pytest.raises(ThemeError, match=message) as caught:
        Theme.read(theme_file)
    assert str(theme_file) in str(caught.value)


def test_a_missing_theme_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"none\.toml"):
        Theme.read(tmp_path / "none.toml")


def test_the_palette_keeps_disabled_words_legible(theme: Theme) -> None:
    colours = palette(theme)
    role, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    assert colours.color(role.Window) == theme.window
    assert colours.color(role.Highlight) == theme.select
    for text, ground in ((role.Text, role.Base), (role.HighlightedText, role.Highlight)):
        assert colours.color(disabled, text) == theme.ink_3
        ratio = contrast(colours.color(disabled, text), colours.color(disabled, ground))
        assert ratio >= LEAST_TEXT_CONTRAST


def test_the_style_sheet_is_filled_in_and_parses(theme: Theme, qtbot: QtBot) -> None:
    sheet = style_sheet(theme)
    assert "@" not in sheet
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setPalette(palette(theme))
    window.setStyleSheet(sheet)  # Qt warns about a sheet it cannot read, and a warning fails
    bar = QToolBar()
    bar.addAction("Find")
    window.addToolBar(bar)
    window.menuBar().addMenu("Case").addAction("Open")
    window.statusBar().showMessage("Day 12")
    dock = QDockWidget("Details")
    tabs = QTabWidget()
    tabs.addTab(QTableWidget(2, 2), "Table")
    tabs.addTab(QLabel("Words"), "Words")
    dock.setWidget(tabs)
    button = QPushButton("Present")
    window.setCentralWidget(button)
    picture = window.grab().toImage()  # paints every part, with no need for a screen
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(picture.height())
    }
    assert {theme.window.name(), theme.rule.name(), theme.button.name()} <= colours
