"""How a scene is drawn in the list: its number, its picture, and what it says beside them."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from viewer.model.part import MOST_LINE
from viewer.ui.look import Look
from viewer.ui.marks.states import draw_focus
from viewer.ui.panels.scenes.pictures import Pictures
from viewer.ui.panels.scenes.rows import ROW_ROLE, SceneRow, SceneRows

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex
PICTURE_EM = QSizeF(9.6, 6.0)
"""The most room for the picture of a scene (em)."""
PICTURE_SHARE = 0.32
"""It takes no more of a row's width."""
_NUMBER_EM = 2.0
_MOST_LINES = 4


class EditedView(QListView):
    """A list that tells whether a row of it is being edited."""

    @property
    def is_editing(self) -> bool:
        """Whether a title is being typed."""
        return self.state() == QListView.State.EditingState


class SceneDrawing(QStyledItemDelegate):
    """Draws the rows, all of one height, and edits titles in their place."""

    cut = Signal()
    """Of a title that was put in only as much was taken as can be kept."""

    def __init__(self, look: Look, rows: SceneRows, pictures: Pictures, view: EditedView) -> None:
        super().__init__(view)
        self._view = view
        self._look = look
        self._rows = rows
        self._pictures = pictures

    # -- where things stand -------------------------------------------------------------------

    @property
    def _pad(self) -> float:
        return 0.4 * self._look.h_px

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give every row the height of a picture, or of its lines."""
        lines = _MOST_LINES * QFontMetricsF(self._look.font("label")).lineSpacing()
        width = self._view.viewport().width()
        height = max(lines, self._picture_size(width).height()) + 2 * self._pad
        return QSize(1, round(height))

    def _picture_size(self, width: float) -> QSizeF:
        most = PICTURE_EM * self._look.em_px
        room = QSizeF(PICTURE_SHARE * width, most.height())
        return most.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def picture_rect(self, row: QRect) -> QRectF:
        """Give where the picture stands in a row."""
        place = QPointF(row.left() + _NUMBER_EM * self._look.em_px, row.top() + self._pad)
        return QRectF(place, self._picture_size(row.width()))

    def words_rect(self, row: QRect) -> QRectF:
        """Give where the words stand in a row."""
        left = self.picture_rect(row).right() + 0.6 * self._look.h_px
        width = max(row.right() - self._pad - left, 1.0)
        return QRectF(left, row.top() + self._pad, width, row.height() - 2 * self._pad)

    # -- painting -----------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground and the rule below, then number, picture and words."""
        theme, row = self._look.theme, QRect(option.rect)
        said = index.data(ROW_ROLE)
        if not isinstance(said, SceneRow):
            return
        painter.save()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(row, theme.select)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, theme.hover)
        line = max(1, round(theme.stroke_scale))
        painter.fillRect(QRect(row.x(), row.bottom() + 1 - line, row.width(), line), theme.rule)
        self._paint_number(painter, row, said)
        self._paint_picture(painter, row, index)
        is_typed = self._view.is_editing and index == self._view.currentIndex()
        self._paint_words(painter, row, said, is_chosen, is_typed)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, QRectF(row).adjusted(5, 5, -5, -5), theme)
        painter.restore()

    def _paint_number(self, painter: QPainter, row: QRect, said: SceneRow) -> None:
        em = self._look.em_px
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.theme.ink_2)
        room = QRectF(row.left(), row.top() + self._pad, (_NUMBER_EM - 0.5) * em, em * 1.5)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, int(flags), str(said.number))

    def _paint_picture(self, painter: QPainter, row: QRect, index: Index) -> None:
        theme, room = self._look.theme, self.picture_rect(row)
        painter.fillRect(room, theme.paper)
        picture = self._pictures.small(self._rows.scenes[index.row()])
        if picture is not None and not picture.isNull():
            shown = QSizeF(picture.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(QPointF(), shown)
            place.moveCenter(room.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, picture, QRectF(picture.rect()))
        painter.setPen(theme.rule)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_words(
        self, painter: QPainter, row: QRect, said: SceneRow, is_chosen: bool, is_typed: bool
    ) -> None:
        """Write what the row says; the field of a title that is typed stands in its place."""
        look, room = self._look, self.words_rect(row)
        left = _MOST_LINES
        title = look.font("strong" if is_chosen else "label")
        y = room.top()
        for text, font, ink, most in (
            (said.title, title, look.theme.ink, 2),
            (said.when, look.font("when"), look.theme.ink_2, 1),
            (said.lacking, look.font("when"), look.theme.ink, 2),
        ):
            lines = wrapped(text, font, room.width(), min(most, left)) if text else []
            if text == said.title and is_typed:
                lines = ["", ""]
            left -= len(lines)
            y = _write(painter, lines, font, ink, QRectF(room.left(), y, room.width(), 0))

    # -- editing ------------------------------------------------------------------------------

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """Make the field of a title."""
        field = QLineEdit(parent)
        field.setMaxLength(MOST_LINE)
        field.inputRejected.connect(self.cut)
        field.setAccessibleName(translate("Scenes", "Title of the scene"))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the title as it is, all of it chosen."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Take the title that was typed."""
        if isinstance(editor, QLineEdit) and isinstance(model, SceneRows):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Let the field stand where the title does."""
        room = self.words_rect(QRect(option.rect)).toAlignedRect()
        height = editor.sizeHint().height()
        editor.setGeometry(room.x() - 3, room.y() - 3, room.width() + 3, height)


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Break a text into at most so many lines; the last ends in "…" where there is more."""
    if most < 1:
        return []
    # Words without an end would be laid out for long; nobody reads them in so narrow a place.
    text = " ".join(text[:1000].split())
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    shown = starts[:most]
    ends = [*shown[1:], starts[most] if len(starts) > most else len(text)]
    lines = [text[start:end].rstrip() for start, end in zip(shown, ends, strict=True)]
    if len(starts) > most:
        rest, mode = text[shown[-1] :], Qt.TextElideMode.ElideRight
        lines[-1] = QFontMetricsF(font).elidedText(rest, mode, width)
    return lines


def _write(painter: QPainter, lines: list[str], font: QFont, ink: QColor, room: QRectF) -> float:
    """Write lines from the top of a room; gives where the next one begins."""
    height, y = QFontMetricsF(font).lineSpacing(), room.top()
    painter.setFont(font)
    painter.setPen(ink)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine
    for text in lines:
        painter.drawText(QRectF(room.left(), y, room.width(), height), int(flags), text)
        y += height
    return y
