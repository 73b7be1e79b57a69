"""The identity strip: who, what day zero is, how far the course is known; always visible."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from viewer.model.case import Case, FollowUp, Subject
from viewer.model.numbering import Counting
from viewer.model.part import words_of
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.widgets.elided import ElidedLabel
from viewer.ui.words.day_words import day_name, zero_text
from viewer.ui.words.evidence_words import evidence_text
from viewer.ui.words.numbers import number
from viewer.ui.words.time_words import when_short

translate = QCoreApplication.translate


class IdentityStrip(QWidget):
    """The case's title and, under it, the facts that every picture of it needs."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.setObjectName("identity")
        self._session = session
        self._look = look
        self.title = ElidedLabel()
        self.facts = ElidedLabel(most_lines=3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self.facts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        session.case_changed.connect(self.show_state)
        session.numbering_changed.connect(self.show_state)
        look.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Read the disclosed case anew."""
        case, language = self._session.case, self._session.language
        self.title.setFont(self._look.font("title"))
        self.facts.setFont(self._look.font("when"))
        title = words_of(case.title).pick(language) if self._session.opened else ""
        self.title.set_text(title or translate("Identity", "No case open"))
        horizon = self._session.state.horizon
        counting, is_open = self._session.counting, self._session.opened is not None
        facts = identity_text(case, counting, language, horizon) if is_open else ""
        self.facts.set_text(facts)
        self.facts.explain(day_zero_text(case, language) if is_open else "")
        self.title.setAccessibleName(translate("Identity", "Case"))
        self.facts.setAccessibleName(translate("Identity", "Patient and day zero"))


def identity_text(case: Case, counting: Counting, language: str, horizon: int | None = None) -> str:
    """Say who the patient is, what day zero is and where the known, or shown, course ends."""
    parts = [who(case.subject), zero_text(case, counting, language)]
    if case.subject.follow_up is not None:
        parts.append(_follow_up(case.subject.follow_up, counting, language))
    if horizon is not None:
        words = translate("Identity", "Shown up to {day}; later days are hidden")
        parts.append(words.format(day=day_name(horizon, counting)))
    if case.subject.is_synthetic:
        parts.insert(0, translate("Identity", "SYNTHETIC, not a patient"))
    return "  ·  ".join(part for part in parts if part)


def day_zero_text(case: Case, language: str) -> str:
    """Say whether the source counts its first day as 0 or 1, and what the reading rests on."""
    said = {
        0: translate("Identity", "The source calls its first day day 0."),
        1: translate("Identity", "The source calls its first day day 1."),
        "unstated": translate(
            "Identity", "The source does not say whether its first day is day 0 or day 1."
        ),
    }[case.day_zero.counts_from]
    evidence = case.day_zero.evidence
    if evidence is None:
        return said
    return "\n".join((said, evidence_text(evidence, case, language)))


def who(subject: Subject) -> str:
    """Say the patient's sex and age."""
    names = {
        "female": translate("Identity", "Woman"),
        "male": translate("Identity", "Man"),
        "other": translate("Identity", "Person"),
        "unknown": translate("Identity", "Sex not stated"),
    }
    if subject.age_years is None:
        return translate("Identity", "{who}, age not stated").format(who=names[subject.sex])
    words = (
        translate("Identity", "{who}, {age} years or older")
        if subject.is_age_least
        else translate("Identity", "{who}, {age} years")
    )
    return words.format(who=names[subject.sex], age=number(subject.age_years))


def _follow_up(follow_up: FollowUp, counting: Counting, language: str) -> str:
    words = {
        "death": translate("Identity", "Followed until death, {when}"),
        "lost": translate("Identity", "Lost to follow-up, {when}"),
        "alive": translate("Identity", "Alive at the end of follow-up, {when}"),
        "unknown": translate("Identity", "Followed until {when}"),
    }[follow_up.reason]
    return words.format(when=when_short(follow_up.end, counting, language))
