"""What holds for one frame of a file: in the frame's own groups, the shared ones, or the file."""

from typing import TYPE_CHECKING

from viewer.io.pictures import tags

if TYPE_CHECKING:
    from pydicom.dataset import Dataset


class FrameGroups:
    """The functional groups of an enhanced multi-frame file; of any other, the file itself."""

    def __init__(self, data: "Dataset") -> None:
        self._data = data
        shared = tags.items(data, "SharedFunctionalGroupsSequence")
        self._shared = shared[0] if shared else None
        self._own = tags.items(data, "PerFrameFunctionalGroupsSequence")

    @property
    def are_there(self) -> bool:
        """Whether the file is of the enhanced kind."""
        return self._shared is not None or bool(self._own)

    def part(self, index: int, keyword: str) -> "Dataset":
        """Give what holds the facts of one macro, such as PixelMeasuresSequence, of a frame."""
        own = self._own[index] if index < len(self._own) else None
        for group in (own, self._shared):
            found = () if group is None else tags.items(group, keyword)
            if found:
                return found[0]
        return self._data
