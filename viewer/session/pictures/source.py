"""Where the pictures of a study come from; what reads them is imported by the worker alone."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.io.pictures.files import PictureFiles
from viewer.io.unreadable import UnreadableError
from viewer.model.pictures import Frame, PictureLimits, PictureSeries, Pixels, Scan
from viewer.model.problem import Problem

if TYPE_CHECKING:
    from viewer.io.pictures.decoding import Decoder
    from viewer.io.pictures.identity import Fact, Patient

IsCancelled = Callable[[], bool]
Told = Callable[[int, int], None]
"""Is told how many of how many files have been looked at."""


class PictureSource:
    """The pictures in some files, for one worker at a time; those of the series with these `keys`.

    Without keys they are all of them.
    """

    def __init__(
        self, files: PictureFiles, limits: PictureLimits, keys: Collection[str] = ()
    ) -> None:
        self._files = files
        self._limits = limits
        self._keys = keys
        self._decoder: Decoder | None = None

    def scan(self, is_cancelled: IsCancelled, told: Told) -> Scan:
        """Find the series; where it is cancelled, those found by then."""
        from viewer.io.pictures.scanning import scan

        found = scan(self._files, self._limits, is_cancelled, told)
        if self._keys:
            wanted = tuple(series for series in found.series if series.key in self._keys)
            found = replace(found, series=wanted)
        if any(series.is_compressed for series in found.series):
            self._decoding().warm_up()
        return found

    def glimpse(self) -> tuple[PictureSeries, Pixels] | None:
        """Give one picture before the series are known; None where that is not done at once."""
        from viewer.io.pictures.scanning import glimpse

        try:
            found = glimpse(self._files, self._limits)
            if found is None or (self._keys and found.series.key not in self._keys):
                return None
            frame = found.series.frames[0]
            if found.data is None:
                return found.series, self.decode(frame)
            return found.series, self._decoding().decode_from(found.data, frame)
        except UnreadableError:
            return None

    def decode(self, frame: Frame) -> Pixels:
        """Give the pixels of a picture; raises UnreadableError with the problem to show."""
        return self._decoding().decode(frame)

    def close(self) -> None:
        """Let go of what decoding holds; it is begun anew where it is needed."""
        if self._decoder is not None:
            self._decoder.close()

    def _decoding(self) -> "Decoder":
        from viewer.io.pictures.decoding import Decoder

        if self._decoder is None:
            self._decoder = Decoder(self._files, self._limits)
        return self._decoder

    def facts(self, frame: Frame) -> "tuple[Fact, ...] | Problem":
        """Tell how a picture was taken, or why that cannot be read; nothing that names a person."""
        from viewer.io.pictures.identity import facts_of

        try:
            return facts_of(self._files, frame, self._limits)
        except UnreadableError as error:
            return error.problem

    def patient(self, frame: Frame) -> "Patient | Problem":
        """Tell whose picture it is, or why that cannot be read; to be asked for on demand alone."""
        from viewer.io.pictures.identity import patient_of

        try:
            return patient_of(self._files, frame, self._limits)
        except UnreadableError as error:
            return error.problem
