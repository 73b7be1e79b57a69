"""Every file that OpenSlide's own tests use is shown, or named with what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.io.case_files import FolderAssets
from viewer.io.slides.opening import SlideFiles
from viewer.io.unreadable import AssetUnreadableError
from viewer.model import slide_texts
from viewer.model.pictures import PictureLimits

PEERS = Path(__file__).resolve().parents[4] / "build" / "peers"
FOLDERS = sorted(PEERS.glob("openslide_python-*/tests/fixtures"))
SHOWN = {
    "boxes.png": (300, 250),
    "boxes-no-icc.png": (300, 250),
    "boxes.tiff": (300, 250),
    "boxes_0.dcm": (16, 16),
    "boxes_1.dcm": (16, 16),
    "small.svs": (16, 16),
    "😐.png": (300, 250),
    "😐.svs": (16, 16),
}
REFUSED = {"unopenable.tiff": slide_texts.SLIDE_BROKEN, "unreadable.svs": slide_texts.TILE_BROKEN}

pytestmark = pytest.mark.skipif(not FOLDERS, reason="OpenSlide's fixtures are not in build/peers")


def fixtures() -> list[str]:
    return sorted(one.name for one in FOLDERS[0].iterdir()) if FOLDERS else []


@pytest.mark.parametrize("name", fixtures())
def test_a_fixture_is_shown_or_named(name: str) -> None:
    files = SlideFiles(FolderAssets(FOLDERS[0]), PictureLimits())
    if name in REFUSED:
        with pytest.raises(AssetUnreadableError) as error:
            files.open(name).thumbnail()
        assert error.value.problem.message == REFUSED[name]
        assert error.value.problem.file == name
        return
    slide = files.open(name)
    assert (slide.info.width, slide.info.height) == SHOWN[name]
    assert slide.thumbnail().max() > 0
