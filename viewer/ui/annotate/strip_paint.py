"""Painting of the strip of the reviewers' notes."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from viewer.geometry.bars import BarShape, Drawn, bar_shape, point_shape
from viewer.model.strip_items import Flags
from viewer.model.time import Instant, Interval
from viewer.ui.annotate.strip_layout import PlacedNote
from viewer.ui.marks.authors import AuthorSign, Wear, draw_author, draw_count, draw_stem
from viewer.ui.marks.days import draw_fading_line, draw_whisker
from viewer.ui.marks.states import draw_hover, draw_selection
from viewer.ui.marks.strokes import fade_brush, kept, line_across, line_down
from viewer.ui.text_sizes import TextSizes

_LEFT = int(
    Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextSingleLine
    | Qt.TextFlag.TextDontClip
)
_TICK_H = 0.3
_DOT_H = 0.15
_NOBODY = AuthorSign(0, 0, "?")


class StripScene(NamedTuple):
    """What one picture of the strip shows besides places."""

    drawn: Drawn
    sizes: TextSizes
    signs: Mapping[str, AuthorSign]
    selection: int | None
    """The number of what is selected."""
    hover: str | None
    resolved: frozenset[str]
    new: Flags
    """Of each item whether it is new."""

    def is_selected(self, placed: PlacedNote) -> bool:
        """Whether it, or one of those it counts, is selected."""
        chosen = self.selection
        return chosen is not None and bool((placed.members == chosen).any())


def paint_note(painter: QPainter, placed: PlacedNote, scene: StripScene) -> None:
    """Paint a mark with its line and words, or a count."""
    theme, is_selected = scene.sizes.theme, scene.is_selected(placed)
    if is_selected:
        draw_selection(painter, placed.bounds.adjusted(1, 2, -1, -1), theme)
    elif placed.item.id == scene.hover:
        draw_hover(painter, placed.bounds.adjusted(-3, -1, 3, 1), theme)
    if placed.is_count:
        _paint_count(painter, placed, scene)
        return
    item = placed.item
    sign = scene.signs.get(item.one.author, _NOBODY)
    if item.content.added is not None:
        _paint_when(painter, placed, item.content.added.when, sign, scene)
    elif placed.line is not None:
        _paint_line(painter, placed, sign, scene)
    else:
        mark, size = placed.mark, scene.sizes.h_px
        foot = mark.bottom() + 0.28 * size
        draw_stem(painter, mark.center().x(), mark.bottom() - 1, foot, sign, theme)
    draw_author(
        painter,
        placed.mark.center(),
        sign,
        theme,
        size_px=placed.mark.width(),
        font=scene.sizes.font("strong"),
        wear=_wear(placed, scene),
        ground=theme.select if is_selected else None,
    )
    if scene.new[placed.members[0]]:
        _paint_dot(painter, placed.mark, scene)
    if placed.words:
        painter.setFont(scene.sizes.font("small"))
        painter.setPen(theme.ink_2 if item.id in scene.resolved else theme.ink)
        painter.drawText(placed.words_rect, _LEFT, placed.words)


def _wear(placed: PlacedNote, scene: StripScene) -> Wear:
    if placed.item.is_draft:
        return "draft"
    if placed.item.form == "event":
        return "added"
    return "resolved" if placed.item.id in scene.resolved else "plain"


def _paint_count(painter: QPainter, placed: PlacedNote, scene: StripScene) -> None:
    """Draw a box with a number, of no author's colour."""
    given = len(placed.members), scene.sizes.theme, scene.sizes.font("strong")
    draw_count(painter, placed.mark, *given, scene.is_selected(placed))
    if scene.new[placed.members].any():
        _paint_dot(painter, placed.mark, scene)


