"""Paints the words, and finds where the cursor line must give way to them."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from viewer.geometry.time_scale import Stretch
from viewer.model.same_text import Passage, stretches
from viewer.ui.marks.folds import draw_folds
from viewer.ui.marks.signs import draw_sign
from viewer.ui.marks.states import FAINT
from viewer.ui.marks.strokes import line_across
from viewer.ui.plots.ground_layer import WORD_GAP_PX, Shown, clipped
from viewer.ui.plots.gutter import paint_text
from viewer.ui.plots.placed import LabelKind, Placed, PlacedLabel
from viewer.ui.plots.rail_layer import paint_rail_marks
from viewer.ui.widgets.found_words import line_rects, underline

_SOUGHT: frozenset[LabelKind] = frozenset({"value", "statement"})


def paint_folds(painter: QPainter, shown: Shown, is_exposed: Callable[[QRectF], bool]) -> None:
    """Draw the folds that are exposed over everything that crosses them, but for words."""
    for panel in shown.placed.panels:
        seen = [gap for gap in shown.scale.gaps if is_exposed(_column(panel.whole, gap))]
        if seen:
            with clipped(painter, panel.whole.intersected(panel.clip)):
                top, bottom = panel.whole.top(), panel.whole.bottom()
                words = [label.rect for label in panel.labels]
                draw_folds(painter, seen, top, bottom, shown.type_.theme, words)


def paint_labels(painter: QPainter, shown: Shown, is_exposed: Callable[[QRectF], bool]) -> None:
    """Write the labels that are exposed, each in the part of its panel that is seen."""
    for panel in shown.placed.panels:
        if panel.rail is not None:
            with clipped(painter, panel.clip):
                seen_by = (shown.left_out, shown.selection, is_exposed)
                paint_rail_marks(painter, panel.rail, shown.type_, *seen_by)
                # An event beside values has no words here: its mark is what is underlined.
                here = [one.rect for one in panel.rail.things if shown.found.intersection(one.ids)]
                underline(painter, here, shown.type_.theme)
        labels = [label for label in panel.labels if is_exposed(label.rect)]
        if labels:
            with clipped(painter, panel.clip):
                for label in labels:
                    is_faint = id(label.point) in shown.faint
                    is_faint |= label.about in shown.faint_statements
                    painter.setOpacity(FAINT if is_faint else 1.0)
                    _paint_label(painter, label, shown)


def _column(rect: QRectF, gap: Stretch) -> QRectF:
    return QRectF(gap.left_px, rect.top(), gap.right_px - gap.left_px, rect.height())


def _paint_label(painter: QPainter, label: PlacedLabel, shown: Shown) -> None:
    theme = shown.type_.theme
    if label.sign is not None:
        size = 0.7 * label.rect.height()
        top = label.rect.center().y() - size / 2
        sign = QRectF(label.rect.left(), top, size, size)
        draw_sign(painter, sign, label.sign, theme)
    if shown.forms and label.kind in _SOUGHT:
        _underline_found(painter, label, shown)
    for text in label.texts:
        paint_text(painter, text, shown.type_)
    if label.kind == "hint":
        way = label.texts[-1]
        y = way.rect.top() + shown.type_.metrics(way.role).ascent() + 2
        width = theme.stroke_scale
        ends = (way.rect.left(), way.rect.right(), y)
        line_across(painter, *ends, width_px=width, brush=theme.role(way.colour))


def _underline_found(painter: QPainter, label: PlacedLabel, shown: Shown) -> None:
    """Underline what is sought, which may begin in one text of the label and end in another."""
    # Of a value its number and unit are searched; its multiple and its day are not.
    is_number = label.point is not None and label.point.value is not None
    searched = label.texts if label.kind == "statement" else label.texts[: 1 + is_number]
    found = stretches(" ".join(text.words for text in searched), shown.forms)
    at = 0
    for text in searched:
        end = at + len(text.words)
        here = [
            Passage(max(one.start, at) - at, min(one.end, end) - at)
            for one in found
            if one.start < end and at < one.end
        ]
        font = shown.type_.font(text.role)
        underline(painter, line_rects(here, text.words, font, text.rect), shown.type_.theme)
        at = end + 1


def words_across(placed: Placed, x_px: float) -> list[tuple[float, float]]:
    """Give top and bottom of the words that stand on a column."""
    crossed = []
    for panel in placed.panels:
        for label in panel.labels:
            rect = label.rect.intersected(panel.clip)
            if (
                rect.left() - WORD_GAP_PX <= x_px <= rect.right() + WORD_GAP_PX
                and rect.height() > 0
            ):
                crossed.append((rect.top(), rect.bottom()))
    return crossed
