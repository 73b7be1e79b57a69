"""The files that pictures are sought in: of a case, or of a folder that someone chose."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from viewer.io.case_files import Assets, FolderAssets, reading


class PictureFiles(Protocol):
    """The files of a study, by names that stay the same wherever they are read."""

    def names(self) -> Iterator[str]:
        """Give the name of each file, in order."""

    def read(self, name: str, limit: int) -> bytes:
        """Give what a file holds; raises AssetUnreadableError, also where it is past the limit."""

    def path(self, name: str) -> Path | None:
        """Give the file on disk; None where it is none of these, or stands in a zip."""


class CasePictures:
    """The pictures of a study in a case: the files of one folder of it, or one file."""

    def __init__(self, assets: Assets, path: str) -> None:
        self._assets = assets
        self._path = path

    def names(self) -> Iterator[str]:
        """Give the name of each file inside the case, in order."""
        names = self._assets.names(self._path)
        first = next(names, None)
        if first is not None:
            yield first
            yield from names
        elif self._assets.exists(self._path):
            yield self._path

    def read(self, name: str, limit: int) -> bytes:
        """Give what a file holds, at most `limit` bytes (see `PictureFiles`)."""
        return self._assets.read(name, limit)

    def path(self, name: str) -> Path | None:
        """Give the file on disk; None where there is none, or only in a zip."""
        return self._assets.path(name)


class FolderPictures(CasePictures):
    """The pictures of a folder outside any case, or one file of it; links out are not followed.

    Names are relative to the folder, so that they are the same once it is copied into a case.
    """

    def __init__(self, path: Path) -> None:
        self._is_file = not path.is_dir()
        folder = path.parent if self._is_file else path
        super().__init__(FolderAssets(folder), path.name if self._is_file else ".")
        self._folder = folder

    def names(self) -> Iterator[str]:
        """Give the name of each file below the folder, in order; links to folders are not."""
        if self._is_file:
            yield self._path
            return
        for place, folders, files in os.walk(self._folder):
            folders.sort()
            for file in sorted(files):
                yield (Path(place) / file).relative_to(self._folder).as_posix()


@contextmanager
def opened(files: PictureFiles, name: str, limit: int) -> Iterator[BinaryIO]:
    """Open a file of a study: on disk in place, in a zip as its bytes (at most `limit`).

    Raises AssetUnreadableError where it is gone, larger, or no ordinary file.
    """
    path = files.path(name)
    if path is None:
        yield io.BytesIO(files.read(name, limit))
        return
    with reading(path) as file:
        yield file
