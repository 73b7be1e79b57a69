"""What the strip says: its title, its tooltips and its lists."""

from PySide6.QtCore import QCoreApplication

from viewer.model.annotation_set import AnnotationSet
from viewer.session.session import Session
from viewer.ui.annotate.strip_layout import PlacedNote
from viewer.ui.annotate.strip_page import StripPage
from viewer.ui.marks.authors import author_signs, author_words
from viewer.ui.words.drawn_note_words import counted, drawn_note_tip, isolated, list_names
from viewer.ui.words.tooltips import rich

translate = QCoreApplication.translate


def title_lines(page: StripPage, session: Session) -> list[str]:
    """Give the title, how many notes there are, of which authors, and what a click does."""
    authors = session.annotations.authors
    signs = author_signs(authors)
    return [
        translate("Note strip", "Reviewers’ notes"),
        counted(len(page.saved.items)),
        *(author_words(signs[id_], isolated(one.name)) for id_, one in authors.items()),
        translate("Note strip", "A click shows them in more rows, or in as few as at first"),
    ]


def names_in(note: PlacedNote, annotations: AnnotationSet) -> tuple[list[tuple[str, str]], str]:
    """Give id and name of what is counted, and how many more there are."""
    return list_names([item.one for item in note.items], annotations)


def note_tooltip(note: PlacedNote, session: Session) -> str:
    """Give the tooltip of what stands in a row as safe rich text."""
    annotations = session.annotations
    if note.is_count:
        names, rest = names_in(note, annotations)
        return rich([counted(len(note.members)), *(name for _, name in names), rest])
    given = annotations, session.case, session.counting, session.language
    return drawn_note_tip(note.item.one, *given, is_new=session.annotating.is_new(note.item.id))
