"""Painting of all that keeps still while the cursor moves."""

import math
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from viewer.geometry.ticks import zero_moments
from viewer.ui.look import FontRole
from viewer.ui.marks.folds import draw_folds
from viewer.ui.marks.letters import draw_letters
from viewer.ui.marks.shapes import draw_mark
from viewer.ui.marks.signs import draw_sign
from viewer.ui.marks.states import (
    FAINT,
    SELECTION_MARGIN_PX,
    draw_highlight,
    draw_hover,
    draw_selection,
)
from viewer.ui.marks.strokes import (
    PixelGrid,
    line_across,
    line_behind,
    line_down,
    lines_across,
)
from viewer.ui.marks.thumbnails import draw_thumbnail
from viewer.ui.timeline.badges import paint_badges
from viewer.ui.timeline.drawings import is_all_in_bar, paint_drawing
from viewer.ui.timeline.placed import Placed, PlacedWords, WordPart
from viewer.ui.timeline.scene import Scene, ticks_in, within
from viewer.ui.timeline.texts import PICTURE
from viewer.ui.widgets.found_words import found_in, line_rects, underline

translate = QCoreApplication.translate

_GAP_PX = 2.0
"""How far lines stay off words that they pass behind."""
_SOUGHT: frozenset[WordPart] = frozenset({"name", "outcome", "result", "statement"})
"""Words that are searched; times and counts are not."""
_COVERED_PX = 3.0
LINE_PX = 1.5
"""The width of the cursor and of the line of death."""


def paint_still(painter: QPainter, scene: Scene) -> None:
    """Paint everything but the cursor and the focus, back to front."""
    painter.setFont(scene.measures.font("label"))
    whole = QRectF(0, 0, scene.width_px, scene.height_px)
    painter.fillRect(whole, scene.measures.theme.paper)
    _paint_days(painter, scene)
    painter.save()
    painter.translate(0, -scene.offset_px)
    try:
        shown = scene.shown
        _paint_lane_rules(painter, scene)
        for placed in shown:
            _paint_wash(painter, placed, scene)
        axis = QRectF(
            scene.frame.left_px, scene.offset_px, scene.frame.axis_px, scene.height_px + 1
        )
        with within(painter, axis):
            _paint_covered(painter, scene)
            for placed in shown:
                with _faint(painter, placed, scene):
                    paint_drawing(painter, placed, scene)
            _paint_folds(painter, scene, shown)
        _paint_end_of_course(painter, scene)
        for placed in shown:
            paint_mark(painter, placed, scene)
        words = QRectF(
            scene.frame.gutter_px,
            scene.offset_px,
            scene.width_px - scene.frame.gutter_px,
            scene.height_px,
        )
        with within(painter, words):
            for placed in shown:
                with _faint(painter, placed, scene):
                    _paint_words(painter, placed, scene)
            paint_badges(painter, shown, scene)
            if not scene.layout.placed:
                _paint_emptiness(painter, scene)
    finally:
        painter.restore()


@contextmanager
def _faint(painter: QPainter, placed: Placed, scene: Scene) -> Iterator[None]:
    """Paint faintly what the filter leaves out."""
    if scene.is_faint(placed):
        painter.setOpacity(FAINT)
    yield
    painter.setOpacity(1.0)


def _paint_days(painter: QPainter, scene: Scene) -> None:
    theme, scale, death = scene.measures.theme, scene.scale, scene.ground.death
    width = scene.measures.stroke_px
    if death is not None:
        left = max(scale.x(death.start), scene.frame.left_px)
        after = QRectF(left, 0, scene.width_px - left, scene.height_px)
        if after.width() > 0:
            painter.fillRect(after, theme.after)
    ticks = ticks_in(scale, scene.measures, scene.counting)
    for tick in ticks:
        x = scale.x(tick.moment)
        line_down(painter, x, 0, scene.height_px, width_px=width, brush=theme.grid)
    for zero in zero_moments(ticks, scene.counting, scale.window):
        x = scale.x(zero)
        line_down(painter, x, 0, scene.height_px, width_px=width, brush=theme.rule_strong)
    if scene.horizon_end is not None:
        left = max(PixelGrid.of(painter).edge_x(scale.x(scene.horizon_end)), scene.frame.left_px)
        beyond = QRectF(left, 0, scene.width_px - left, scene.height_px)
        if beyond.width() > 0:
            painter.fillRect(beyond, theme.window)


def _paint_folds(painter: QPainter, scene: Scene, shown: list[Placed]) -> None:
    top, bottom = scene.offset_px - 1, scene.offset_px + scene.height_px + 1
    words = [rect for placed in shown for rect in placed.word_rects]
    draw_folds(painter, scene.scale.gaps, top, bottom, scene.measures.theme, words)


def _paint_lane_rules(painter: QPainter, scene: Scene) -> None:
    for box in scene.lanes:
        line_across(
            painter,
            scene.frame.gutter_px,
            scene.width_px,
            box.bottom_px,
            width_px=scene.measures.stroke_px,
            brush=scene.measures.theme.rule,
        )


def _paint_covered(painter: QPainter, scene: Scene) -> None:
    """Draw a line through a collapsed lane where something surely went on."""
    theme, measures = scene.measures.theme, scene.measures
    for box in scene.lanes:
        y = box.top_px + measures.lane_pad_px + measures.row_px / 2
        width = max(_COVERED_PX * measures.stroke_px, 1.0)
        brush = theme.kind(box.lane.kind)
        lines_across(painter, box.covered, y, width_px=width, brush=brush)


