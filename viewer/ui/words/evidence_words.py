"""How a fact is known, in words."""

from PySide6.QtCore import QCoreApplication

from viewer.model.case import Case
from viewer.model.noted_studies import ByAuthor
from viewer.model.part import Evidence, EvidenceKind, words_of
from viewer.model.time import Instant
from viewer.ui.words.joining import in_turn, labelled

translate = QCoreApplication.translate


def evidence_name(kind: EvidenceKind) -> str:
    """Name how a fact is known."""
    return {
        "reported": translate("Evidence", "reported"),
        "derived": translate("Evidence", "derived"),
        "digitised": translate("Evidence", "read off a figure"),
        "inferred": translate("Evidence", "inferred"),
        "synthetic": translate("Evidence", "made up"),
    }[kind]


def evidence_sentence(kind: EvidenceKind) -> str:
    """Say in a sentence how a fact is known."""
    return {
        "reported": translate("Evidence", "Reported by the source"),
        "derived": translate("Evidence", "Derived from what the source reports"),
        "digitised": translate("Evidence", "Read off a figure of the source"),
        "inferred": translate("Evidence", "Inferred; not stated by the source"),
        "synthetic": translate("Evidence", "Made up; not a patient's data"),
    }[kind]


def known_sentence(evidence: Evidence) -> str:
    """Say in a sentence how a fact is known; what a reviewer adds is told with who did alone."""
    if not isinstance(evidence, ByAuthor):
        return evidence_sentence(evidence.kind)
    is_derived = evidence.kind == "derived"
    return translate("Evidence", "Derived from a reviewer's measurements") if is_derived else ""


def place_text(evidence: Evidence, case: Case, language: str) -> str:
    """Say where a fact stands: the place, or the source's title where no place is given."""
    if evidence.place is not None:
        return evidence.place.pick(language)
    source = next((s for s in case.sources if evidence.source in (None, s.id)), None)
    return words_of(source.title).pick(language) if source is not None else ""


def evidence_text(evidence: Evidence, case: Case, language: str) -> str:
    """Say how a fact is known, where it stands, and what it rests on."""
    said = [known_sentence(evidence), place_text(evidence, case, language)]
    if evidence.why is not None:
        said.append(evidence.why.pick(language))
    return in_turn(said)


def time_evidence(instant: Instant, language: str) -> str:
    """Say how the day is known where that is not simply as the source states it."""
    why = instant.why.pick(language) if instant.why is not None else ""
    if instant.evidence is None or instant.evidence == "reported":
        return why
    name = {
        "derived": translate("Evidence", "day derived"),
        "digitised": translate("Evidence", "day read off a figure"),
        "inferred": translate("Evidence", "day inferred"),
        "synthetic": translate("Evidence", "day made up"),
    }[instant.evidence]
    return labelled(name, why)
