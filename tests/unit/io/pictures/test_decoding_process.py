"""A picture that brings its decoder down costs no more than itself."""

import gc
import io
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.dataset import FileDataset
from pydicom.encaps import encapsulate, get_frame

from viewer.app import main
from viewer.io.pictures import decoding_process
from viewer.io.pictures.decoding import Decoder
from viewer.io.pictures.decoding_process import DecodingError, DecodingProcess
from viewer.io.pictures.decoding_worker import receive, send, serve
from viewer.io.pictures.files import FolderPictures
from viewer.io.pictures.scanning import scan
from viewer.io.unreadable import PictureUnreadableError
from viewer.model import picture_texts


def options_of(data: FileDataset) -> dict[str, Any]:
    return {
        "rows": data.Rows,
        "columns": data.Columns,
        "samples_per_pixel": data.SamplesPerPixel,
        "bits_allocated": data.BitsAllocated,
        "bits_stored": data.BitsStored,
        "pixel_representation": data.PixelRepresentation,
        "planar_configuration": 0,
        "photometric_interpretation": data.PhotometricInterpretation,
        "number_of_frames": 1,
        "pixel_keyword": "PixelData",
    }


def frame_of(path: Path) -> tuple[bytes, str, dict[str, Any]]:
    data = dcmread(path)
    stream = get_frame(data.PixelData, 0, number_of_frames=1)
    return stream, str(data.file_meta.TransferSyntaxUID), options_of(data)


def deadly(folder: Path, bundled: Path) -> Path:
    """Write a picture whose tables are broken, for which gdcm ends the process it is in."""
    data = dcmread(bundled / "SC_rgb_jpeg_lossy_gdcm.dcm")
    stream = get_frame(data.PixelData, 0, number_of_frames=1)
    tables = stream.index(b"\xff\xc4")
    data.PixelData = encapsulate([stream[:tables] + stream[tables + 26 :]])
    data.SOPInstanceUID = "1.2.3"
    data.save_as(folder / "deadly.dcm")
    return folder / "deadly.dcm"


def test_a_picture_that_kills_the_decoder_costs_no_other(tmp_path: Path, bundled: Path) -> None:
    deadly(tmp_path, bundled)
    (tmp_path / "sound.dcm").write_bytes((bundled / "SC_rgb_jpeg_lossy_gdcm.dcm").read_bytes())
    files = FolderPictures(tmp_path)
    frames = {frame.file: frame for series in scan(files).series for frame in series.frames}
    decoder = Decoder(files)
    for _again in range(2):
        assert decoder.decode(frames["sound.dcm"]).is_colour
        with pytest.raises(PictureUnreadableError) as error:
            decoder.decode(frames["deadly.dcm"])
        assert error.value.problem.message == picture_texts.UNREADABLE_PIXELS
        assert "deadly.dcm" in str(error.value)


def test_a_process_is_started_once_and_ends_with_its_decoder(bundled: Path) -> None:
    files = FolderPictures(bundled / "MR_small_jp2klossless.dcm")
    (frame,) = scan(files).series[0].frames
    assert scan(files).series[0].is_compressed
    decoder = Decoder(files)
    assert decoder._process._process is None
    decoder.warm_up()
    process = decoder._process._process
    assert process is not None
    assert process.poll() is None
    decoder.decode(frame)
    assert decoder._process._process is process
    decoder.close()
    assert process.poll() is not None
    decoder.decode(frame)
    process = decoder._process._process
    assert process is not None
    del decoder
    gc.collect()
    assert process.poll() is not None


def test_a_picture_that_takes_too_long_is_given_up(
    bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding_process, "LONGEST_S", 0.0)
    with pytest.raises(DecodingError):
        DecodingProcess().decoded(*frame_of(bundled / "MR_small_jp2klossless.dcm"))


def test_a_frame_that_cannot_be_decoded_leaves_the_process_running(bundled: Path) -> None:
    process = DecodingProcess()
    process.close()  # nothing runs yet
    stream, syntax, options = frame_of(bundled / "MR_small_jp2klossless.dcm")
    with pytest.raises(DecodingError):
        process.decoded(stream, syntax, {**options, "rows": 7})
    running = process._process
    values, _facts = process.decoded(stream, syntax, options)
    assert values.shape == (64, 64)
    assert process._process is running


@pytest.mark.parametrize(
    "name", ["MR_small_jp2klossless.dcm", "JPGExtended.dcm", "SC_rgb_jpeg_gdcm.dcm"]
)
def test_it_answers_what_the_decoders_find(bundled: Path, name: str) -> None:
    stream, syntax, options = frame_of(bundled / name)
    requests, answers = io.BytesIO(), io.BytesIO()
    send(requests, {"syntax": syntax, "options": options}, stream)
    send(requests, {"syntax": syntax, "options": {**options, "rows": 7}}, stream)
    requests.seek(0)
    serve(requests, answers)
    answers.seek(0)
    facts, raw = receive(answers)
    assert facts["is_decoded"]
    values = np.frombuffer(raw, facts["type"]).reshape(facts["shape"])
    assert values.shape[:2] == (options["rows"], options["columns"])
    assert facts["bits_stored"] == options["bits_stored"]
    assert receive(answers) == ({"is_decoded": False, "payload": 0}, b"")
    with pytest.raises(EOFError):
        receive(answers)


def test_the_program_serves_when_it_is_asked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(answers))
    assert main(["decode-pictures"]) == 0
    assert answers.getvalue() == b""
