"""pydicom is used offline and in silence."""

import logging
import subprocess
import sys
import warnings
from pathlib import Path
from types import ModuleType

import pytest
from pydicom.dataset import FileDataset
from pydicom.uid import DeflatedExplicitVRLittleEndian

from tests.dicom_files import make_ct
from viewer.io.pictures import library
from viewer.io.pictures.decoding import decode
from viewer.io.pictures.files import FolderPictures
from viewer.io.pictures.scanning import scan
from viewer.model import picture_texts

NETWORK = ("ssl", "urllib.request", "http.client", "pydicom.data.download")

PROBE = """
import importlib.metadata, sys
from pathlib import Path
before = set(sys.modules)
from viewer.io.pictures.files import FolderPictures
from viewer.io.pictures.scanning import scan
from viewer.io.pictures.decoding import decode
shown = 0
for path in sys.argv[1:]:
    files = FolderPictures(Path(path))
    for series in scan(files).series:
        shown += decode(files, series.frames[0]).values.size > 0
print(shown)
print(*sorted(set(sys.modules) - before))
"""


def test_reading_compressed_pictures_brings_no_network_library(bundled: Path) -> None:
    names = ("693_J2KI.dcm", "SC_rgb_jpeg_gdcm.dcm", "MR_small_RLE.dcm", "CT_small.dcm")
    paths = [str(bundled / name) for name in names]
    command = [sys.executable, "-c", PROBE, *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    shown, loaded = done.stdout.splitlines()
    assert shown == "4"
    assert "pydicom.filereader" in loaded.split()
    assert "gdcm" in loaded.split()
    # What asks for the version of a package brings in "socket" itself, before any of this.
    assert not {*NETWORK, "socket"} & set(loaded.split())


def test_warnings_and_the_log_keep_what_stands_in_a_file(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "a.dcm"
    make_ct(path)
    path.write_bytes(path.read_bytes().replace(b"20200304", b"Jane Doe"))
    with caplog.at_level(logging.DEBUG), warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        files = FolderPictures(path)
        (series,) = scan(files).series
        decode(files, series.frames[0])
    assert series.date is None
    assert caplog.text == ""
    assert said == []


@pytest.mark.parametrize(("filler", "is_shown"), [(0, True), (100_000, False)])
def test_a_small_file_cannot_ask_for_all_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filler: int, is_shown: bool
) -> None:
    monkeypatch.setattr(library, "INFLATED_LIMIT", 10_000)

    def deflated(data: FileDataset) -> None:
        data.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
        data.DataSetTrailingPadding = bytes(filler)

    make_ct(tmp_path / "a.dcm", change=deflated)
    found = scan(FolderPictures(tmp_path))
    assert bool(found.series) == is_shown
    assert [problem.message for problem in found.problems] == [picture_texts.DAMAGED] * (
        not is_shown
    )


def test_only_the_import_meets_the_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "pydicom.data", raising=False)
    library.prepare.__wrapped__()
    assert "pydicom.data" not in sys.modules
    loaded = ModuleType("pydicom.data")
    monkeypatch.setitem(sys.modules, "pydicom.data", loaded)
    library.prepare.__wrapped__()
    assert sys.modules["pydicom.data"] is loaded


def test_a_png_can_still_be_written_once_pictures_were_read() -> None:
    writing = "import io, PIL.Image; PIL.Image.new('L', (9, 9)).save(io.BytesIO(), 'PNG')"
    code = f"from viewer.io.pictures.library import prepare; prepare(); {writing}; print('written')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "written")
