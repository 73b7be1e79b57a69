"""The studies that belong to an event, and those before and after a procedure, as links."""

from PySide6.QtCore import QCoreApplication

from viewer.model.around import Around, Beside, studies_around
from viewer.model.clinical import Study
from viewer.model.event import Event
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.block import Line
from viewer.ui.widgets.facts import Fact
from viewer.ui.widgets.link import Target
from viewer.ui.words.annotation_words import kept_apart
from viewer.ui.words.joining import in_line

translate = QCoreApplication.translate


def study_facts(telling: Telling, event: Event, linked: tuple[Study, ...]) -> tuple[Fact, ...]:
    """Give the studies around a procedure, then those that are `linked` with the event."""
    lane = telling.lanes.get(event.lane)
    around = Around(None, None)
    if lane is not None and lane.kind == "procedure":
        around = studies_around(telling.studies, event.when)
    beside = [(one, words) for one, words in zip(around, _sides(around), strict=True) if one]
    lines = [_line(telling, one, words) for one, words in beside]
    if around.pair is not None and telling.can_act:
        before, after = around.pair
        words = translate("Details", "Compare before and after")
        lines.append(telling.line(words, target=Target("compare", before.study.id, after.study.id)))
    named = {one.shown.study.id for one, _ in beside}
    lines += [telling.link(study) for study in linked if study.id not in named]
    return (Fact(translate("Details", "Studies"), tuple(lines)),) if lines else ()


def _line(telling: Telling, one: Beside, words: str) -> Line:
    made = one.shown.study
    by = translate("Details", "added by {author}").format(author=kept_apart(one.shown.author))
    said = (words, telling.time(made.when), by if one.shown.author else "")
    return telling.link(made, in_line(said))


def _sides(around: Around) -> tuple[str, str]:
    """Say which side each is on, and never more surely than that is known."""
    before, after = around
    last, first = translate("Details", "last before"), translate("Details", "first after")
    if before is not None and not before.is_certain:
        last = translate("Details", "may be before")
    if after is not None and not after.is_certain:
        first = translate("Details", "may be after")
    return last, first
