"""Doses, changes, cycles and responses in words."""

from PySide6.QtCore import QCoreApplication

from viewer.model.event import Event
from viewer.model.numbering import Counting
from viewer.model.treatment import Change, Cycle, Dose, Response
from viewer.ui.words.joining import in_line, labelled
from viewer.ui.words.numbers import number
from viewer.ui.words.time_words import when_long

translate = QCoreApplication.translate


def dose_text(dose: Dose) -> str:
    """Say a dose as the source gives it: "100 mg/day"."""
    per = f"/{dose.per}" if dose.per is not None else ""
    return f"{number(dose.value)} {dose.unit}{per}"


def line_text(therapy_line: int) -> str:
    """Say which line of therapy it is."""
    return translate("Treatment", "line {number}").format(number=therapy_line)


def cycle_name(cycle: Cycle) -> str:
    """Give the letters of a cycle: "C1"."""
    return f"C{cycle.number}"


def response_letters(response: Response) -> str:
    """Give the letters that stand in the mark of a response, a stage or a performance status."""
    if response.kind == "stage":
        return translate("Treatment", "Stage {value}").format(value=response.value)
    if response.kind == "performance_status":
        return translate("Treatment", "PS {value}").format(value=response.value)
    return response.value


def response_text(response: Response, language: str) -> str:
    """Say a response, a stage or a performance status in full, with what it was judged by."""
    scale = response.scale.pick(language) if response.scale is not None else ""
    if response.kind == "stage":
        said = translate("Treatment", "Stage {value}").format(value=response.value)
    elif response.kind == "performance_status":
        words = translate("Treatment", "Performance status {value}")
        said = words.format(value=response.value)
    else:
        words = {
            "CR": translate("Treatment", "complete response"),
            "PR": translate("Treatment", "partial response"),
            "SD": translate("Treatment", "stable disease"),
            "PD": translate("Treatment", "progressive disease"),
            "NE": translate("Treatment", "not evaluable"),
        }[response.value]
        said = labelled(response.value, words)
    return in_line((said, scale)) if scale else said


def change_text(change: Change, counting: Counting, language: str) -> str:
    """Say a change: when, the dose from then on, and the words of the source."""
    dose = dose_text(change.dose) if change.dose is not None else ""
    words = change.text.pick(language) if change.text is not None else ""
    when = when_long(change.when, counting, language)
    return labelled(when, in_line(tuple(w for w in (dose, words) if w)))


def cycle_text(cycle: Cycle, counting: Counting, language: str) -> str:
    """Say a cycle and when it was."""
    return labelled(cycle_name(cycle), when_long(cycle.when, counting, language))


def treatment_lines(event: Event, counting: Counting, language: str) -> list[str]:
    """Say all that is known of how a treatment was given, a line each."""
    lines = [response_text(event.response, language)] if event.response is not None else []
    if event.therapy_line is not None:
        lines.append(line_text(event.therapy_line))
    if event.dose is not None:
        lines.append(labelled(translate("Treatment", "Dose"), dose_text(event.dose)))
    lines += [change_text(change, counting, language) for change in event.changes]
    return lines + [cycle_text(cycle, counting, language) for cycle in event.cycles]
