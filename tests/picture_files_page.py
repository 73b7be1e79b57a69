"""Write docs/picture-files.md: what of pydicom's own test files is shown, and why not.

Run as `python -m tests.picture_files_page` to write it, with `--print` to print it instead.
"""

import importlib.util
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from viewer.geometry.grey import greys
from viewer.io.pictures import library
from viewer.io.pictures.decoding import Decoder
from viewer.io.pictures.files import FolderPictures
from viewer.io.pictures.scanning import scan
from viewer.io.unreadable import UnreadableError
from viewer.model.pictures import PictureSeries
from viewer.model.problem import Problem

PAGE = Path(__file__).resolve().parents[1] / "docs" / "picture-files.md"

MANY = 10
"""More files than these are told in one line, where one is true of them all."""

HEAD = """\
# Which pictures are shown

What the program makes of each file in the test files of pydicom {pydicom}, with gdcm {gdcm}: some
sound, some rare, some broken on purpose. Each is opened alone, found, decoded and turned into greys
or colours. Of {files} files {shown} are shown, {named} are named with the reason why not, and
{ignored} are no pictures at all and are passed over. None brings the program down: gdcm, which
ends the process it runs in for some broken files, has a process of its own.

This page is written by `python -m tests.picture_files_page`, and a test sees that it is current.

| file | outcome |
| --- | --- |
"""


def bundled_files() -> Path:
    """Give the folder of pydicom's test files, without importing its downloader."""
    spec = importlib.util.find_spec("pydicom")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "data" / "test_files"


def versions() -> tuple[str, str]:
    """Give the versions of pydicom and gdcm that the page is about."""
    library.prepare()
    import gdcm
    import pydicom

    return pydicom.__version__, gdcm.Version.GetVersion()


def outcome(path: Path) -> str:
    """Tell in one line what becomes of a file that is opened alone."""
    files = FolderPictures(path)
    found = scan(files)
    told = [_refused(problem) for problem in found.problems]
    decoder = Decoder(files)
    for series in found.series:
        try:
            kinds = {
                "colours" if greys(decoder.decode(frame), None).ndim == 3 else "greys"
                for frame in series.frames
            }
        except UnreadableError as error:
            told.append(_refused(error.problem))
            continue
        told.append(_shown(series, " and ".join(sorted(kinds))))
    return "; ".join(told) or "passed over: it is no picture"


def _refused(problem: Problem) -> str:
    said = problem.message.format(**{**problem.values, "name": ""}).replace("“”", "it")
    return f"not shown: {said.rstrip('.')}"


def _shown(series: PictureSeries, kinds: str) -> str:
    first = series.frames[0]
    count = f"{len(series.frames)} pictures" if len(series.frames) > 1 else "1 picture"
    unit = f" in {first.unit}" if first.unit else ""
    remarks = [one.message.format(**one.values).rstrip(".") for one in series.remarks]
    said = "".join(f" — {remark}" for remark in remarks)
    return f"shown: {count} of {first.columns} × {first.rows}, {kinds}{unit}{said}"


def rows(told: list[tuple[str, str]]) -> Iterator[str]:
    """Give the lines of the table; many files of a folder with one outcome stand together."""
    for (folder, line), group in groupby(told, lambda one: (one[0].rpartition("/")[0], one[1])):
        names = [name for name, _line in group]
        if len(names) > MANY:
            yield f"| `{folder}/`, {len(names)} files | {line} |\n"
        else:
            yield from (f"| `{name}` | {line} |\n" for name in names)


def page() -> str:
    """Give the whole page."""
    folder = bundled_files()
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    told = [(path.relative_to(folder).as_posix(), outcome(path)) for path in paths]
    begins = [line.partition(":")[0] for _name, line in told]
    pydicom, gdcm = versions()
    head = HEAD.format(
        pydicom=pydicom,
        gdcm=gdcm,
        files=len(told),
        shown=begins.count("shown"),
        named=begins.count("not shown"),
        ignored=begins.count("passed over"),
    )
    return head + "".join(rows(told))


if __name__ == "__main__":
    if "--print" in sys.argv:
        sys.stdout.buffer.write(page().encode())
    else:
        PAGE.write_text(page(), encoding="utf-8")
