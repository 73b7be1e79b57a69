"""One annotation with its answers, and what can be done with it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from viewer.model.annotation import Content, OnAnnotation, OnPart
from viewer.model.annotation_places import place_of
from viewer.model.annotation_set import Annotation
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.widgets.block import Block, Follow, Line, column
from viewer.ui.widgets.formatted_text import Formatted
from viewer.ui.widgets.link import Target
from viewer.ui.widgets.links import Links
from viewer.ui.words.annotation_words import (
    kept_apart,
    kind_name,
    local_time,
    said_words,
    where_words,
)
from viewer.ui.words.joining import in_line, in_turn, labelled
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Indented:
    """Blocks that stand further in, as an answer does."""

    blocks: tuple[Block, ...]

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the blocks with room at their left."""
        whole = column([block.build(look, follow) for block in self.blocks])
        whole.setContentsMargins(round(1.2 * look.h_px), 0, 0, 0)
        return whole


def thread_blocks(session: Session, id_: str) -> tuple[Block, ...]:
    """Show an annotation and its answers; nothing where there is none to be shown."""
    annotations = session.annotations
    one = annotations.annotations.get(id_)
    content = None if one is None else one.content
    if one is None or content is None:
        return ()
    where = where_words(content, session.case, annotations, session.counting, session.language)
    blocks: list[Block] = [
        Line(labelled(kind_name(content.kind), where), target=_goal(session, content), role="head"),
        *_said(session, one, content),
        Links(_links(session, one, content)),
    ]
    for reply in annotations.replies.get(id_, ()):
        if reply.content is not None:
            said = (*_said(session, reply, reply.content), *_reply_links(session, reply))
            blocks.append(Indented(said))
    return tuple(blocks)


def _said(session: Session, one: Annotation, content: Content) -> tuple[Block, ...]:
    author = session.annotations.authors.get(one.author)
    name = kept_apart(author.name if author is not None else one.author)
    head = [name, local_time(one.created)]
    if one.changed != one.created:
        head.append(translate("Annotations", "changed {time}").format(time=local_time(one.changed)))
    if session.annotating.is_new(one.id):
        head.append(translate("Annotations", "new"))
    if content.kind in ("resolve", "reopen"):
        head.insert(1, kind_name(content.kind))
    blocks: list[Block] = [Line(in_line(head), role="when", ink="ink_2")]
    plain = content.model_copy(update={"text": ""})
    if content.kind in ("mark", "event", "value", "measure", "outcome"):
        blocks.append(Line(said_words(plain), role="strong"))
    if content.text:
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
    if isinstance(content.target, OnPart):
        return Target("part", content.target.part)
    span = place_of(content, session.case, session.annotations).span
    return None if span is None else Target("day", str(span.start))


def _act(words: str, verb: str, id_: str) -> tuple[str, Target]:
    return words, Target("act", f"{verb} {id_}")


def _links(session: Session, one: Annotation, content: Content) -> tuple[tuple[str, Target], ...]:
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


def _reply_links(session: Session, one: Annotation) -> tuple[Block, ...]:
    content = one.content
    is_reply = content is not None and content.kind == "reply"
    if not is_reply or not session.annotating.is_mine(one.id):
        return ()
    links = (
        _act(translate("Annotations", "Edit"), "edit", one.id),
        _act(translate("Annotations", "History…"), "history", one.id),
        _act(translate("Annotations", "Delete"), "delete", one.id),
        _act(translate("Annotations", "Purge…"), "purge", one.id),
    )
    return (Links(links),)


def title_of(session: Session, id_: str) -> str:
    """Name an annotation in a few words, for questions about it."""
    content = session.annotations.content(id_)
    if content is None:
        return ""
    if isinstance(content.target, OnAnnotation):
        return kind_name(content.kind)
    return in_turn((kind_name(content.kind), said_words(content)))
