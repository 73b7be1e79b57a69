"""The marks say what they mean: each evidence, outcome and end has a picture of its own."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.ui.marks.bars import (
    draw_bar,
    draw_capsule,
    draw_statement_band,
    draw_unknown_end,
)
from viewer.ui.marks.days import draw_fading_line, draw_whisker
from viewer.ui.marks.letters import draw_letters
from viewer.ui.marks.shapes import EVIDENCE, draw_mark
from viewer.ui.marks.signs import SIGNS, draw_sign
from viewer.ui.marks.states import draw_focus, draw_selection
from viewer.ui.marks.strokes import dash_pieces, line_behind
from viewer.ui.marks.values import (
    VALUE_SHAPES,
    draw_value,
    off_scale_symbol,
    value_symbol,
)
from viewer.ui.theme import KINDS, THEME_NAMES, Theme

Pixels = npt.NDArray[Any]

# Below this mean difference per pixel of a small mark two pictures would look the same.
CLEARLY_DIFFERENT = 4.0
BAR = QRectF(20, 20, 200, 16)


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Text and fonts need a running application."""


@pytest.fixture(params=THEME_NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return Theme.load(request.param)


@pytest.fixture
def light() -> Theme:
    return Theme.load("light")


@contextmanager
def painter_on(image: QImage) -> Iterator[QPainter]:
    painter = QPainter(image)
    try:
        yield painter
    finally:
        painter.end()


def painted(
    draw: Callable[[QPainter], object],
    ground: QColor,
    size: QSize = QSize(240, 56),  # noqa: B008 - never changed
    ratio: float = 1.0,
) -> Pixels:
    """Return the red, green and blue of each device pixel after drawing on the ground."""
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(ground)
    with painter_on(image) as painter:
        draw(painter)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return data[:, : image.width(), 2::-1].astype(np.int16)


def mark_pixels(kind: str, evidence: str, theme: Theme, size_px: float = 11.0) -> Pixels:
    return painted(
        lambda painter: draw_mark(
            painter, QPointF(8.5, 8.5), kind, evidence, theme, size_px=size_px
        ),
        theme.paper,
        QSize(17, 17),
    )


def rgb(colour: QColor) -> list[int]:
    return [colour.red(), colour.green(), colour.blue()]


def grey(pixels: Pixels) -> npt.NDArray[np.float64]:
    return pixels @ np.array([0.2126, 0.7152, 0.0722])


def difference(one: Pixels, other: Pixels) -> float:
    return float(np.abs(grey(one) - grey(other)).mean())


@pytest.mark.parametrize("kind", KINDS)
def test_each_evidence_gives_a_mark_of_its_own(theme: Theme, kind: str) -> None:
    pictures = {evidence: mark_pixels(kind, evidence, theme) for evidence in EVIDENCE}
    for one, other in itertools.combinations(EVIDENCE, 2):
        pair = (one, other)
        changed = np.abs(grey(pictures[one]) - grey(pictures[other])) > 24
        assert changed.sum() >= 3, pair


@pytest.mark.parametrize("kind", KINDS)
def test_each_evidence_gives_a_bar_of_its_own(theme: Theme, kind: str) -> None:
    pictures = {
        evidence: painted(
            lambda painter, word=evidence: draw_bar(
                painter, BAR, kind, word, theme, hard_left=True, hard_right=True
            ),
            theme.paper,
        )
        for evidence in EVIDENCE
    }
    for one, other in itertools.combinations(EVIDENCE, 2):
        changed = (np.abs(pictures[one] - pictures[other]).max(axis=2) > 8).sum()
        assert changed > 0.02 * BAR.width() * BAR.height(), (one, other)


def test_the_nine_kinds_differ_in_shape_alone(theme: Theme) -> None:
    """In one colour, at the size marks have in a lane."""
    in_ink = replace(theme, kinds=dict.fromkeys(KINDS, theme.ink))
    pictures = {kind: mark_pixels(kind, "reported", in_ink) for kind in KINDS}
    for one, other in itertools.combinations(KINDS, 2):
        assert difference(pictures[one], pictures[other]) > CLEARLY_DIFFERENT, (one, other)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size_px", [6.0, 11.0, 15.0])
def test_a_mark_covers_its_centre_and_lies_in_its_box(
    light: Theme, kind: str, size_px: float
) -> None:
    pixels = mark_pixels(kind, "reported", light, size_px)
    inked = np.argwhere((pixels != 255).any(axis=2))
    assert (pixels[8, 8] != 255).any()
    assert np.abs(inked - 8).max() <= size_px / 2 + 1


def test_a_mark_lies_in_the_pixel_column_of_its_day(light: Theme) -> None:
    pixels = painted(
        lambda painter: draw_mark(
            painter, QPointF(20.9, 20.2), "encounter", "reported", light, size_px=11
        ),
        light.paper,
    )
    columns = np.flatnonzero((pixels[20] != 255).any(axis=1))
    assert (columns[0] + columns[-1]) / 2 == 20
    assert (pixels[20, columns] == pixels[20, 20]).all()  # and its edges are sharp


def test_a_hollow_mark_hides_the_line_behind_it(light: Theme) -> None:
    def draw(painter: QPainter) -> None:
        draw_whisker(
            painter, 10, 60, 28.5, evidence_of_day="reported", colour=light.ink, theme=light
        )
        draw_mark(painter, QPointF(35, 28), "symptom", "inferred", light, size_px=15)

    pixels = painted(draw, light.paper)
    assert (pixels[28, 33:38] == 255).all()


def test_an_unknown_word_is_refused(light: Theme) -> None:
    def draw(painter: QPainter) -> None:
        for call in (
            lambda: draw_mark(painter, QPointF(), "drugs", "reported", light, size_px=11),
            lambda: draw_mark(painter, QPointF(), "drug", "rumoured", light, size_px=11),
            lambda: draw_bar(painter, BAR, "drug", "rumoured", light),
            lambda: draw_sign(painter, BAR, "cured", light),
            lambda: draw_value(painter, QPointF(), "around", "reported", light, size_px=11),
        ):
            with pytest.raises(ValueError, match="is none of"):
                call()

    painted(draw, light.paper)


@pytest.mark.parametrize("evidence", ["reported", "derived"])
@pytest.mark.parametrize("selected", [False, True])
def test_a_faded_end_rises_without_a_step(theme: Theme, evidence: str, selected: bool) -> None:
    pixels = painted(
        lambda painter: draw_bar(
            painter,
            BAR,
            "drug",
            evidence,
            theme,
            fade_left_px=80,
            hard_right=True,
            selected=selected,
        ),
        theme.paper,
    )
    row = int(BAR.bottom()) - 4
    far = np.abs(pixels[row] - pixels[row, 0]).sum(axis=1)
    start = int(BAR.left())
    rising = far[start - 8 : start + 80]
    assert (np.diff(rising) >= -3).all()  # each of three channels may be rounded down by one
    assert np.diff(rising).max() <= max(8, far.max() / 20)
    assert rising[0] == 0
    assert rising[-1] > 20


def test_a_faded_end_has_no_edge_of_any_kind(theme: Theme) -> None:
    """Not even if it is called hard by mistake."""
    pixels = painted(
        lambda painter: draw_bar(
            painter, BAR, "drug", "reported", theme, fade_left_px=60, hard_left=True
        ),
        theme.paper,
    )
    paper = pixels[0, 0]
    first = np.abs(pixels[:, int(BAR.left()) : int(BAR.left()) + 2] - paper)
    assert first.max() <= 12


def test_fades_that_are_longer_than_the_bar_meet(light: Theme) -> None:
    pixels = painted(
        lambda painter: draw_bar(
            painter, BAR, "drug", "reported", light, fade_left_px=200, fade_right_px=200
        ),
        light.paper,
    )
    far = np.abs(pixels[28, 20:220] - 255).sum(axis=1)
    assert abs(int(far.argmax()) - 100) <= 6
    assert (far - far[::-1] <= 3).all()
    assert far[0] <= 3


def test_full_tint_means_certain(light: Theme) -> None:
    pixels = painted(
        lambda painter: draw_bar(
            painter, BAR, "drug", "reported", light, fade_left_px=50, fade_right_px=50
        ),
        light.paper,
    )
    tint = light.tint("drug")
    certain = pixels[28, 72:168]
    assert (certain == rgb(tint)).all()


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_exact_ends_and_edges_lie_on_whole_pixels(light: Theme, ratio: float) -> None:
    askew = QRectF(20.3, 20.4, 180.2, 15.8)
    pixels = painted(
        lambda painter: draw_bar(
            painter, askew, "drug", "reported", light, hard_left=True, hard_right=True
        ),
        light.paper,
        ratio=ratio,
    )
    colours = {tuple(colour) for colour in pixels.reshape(-1, 3).tolist()}
    kind, tint = light.kind("drug"), light.tint("drug")
    wanted = {tuple(rgb(c)) for c in (light.paper, kind, tint)}
    assert colours == wanted
    row = pixels[int(28 * ratio)]
    ends = np.flatnonzero((row == rgb(kind)).all(axis=1))
    assert len(ends) == 4 * ratio  # two ends of 2 px


def test_a_selected_bar_keeps_its_fade_and_its_evidence(light: Theme) -> None:
    pictures = [
        painted(
            lambda painter, word=evidence: draw_bar(
                painter, BAR, "drug", word, light, fade_right_px=80, hard_left=True, selected=True
            ),
            light.paper,
        )
        for evidence in EVIDENCE
    ]
    for one, other in itertools.combinations(pictures, 2):
        assert (np.abs(one - other).max(axis=2) > 8).sum() > 50
    for pixels in pictures:
        assert (np.abs(pixels[:, int(BAR.right()) + 1 :] - 255) <= 4).all()


def test_a_bar_far_longer_than_the_window_costs_little(light: Theme) -> None:
    def draw(painter: QPainter) -> None:
        for evidence in EVIDENCE:
            draw_bar(painter, QRectF(-4e7, 20, 8e7, 16), "drug", evidence, light)

    pieces = list(dash_pieces(0, 240, -4e7, (5, 3), 4e7))
    assert len(pieces) <= 32
    assert pieces[0][0] <= 0
    assert pieces[-1][1] >= 240 - 3
    assert (painted(draw, light.paper)[20] != 255).any()


@pytest.mark.parametrize("word", ["reported", "derived", "inferred"])
def test_a_whisker_has_ticks_at_both_days_whatever_its_dash(light: Theme, word: str) -> None:
    pixels = painted(
        lambda painter: draw_whisker(
            painter, 40, 140, 28, evidence_of_day=word, colour=light.ink, theme=light, tick_px=10
        ),
        light.paper,
    )
    tall = np.flatnonzero((pixels[:, :, 0] < 128).sum(axis=0) >= 9)
    assert tall.tolist() == [40, 140]


def test_the_dash_of_a_whisker_tells_how_the_day_is_known(light: Theme) -> None:
    shares = {}
    for word in EVIDENCE:
        pixels = painted(
            lambda painter, word=word: draw_whisker(
                painter, 40, 180, 28, evidence_of_day=word, colour=light.ink, theme=light
            ),
            light.paper,
        )
        shares[word] = (pixels[28, 42:178, 0] < 128).mean()
    assert shares["reported"] == 1.0
    assert len({round(float(share), 2) for share in shares.values()}) == len(EVIDENCE)


def test_an_end_that_is_cut_has_no_tick(light: Theme) -> None:
    pixels = painted(
        lambda painter: draw_whisker(
            painter,
            40,
            140,
            28,
            evidence_of_day="reported",
            colour=light.ink,
            theme=light,
            tick_px=10,
            has_right_tick=False,
        ),
        light.paper,
    )
    tall = np.flatnonzero((pixels[:, :, 0] < 128).sum(axis=0) >= 9)
    assert tall.tolist() == [40]
    assert (pixels[28, 40:140, 0] < 128).all()


def test_at_or_before_fades_away_from_the_mark(light: Theme) -> None:
    pixels = painted(
        lambda painter: draw_fading_line(
            painter, 120, 28, "left", colour=light.ink, theme=light, length_px=60
        ),
        light.paper,
    )
    row = 255 - pixels[28, :, 0]
    assert (np.diff(row[50:120]) >= 0).all()
    assert row[:60].max() == 0
    assert row[120:].max() == 0


@pytest.mark.parametrize("size_px", [12.0, 18.0])
def test_every_sign_is_told_from_every_other_in_grey(theme: Theme, size_px: float) -> None:
    def picture(sign: str) -> Pixels:
        rect = QRectF(3, 3, size_px, size_px)
        return painted(
            lambda painter: draw_sign(painter, rect, sign, theme), theme.paper, QSize(24, 24)
        )

    pictures = {sign: picture(sign) for sign in SIGNS}
    for one, other in itertools.combinations(SIGNS, 2):
        changed = np.abs(grey(pictures[one]) - grey(pictures[other])) > 60
        assert changed.sum() >= 6, (one, other)
    outcomes = ("not_effective", "stopped", "death")
    for one, other in itertools.combinations(outcomes, 2):
        assert difference(pictures[one], pictures[other]) > CLEARLY_DIFFERENT, (one, other)


@pytest.mark.parametrize("shape", VALUE_SHAPES)
@pytest.mark.parametrize("evidence", EVIDENCE)
def test_a_value_symbol_lies_in_the_unit_square(shape: str, evidence: str) -> None:
    for symbol in (
        value_symbol(shape, evidence, 11),
        off_scale_symbol(shape, evidence, 11, "top"),
        off_scale_symbol(shape, evidence, 11, "bottom"),
    ):
        box = symbol.path.boundingRect()
        assert QRectF(-0.501, -0.501, 1.002, 1.002).contains(box)
        assert max(box.width(), box.height()) >= 0.5
        assert symbol.size_px >= 9


def test_a_symbol_and_a_painter_draw_the_same_value(light: Theme) -> None:
    centre = QPointF(20.5, 20)

    def as_symbol(painter: QPainter) -> None:
        symbol = value_symbol("less_than", "derived", 12)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(centre)
        painter.scale(symbol.size_px, symbol.size_px)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light.ink)
        painter.drawPath(symbol.path)

    by_painter = painted(
        lambda painter: draw_value(painter, centre, "less_than", "derived", light, size_px=12),
        light.paper,
    )
    assert np.abs(by_painter - painted(as_symbol, light.paper)).max() <= 4


