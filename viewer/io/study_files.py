"""Where the pictures of a study lie: in the case, or where a reviewer found them."""

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from viewer.io.case_store import OpenedCase
from viewer.io.pictures.files import CasePictures, FolderPictures, PictureFiles
from viewer.io.unreadable import AssetUnreadableError
from viewer.model import adding_texts
from viewer.model.clinical import Report, Study
from viewer.model.problem import Problem

_ON_THE_NET = ("//", "\\\\")


def path_to_keep(opened: OpenedCase, path: Path) -> str:
    """Give how an annotation names a folder: from the case's own where it is in or beside it.

    So it is found again where both are moved together; anything else has its absolute path.
    """
    home, path = home_of(opened), path.absolute()
    if path.is_relative_to(home.parent) and home.parent != Path(home.anchor):
        return Path(os.path.relpath(path, home)).as_posix()
    return str(path)


def place_of(opened: OpenedCase, kept: str) -> Path:
    """Give where the pictures of an added study are expected on this computer."""
    return Path(os.path.normpath(home_of(opened) / kept))


def home_of(opened: OpenedCase) -> Path:
    """Give the folder of a case; that of its file where it is one."""
    return opened.path if opened.path.is_dir() else opened.path.parent


class AddedPictures:
    """The pictures of a study that a reviewer has added, where its author says they lie.

    Whether they are there is looked at with the first file, which may take a while. A place on the
    net that somebody else names is not looked at: that alone would tell who looks.
    """

    def __init__(self, opened: OpenedCase, kept: str, author: str, *, is_own: bool) -> None:
        self._place = place_of(opened, kept)
        self._refusal: Problem | None = None
        if not is_own and kept.startswith(_ON_THE_NET):
            texts = adding_texts.ON_THE_NET, adding_texts.ON_THE_NET_REMEDY
            self._refusal = Problem("error", *texts, {"path": kept, "author": author})

    def names(self) -> Iterator[str]:
        """Give the name of each file; raises AssetUnreadableError where the place is not there."""
        return self._files.names()

    def read(self, name: str, limit: int) -> bytes:
        """Give what a file holds, at most `limit` bytes (see `PictureFiles`)."""
        return self._files.read(name, limit)

    def path(self, name: str) -> Path | None:
        """Give the file on disk; None where there is none."""
        return self._files.path(name)

    @cached_property
    def _files(self) -> FolderPictures:
        if self._refusal is not None:
            raise AssetUnreadableError(self._refusal)
        if not self._place.exists():
            texts = adding_texts.NOT_THERE, adding_texts.NOT_THERE_REMEDY
            raise AssetUnreadableError(Problem("error", *texts, {"path": str(self._place)}))
        return FolderPictures(self._place)


def files_in_case(opened: OpenedCase, part: Study | Report) -> tuple[PictureFiles, ...]:
    """Give the pictures of a disclosed study or report that lie in its case; slides are others."""
    paths = [images.path for images in part.images] if isinstance(part, Study) else []
    paths += [figure.file for figure in part.figures if figure.file is not None]
    return tuple(CasePictures(opened.assets, path) for path in paths)
