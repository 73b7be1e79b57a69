"""The history of an annotation: what it said, from when to when."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from viewer.model.annotation import Content
from viewer.model.annotation_set import Annotation
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.widgets.block import Block, Line
from viewer.ui.widgets.formatted_text import Formatted
from viewer.ui.widgets.page import Page
from viewer.ui.words.annotation_words import (
    kept_apart,
    kind_name,
    local_time,
    said_words,
    where_words,
)
from viewer.ui.words.joining import in_line, labelled

translate = QCoreApplication.translate


class HistoryDialog(QDialog):
    """Lists every version, the last one first."""

    def __init__(self, session: Session, one: Annotation, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("History", "History of an annotation"))
        self.page = Page(look, lambda _: None)
        self.page.show_blocks(history_blocks(session, one))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        self.resize(round(36 * look.em_px), round(30 * look.h_px))


def history_blocks(session: Session, one: Annotation) -> tuple[Block, ...]:
    """Say who changed what when."""
    author = session.annotations.authors.get(one.author)
    name = kept_apart(author.name if author is not None else one.author)
    blocks: list[Block] = []
    before: Content | None = None
    for number, version in enumerate(one.versions):
        head = Line(
            in_line((local_time(version.at), name, _what(before, version.content, number))),
            role="strong",
        )
        blocks[:0] = (head, *_contents(session, version.content))
        before = version.content
    if one.is_purged:
        words = translate("History", "Removed for good by its author.")
        blocks.append(Line(words, ink="ink_2"))
    return tuple(blocks)


def _contents(session: Session, content: Content | None) -> tuple[Block, ...]:
    if content is None:
        return ()
    told = session.case, session.annotations, session.counting, session.language
    plain = said_words(content.model_copy(update={"text": ""}))
    where = Line(in_line((kind_name(content.kind), where_words(content, *told))), role="small")
    said: list[Block] = [where]
    if content.kind not in ("note", "reply"):
        said.append(Line(plain))
    if content.text:
        said.append(Formatted(content.text))
    if content.tags:
        words = labelled(translate("Annotations", "Tags"), in_line(content.tags))
        said.append(Line(words, role="small", ink="ink_2"))
    return tuple(said)


def _what(before: Content | None, now: Content | None, number: int) -> str:
    """Name what a version changed."""
    if now is None:
        return translate("History", "deleted")
    if number == 0:
        return translate("History", "made")
    if before is None:
        return translate("History", "brought back")
    changed = [
        translate("History", "moved") if before.target != now.target else "",
        translate("History", "text changed") if before.text != now.text else "",
        translate("History", "tags changed") if before.tags != now.tags else "",
    ]
    return in_line(changed) or translate("History", "changed")