def test_values_differ_by_shape_and_by_evidence(theme: Theme) -> None:
    def picture(shape: str, evidence: str) -> Pixels:
        return painted(
            lambda painter: draw_value(
                painter, QPointF(20, 20), shape, evidence, theme, size_px=12
            ),
            theme.paper,
            QSize(40, 40),
        )

    pictures = {
        (shape, evidence): picture(shape, evidence)
        for shape in VALUE_SHAPES
        for evidence in EVIDENCE
    }
    for one, other in itertools.combinations(pictures, 2):
        # A device's word is told from a number within the limits by the word beside it; only a
        # reported one has a look of its own.
        if {one[0], other[0]} == {"within", "worded"} and "reported" not in (one[1], other[1]):
            continue
        changed = np.abs(grey(pictures[one]) - grey(pictures[other])) > 24
        assert changed.sum() >= 3, (one, other)


def test_a_statement_has_brackets_only_at_exact_ends(light: Theme) -> None:
    pixels = painted(
        lambda painter: draw_statement_band(painter, BAR, light, fade_right_px=60, hard_left=True),
        light.paper,
    )
    edge = np.array(rgb(light.statement_edge))
    is_edge = (pixels == edge).all(axis=2)
    assert is_edge[20:36, 20].all()
    assert not is_edge[20:36, 200:].any()


