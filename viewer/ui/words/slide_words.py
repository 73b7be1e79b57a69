"""The words of exported slides in the language of the window."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from viewer.io.exporters.slides.slide_words import SlideWords
from viewer.model.event import Event
from viewer.model.plot_choices import PlotChoices
from viewer.model.series import Measurement, Series
from viewer.ui.identity import who
from viewer.ui.words.day_words import day_label, day_name, tick_text
from viewer.ui.words.evidence_words import evidence_text
from viewer.ui.words.joining import in_line, labelled
from viewer.ui.words.numbers import number
from viewer.ui.words.sign_words import sign_name
from viewer.ui.words.time_words import length_of_time, when_short
from viewer.ui.words.treatment_words import dose_text, line_text, response_letters
from viewer.ui.words.value_words import (
    converted_aside,
    multiple_text,
    reference_text,
    value_text,
    way_shown,
)


def slide_words(language: str) -> SlideWords:
    """Give how slides say everything; `language` is that of the case's own texts."""
    return SlideWords(
        language=language,
        say=partial(QCoreApplication.translate, "Slides"),
        who=who,
        day=day_name,
        tick=tick_text,
        heading=day_label,
        when=lambda when, counting: when_short(when, counting, language),
        length=length_of_time,
        value=lambda point: value_text(point, language),
        converted=_converted,
        multiple=multiple_text,
        reference=lambda reference: reference_text(reference, language),
        number=number,
        treatment=_treatment,
        response=lambda event: response_letters(event.response) if event.response else "",
        outcome=sign_name,
        evidence=lambda evidence, case: evidence_text(evidence, case, language),
        in_line=in_line,
        labelled=labelled,
    )


def _converted(point: Measurement, series: Series, choices: PlotChoices) -> str:
    return converted_aside(point, way_shown(series, choices))


def _treatment(event: Event) -> tuple[str, ...]:
    doses = [event.dose, *(change.dose for change in event.changes)]
    said = " → ".join(dose_text(dose) for dose in doses if dose is not None)
    line = "" if event.therapy_line is None else line_text(event.therapy_line)
    return tuple(words for words in (line, said) if words)
