"""The picture of the strip: all but the cursor, which moves over it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from viewer.geometry.bars import Drawn
from viewer.model.course import course_end
from viewer.session.session import Session
from viewer.ui.annotate.strip_gutter import paint_title
from viewer.ui.annotate.strip_page import StripPage
from viewer.ui.annotate.strip_paint import StripScene, paint_note
from viewer.ui.marks.authors import author_signs
from viewer.ui.marks.folds import draw_folds
from viewer.ui.marks.strokes import line_across
from viewer.ui.text_sizes import TextSizes

PAD_H = 0.2


def pad_px(sizes: TextSizes) -> int:
    """Give the room above the first and below the last row."""
    return round(PAD_H * sizes.h_px)


def painted(
    page: StripPage, session: Session, hover: str | None, size: QSize, ratio: float
) -> QPixmap:
    """Paint ground, notes and title."""
    theme, width, height = page.sizes.theme, size.width(), size.height()
    gutter, pad = page.frame.gutter_px, pad_px(page.sizes)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    with QPainter(picture) as painter:
        painter.fillRect(QRectF(0, 0, width, height), theme.window)
        sheet = QRectF(gutter, 0, _right_of(page, session, width) - gutter, height)
        painter.fillRect(sheet, theme.paper)
        painter.setFont(page.sizes.font("small"))
        painter.save()
        painter.setClipRect(QRectF(gutter, 0, width - gutter, height))
        words = [placed.bounds.translated(0, pad) for placed in page.placed]
        draw_folds(painter, page.scale().gaps, -1, height + 1, theme, words)
        painter.translate(0, pad)
        scene = _scene(page, session, hover)
        for placed in sorted(page.placed, key=scene.is_selected):
            paint_note(painter, placed, scene)
        painter.restore()
        column = QRectF(0, 0, gutter, height)
        count = len(page.saved.items)
        paint_title(painter, column, count, page.sizes, is_expanded=page.is_expanded)
        line = theme.stroke_scale
        line_across(painter, 0, width, height - 0.5, width_px=line, brush=theme.rule)
    return picture


def _right_of(page: StripPage, session: Session, width_px: float) -> float:
    """Give where the ground of the axis ends: with the horizon."""
    horizon, left = session.state.horizon, page.frame.gutter_px
    if horizon is None:
        return width_px
    return max(left, min(width_px, round(page.scale().x(horizon + 1))))


def _scene(page: StripPage, session: Session, hover: str | None) -> StripScene:
    limit = course_end(session.case, session.state.horizon)
    return StripScene(
        Drawn(page.scale(), page.sizes.em_px, limit),
        page.sizes,
        author_signs(session.annotations.authors),
        page.items.numbers.get(session.state.selection or ""),
        hover,
        session.annotations.resolved,
        page.new_flags,
    )
