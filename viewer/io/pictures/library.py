"""pydicom and gdcm made ready for files of strangers: offline, and silent about what they read."""

import contextlib
import functools
import logging
import sys
import zlib
from types import ModuleType, SimpleNamespace

INFLATED_LIMIT = 512 * 1024 * 1024
"""What a deflated data set may become (bytes)."""


@functools.cache
def prepare() -> None:
    """See that pydicom is imported as the program wants it; called before any use of it.

    It costs about 0.2 s the first time, so only what reads pictures calls it.
    """
    # gdcm has to come second: where Pillow is loaded after it, writing a PNG ends the process.
    import PIL.Image  # noqa: F401

    # Its part that fetches test files brings a network library with it, and is wanted by none of
    # the parts that read. A stand-in takes its place until the import is over.
    stand_in = _without_data()
    data = sys.modules.setdefault("pydicom.data", stand_in)
    import pydicom.config
    import pydicom.filereader
    import pydicom.misc

    if data is stand_in:
        del sys.modules["pydicom.data"]
    # Its warnings and its log quote what stands in a file, which may be a patient's name. Python's
    # own filters are no answer: they belong to the whole process, and threads upset them.
    logging.getLogger("pydicom").setLevel(logging.CRITICAL + 1)
    vars(pydicom.misc)["warnings"] = SimpleNamespace(warn=_unsaid)
    pydicom.config.settings.reading_validation_mode = pydicom.config.IGNORE
    # It inflates whatever a file asks for, and a small file can ask for all the memory there is.
    inflating = SimpleNamespace(MAX_WBITS=zlib.MAX_WBITS, decompress=_inflated)
    vars(pydicom.filereader)["zlib"] = inflating
    with contextlib.suppress(ImportError):  # without gdcm fewer pictures show, and each says so
        import gdcm

        for silence in (gdcm.Trace.DebugOff, gdcm.Trace.WarningOff, gdcm.Trace.ErrorOff):
            silence()


def _without_data() -> ModuleType:
    """Give what the library asks of its own data on import: it has no files to offer."""
    module = ModuleType("pydicom.data")
    vars(module)["get_palette_files"] = lambda *_pattern: []
    vars(module)["get_testdata_file"] = lambda name, *_options: name
    return module


def _unsaid(*_args: object, **_named: object) -> None:
    """Take a warning and keep it."""


def _inflated(raw: bytes, bits: int) -> bytes:
    inflater = zlib.decompressobj(bits)
    whole = inflater.decompress(raw, INFLATED_LIMIT)
    if inflater.unconsumed_tail:
        raise ValueError("larger than the limit")
    return whole
