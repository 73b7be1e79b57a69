"""`dayline export`: a file from a case, without a window."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from viewer.io.annotations.durable import replace_file
from viewer.io.case_store import CaseUnreadableError, OpenedCase, open_case
from viewer.model.going_out import TO_CHECK, going_out
from viewer.model.time import Span
from viewer.ui.export.choices import FigureChoices
from viewer.ui.export.order import ENDINGS, Order

UNREADABLE, MISUSED, NOT_WRITTEN, STANDS_IN_IT = 1, 2, 3, 4
"""Exit codes: the case cannot be opened; what was asked for cannot be; the file could not be
written; words that must not go out stand in it."""


class RefusedError(Exception):
    """An export that there will not be: the exit code, and why."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(words)
        self.code = code


def export(options: argparse.Namespace) -> int:
    """Export what the command line asks for; give the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        _export(order_of(options), options.case)
    except RefusedError as refused:
        print(f"dayline: {refused}", file=sys.stderr)
        return refused.code
    return 0


def _export(order: Order, case: Path) -> None:
    if not order.ending:
        words = f"{order.path} has none of the endings {', '.join(ENDINGS)}"
        raise RefusedError(MISUSED, words)
    try:
        opened = open_case(case)
    except CaseUnreadableError as error:
        raise RefusedError(UNREADABLE, str(error.problem)) from error
    data = _made(opened, order)
    try:
        replace_file(order.path, data, None)
    except OSError as error:
        words = f"{order.path} was not written: {error.strerror or error}"
        raise RefusedError(NOT_WRITTEN, words) from error
    _tell(opened, order, len(data))


def _made(opened: OpenedCase, order: Order) -> bytes:
    """Make the file, in its language."""
    from viewer.ui.export.making import CannotBeMadeError, StandsInItError, made
    from viewer.ui.look import Look
    from viewer.ui.start import application, translators

    try:
        app = application()
    except (FileNotFoundError, RuntimeError) as error:  # the fonts that come with the program
        raise RefusedError(UNREADABLE, f"{error}; install Dayline again") from error
    words = translators(order.language)
    for translator in words:
        app.installTranslator(translator)
    Look("light", order.language).dress()
    try:
        return made(opened, order)
    except StandsInItError as error:
        lines = [f"{one.word!r} stands in {one.part}: {one.text[:80]}" for one in error.found]
        lines.append(f"{order.path} was not written")
        raise RefusedError(STANDS_IN_IT, "\ndayline: ".join(lines)) from error
    except CannotBeMadeError as error:
        raise RefusedError(MISUSED, f"{order.path} was not written: {error}") from error


def _tell(opened: OpenedCase, order: Order, size: int) -> None:
    """Say what was written, what is not in it, and what a person must still check."""
    translate = QCoreApplication.translate
    print(f"dayline: {order.path} ({size:,} bytes)")
    for removed in going_out(opened.case, keeps_identity=order.keeps_identity).removed:
        print(f"  - {translate('GoingOut', removed)}")
    for check in TO_CHECK:
        print(f"  ? {translate('GoingOut', check)}")


def order_of(options: argparse.Namespace) -> Order:
    """Give the order that the command line is."""
    days = None if options.days is None else Span(*options.days)
    return Order(
        path=options.to,
        language=options.lang,
        horizon=options.horizon,
        scene=None if options.scene is None else options.scene - 1,
        is_deck=options.deck,
        per_page=options.per_page,
        has_notes=not options.without_notes,
        is_summary=options.summary,
        choices=FigureChoices(
            style=options.style,
            width_mm=options.width_mm,
            hidden=frozenset(options.without),
            days=days,
            has_legend=not options.no_legend,
            has_evidence=not options.no_evidence,
        ),
        dots_per_inch=options.dpi,
        keeps_identity=options.keep_identity,
        words=tuple(options.must_not_say),
        table=options.table,
        has_annotations=options.with_annotations,
    )


def parser() -> argparse.ArgumentParser:
    """Give the parser of the command line that exports a case."""
    made = argparse.ArgumentParser(
        prog="dayline export",
        description="Export a case: a figure, slides, a handout, or data.",
        epilog="example: dayline export cases/insulinoma-tae --to course.pdf --width-mm 174",
    )
    made.add_argument("case", type=Path, metavar="CASE", help="the case to export")
    made.add_argument(
        "--to", type=Path, required=True, metavar="FILE", help=f"one of {', '.join(ENDINGS)}"
    )
    which = made.add_mutually_exclusive_group()
    which.add_argument("--scene", type=int, metavar="N", help="tell the scene of this number alone")
    which.add_argument("--deck", action="store_true", help="tell all scenes")
    which.add_argument("--summary", action="store_true", help="the case on one page (PDF)")
    made.add_argument(
        "--per-page", type=int, choices=(1, 2, 6), default=1, help="scenes a sheet of a handout"
    )
    made.add_argument("--without-notes", action="store_true", help="no speaker notes in a handout")
    made.add_argument("--horizon", type=int, metavar="DAY", help="tell nothing after this day")
    _add_looks(made)
    _add_words(made)
    return made


def _add_looks(made: argparse.ArgumentParser) -> None:
    """Add how a figure is drawn."""
    from viewer.ui.export.choices import LEAST_MM, MOST_MM, STYLES

    made.add_argument("--style", choices=STYLES, default="window", help="how a figure is drawn")
    made.add_argument("--lang", choices=("en", "ja"), default="en", help="its language")
    made.add_argument(
        "--width-mm",
        type=_between(LEAST_MM, MOST_MM),
        default=174.0,
        metavar="MM",
        help="the width of a figure: 85, 114, 174 or any other",
    )
    made.add_argument(
        "--dpi", type=int, choices=(150, 300, 600, 1000), default=300, help="dots of a picture"
    )
    made.add_argument("--days", type=_days, metavar="A..B", help="the days in view")
    made.add_argument(
        "--without", action="append", default=[], metavar="ID", help="leave out a lane or series"
    )
    made.add_argument("--no-legend", action="store_true", help="no legend below a figure")
    made.add_argument(
        "--no-evidence", action="store_true", help="no marks of how each fact is known"
    )


def _add_words(made: argparse.ArgumentParser) -> None:
    """Add what goes out, and what must not."""
    made.add_argument(
        "--table", choices=("events", "values"), default="events", help="the table of a CSV file"
    )
    made.add_argument(
        "--with-annotations", action="store_true", help="take reviewers' notes into a .dayline file"
    )
    made.add_argument(
        "--keep-identity", action="store_true", help="keep the calendar date and great ages"
    )
    made.add_argument(
        "--must-not-say",
        action="append",
        default=[],
        metavar="WORD",
        help="stop where this word, name or number stands in it",
    )


def _between(least: float, most: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        value = float(text)
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"{text} is not from {least:g} to {most:g}")
        return value

    return read


def _days(text: str) -> tuple[float, float]:
    first, _, last = text.partition("..")
    try:
        days = float(first), float(last)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form 0..60") from None
    if days[1] <= days[0]:
        raise argparse.ArgumentTypeError(f"{text!r} ends before it begins")
    return days
