"""One annotation with its answers, and what can be done with them."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from viewer.model.annotating import Threads
from viewer.model.annotation import Content, OnAnnotation, OnImage, OnPart, OnSlide
from viewer.model.annotation_places import place_of
from viewer.model.annotation_set import Annotation
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.widgets.block import Block, Follow, Line
from viewer.ui.widgets.formatted_text import Formatted
from viewer.ui.widgets.link import Target
from viewer.ui.widgets.links import Links
from viewer.ui.widgets.washed import WashedBox
from viewer.ui.words.annotation_words import (
    added_by,
    kept_apart,
    kind_name,
    local_time,
    said_words,
    where_words,
)
from viewer.ui.words.joining import in_line, in_turn, labelled
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate

DEEPEST: Final = 5
"""Answers to answers stand no further in than this."""


@dataclass(frozen=True)
class Answer:
    """An answer with what can be done with it, further in than what it answers."""

    id: str
    blocks: tuple[Block, ...]
    depth: int
    is_chosen: bool

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the blocks with room at their left, on the selection wash where it is chosen."""
        box = WashedBox(look, self.is_chosen)
        box.setObjectName(answer_name(self.id))
        if self.is_chosen:
            box.setAccessibleDescription(translate("Annotations", "selected"))
        margins = box.column.contentsMargins()
        margins.setLeft(round(1.2 * min(self.depth, DEEPEST) * look.h_px))
        box.column.setContentsMargins(margins)
        for block in self.blocks:
            box.column.addWidget(block.build(look, follow))
        return box


def answer_name(id_: str) -> str:
    """Name the widget that shows an answer."""
    return f"answer.{id_}"


@dataclass(frozen=True)
class OneThread:
    """What a thread is told from: the session, who answers whom, and which one is chosen."""

    session: Session
    threads: Threads
    chosen: str
    tells_deleted: bool = False
    """Whether what was deleted is read, too."""


def thread_blocks(thread: OneThread) -> tuple[Block, ...]:
    """Show a whole thread; nothing where there is none to be shown."""
    annotations = thread.session.annotations
    root = annotations.annotations.get(thread.threads.root(thread.chosen))
    if root is None:
        return ()
    answers = thread.threads.below(root.id, thread.chosen if thread.tells_deleted else None)
    is_told = thread.tells_deleted or root.content is not None
    if not is_told and all(answer.content is None for answer, _ in answers):
        return ()
    shown = [
        Answer(
            answer.id,
            (*_told(thread, answer), *_answer_links(thread, answer)),
            depth,
            answer.id == thread.chosen,
        )
        for answer, depth in answers
    ]
    return (_head(thread, root), *_told(thread, root), Links(_links(thread, root)), *shown)


def _head(thread: OneThread, root: Annotation) -> Block:
    session, content = thread.session, root.last
    if content is None:
        return Line(_gone(root), role="head")
    told = session.case, session.annotations, session.counting, session.language
    words = labelled(kind_name(content.kind), where_words(content, *told))
    return Line(words, target=_goal(session, content), role="head")


def _gone(one: Annotation) -> str:
    if one.is_purged:
        return translate("Annotations", "Removed for good")
    return translate("Annotations", "Deleted")


def _told(thread: OneThread, one: Annotation) -> tuple[Block, ...]:
    """Say who said what when; of what was deleted the words only where they are asked for."""
    session, content = thread.session, one.content
    name = _author(session, one)
    if content is not None:
        head = Line(_heading(session, one, content, name), role="when", ink="ink_2")
        return (head, *_said(content, is_deleted=False))
    time = local_time(one.changed)
    when = translate("Annotations", "deleted {time}").format(time=time) if time else _gone(one)
    head = Line(in_line((name, when)), role="when", ink="ink_2")
    last = one.last
    said = _said(last, is_deleted=True) if last is not None and thread.tells_deleted else ()
    return (head, *said)


def _author(session: Session, one: Annotation) -> str:
    author = session.annotations.authors.get(one.author)
    return author.name if author is not None else one.author


