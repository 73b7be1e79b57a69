"""Paints what lies under the points: grounds, limits, grid, statements and the selection wash."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from viewer.geometry.ticks import TICK_ROOM_EM, ticks, zero_moments
from viewer.geometry.time_scale import Frame, TimeScale
from viewer.model.glucose_course import GlucoseCourse
from viewer.ui.marks.bars import draw_statement_band
from viewer.ui.marks.days import draw_fading_line, draw_whisker
from viewer.ui.marks.states import FAINT, draw_highlight, draw_hover, draw_selection
from viewer.ui.marks.strokes import PixelGrid, dashes_down, kept, line_across, line_down
from viewer.ui.plots.brackets import paint_brackets
from viewer.ui.plots.episode_marks import paint_episodes
from viewer.ui.plots.labels import stands_on
from viewer.ui.plots.placed import Placed, PlacedBand, PlacedPanel, PlacedPoint
from viewer.ui.plots.placing_notes import NO_NOTES, ShownNotes
from viewer.ui.plots.rail_layer import paint_rail
from viewer.ui.plots.typeset import Typeset
from viewer.ui.widgets.found_words import Forms

WORD_GAP_PX = 2.0
"""How far lines stay off words that they pass behind."""


@dataclass(frozen=True)
class Shown:
    """What a layer paints, and what of it is chosen or under the pointer."""

    placed: Placed
    frame: Frame
    scale: TimeScale
    type_: Typeset
    size: QRectF
    selected: tuple[QRectF, ...] = ()
    """Marks and labels of the selection."""
    selection: str | None = None
    """Id of the selected series or statement."""
    highlighted: tuple[QRectF, ...] = ()
    """Marks and labels of what is highlighted."""
    highlights: frozenset[str] = frozenset()
    """Ids of what is highlighted."""
    hovered: tuple[QRectF, ...] = ()
    horizon_px: float | None = None
    """Where the axis ends under a horizon."""
    forms: Forms = ()
    """What is sought, to be underlined."""
    found: frozenset[str] = frozenset()
    """Ids of the parts in which it is found."""
    faint: frozenset[int] = frozenset()
    """Which of the drawn values a filter leaves out, by the identity of the measurement."""
    faint_statements: frozenset[str] = frozenset()
    """Ids of the drawn statements that a filter leaves out."""
    course: GlucoseCourse | None = None
    """The glucose whose episodes are marked."""
    left_out: frozenset[str] = frozenset()
    """Ids of the events beside values that a filter leaves out."""
    empty: str = ""
    """What is said where there are no panels."""
    notes: ShownNotes = NO_NOTES
    """What reviewers have added."""


@contextmanager
def clipped(painter: QPainter, rect: QRectF) -> Iterator[None]:
    """Paint only inside a rectangle."""
    with kept(painter, smooth=False):
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        yield


def paint_grounds(painter: QPainter, shown: Shown) -> None:
    """Paint all grounds, each panel inside its own rectangle."""
    theme = shown.type_.theme
    painter.fillRect(shown.size, theme.window)
    if shown.empty:
        _paint_empty(painter, shown)
    for panel in shown.placed.panels:
        with clipped(painter, panel.clip):
            _paint_panel(painter, panel, shown)
    for row in shown.placed.rules:
        painter.save()
        # They scroll with their groups; the lower edge of the fixed panel stays.
        painter.setClipRect(shown.placed.panels[-1].clip.adjusted(0, -1, 0, 0))
        width = theme.stroke_scale
        line_across(painter, 0, shown.size.width(), row, width_px=width, brush=theme.rule)
        painter.restore()


def _paint_empty(painter: QPainter, shown: Shown) -> None:
    """Say in the middle of the empty paper that there are no values."""
    type_ = shown.type_
    paper = shown.size.adjusted(shown.frame.gutter_px, 0, 0, 0)
    painter.fillRect(paper, type_.theme.paper)
    painter.save()
    painter.setFont(type_.font("small"))
    painter.setPen(type_.theme.ink_3)
    painter.drawText(paper, Qt.AlignmentFlag.AlignCenter, shown.empty)
    painter.restore()


def _paint_panel(painter: QPainter, panel: PlacedPanel, shown: Shown) -> None:
    theme = shown.type_.theme
    sheet = QRectF(panel.before.topLeft(), QPointF(shown.size.right(), panel.whole.bottom()))
    if not panel.panel.line:  # what lies under all series of an overlay is the first one's
        painter.fillRect(sheet, theme.paper)
    with clipped(painter, sheet):
        if not panel.panel.line:
            _paint_still(painter, panel, shown)
        for band in panel.bands:
            painter.setOpacity(FAINT if band.statement.id in shown.faint_statements else 1.0)
            _paint_band(painter, panel, band, shown)
            painter.setOpacity(1.0)
        if not panel.panel.line:
            _paint_end(painter, panel, shown)
    if not panel.panel.line:
        _paint_edges(painter, panel, shown)
    if shown.course is not None:
        with clipped(painter, panel.rect):
            episodes = shown.course, shown.scale
            paint_episodes(painter, panel, *episodes, shown.type_.theme, shown.type_.h_px)
    _paint_washes(painter, panel, shown)
    with clipped(painter, sheet):
        for point in panel.points:
            _paint_day_bounds(painter, point, shown)
            _paint_whole_day(painter, panel, point, shown)
        if panel.rail is not None:
            paint_rail(painter, panel.rail, shown.type_, shown.left_out)


def _paint_washes(painter: QPainter, panel: PlacedPanel, shown: Shown) -> None:
    """Paint the ground of what the pointer is on, what is highlighted and what is selected."""
    room, theme = panel.row.united(panel.before), shown.type_.theme
    for rects, draw in (
        (shown.hovered, draw_hover),
        (shown.highlighted, draw_highlight),
        (shown.selected, draw_selection),
    ):
        for rect in rects:
            if room.contains(rect.center()):
                draw(painter, rect, theme)


def _paint_still(painter: QPainter, panel: PlacedPanel, shown: Shown) -> None:
    """Paint what is the same for every value: ground after death, levels, limits, grid."""
    _paint_after_death(painter, panel, shown)
    left = panel.before.left() if panel.panel.undated else panel.rect.left()
    right = min(panel.rect.right(), _end_px(shown, panel))
    _paint_levels(painter, panel, left, right, shown)
    _paint_references(painter, panel, right, shown)
    paint_brackets(painter, panel, shown.type_)
    _paint_grid(painter, panel, shown)


def _end_px(shown: Shown, panel: PlacedPanel) -> float:
    ends = (shown.placed.death_px, shown.horizon_px, panel.rect.right())
    return min(end for end in ends if end is not None)


def _paint_after_death(painter: QPainter, panel: PlacedPanel, shown: Shown) -> None:
    death = shown.placed.death_px
    if death is not None:
        left = max(death, panel.rect.left())
        top, height = panel.whole.top(), panel.whole.height()
        after = QRectF(left, top, shown.size.right() - left, height)
        if after.width() > 0:
            painter.fillRect(after, shown.type_.theme.after)


def _paint_levels(
    painter: QPainter, panel: PlacedPanel, left: float, right: float, shown: Shown
) -> None:
    limits, theme = panel.panel.limits, shown.type_.theme
    if limits is None or right <= left:
        return
    grid = PixelGrid.of(painter)
    upper, middle = (grid.edge_y(panel.axis.y(limit)) for limit in limits)
    painter.fillRect(QRectF(left, upper, right - left, middle - upper), theme.level_1)
    bottom = panel.rect.bottom() - middle
    painter.fillRect(QRectF(left, middle, right - left, bottom), theme.level_2)
    width = theme.stroke_scale
    for limit, colour in zip(limits, (theme.level_1_edge, theme.level_2_edge), strict=True):
        y = panel.axis.y(limit)
        for start, end in _around_words(panel, left, right, y):
            line_across(painter, start, end, y, width_px=width, brush=colour)


def _paint_references(painter: QPainter, panel: PlacedPanel, right: float, shown: Shown) -> None:
    theme, scale = shown.type_.theme, shown.scale
    if panel.panel.limits is not None:
        # Low glucose is read against the levels; a second ground would blur them.
        return
    for ground in panel.panel.grounds:
        left = max(panel.rect.left(), scale.x(ground.span.start))
        end = min(right, scale.x(ground.span.end))
        if end <= left:
            continue
        low, high = ground.reference.low, ground.reference.high
        top = panel.rect.top() if high is None else panel.axis.y(high)
        bottom = panel.rect.bottom() if low is None else panel.axis.y(low)
        area = QRectF(left, top, end - left, bottom - top)
        if panel.panel.line is None:
            painter.fillRect(area.intersected(panel.rect), theme.reference)
        else:
            low = None  # the series of an overlay have their upper limit in common, no more
        for edge, y in ((high, top), (low, bottom)):
            if edge is not None and panel.rect.top() < y < panel.rect.bottom():
                width = theme.stroke_scale
                for one, other in _around_words(panel, left, end, y):
                    line_across(painter, one, other, y, width_px=width, brush=theme.reference_edge)


def _around_words(
    panel: PlacedPanel, left: float, right: float, y: float
) -> Iterator[tuple[float, float]]:
    """Give the pieces of a line that strike through no words."""
    struck = [
        label.rect
        for label in (*panel.labels, *panel.laid_over)
        if stands_on(label.rect.top(), label.rect.height(), [y])
    ]
    for rect in sorted(struck, key=lambda one: one.left()):
        if left < rect.left() - WORD_GAP_PX:
            yield left, min(right, rect.left() - WORD_GAP_PX)
        left = max(left, rect.right() + WORD_GAP_PX)
    if left < right:
        yield left, right


def _paint_grid(painter: QPainter, panel: PlacedPanel, shown: Shown) -> None:
    theme, scale = shown.type_.theme, shown.scale
    rect, width = panel.whole, shown.type_.theme.stroke_scale
    counting = shown.type_.counting
    shown_ticks = ticks(scale, TICK_ROOM_EM * shown.type_.em_px, counting)
    columns = [(scale.x(tick.moment), theme.grid) for tick in shown_ticks]
    zeros = zero_moments(shown_ticks, counting, scale.window)
    columns += [(scale.x(zero), theme.rule_strong) for zero in zeros]
    pixels = PixelGrid.of(painter)
    for x, colour in columns:
        if rect.left() <= x <= rect.right():
            left, wide = pixels.column(x, width)
            painter.fillRect(QRectF(left, rect.top(), wide, rect.height()), colour)
    if panel.before.width() > 0:
        ends = (rect.top(), rect.bottom())
        pattern = [3 * width, 3 * width]
        line = (painter, rect.left(), *ends)
        dashes_down(*line, width_px=width, pattern=pattern, brush=theme.rule_strong)


def _paint_band(painter: QPainter, panel: PlacedPanel, band: PlacedBand, shown: Shown) -> None:
    theme = shown.type_.theme
    fades = {"fade_left_px": band.fade_left_px, "fade_right_px": band.fade_right_px}
    with clipped(painter, panel.rect):
        if shown.selection == band.statement.id:
            draw_selection(painter, band.rect, theme, **fades)
            return
        if band.statement.id in shown.highlights:
            draw_highlight(painter, band.rect, theme, **fades)
            return
        painter.setClipRegion(_off_words(panel, band), Qt.ClipOperation.IntersectClip)
        draw_statement_band(
            painter,
            band.rect,
            theme,
            hard_left=band.is_hard_left,
            hard_right=band.is_hard_right,
            **fades,
        )


def _off_words(panel: PlacedPanel, band: PlacedBand) -> QRegion:
    """Give the panel without those pieces of a band's edges that would strike through words."""
    region = QRegion(panel.rect.toAlignedRect())
    for label in panel.labels:
        words = label.rect
        for y in (band.rect.top(), band.rect.bottom()):
            if stands_on(words.top(), words.height(), [y]):
                size = QSizeF(words.width() + 2 * WORD_GAP_PX, 2 * WORD_GAP_PX)
                piece = QRectF(QPointF(words.left() - WORD_GAP_PX, y - WORD_GAP_PX), size)
                region -= QRegion(piece.toAlignedRect())
    return region


