"""What a series is called, and what is said while there is none."""

from PySide6.QtCore import QCoreApplication

from viewer.model.pictures import PictureSeries
from viewer.session.pictures.study import ShownSeries, StudyPictures
from viewer.ui.words.problem_words import problem_text

translate = QCoreApplication.translate


def series_title(shown: ShownSeries, study: StudyPictures, language: str) -> str:
    """Give the case's words for a series, and the file's where those alone do not tell it apart."""
    named = "" if shown.title is None else shown.title.pick(language)
    own = _own_title(shown.series)
    alike = [one for one in study.series if one.title == shown.title]
    if named and len(alike) == 1:
        return named
    titles = [_own_title(one.series) for one in alike]
    if titles.count(own) > 1:
        own = f"{own} · {alike.index(shown) + 1}"
    return f"{named} · {own}" if named else own


def _own_title(series: PictureSeries) -> str:
    """Give the file's own words, else what kind of picture it is."""
    if series.title:
        return series.title
    if series.kind == "picture":
        return translate("Picture", "Pictures")
    words = translate("Picture", "Series without a title")
    return f"{series.modality} · {words}" if series.modality else words


def instead_words(study: StudyPictures, progress: tuple[int, int]) -> str:
    """Say why a study has no series to show: they are sought, or there are none."""
    if study.is_scanned:
        first = next(iter(study.problems), None)
        return "" if first is None else problem_text(first)
    done, of = progress
    if not of:
        return translate("Picture", "Looking for pictures…")
    words = translate("Picture", "Looking for pictures: {done} of {of} files…")
    return words.format(done=done, of=of)
