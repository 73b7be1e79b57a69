"""The strip of the reviewers' notes, between the ruler and the lanes."""

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from viewer.geometry.time_scale import Frame, TimeScale
from viewer.model import view_state
from viewer.model.annotation import Content
from viewer.session.session import Session
from viewer.ui.annotate.strip_layout import PlacedNote, row_px
from viewer.ui.annotate.strip_page import StripPage
from viewer.ui.annotate.strip_picture import pad_px, painted
from viewer.ui.annotate.strip_words import names_in, note_tooltip, title_lines
from viewer.ui.gestures import open_fold, zoom_or_pan
from viewer.ui.look import Look
from viewer.ui.marks.strokes import line_behind
from viewer.ui.menus import choice_menu
from viewer.ui.text_sizes import TextSizes
from viewer.ui.words.drawn_note_words import said_of
from viewer.ui.words.fold_words import fold_long
from viewer.ui.words.joining import in_turn
from viewer.ui.words.tooltips import rich

_LINE_PX = 1.5
SLACK_PX = 2.0


class NoteStrip(QWidget):
    """Reviewers' annotations on their days, apart from the case's own; hidden without any.

    It shows what the session discloses and nothing else, so that it follows the horizon by itself.
    """

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self.page = StripPage(session, TextSizes(look))
        self._hover: str | None = None
        self._picture: QPixmap | None = None
        self._height_px = 0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for signal in (
            session.case_changed,
            session.annotations_changed,
            session.numbering_changed,
        ):
            signal.connect(self.show_state)
        session.window_changed.connect(self._on_window_changed)
        session.selection_changed.connect(self._on_selection_changed)
        session.cursor_changed.connect(self.update)
        look.changed.connect(self._on_look_changed)
        self.show_state()

    # -- what others ask for ------------------------------------------------------------------

    def set_frame(self, frame: Frame) -> None:
        """Take the columns that all views of the chart share."""
        if frame != self.page.frame:
            self.page.frame = frame
            self._fit()
            self._paint_anew()

    def scale(self) -> TimeScale:
        """Give the scale of the window."""
        return self.page.scale()

    @property
    def placed(self) -> tuple[PlacedNote, ...]:
        """Everything in its row, with the rectangles and words that are drawn."""
        return self.page.placed

    @property
    def sizes(self) -> TextSizes:
        """Fonts and sizes in force."""
        return self.page.sizes

    def sizeHint(self) -> QSize:
        """Give the height of the rows that are needed; the width is the chart's."""
        return QSize(0, self.page.rows * row_px(self.sizes) + 2 * self._pad_px)

    def minimumSizeHint(self) -> QSize:
        """Never lower than it wants to be."""
        return self.sizeHint()

    @property
    def _pad_px(self) -> int:
        return pad_px(self.sizes)

    def in_rows(self, place: QPointF) -> QPointF:
        """Give a place of the widget as it counts for what is placed."""
        return place - QPointF(0, self._pad_px)

    def on_widget(self, rect: QRectF) -> QRectF:
        """Give where on the widget a placed rectangle is drawn."""
        return rect.translated(0, self._pad_px)

    def note_at(self, place: QPointF) -> PlacedNote | None:
        """Give what stands at a place of the widget."""
        if place.x() < self.page.frame.gutter_px:
            return None
        inside, slack = self.in_rows(place), SLACK_PX
        around = (-slack, -slack, slack, slack)
        hit = (p for p in self.placed if p.bounds.adjusted(*around).contains(inside))
        return min(hit, key=lambda p: abs(p.mark.center().x() - inside.x()), default=None)

    def preview(self, id_: str, content: Content | None) -> None:
        """Show an annotation as it would be; as it is with None."""
        self.page.preview(id_, content)
        self._paint_anew()

    def show_draft(self, content: Content | None) -> None:
        """Show an annotation that is being written, dashed; none with None."""
        self.page.write(content)
        self.setVisible(bool(self.page.items.items))
        self._fit()
        self._paint_anew()

    def words_at(self, x_px: float) -> list[tuple[float, float]]:
        """Give where words and marks stand at a column, which lines give way to."""
        rects = (
            self.on_widget(rect)
            for placed in self.placed
            for rect in (placed.mark, *([placed.words_rect] if placed.words else []))
        )
        return [(r.top(), r.bottom()) for r in rects if r.left() - 2 <= x_px <= r.right() + 2]

    # -- what the hand does -------------------------------------------------------------------

    def click(self, place: QPointF) -> None:
        """Select, list what is counted, expand the strip, or put the cursor there."""
        frame, note = self.page.frame, self.note_at(place)
        if place.x() < frame.gutter_px:
            self.expand(not self.page.is_expanded)
        elif note is not None and note.is_count:
            self._open_list(note, place)
        elif note is not None and not note.item.is_draft:
            self._session.select(note.item.id)
        elif (
            note is None
            and place.x() >= frame.left_px
            and not open_fold(self._session, self.scale(), place.x())
        ):
            self._session.point_at(self.scale().day(place.x()))

    def double_click(self, place: QPointF) -> None:
        """Show the days of what stands there."""
        note = self.note_at(place)
        if note is None or note.is_count:
            return
        self._session.select(note.item.id)
        days = self.page.days_of(note.item.id)
        if days is not None:
            self._session.apply(partial(view_state.zoom_to, span=days))

    def expand(self, is_expanded: bool) -> None:
        """Give more rows, or as many as at first."""
        self.page.is_expanded = is_expanded
        self._fit()
        self._paint_anew()
        self._describe()

    def hover(self, note: PlacedNote | None) -> None:
        """Show what the pointer is on."""
        hover = None if note is None else note.item.id
        if hover != self._hover:
            self._hover = hover
            self._paint_anew()

    def _open_list(self, note: PlacedNote, place: QPointF) -> None:
        session = self._session
        names, rest = names_in(note, session.annotations)
        menu = choice_menu(self, names, rest, session.select)
        menu.popup(self.mapToGlobal(place.toPoint()))

    # -- painting -----------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture of the notes and the cursor's line over it."""
        theme, scale = self.sizes.theme, self.scale()
        if self._picture is None or self._picture.deviceIndependentSize() != self.size():
            given = self.page, self._session, self._hover
            self._picture = painted(*given, self.size(), self.devicePixelRatioF())
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            x = scale.x(self._session.state.cursor)
            if scale.left_px <= x <= scale.right_px + 1:
                width = _LINE_PX * theme.stroke_scale
                gaps = self.words_at(x)
                ends = (0.0, float(self.height()))
                line_behind(painter, x, *ends, gaps, width_px=width, brush=theme.ink)

    # -- events -------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer, or move the window."""
        if event.position().x() >= self.page.frame.left_px:
            zoom_or_pan(self._session, self.scale(), event)

    def event(self, event: QEvent) -> bool:
        """Show tooltips, and nothing under a pointer that has left."""
        if event.type() == QEvent.Type.Leave:
            self.hover(None)
        if isinstance(event, QHelpEvent):
            self._show_tooltip(event)
            return True
        return super().event(event)

    def tooltip_of(self, note: PlacedNote) -> str:
        """Give the tooltip of what stands in a row as safe rich text."""
        return note_tooltip(note, self._session)

    def _show_tooltip(self, event: QHelpEvent) -> None:
        place, text, rect = QPointF(event.pos()), "", QRect()
        note, gap = self.note_at(place), self.scale().gap_at(place.x())
        if place.x() < self.page.frame.gutter_px:
            text = rich(title_lines(self.page, self._session))
        elif note is not None:
            text, rect = self.tooltip_of(note), self.on_widget(note.bounds).toAlignedRect()
        elif gap is not None:
            text = rich([fold_long(gap.days)])
        QToolTip.showText(event.globalPos(), text, self, rect)

    # -- changes ------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Show the annotations that may be shown now."""
        self.setVisible(bool(self.page.items.items))
        self._fit()
        self._paint_anew()
        self._describe()

    def _on_window_changed(self) -> None:
        self._fit()
        self._paint_anew()

    def _on_selection_changed(self) -> None:
        self._paint_anew()
        self._describe()

    def _fit(self) -> None:
        """Ask for another height where there are other rows; the chart is then laid out anew."""
        if self.sizeHint().height() != self._height_px:
            self._height_px = self.sizeHint().height()
            self.updateGeometry()

    def _paint_anew(self) -> None:
        self._picture = None
        self.update()

    def _describe(self) -> None:
        """Tell a screen reader what there is, and what is selected."""
        title, *told = title_lines(self.page, self._session)
        self.setAccessibleName(title)
        one = self.page.find(self._session.state.selection)
        chosen = said_of(one, self._session.annotations)
        self.setAccessibleDescription(in_turn([chosen, *told[:-1]]))

    def _on_look_changed(self) -> None:
        self.page.sizes = TextSizes(self._look)
        self.show_state()
