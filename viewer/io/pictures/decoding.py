"""The pixels of one picture, as what they mean: values after the modality LUT, or colours."""

from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray

from viewer.io.pictures import colours, meaning, parsing, plain_pictures, stored_samples, tags
from viewer.io.pictures.decoding_process import DecodingProcess
from viewer.io.pictures.files import PictureFiles, opened
from viewer.io.pictures.frame_groups import FrameGroups
from viewer.io.pictures.parsing import faults_of, refused
from viewer.model import picture_texts
from viewer.model.pictures import Frame, PictureLimits, Pixels

if TYPE_CHECKING:
    from pydicom.dataset import FileDataset


def decode(files: PictureFiles, frame: Frame, limits: PictureLimits | None = None) -> Pixels:
    """Decode one picture (see `Decoder.decode`)."""
    return Decoder(files, limits).decode(frame)


class Decoder:
    """Decodes the pictures of a study one by one, for one thread at a time.

    It keeps the last file of many frames, so that scrolling through one does not read it anew, and
    the process that decodes compressed ones. Both go with it.
    """

    def __init__(self, files: PictureFiles, limits: PictureLimits | None = None) -> None:
        self._files = files
        self._limits = PictureLimits() if limits is None else limits
        self._process = DecodingProcess()
        self._kept: tuple[str, FileDataset, FrameGroups] | None = None

    def decode(self, frame: Frame) -> Pixels:
        """Give the pixels of one picture.

        Raises PictureUnreadableError, whose problem names the file and the reason, or
        AssetUnreadableError where the file is gone.
        """
        kept = self._kept
        if kept is None or kept[0] != frame.file:
            self._kept = None  # before the next is read, so that there are never two
            with opened(self._files, frame.file, self._limits.file_bytes) as file:
                kind = parsing.kind_of(file.read(parsing.HEAD_BYTES))
                file.seek(0)
                if kind in ("png", "jpeg"):
                    return plain_pictures.decoded(file, frame.file, kind, self._limits)
                if kind == "other":
                    raise refused(frame.file, picture_texts.CHANGED)
                data = parsing.parsed(file, frame.file, with_pixels=True)
            return self.decode_from(data, frame)
        return self._decoded(kept[1], kept[2], frame)

    def decode_from(self, data: "FileDataset", frame: Frame) -> Pixels:
        """Give the pixels of one picture of a file that has just been read, with its pixels.

        Raises PictureUnreadableError as `decode` does.
        """
        groups = FrameGroups(data)
        is_worth_it = (tags.whole(data, "NumberOfFrames") or 1) > 1
        self._kept = (frame.file, data, groups) if is_worth_it else None
        return self._decoded(data, groups, frame)

    def _decoded(self, data: "FileDataset", groups: FrameGroups, frame: Frame) -> Pixels:
        with faults_of(frame.file, picture_texts.UNREADABLE_PIXELS):
            stored, facts = stored_samples.of_frame(data, frame, self._limits, self._process)
        with faults_of(frame.file, picture_texts.BAD_RESCALE):
            return _meant(data, groups, frame, stored, facts)

    def warm_up(self) -> None:
        """Start what decodes compressed pictures, without waiting until it is ready."""
        self._process.start()

    def close(self) -> None:
        """Let go of what is kept; decoding starts it anew."""
        self._kept = None
        self._process.close()


def _meant(
    data: "FileDataset",
    groups: FrameGroups,
    frame: Frame,
    stored: NDArray[Any],
    facts: dict[str, Any],
) -> Pixels:
    if colours.is_palette(data):
        return Pixels(colours.of_palette(data, stored))
    if stored.ndim == 3:
        return Pixels(colours.of_samples(stored, facts, frame.file))
    return meaning.valued(data, groups, frame, stored)
