"""Exports that are data: tables, the CARE timeline, a phenopacket, the case in one file."""

import datetime
from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from viewer.io.annotations.journal_reading import read_journals
from viewer.io.annotations.places import places_of
from viewer.io.exporters.data_words import DataWords
from viewer.io.unreadable import CaseUnreadableError
from viewer.model.annotation_places import disclosed
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.going_out import AGE_POOLED
from viewer.session.session import Session
from viewer.ui.export.order import Order
from viewer.ui.words.data_export_words import data_words
from viewer.ui.words.day_words import day_name

translate = QCoreApplication.translate


def words_for(session: Session, order: Order) -> DataWords:
    """Give how an export says things, and what stands on it besides the facts."""
    notices = []
    horizon = session.state.horizon
    if horizon is not None:
        words = translate("Export", "Nothing after {day} is told.")
        notices.append(words.format(day=day_name(horizon, session.counting)))
    if not order.keeps_identity and session.case.subject.is_age_least:
        notices.append(translate("GoingOut", AGE_POOLED) + translate("Export", "."))
    return data_words(session.case, session.counting, order.language, tuple(notices))


def _csv(session: Session, order: Order) -> bytes:
    from viewer.io.exporters.csv_tables import events_csv, values_csv

    table = events_csv if order.table == "events" else values_csv
    return table(session.case, words_for(session, order))


def _xlsx(session: Session, order: Order) -> bytes:
    from viewer.io.exporters.workbook import workbook

    return workbook(session.case, words_for(session, order))


def _markdown(session: Session, order: Order) -> bytes:
    from viewer.io.exporters.timeline import care_markdown

    return care_markdown(session.case, words_for(session, order)).encode("utf-8")


def _html(session: Session, order: Order) -> bytes:
    from viewer.io.exporters.timeline import care_html

    return care_html(session.case, words_for(session, order)).encode("utf-8")


def _phenopacket(session: Session, order: Order) -> bytes:
    from viewer.io.exporters.phenopacket import phenopacket

    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    # Below a horizon the id of a case may tell what comes later.
    id_ = session.case.id if session.state.horizon is None else "case"
    return phenopacket(session.case, words_for(session, order), created=now, id_=id_)


def _dayline(session: Session, order: Order) -> bytes:
    from viewer.io.exporters.dayline_file import dayline_file
    from viewer.ui.export.making import CannotBeMadeError

    opened, horizon = session.opened, session.state.horizon
    assert opened is not None  # an export is of a case
    noted = annotations_of(session) if order.has_annotations else None
    words = words_for(session, order)
    try:
        return dayline_file(session.case, words, opened.assets, noted, horizon=horizon)
    except CaseUnreadableError as error:
        raise CannotBeMadeError(str(error.problem)) from error


def annotations_of(session: Session) -> AnnotationSet:
    """Read what reviewers have added, as far as it may be told."""
    opened = session.opened
    assert opened is not None  # an export is of a case
    places = places_of(opened.path, opened.case.id)
    journals = read_journals(places.folders, opened.case.id)
    whole = NO_ANNOTATIONS.adding(record for one in journals for record in one.records)
    return disclosed(whole, session.case, session.state.horizon)


DATA_MAKERS: Mapping[str, Callable[[Session, Order], bytes]] = MappingProxyType(
    {
        ".csv": _csv,
        ".xlsx": _xlsx,
        ".md": _markdown,
        ".html": _html,
        ".phenopacket.json": _phenopacket,
        ".dayline": _dayline,
    }
)
