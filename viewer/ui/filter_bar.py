"""The bar that says what a filter leaves out, as long as it leaves out anything."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from viewer.model import view_state
from viewer.model.filter import EVIDENCE, KINDS, NO_FILTER
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.words.evidence_words import evidence_name
from viewer.ui.words.joining import in_line, labelled
from viewer.ui.words.sign_words import kind_name

translate = QCoreApplication.translate


class FilterBar(QFrame):
    """Never a silent filter: what is looked at, how much is left out, and a way out."""

    wanted = Signal()
    """The person asks for the filter, to change it."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self.setObjectName("filter-bar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.change = QPushButton(translate("Filter", "Change…"))
        self.clear = QPushButton(translate("Filter", "Clear"))
        self.clear.setAccessibleName(translate("Filter", "Clear the filter"))
        row = QHBoxLayout(self)
        row.addWidget(self.words, 1)
        row.addWidget(self.change)
        row.addWidget(self.clear)
        self.change.clicked.connect(self.wanted)
        self.clear.clicked.connect(self.let_go)
        session.filter_changed.connect(self.show_state)
        session.case_changed.connect(self.show_state)
        look.changed.connect(self._dress)
        self._dress()
        self.show_state()

    def let_go(self) -> None:
        """Leave nothing out any more."""
        self._session.apply(partial(view_state.sift, chosen=NO_FILTER))

    def show_state(self) -> None:
        """Say what is looked at and how much is left out; hide where that is nothing."""
        is_on = self._session.state.filter.is_on and self._session.opened is not None
        if is_on:
            said = labelled(translate("Filter", "Filter"), " · ".join(filter(None, self._chosen())))
            words = f"{said} — {self._left_out()}"
            self.words.setText(words)
            self.setAccessibleName(words)
        self.setVisible(is_on)

    def _chosen(self) -> Iterator[str]:
        """Say what is looked at, one part of the filter after the other."""
        chosen, case = self._session.state.filter, self._session.case
        language = self._session.language
        lanes = [lane.title.pick(language) for lane in case.lanes if lane.id in chosen.lanes]
        if chosen.lanes:
            yield in_line(lanes) or translate("Filter", "no lane that is shown")
        yield in_line(kind_name(kind) for kind in KINDS if kind in chosen.kinds)
        yield in_line(evidence_name(one) for one in EVIDENCE if one in chosen.evidence)
        if chosen.words:
            yield translate("Filter", "“{text}”").format(text=chosen.text.strip())
        if chosen.is_out_of_range:
            yield translate("Filter", "values out of range")

    def _left_out(self) -> str:
        case = self._session.case
        parts, values = self._session.kept.counts
        of = len(case.events) + len(case.statements), sum(s.count for s in case.series)
        words = translate(
            "Filter",
            "left out: {events} of {all_events} events and statements, "
            "{values} of {all_values} values",
        )
        counts = {"events": parts, "all_events": of[0], "values": values, "all_values": of[1]}
        return words.format(**{name: f"{count:,}" for name, count in counts.items()})

    def _dress(self) -> None:
        em = self._look.em_px
        self.words.setFont(self._look.font("label"))
        layout = self.layout()
        assert layout is not None  # made by the bar itself
        layout.setContentsMargins(round(em), round(0.25 * em), round(0.5 * em), round(0.25 * em))