def _paint_end(painter: QPainter, panel: PlacedPanel, shown: Shown) -> None:
    """Draw the death line; a horizon ends the paper, which is no event and has no such line."""
    theme, rect, horizon = shown.type_.theme, panel.whole, shown.horizon_px
    death, width = shown.placed.death_px, theme.stroke_scale
    if horizon is not None and rect.left() <= horizon <= rect.right() + 1:
        left = PixelGrid.of(painter).edge_x(horizon)
        beyond = QRectF(left, rect.top(), shown.size.right() - left, rect.height())
        painter.fillRect(beyond, theme.window)
        edge = (painter, horizon, rect.top(), rect.bottom())
        line_down(*edge, width_px=width, brush=theme.rule_strong)
    if death is not None and rect.left() <= death <= rect.right() + 1:
        ends = (rect.top(), rect.bottom())
        line_down(painter, death, *ends, width_px=1.5 * width, brush=theme.ink)


def _paint_edges(painter: QPainter, panel: PlacedPanel, shown: Shown) -> None:
    """Draw the line under a panel, and the edge of the gutter."""
    theme = shown.type_.theme
    rect, width = panel.whole, theme.stroke_scale
    line_across(
        painter,
        panel.gutter.right(),
        shown.size.right(),
        rect.bottom() - width / 2,
        width_px=width,
        brush=theme.grid,
    )
    edge = (painter, panel.gutter.right() - width / 2, rect.top(), rect.bottom())
    line_down(*edge, width_px=width, brush=theme.rule)