def _paint_end_of_course(painter: QPainter, scene: Scene) -> None:
    """Draw the line of death, and a plain rule where the axis ends at the horizon."""
    scale, theme = scene.scale, scene.measures.theme
    death = scene.ground.death
    for end, colour, width in (
        (scene.horizon_end, theme.rule_strong, 1.0),
        (death.start if death is not None else None, theme.ink, LINE_PX),
    ):
        x = scale.x(end) if end is not None else math.inf
        if scene.frame.left_px <= x <= scale.right_px + 1:
            paint_line_behind_words(painter, scene, x, colour, width)


def paint_line_behind_words(
    painter: QPainter, scene: Scene, x: float, colour: QColor, width_px: float = LINE_PX
) -> None:
    """Paint a line from top to bottom, with a gap where words or signs stand."""
    top, bottom = scene.offset_px, scene.offset_px + scene.height_px
    width = width_px * scene.measures.stroke_px
    line_behind(painter, x, top, bottom, _gaps(scene, x), width_px=width, brush=colour)


def _gaps(scene: Scene, x: float) -> list[tuple[float, float]]:
    """Give the stretches of the column that words and signs take."""
    slack = _GAP_PX * scene.measures.stroke_px
    rects = scene.layout.words_at(x, slack)
    if not scene.layout.placed:
        rect = _emptiness_rect(scene)
        rects = [rect] if rect.left() - slack <= x <= rect.right() + slack else []
    return [(rect.top(), rect.bottom()) for rect in rects]


def _paint_wash(painter: QPainter, placed: Placed, scene: Scene) -> None:
    """Draw the ground of what is selected, or under the pointer."""
    theme = scene.measures.theme
    if placed.subject is None and not placed.hidden:
        return
    is_selected = scene.is_selected(placed)
    is_washed = is_selected or scene.is_highlighted(placed)
    if is_washed and not is_all_in_bar(placed):
        margin = SELECTION_MARGIN_PX * theme.stroke_scale
        draw = draw_selection if is_selected else draw_highlight
        draw(painter, scene.measures.in_row(placed.bounds, margin), theme)
    elif placed.id == scene.hover and not is_selected:
        margin = 0.2 * scene.measures.h_px
        for rect in [w.rect for w in placed.words] + ([placed.mark] if placed.mark else []):
            draw_hover(painter, rect.adjusted(-margin, -1, margin, 1), theme)


def paint_mark(painter: QPainter, placed: Placed, scene: Scene) -> None:
    """Paint the mark of a point, where its day is known."""
    if placed.mark is not None:
        with _faint(painter, placed, scene):
            _paint_mark(painter, placed, placed.mark, scene)


def _paint_mark(painter: QPainter, placed: Placed, mark: QRectF, scene: Scene) -> None:
    theme = scene.measures.theme
    is_washed = scene.is_selected(placed) or scene.is_highlighted(placed)
    ground = theme.select if is_washed else None
    if placed.letters:
        draw_letters(
            painter,
            mark,
            placed.letters,
            placed.kind,
            theme,
            font=scene.measures.font("strong"),
            is_count=bool(placed.hidden),
            ground=ground,
        )
        if scene.is_found(placed):
            underline(painter, [mark], theme)
        return
    centre = QPointF(mark.center())
    draw_mark(
        painter,
        centre,
        placed.kind,
        placed.evidence,
        theme,
        size_px=mark.width(),
        ground=ground,
    )


def _paint_words(painter: QPainter, placed: Placed, scene: Scene) -> None:
    theme = scene.measures.theme
    flags = (
        Qt.AlignmentFlag.AlignLeft
        | Qt.AlignmentFlag.AlignVCenter
        | Qt.TextFlag.TextDontClip
        | Qt.TextFlag.TextSingleLine
    )
    for words in placed.words:
        painter.setFont(scene.measures.font(_role(words, placed.id == scene.selection)))
        is_second = words.part in ("when", "statement", "dose", "dense")
        painter.setPen(theme.ink_2 if is_second else theme.ink)
        if scene.forms and words.part in _SOUGHT:
            found = found_in(words.text, words.whole, scene.forms)
            underline(painter, line_rects(found, words.text, painter.font(), words.rect), theme)
        painter.drawText(words.rect, flags, words.text)
    for sign in placed.signs:
        if sign.sign == PICTURE:
            picture = scene.picture_of(placed.id)
            draw_thumbnail(painter, scene.measures.in_row(sign.rect, 0.0), picture, theme)
        else:
            draw_sign(painter, sign.rect, sign.sign, theme)


def _paint_emptiness(painter: QPainter, scene: Scene) -> None:
    """Say why nothing is there, and the way on."""
    theme = scene.measures.theme
    painter.setFont(scene.measures.font("label"))
    # The projector's colours have no third ink.
    painter.setPen(theme.ink_2 if theme.text_scale > 1 else theme.ink_3)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(_emptiness_rect(scene), int(flags), _emptiness(scene))


def _emptiness(scene: Scene) -> str:
    if scene.layout.lanes and any(box.count for box in scene.layout.lanes):
        if scene.measures.is_stage:
            return translate("Timeline", "No events in this window.")
        return translate("Timeline", "No events in this window. Press 0 to show the whole course.")
    return translate("Timeline", "No events")


def _emptiness_rect(scene: Scene) -> QRectF:
    measures = scene.measures
    left = scene.frame.left_px + measures.spacing.inner_px
    width = measures.width(_emptiness(scene), "label") + 1
    return QRectF(left, measures.lane_pad_px, width, measures.row_px)


def _role(words: PlacedWords, is_selected: bool) -> FontRole:
    return "strong" if is_selected and words.part == "name" else words.role
