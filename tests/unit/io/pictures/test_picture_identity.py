"""Who a picture is of is told when asked; how it was taken tells nothing about them."""

import datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.dicom_files import make_ct, make_enhanced_ct
from viewer.io.pictures.files import FolderPictures
from viewer.io.pictures.identity import Patient, facts_of, patient_of
from viewer.io.pictures.scanning import scan
from viewer.io.unreadable import UnreadableError
from viewer.model.pictures import Frame


def frame_of(folder: Path) -> Frame:
    return scan(FolderPictures(folder)).series[0].frames[0]


def test_the_patient_is_told_when_asked(tmp_path: Path) -> None:
    make_ct(tmp_path / "a.dcm")
    born = datetime.date(1970, 1, 2)
    patient = patient_of(FolderPictures(tmp_path), frame_of(tmp_path))
    assert patient == Patient("Doe Jane", "12345", born)


def test_what_is_found_tells_nothing_about_the_patient(tmp_path: Path) -> None:
    make_ct(tmp_path / "a.dcm")
    told = repr(scan(FolderPictures(tmp_path)))
    told += repr(facts_of(FolderPictures(tmp_path), frame_of(tmp_path)))
    assert "Portal phase" in told
    for secret in ("Doe", "Jane", "12345", "1970"):
        assert secret not in told


def test_how_a_picture_was_taken_is_told_in_order(tmp_path: Path) -> None:
    make_ct(tmp_path / "a.dcm", KVP=120, ConvolutionKernel="B30f", SliceThickness=2.5)
    facts = facts_of(FolderPictures(tmp_path), frame_of(tmp_path))
    assert [(fact.label, fact.value) for fact in facts] == [
        ("Modality", "CT"),
        ("Series", "Portal phase"),
        ("Slice thickness", "2.5 mm"),
        ("Tube voltage", "120 kV"),
        ("Kernel", "B30f"),
        ("Matrix", "4 × 4"),
        ("Stored as", "Explicit VR Little Endian"),
    ]


def test_what_is_not_said_is_not_told(tmp_path: Path) -> None:
    make_enhanced_ct(tmp_path / "a.dcm", np.zeros((2, 4, 4), np.int16))
    facts = facts_of(FolderPictures(tmp_path), frame_of(tmp_path))
    assert "Kernel" not in [fact.label for fact in facts]


def test_a_plain_picture_is_of_nobody(tmp_path: Path) -> None:
    Image.new("RGB", (30, 20)).save(tmp_path / "a.png")
    files = FolderPictures(tmp_path)
    assert patient_of(files, frame_of(tmp_path)) == Patient()
    assert [fact.value for fact in facts_of(files, frame_of(tmp_path))] == ["30 × 20"]


def test_a_file_that_is_gone_is_a_named_error(tmp_path: Path) -> None:
    make_ct(tmp_path / "a.dcm")
    frame = frame_of(tmp_path)
    (tmp_path / "a.dcm").unlink()
    with pytest.raises(UnreadableError, match=r"a\.dcm"):
        patient_of(FolderPictures(tmp_path), frame)
