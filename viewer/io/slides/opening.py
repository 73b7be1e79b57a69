"""Opening a slide of a case, wherever the case lies."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path, PurePosixPath

from viewer.io.case_files import Assets, missing, size_text
from viewer.io.slides.plain_picture import PlainPicture, is_picture
from viewer.io.slides.stored import OpenedSlide, Stored
from viewer.io.slides.whole_slide import WholeSlide
from viewer.io.unreadable import AssetUnreadableError
from viewer.model import problem_texts
from viewer.model.pictures import PictureLimits
from viewer.model.problem import Problem

SEVERAL_FILES = frozenset(("", ".dcm", ".mrxs", ".vms", ".vmu"))
"""Slides with such a suffix need the files beside theirs."""
START = 16
"""So many bytes tell a picture from everything else."""


class SlideFiles:
    """Opens the slides of one case; what must be unpacked lies in a folder of its own till `close`.

    The library reads from a path alone, so that a slide of a .dayline file is unpacked first,
    into a folder that nobody else may read.
    """

    def __init__(self, assets: Assets, limits: PictureLimits) -> None:
        self._assets = assets
        self._limits = limits
        self._unpacked: Path | None = None

    def open(self, name: str) -> OpenedSlide:
        """Open a slide by its name in the case.

        Takes no longer for a large one. Raises AssetUnreadableError where it is not there, is no
        slide, is broken or beyond a limit.
        """
        return OpenedSlide(self._stored(name))

    def close(self) -> None:
        """Remove what was unpacked."""
        if self._unpacked is not None:
            _remove(self._unpacked)
            self._unpacked = None

    def _stored(self, name: str) -> Stored:
        if not self._assets.exists(name):
            raise AssetUnreadableError(missing(name))
        path = self._assets.path(name) or self._unpack(name)
        with path.open("rb") as file:
            start = file.read(START)
        if is_picture(start):
            raw = self._assets.read(name, self._limits.file_bytes)
            return PlainPicture(name, raw, self._limits)
        return WholeSlide(name, path, self._limits)

    def _unpack(self, name: str) -> Path:
        """Write a slide, and what it may need, to a private folder; give where it lies now."""
        if self._unpacked is None:
            self._unpacked = Path(tempfile.mkdtemp(prefix="dayline-"))
            weakref.finalize(self, _remove, self._unpacked)  # should nobody close it
        folder, wanted = self._unpacked, self._with_companions(name)
        self._check_sizes(name, wanted)
        for one in wanted:
            target = folder / one
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(self._assets.read(one, self._limits.file_bytes))
        return folder / name

    def _with_companions(self, name: str) -> list[str]:
        path = PurePosixPath(name)
        folder = path.parent.as_posix()
        if path.suffix.lower() not in SEVERAL_FILES or folder == ".":
            return [name]
        return list(self._assets.names(folder))

    def _check_sizes(self, name: str, wanted: list[str]) -> None:
        if sum(self._assets.size(one) for one in wanted) > self._limits.series_bytes:
            values = {"path": name, "limit": size_text(self._limits.series_bytes)}
            texts = problem_texts.FILE_TOO_LARGE, problem_texts.ASSET_TOO_LARGE_REMEDY
            raise AssetUnreadableError(Problem("error", *texts, values, file=name))


def _remove(folder: Path) -> None:
    """Remove a folder; what another program holds stays."""
    shutil.rmtree(folder, ignore_errors=True)
