"""What is said of an export that went well or did not."""

import errno
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from viewer.io.unreadable import UnreadableError
from viewer.ui.export.making import CannotBeMadeError, StandsInItError
from viewer.ui.words.joining import in_line
from viewer.ui.words.problem_words import problem_text

translate = QCoreApplication.translate

TOLD = (StandsInItError, CannotBeMadeError, UnreadableError, OSError)
"""What can go wrong and is told; anything else is a fault of the program."""


def exported_words(path: Path) -> str:
    """Say where the file is."""
    return translate("Export", "Exported to {path}.").format(path=path)


def failed_words(path: Path, error: Exception) -> str:
    """Say why there is no file, and what to do."""
    words = translate("Export", "{path} was not written. {reason}")
    return words.format(path=path, reason=_reason(error))


def _reason(error: Exception) -> str:
    match error:
        case StandsInItError():
            words = translate("Export", "Words that must not go out stand in it: {words}.")
            sought = dict.fromkeys(one.word for one in error.found)
            return words.format(words=in_line(sought))
        case UnreadableError():
            return problem_text(error.problem)
        case OSError():
            return _of_disk(error)
    return str(error)


def _of_disk(error: OSError) -> str:
    missing = translate("Export", "Its folder is not there: choose another, or make it first.")
    full = translate("Export", "The disk is full: make room, or choose another one.")
    forbidden = translate(
        "Export",
        "It may not be written there: close it where it is open, or choose another folder.",
    )
    known = {
        errno.ENOENT: missing,
        errno.ENOTDIR: translate("Export", "Its folder is a file: choose another folder."),
        errno.EISDIR: translate("Export", "A folder has this name: choose another name."),
        errno.EROFS: translate("Export", "The disk can only be read: choose another folder."),
        errno.ENOSPC: full,
        errno.EDQUOT: full,
        errno.ENAMETOOLONG: translate("Export", "The name is too long: choose a shorter one."),
        errno.EACCES: forbidden,
        errno.EPERM: forbidden,
        errno.EBUSY: forbidden,
    }
    if error.errno in known:
        return known[error.errno]
    words = translate("Export", "The disk says: {reason}. Choose another folder, or try again.")
    return words.format(reason=error.strerror or error)
