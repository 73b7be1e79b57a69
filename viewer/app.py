"""The command line. Nothing costly is imported before it is known to be needed."""

import argparse
import gc
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from viewer import __version__

EXAMPLES = """\
examples:
  dayline                              open the case that was open last
  dayline cases/insulinoma-tae         open a case: a folder, its case.json, or a .dayline file
  dayline --screenshot out.png CASE    draw the window into a picture, without a screen
  dayline --screenshot out.png CASE --size 1280x800 --theme dark --day 12 --horizon 11
  dayline present CASE --scene 3       present its scenes, from the third on
  dayline export CASE --to course.pdf  write a figure, slides, a handout or data
  dayline check CASE                   print the problems of a case, a line each
  dayline schema                       print the JSON Schema of case.json
  dayline --self-check                 try every part of this installation, and tell as JSON
  dayline --version                    print the version

Not a medical device; not for diagnosis or treatment decisions."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; give its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given[:1] == ["check"]:
        return _check(given[1:])
    if given[:1] == ["schema"]:
        return _schema(given[1:])
    if given[:1] == ["export"]:
        return _export(given[1:])
    if given == ["--self-check"]:
        return _check_itself()
    if given[:1] == ["decode-pictures"]:  # the program itself asks for this one
        return _decode_pictures()
    if given[:1] == ["present"]:
        options = present_parser().parse_args(given[1:])
    else:
        options = window_parser().parse_args(given)
    # What starting makes stays, so nothing is gained by looking through it for rubbish until the
    # window is there; nor by looking for plug-ins of pydantic in all that is installed.
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Before Qt, which reads the source of every module that is imported after it.
    import viewer.io.case_store  # noqa: F401
    from viewer.ui.start import run

    return run(options)


def window_parser() -> argparse.ArgumentParser:
    """Give the parser of the command line that opens or draws the window."""
    parser = argparse.ArgumentParser(
        prog="dayline",
        description="Show one patient's course: events, values and findings on one cursor.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("case", nargs="?", type=Path, metavar="CASE", help="the case to open")
    parser.add_argument("--version", action="version", version=f"dayline {__version__}")
    parser.add_argument(
        "--self-check", action="store_true", help="try every part of this installation, and exit"
    )
    parser.add_argument(
        "--screenshot", type=Path, metavar="OUT.png", help="draw the window into a picture and exit"
    )
    _add_appearance(parser)
    parser.add_argument("--day", type=int, metavar="N", help="put the cursor on day N")
    parser.add_argument("--horizon", type=int, metavar="N", help="hide everything after day N")
    parser.add_argument("--select", metavar="ID", help="select the event with this id")
    parser.set_defaults(scene=None, windowed=False)
    return parser


def present_parser() -> argparse.ArgumentParser:
    """Give the parser of the command line that presents a case."""
    parser = argparse.ArgumentParser(
        prog="dayline present",
        description="Present the scenes of a case: full screen, or in a window to be shared.",
        epilog="example: dayline present cases/insulinoma-tae --scene 3 --windowed",
    )
    parser.add_argument("case", type=Path, metavar="CASE", help="the case to present")
    parser.add_argument(
        "--scene", type=_number, default=1, metavar="N", help="begin with the scene of this number"
    )
    parser.add_argument("--windowed", action="store_true", help="in a window")
    _add_appearance(parser)
    parser.set_defaults(screenshot=None, day=None, horizon=None, select=None)
    return parser


def _add_appearance(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--size", type=_size, metavar="WxH", help="size of the window in pixels (default 1600x1000)"
    )
    parser.add_argument("--theme", choices=("light", "dark", "projector"), help="colours and sizes")
    parser.add_argument("--language", choices=("en", "ja"), help="language of the window")


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,5})[x×](\d{3,5})", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form 1600x1000")
    return int(match[1]), int(match[2])


def _check(given: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="dayline check",
        description="Print the problems of a case, a line each; exit 0 when there is no error.",
        epilog="example: dayline check cases/insulinoma-tae",
    )
    parser.add_argument("case", type=Path, metavar="CASE")
    options = parser.parse_args(given)
    from viewer.io.case_store import CaseUnreadableError, open_case

    try:
        problems = open_case(options.case).problems
    except CaseUnreadableError as error:
        problems = (error.problem,)
    for problem in problems:
        print(f"{problem.severity}: {problem}")
    return int(any(problem.severity == "error" for problem in problems))


def _export(given: Sequence[str]) -> int:
    from viewer.ui.export.command_line import export, parser

    return export(parser().parse_args(given))


def _check_itself() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from viewer.ui.self_check.checking import self_check

    return self_check()


def _decode_pictures() -> int:
    from viewer.io.pictures.decoding_worker import serve

    serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def _schema(given: Sequence[str]) -> int:
    argparse.ArgumentParser(
        prog="dayline schema",
        description="Print the JSON Schema of case.json.",
        epilog="example: dayline schema > case.schema.json",
    ).parse_args(given)
    from viewer.io.schema import schema_text

    print(schema_text(), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