def _heading(session: Session, one: Annotation, content: Content, name: str) -> str:
    """Give author and times; of what the case lacks it is said who has added it."""
    head = [added_by(name) if content.is_addition else kept_apart(name), local_time(one.created)]
    if one.changed != one.created:
        head.append(translate("Annotations", "changed {time}").format(time=local_time(one.changed)))
    if session.annotating.is_new(one.id):
        head.append(translate("Annotations", "new"))
    if content.kind in ("resolve", "reopen"):
        head.insert(1, kind_name(content.kind))
    return in_line(head)


def _said(content: Content, *, is_deleted: bool) -> tuple[Block, ...]:
    blocks: list[Block] = []
    plain = content.model_copy(update={"text": ""})
    if content.kind in ("mark", "event", "value", "measure", "outcome", "shape", "study"):
        blocks.append(Line(said_words(plain), role="strong", ink="ink_2" if is_deleted else "ink"))
    if content.text and is_deleted:
        blocks.append(Line(content.text, ink="ink_2"))
    elif content.text:
        blocks.append(Formatted(content.text))
    if content.tags:
        tags = labelled(translate("Annotations", "Tags"), in_line(content.tags))
        blocks.append(Line(tags, role="small", ink="ink_2"))
    if content.known_from is not None:
        words = translate("Annotations", "may be shown from day {day} on (from day zero)")
        blocks.append(Line(words.format(day=number(content.known_from)), role="small", ink="ink_2"))
    return tuple(blocks)


def _goal(session: Session, content: Content) -> Target | None:
    """Give where a click on the heading leads: the part, else the day."""
    span = place_of(content, session.case, session.annotations).span
    match content.target:
        case OnPart(part=id_):
            return Target("part", id_)
        case OnImage(study=id_) | OnSlide(report=id_) if span is not None:
            return Target("part", id_)
    return None if span is None else Target("day", str(span.start))


def _act(words: str, verb: str, id_: str) -> tuple[str, Target]:
    return words, Target("act", f"{verb} {id_}")


def _links(thread: OneThread, one: Annotation) -> tuple[tuple[str, Target], ...]:
    session, content = thread.session, one.content
    if content is None:
        return _links_of_deleted(session, one)
    is_mine = session.annotating.is_mine(one.id)
    links: list[tuple[str, Target]] = []
    if is_mine and content.kind != "mark":
        links.append(_act(translate("Annotations", "Edit"), "edit", one.id))
    links.append(_act(translate("Annotations", "Reply"), "reply", one.id))
    if one.id in session.annotations.resolved:
        links.append(_act(translate("Annotations", "Reopen"), "reopen", one.id))
    else:
        links.append(_act(translate("Annotations", "Resolve"), "resolve", one.id))
    links.append(_act(translate("Annotations", "History…"), "history", one.id))
    if is_mine:
        links.append(_act(translate("Annotations", "Delete"), "delete", one.id))
        links.append(_act(translate("Annotations", "Purge…"), "purge", one.id))
    return tuple(links)


def _links_of_deleted(session: Session, one: Annotation) -> tuple[tuple[str, Target], ...]:
    links = [_act(translate("Annotations", "History…"), "history", one.id)]
    if session.annotating.is_mine(one.id) and one.last is not None:
        links.insert(0, _act(translate("Annotations", "Restore"), "restore", one.id))
        links.append(_act(translate("Annotations", "Purge…"), "purge", one.id))
    return tuple(links)


def _answer_links(thread: OneThread, one: Annotation) -> tuple[Block, ...]:
    session, content = thread.session, one.content
    if content is None:
        return (Links(_links_of_deleted(session, one)),)
    if content.kind != "reply":
        return ()
    history = _act(translate("Annotations", "History…"), "history", one.id)
    if not session.annotating.is_mine(one.id):
        return (Links((history,)),)
    links = (
        _act(translate("Annotations", "Edit"), "edit", one.id),
        history,
        _act(translate("Annotations", "Delete"), "delete", one.id),
        _act(translate("Annotations", "Purge…"), "purge", one.id),
    )
    return (Links(links),)


def title_of(session: Session, id_: str) -> str:
    """Name an annotation in a few words, for questions about it; a deleted one, too."""
    one = session.annotations.annotations.get(id_)
    content = None if one is None else one.last
    if content is None:
        return ""
    if isinstance(content.target, OnAnnotation):
        return kind_name(content.kind)
    return in_turn((kind_name(content.kind), said_words(content)))
