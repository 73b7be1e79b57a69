"""Studies that were found among files and can be added to a case, and what is proposed of each."""

import datetime
import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from viewer.model.annotation import MOST_TITLE, AddedStudy, Content, OnCase
from viewer.model.case import DayZero
from viewer.model.part import DAY_LIMIT
from viewer.model.pictures import PictureSeries
from viewer.model.time import Instant

PLAIN = "picture"
"""The modality of pictures that are no DICOM, where the person names no other."""
LONGEST_MODALITY = 200


@dataclass(frozen=True)
class Offer:
    """The series of one study, as far as the files tell which belong together."""

    series: tuple[PictureSeries, ...]

    @property
    def date(self) -> datetime.date | None:
        """The date of the study; None where its files have none."""
        return self.series[0].date

    @property
    def modality(self) -> str:
        """What it is proposed to be called, such as "CT"."""
        return self.series[0].modality or PLAIN

    @property
    def title(self) -> str:
        """The title that is proposed: the series' own where it is one, else the modality.

        Never the name of a folder or of a file: that is often the patient's.
        """
        own = self.series[0].title if self.series[0].kind != PLAIN else ""
        return own[:MOST_TITLE] if own and len(self.series) == 1 else self.series[0].modality


def offers(series: Iterable[PictureSeries]) -> tuple[Offer, ...]:
    """Put series of one date and modality together; plain pictures of a folder are one study."""
    ordered = sorted(series, key=_study)
    groups = itertools.groupby(ordered, key=_study)
    return tuple(Offer(tuple(group)) for _, group in groups)


def _study(series: PictureSeries) -> tuple[str, str, str]:
    date = "" if series.date is None else series.date.isoformat()
    return date, series.modality, series.key if series.kind == PLAIN else ""


def day_of(date: datetime.date | None, zero: DayZero) -> int | None:
    """Give the day of a date; None where it or that of day zero is not known, or not of a course.

    A date that was put in the place of the true one may lie centuries off.
    """
    if date is None or zero.date is None:
        return None
    day = (date - datetime.date.fromisoformat(zero.date)).days
    return day if abs(day) <= DAY_LIMIT else None


def added(
    told: tuple[str, str],
    when: Instant,
    path: str,
    series: tuple[str, ...] = (),
    *,
    is_told_then: bool = True,
) -> Content:
    """Give the annotation that adds a study of a title and a modality.

    `series` are the keys of those that belong to it, none for all. Where it `is_told_then` it may
    be shown from the last day on that it may have been made. Raises ValueError for what a field
    cannot hold.
    """
    title, modality = told
    study = AddedStudy(title=title, modality=modality, when=when, path=path, series=series)
    known_from = when.spoken if is_told_then else None
    return Content(kind="study", target=OnCase(), study=study, known_from=known_from)