def _paint_dot(painter: QPainter, mark: QRectF, scene: StripScene) -> None:
    """Draw the dot of what is new, with a rim of paper."""
    theme, radius = scene.sizes.theme, _DOT_H * scene.sizes.h_px
    place = QPointF(mark.right() + radius / 2, mark.top() + radius / 2)
    with kept(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        for grown, colour in ((1.2 * theme.stroke_scale, theme.paper), (0.0, theme.ink)):
            painter.setBrush(colour)
            painter.drawEllipse(place, radius + grown, radius + grown)


def _paint_line(painter: QPainter, placed: PlacedNote, sign: AuthorSign, scene: StripScene) -> None:
    """Draw the days of a period below its words; of a measured distance as a bracket."""
    assert placed.line is not None
    left, right, y = placed.line
    theme, scale, span = scene.sizes.theme, scene.drawn.scale, placed.item.span
    colour, tick = theme.authors[sign.colour], _TICK_H * scene.sizes.h_px
    is_measure = placed.item.form == "measure"
    width = (1.0 if is_measure else 2.0) * theme.stroke_scale
    line_across(painter, left, right, y, width_px=width, brush=colour)
    foot = placed.mark.center().x(), placed.mark.bottom() - 1
    draw_stem(painter, *foot, y, sign, theme)
    top, bottom = (y, y + tick) if is_measure else (y - tick / 2, y + tick / 2)
    ends = [(scale.x(span.end), scale.right_px)]
    if is_measure:
        ends.append((scale.x(span.start), scale.right_px))
    for x, last in ends:
        if scale.left_px <= x <= last:  # an end that is not seen has no tick
            line_down(painter, x, top, bottom, width_px=theme.stroke_scale, brush=colour)


def _paint_when(
    painter: QPainter,
    placed: PlacedNote,
    when: Instant | Interval,
    sign: AuthorSign,
    scene: StripScene,
) -> None:
    """Draw the time of what was added as what it is: exact, between days, or without a bound."""
    theme = scene.sizes.theme
    colour, tick = theme.authors[sign.colour], _TICK_H * scene.sizes.h_px
    if isinstance(when, Interval):
        assert placed.line is not None or placed.item.span.days == 0
        y = placed.line[2] if placed.line is not None else placed.mark.bottom() + tick
        shape = bar_shape(when, scene.drawn, "reported")
        _paint_open_bar(painter, shape, y, colour, scene)
        return
    shape_of_point = point_shape(when, scene.drawn, "reported")
    y = placed.mark.center().y()
    whisker = shape_of_point.whisker
    if whisker is not None:
        draw_whisker(
            painter,
            whisker.left_px,
            whisker.right_px,
            y,
            evidence_of_day=whisker.evidence,
            colour=colour,
            theme=theme,
            tick_px=tick * 1.5,
            has_right_tick=whisker.has_right_tick,
        )
    for side, length in (
        ("left", shape_of_point.fade_left_px),
        ("right", shape_of_point.fade_right_px),
    ):
        if length:
            x = shape_of_point.anchor_px
            draw_fading_line(painter, x, y, side, colour=colour, theme=theme, length_px=length)


def _paint_open_bar(
    painter: QPainter, shape: BarShape, y: float, colour: QColor, scene: StripScene
) -> None:
    """Draw a period as two lines, never filled: no source of the case has stated it."""
    theme, half = scene.sizes.theme, 0.13 * scene.sizes.h_px
    left, right, width = shape.left_px, shape.right_px, theme.stroke_scale
    brush = fade_brush(colour, left, right, shape.fade_left_px, shape.fade_right_px)
    for row in (y - half, y + half):
        line_across(painter, left, right, row, width_px=width, brush=brush)
    for x, kind in ((left, shape.start), (right, shape.end)):
        if kind == "hard":
            line_down(painter, x, y - half, y + half, width_px=width, brush=colour)
    for whisker in shape.whiskers:
        draw_whisker(
            painter,
            whisker.left_px,
            whisker.right_px,
            y,
            evidence_of_day=whisker.evidence,
            colour=colour,
            theme=theme,
            tick_px=2 * half,
        )
