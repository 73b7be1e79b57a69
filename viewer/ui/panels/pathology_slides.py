"""The slides of the report that the pathology panel shows."""

from PySide6.QtCore import QCoreApplication

from viewer.model.annotation import OnSlide
from viewer.model.clinical import Report, Slide, Stain
from viewer.session.session import Session
from viewer.ui.panels.telling import Telling
from viewer.ui.slides.called import CalledSlide
from viewer.ui.words.joining import labelled

translate = QCoreApplication.translate


def called(telling: Telling, report: Report) -> tuple[CalledSlide, ...]:
    """Give the slides of a report as they are called; a made-up one says so on itself."""
    is_made_up = telling.case.subject.is_synthetic or report.evidence.kind == "synthetic"
    aside = translate("Slide", "Synthetic: not a patient's tissue") if is_made_up else ""
    return tuple(CalledSlide(one.path, _name(telling, one), aside) for one in report.slides)


def _name(telling: Telling, slide: Slide) -> str:
    """Give its stain and its title, else the name of its file."""
    title, stain = telling.words(slide.title), telling.words(slide.stain)
    if stain and stain in title:
        return title
    return labelled(stain, title) or slide.path.rpartition("/")[2]


def slide_of(telling: Telling, report: Report, stain: Stain) -> str | None:
    """Give the path of the slide that a row of the stain table is read from; None for none."""
    marker = telling.words(stain.marker)
    same = (one.path for one in report.slides if telling.words(one.stain) == marker)
    return next(same, None)


def chosen_slide(session: Session, report: Report) -> str | None:
    """Give the path of the slide that a chosen annotation is on; None where none is chosen."""
    chosen = session.state.selection
    content = None if chosen is None else session.annotations.content(chosen)
    target = None if content is None else content.target
    is_here = isinstance(target, OnSlide) and target.report == report.id
    return target.slide if isinstance(target, OnSlide) and is_here else None
