"""The annotations panel: every annotation in a list, the chosen one's thread, and the editor."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout

from viewer.model.annotating import Edit, all_tags
from viewer.model.annotation import Content, Unfinished
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.annotations.editor import Editor
from viewer.ui.panels.annotations.reading import Reading
from viewer.ui.panels.panel import Panel
from viewer.ui.widgets.link import Target
from viewer.ui.words.annotation_words import kind_name, where_words

translate = QCoreApplication.translate


class AnnotationsPanel(Panel):
    """What reviewers have added, to be read or to be written."""

    act_wanted = Signal(str, str)
    """Something is to be done with an annotation: the verb, and its id."""
    drafting = Signal(object)
    """What is being written anew; None where nothing is."""
    given_up = Signal(str, object)
    """What was typed was given up: the id and the content, to be brought back if wanted."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look, "annotations")
        self._reading = reading = Reading(session, look, self.follow, self.title())
        reading.counted.connect(self.set_heading)
        reading.act_wanted.connect(self.act_wanted)
        self.filters, self.rows = reading.filters, reading.rows
        self.table, self.page = reading.table, reading.page
        self._editor: Editor | None = None
        self._left: set[str] = set()
        """Ids of what was typed and given up, which may be gone on with."""
        self._writing = QScrollArea()
        self._writing.setWidgetResizable(True)
        self._writing.setFrameShape(QFrame.Shape.NoFrame)
        self._writing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = QStackedLayout()
        self._pages.addWidget(reading)
        self._pages.addWidget(self._writing)
        whole = QVBoxLayout(self)
        whole.addLayout(self._pages)
        self.show_state()
        self.restyle()

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Annotations", "Annotations")

    def show_state(self) -> None:
        """Show the list and the chosen thread."""
        self._reading.show_state()

    def restyle(self) -> None:
        """Take fonts and measures of another look."""
        side = round(0.5 * self.look.h_px)
        layout = self.layout()
        assert layout is not None  # made by the panel itself
        layout.setContentsMargins(side, side, side, 0)
        self._reading.restyle()
        if self._editor is not None:
            self._editor.restyle()

    # -- what the person does -----------------------------------------------------------------

    @property
    def editor(self) -> Editor:
        """The editor, made when it is needed first: most people only read."""
        if self._editor is None:
            self._editor = editor = Editor(self.look)
            editor.finished.connect(self._on_finished)
            editor.abandoned.connect(self._on_abandoned)
            editor.drafted.connect(self._on_drafted)
            self._writing.setWidget(editor)
        return self._editor

    def finish_typing(self) -> bool:
        """Keep what is being typed; False where it cannot be kept as it stands."""
        return self._editor is None or self._editor.finish()

    def follow(self, target: Target) -> None:
        """Go where a link leads, or ask for what it does."""
        if target.kind == "act":
            verb, _, id_ = target.id.partition(" ")
            self.act_wanted.emit(verb, id_)
        else:
            super().follow(target)

    def write(self, id_: str, content: Content) -> bool:
        """Open the editor; what is typed in it now is kept first. False where that cannot be."""
        if not self.finish_typing():
            return False
        session = self.session
        where = where_words(
            content, session.case, session.annotations, session.counting, session.language
        )
        self.editor.set_known_tags(all_tags(session.annotations))
        told = session.case, session.counting, session.language
        self._pages.setCurrentWidget(self._writing)
        self.editor.begin(id_, content, where, *told, is_typed=self._is_typed(id_, content))
        self._tell_draft(id_, content)
        return True

    def _is_typed(self, id_: str, content: Content) -> bool:
        """Tell whether something was typed before that is not kept yet: it is gone on with."""
        if id_ in self._left or isinstance(content, Unfinished):
            return True
        known = self.session.annotating.all
        return content != known.content(id_) if id_ in known else _has_words(content)

    def _on_drafted(self, id_: str, content: Content) -> None:
        self.session.annotating.keep_draft(id_, content)
        self._tell_draft(id_, content)

    def _tell_draft(self, id_: str, content: Content) -> None:
        """Tell of what is written anew; what is changed stands where it stood."""
        self.drafting.emit(None if id_ in self.session.annotating.all else content)

    def _on_finished(self, id_: str, content: Content) -> None:
        self._left.discard(id_)
        self._read_on()
        annotating = self.session.annotating
        is_known = id_ in annotating.all
        if is_known or _says_something(content):
            words = (
                translate("Annotations", "Change {kind}")
                if is_known
                else translate("Annotations", "Add {kind}")
            )
            label = words.format(kind=kind_name(content.kind))
            annotating.edit(Edit(label, {id_: content}))
            self.session.select(id_)
        annotating.drop_draft(id_)

    def _read_on(self) -> None:
        """Show the list again, with the keys on it."""
        self.drafting.emit(None)
        self._pages.setCurrentWidget(self._reading)
        self.table.setFocus()

    def _on_abandoned(self, id_: str, content: Content | None) -> None:
        self._read_on()
        self.session.annotating.drop_draft(id_)
        if content is not None:
            self._left.add(id_)
            self.given_up.emit(id_, content)


def _says_something(content: Content) -> bool:
    """Tell whether a new annotation has anything to be kept for."""
    return content.kind not in ("note", "reply", "outcome") or _has_words(content)


def _has_words(content: Content) -> bool:
    """Tell whether there is anything in an annotation that only a person can have typed."""
    event, outcome = content.event, content.outcome
    told = () if outcome is None else (outcome.question, outcome.decision, outcome.who)
    is_named = event is not None and event.title != translate("Annotations", "New event")
    is_measured = content.value is not None and content.value.value != 0
    return bool(content.text or content.tags or any(told)) or is_named or is_measured
