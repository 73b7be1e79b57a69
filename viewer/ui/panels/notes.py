"""The notes panel: where the source disagrees with itself, and the course in prose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from viewer.model.annotation_set import Annotation
from viewer.model.case import Discrepancy, Note
from viewer.session.session import Session
from viewer.ui.look import FontRole, Look
from viewer.ui.panels.panel import PagePanel
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.block import Block, Follow, Line
from viewer.ui.widgets.empty import Empty
from viewer.ui.widgets.link import Target
from viewer.ui.widgets.plain_text import Ink
from viewer.ui.widgets.washed import WashedBox
from viewer.ui.words.drawn_note_words import counted
from viewer.ui.words.joining import labelled

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Card:
    """A note or a disagreement; washed while it is selected."""

    id: str
    lines: tuple[Line, ...]
    is_selected: bool

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the lines in one box, named for its part."""
        box = WashedBox(look, self.is_selected)
        box.setObjectName(card_name(self.id))
        for line in self.lines:
            box.column.addWidget(line.build(look, follow))
        return box


def card_name(id_: str) -> str:
    """Give the object name of a part's card."""
    return f"card.{id_}"


class NotesPanel(PagePanel):
    """All disagreements in the source with both sides, and all notes."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look, "notes")
        session.annotations_changed.connect(self.show_state)
        self.show_state()

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Notes", "Notes")

    def show_state(self) -> None:
        """Show everything, and bring what is selected into view."""
        telling, selection = self.telling, self.session.state.selection
        case = telling.case
        count = len(case.discrepancies)
        if count == 1:
            heading = translate("Notes", "1 disagreement in the source")
        else:
            heading = translate("Notes", "{count} disagreements in the source")
        self.set_heading(heading.format(count=count) if count else "")
        added = self.session.annotations.on_parts
        self.page.show_blocks(notes_blocks(telling, selection, added), is_staying=True)
        if selection in {d.id for d in case.discrepancies} | {n.id for n in case.notes}:
            self.page.bring_to_view(card_name(selection or ""))


def notes_blocks(
    telling: Telling, selection: str | None, added: Mapping[str, Sequence[Annotation]]
) -> tuple[Block, ...]:
    """Give the disagreements, then the notes; a sentence where there are neither.

    `added` is what reviewers have added to each.
    """
    case = telling.case
    blocks: list[Block] = [
        Card(
            d.id,
            _disagreement(telling, d, d.id == selection, len(added.get(d.id, ()))),
            d.id == selection,
        )
        for d in case.discrepancies
    ]
    blocks += [
        Card(note.id, _note(telling, note, note.id == selection), note.id == selection)
        for note in case.notes
    ]
    if not blocks:
        blocks.append(Empty(translate("Notes", "No notes, and no disagreements in the source.")))
    return tuple(blocks)


def _disagreement(
    telling: Telling, found: Discrepancy, is_selected: bool, added: int
) -> tuple[Line, ...]:
    notes = telling.sides(found)
    if found.reading is not None:
        words = translate("Notes", "Reading: {text}")
        notes += (words.format(text=telling.words(found.reading.text)),)
    if added:
        notes += (labelled(translate("Notes", "Of reviewers"), counted(added)),)
    told = replace(_headed(telling, found, is_selected), notes=notes)
    if not is_selected:
        return (told,)
    words = translate("Annotations", "Write a note")
    return told, Line(words, target=Target("note", found.id), role="small")


def _note(telling: Telling, note: Note, is_selected: bool) -> tuple[Line, ...]:
    third: Ink = "ink_2" if is_selected else "ink_3"  # the third is too faint on the wash
    lines = [_headed(telling, note, is_selected)]
    lines += [
        telling.line(paragraph.strip())
        for paragraph in telling.words(note.text).split("\n\n")
        if paragraph.strip()
    ]
    place = telling.place(note.evidence) if note.evidence is not None else None
    if place is not None:
        lines.append(Line(place.text, target=place.target, role="small", ink=third))
    return tuple(lines)


def _headed(telling: Telling, thing: Discrepancy | Note, is_selected: bool) -> Line:
    link = telling.link(thing)
    role: FontRole = "strong" if is_selected or isinstance(thing, Note) else "label"
    return Line(link.text, link.sign, link.target, role, explanation=link.explanation)