def test_a_capsule_and_the_frames_leave_the_middle_to_the_words(light: Theme) -> None:
    focus = painted(lambda painter: draw_focus(painter, BAR, light), light.paper)
    assert (focus[20:36, 20:220] == 255).all()
    assert (focus != 255).any()
    selection = painted(lambda painter: draw_selection(painter, BAR, light), light.paper)
    assert (selection[20:36, 22:218] == rgb(light.select)).all()
    capsule = painted(lambda painter: draw_capsule(painter, BAR, "drug", light), light.paper)
    assert (capsule[28, 30:210] == rgb(light.tint("drug"))).all()
    assert (capsule[20, 20] == 255).all()


def test_dashes_are_whole_wherever_in_its_window_a_widget_stands(
    qtbot: QtBot, light: Theme
) -> None:
    class Sheet(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            with QPainter(self) as painter:
                painter.fillRect(self.rect(), light.paper)
                draw_focus(painter, QRectF(10, 10, 50, 20), light)
                draw_bar(painter, QRectF(10, 50, 50, 16), "drug", "synthetic", light)
                draw_whisker(
                    painter,
                    10,
                    60,
                    80,
                    evidence_of_day="inferred",
                    colour=light.ink,
                    theme=light,
                )

    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 200)
    sheets = [Sheet(window) for _ in range(3)]
    for sheet, left in zip(sheets, (0, 137, 520), strict=True):
        sheet.setGeometry(left, 31, 70, 100)
    with qtbot.waitExposed(window):
        window.show()
    whole = window.grab().toImage()
    pictures = [whole.copy(sheet.geometry()) for sheet in sheets]
    assert pictures[0] == pictures[1] == pictures[2]
    ink = light.ink.rgb()
    rows = {y for y in range(100) for x in range(12, 58) if pictures[2].pixel(x, y) == ink}
    assert {6, 33} <= rows, "the frame of the focus is drawn above and below, too"
    window.hide()