def _paint_day_bounds(painter: QPainter, point: PlacedPoint, shown: Shown) -> None:
    """Draw how far off the day of a value may be."""
    span, theme, mark_px = point.span, shown.type_.theme, shown.type_.mark_px
    colour: QColor = theme.ink_2
    if span is None:
        return
    y = point.rect(mark_px).center().y()
    with kept(painter):
        painter.setFont(shown.type_.font("label"))
        if point.edge is not None and not point.has_mark:
            _paint_edge_bar(painter, point, span.extent(mark_px), shown)
        if span.whisker is not None:
            draw_whisker(
                painter,
                span.whisker.left_px,
                span.whisker.right_px,
                y,
                evidence_of_day=span.whisker.evidence,
                colour=colour,
                theme=theme,
                tick_px=0.5 * mark_px,
                has_right_tick=span.whisker.has_right_tick,
            )
        for side, length in (("left", span.fade_left_px), ("right", span.fade_right_px)):
            if length > 0:
                draw_fading_line(
                    painter,
                    point.x_px,
                    y,
                    side,
                    colour=colour,
                    theme=theme,
                    length_px=length,
                )


def _paint_edge_bar(
    painter: QPainter, point: PlacedPoint, ends: tuple[float, float], shown: Shown
) -> None:
    """Tell at the edge that a value without a mark lies beyond it, as the bar of a mark does."""
    width = 2 * shown.type_.theme.stroke_scale
    y = point.y_px + (width / 2 if point.edge == "top" else -width / 2)
    line_across(painter, *ends, y, width_px=width, brush=shown.type_.theme.ink)


def _paint_whole_day(
    painter: QPainter, panel: PlacedPanel, point: PlacedPoint, shown: Shown
) -> None:
    """Draw the day of a value that is known to the day only, where the day is much wider."""
    if point.day_px is None:
        return
    theme, half = shown.type_.theme, 0.25 * shown.type_.mark_px
    left, right = point.day_px
    y, width = point.y_px, theme.stroke_scale
    first, last = max(left, panel.rect.left()), min(right, panel.rect.right())
    for start, end in _around_words(panel, first, last, y):
        line_across(painter, start, end, y, width_px=width, brush=theme.ink_2)
    for x in (left, right):
        if first <= x <= last:
            line_down(painter, x, y - half, y + half, width_px=width, brush=theme.ink_2)