def test_a_line_behind_words_is_broken_where_they_stand(light: Theme) -> None:
    gaps = [(30, 40), (8, 20), (12, 16), (44, 60)]  # in no order, one within another
    pixels = painted(
        lambda painter: line_behind(painter, 20.5, 4, 50, gaps, width_px=1, brush=light.ink),
        light.paper,
    )
    inked = np.flatnonzero((pixels[:, 20] != 255).any(axis=1)).tolist()
    assert inked == [*range(4, 8), *range(20, 30), *range(40, 44)]


def test_the_painter_is_left_as_it_was(light: Theme) -> None:
    def draw(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QColor("#123456"))
        font, transform = painter.font(), painter.worldTransform()
        draw_mark(painter, QPointF(9, 9), "drug", "digitised", light, size_px=11)
        draw_unknown_end(painter, BAR, "drug", "synthetic", light)
        draw_sign(painter, BAR, "unknown", light)
        draw_focus(painter, BAR, light)
        assert painter.pen().color() == QColor("#123456")
        assert painter.font() == font
        assert painter.worldTransform() == transform
        assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)

    painted(draw, light.paper)


# --- letters -----------------------------------------------------------------------------


@pytest.mark.parametrize("is_count", [True, False])
def test_letters_stand_in_ink_in_a_box_of_the_kinds_colour(is_count: bool) -> None:
    theme = Theme.load("light")
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(theme.paper)
    rect = QRectF(10, 5, 40, 20)
    with QPainter(image) as painter:
        font = painter.font()
        draw_letters(painter, rect, "PR", "drug", theme, font=font, is_count=is_count)
    inside = {image.pixelColor(x, y).name() for x in range(13, 47) for y in range(8, 22)}
    assert image.pixelColor(10, 15) == theme.kind("drug")
    assert (theme.tint("drug") if is_count else theme.paper).name() in inside
    assert min(QColor(name).lightness() for name in inside) < 80
    assert image.pixelColor(5, 15) == theme.paper
