"""The values of pictures, checked against pydicom, gdcm and arithmetic by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from pydicom import dcmread, uid
from pydicom.dataset import FileDataset
from pydicom.encaps import encapsulate, get_frame

from tests.dicom_files import item, make_ct, make_ct_series, make_enhanced_ct, make_picture
from viewer.io.pictures.decoding import Decoder, decode
from viewer.io.pictures.files import FolderPictures
from viewer.io.pictures.scanning import scan
from viewer.io.unreadable import AssetUnreadableError, PictureUnreadableError
from viewer.model import picture_texts
from viewer.model.pictures import Frame, PictureLimits, Pixels

RAMP = np.arange(16, dtype=np.int16).reshape(4, 4)


def frames_of(path: Path) -> list[Frame]:
    return [frame for series in scan(FolderPictures(path)).series for frame in series.frames]


def only(path: Path) -> Pixels:
    (frame,) = frames_of(path)
    return decode(FolderPictures(path), frame)


def refusal(path: Path) -> str:
    (frame,) = frames_of(path)
    with pytest.raises(PictureUnreadableError) as error:
        decode(FolderPictures(path), frame)
    assert path.name in str(error.value)
    return error.value.problem.message


def made(path: Path, stored: NDArray[np.generic] = RAMP, **values: Any) -> Pixels:
    make_ct(path / "a.dcm", stored, **values)
    return only(path / "a.dcm")


def test_the_real_ct_has_the_hounsfield_units_that_pydicom_gives(philips: Path) -> None:
    files = FolderPictures(philips)
    decoder = Decoder(files)
    for frame in scan(files).series[0].frames[::9]:
        data = dcmread(philips / frame.file)
        expected = data.pixel_array * float(data.RescaleSlope) + float(data.RescaleIntercept)
        pixels = decoder.decode(frame)
        assert pixels.values.dtype == np.int16
        np.testing.assert_array_equal(pixels.values, expected)


@pytest.mark.parametrize("name", ["CT_small.dcm", "693_J2KI.dcm"])
def test_compressed_ct_has_the_hounsfield_units_that_gdcm_gives(bundled: Path, name: str) -> None:
    import gdcm

    reader = gdcm.ImageReader()
    reader.SetFileName(str(bundled / name))
    assert reader.Read()
    image = reader.GetImage()
    raw = image.GetBuffer().encode("utf-8", "surrogateescape")
    is_signed = image.GetPixelFormat().GetPixelRepresentation() == 1
    shape = image.GetDimension(1), image.GetDimension(0)
    stored = np.frombuffer(raw, "<i2" if is_signed else "<u2").reshape(shape).astype(float)
    expected = stored * image.GetSlope() + image.GetIntercept()
    np.testing.assert_array_equal(only(bundled / name).values, expected)


def test_the_sign_is_that_of_the_compressed_picture(bundled: Path) -> None:
    # The header of this one says that there is none; outside the circle it is −2000.
    values = only(bundled / "J2K_pixelrep_mismatch.dcm").values
    assert values[0, 0] == values[-1, -1] == -2000
    assert values.max() < 2000


@pytest.mark.parametrize(
    "name",
    [
        "MR_small_RLE.dcm",
        "MR_small_bigendian.dcm",
        "MR_small_implicit.dcm",
        "MR_small_jp2klossless.dcm",
        "MR_small_jpeg_ls_lossless.dcm",
        "MR_small_padded.dcm",
    ],
)
def test_the_same_picture_is_the_same_however_it_is_stored(bundled: Path, name: str) -> None:
    plain = only(bundled / "MR_small.dcm").values
    np.testing.assert_array_equal(only(bundled / name).values, plain)
    np.testing.assert_array_equal(plain, dcmread(bundled / "MR_small.dcm").pixel_array)


def test_jpeg_of_twelve_bits_is_decoded(bundled: Path) -> None:
    values = only(bundled / "JPGExtended.dcm").values
    assert (values[420, 140], values[230, 120]) == (244, 95)


@pytest.mark.parametrize(
    ("rescale", "expected"),
    [(((2.0, -1000.0),), [-1000, -998, -996]), (((1.0, -10.0), (2.0, 0.5), (3.0, 1e5)), None)],
)
def test_an_enhanced_ct_is_rescaled_as_its_groups_say(
    tmp_path: Path, rescale: tuple[tuple[float, float], ...], expected: list[int] | None
) -> None:
    stored = np.stack([np.full((4, 4), index, np.uint16) for index in range(3)])
    data = make_enhanced_ct(tmp_path / "a.dcm", stored, rescale=rescale)
    decoder = Decoder(FolderPictures(tmp_path))
    for frame in frames_of(tmp_path):
        slope, intercept = rescale[frame.index if len(rescale) > 1 else 0]
        by_hand = data.pixel_array[frame.index] * slope + intercept
        values = decoder.decode(frame).values
        np.testing.assert_array_equal(values, by_hand.astype(np.float32))
        assert values.dtype == (
            np.int16
            if by_hand.max() < 32_767 and slope != 2.5 and float(intercept).is_integer()
            else np.float32
        )


@pytest.mark.parametrize(
    ("stored", "values", "kind", "expected"),
    [
        (RAMP - 8, {}, np.int16, RAMP - 8.0 - 1024),
        (RAMP.astype(np.uint16), {"RescaleSlope": -2}, np.int16, RAMP * -2.0 - 1024),
        (RAMP.astype(np.uint8), {}, np.int16, RAMP - 1024.0),
        (RAMP + 0, {"RescaleSlope": 0.5}, np.float32, RAMP * 0.5 - 1024),
        (RAMP + 0, {"RescaleSlope": None, "RescaleIntercept": None}, np.int16, RAMP + 0.0),
        (RAMP.astype(np.uint16) * 4000, {}, np.float32, RAMP * 4000.0 - 1024),
        (RAMP.astype(np.int32) * 70_000, {}, np.float32, RAMP * 70_000.0 - 1024),
        (RAMP.astype(np.uint16) + 40_000, {"RescaleIntercept": -40_000}, np.int16, RAMP + 0.0),
    ],
)
def test_values_are_whole_where_they_fit(
    tmp_path: Path,
    stored: NDArray[np.generic],
    values: dict[str, Any],
    kind: type,
    expected: NDArray[np.float64],
) -> None:
    pixels = made(tmp_path, stored, **values)
    assert pixels.values.dtype == kind
    assert pixels.values.nbytes <= frames_of(tmp_path)[0].decoded_bytes
    np.testing.assert_array_equal(pixels.values, expected.astype(np.float32))


def test_twelve_bits_in_sixteen_have_their_sign(tmp_path: Path) -> None:
    stored = np.array([[0x0FFF, 1], [0x0800, 0x07FF]], np.uint16)

    def twelve(data: FileDataset) -> None:
        data.BitsStored, data.HighBit, data.PixelRepresentation = 12, 11, 1

    pixels = made(tmp_path, stored, change=twelve, RescaleIntercept=0)
    assert pixels.values.tolist() == [[-1, 1], [-2048, 2047]]


def test_what_low_values_are_drawn_as_is_told(tmp_path: Path) -> None:
    assert not made(tmp_path).is_inverted
    assert made(tmp_path, PhotometricInterpretation="MONOCHROME1").is_inverted
    assert made(tmp_path, PresentationLUTShape="INVERSE").is_inverted


@pytest.mark.parametrize(
    ("stored", "values", "padding"),
    [
        (RAMP, {}, None),
        (RAMP, {"PixelPaddingValue": 3}, 3 - 1024),
        (RAMP, {"PixelPaddingValue": -2000}, -2000 - 1024),
        (RAMP.astype(np.uint16), {"PixelPaddingValue": 63_536}, 63_536 - 1024),
        (RAMP, {"PixelPaddingValue": 3, "PixelPaddingRangeLimit": 3}, 3 - 1024),
    ],
)
def test_padding_is_told_as_the_values_are(
    tmp_path: Path, stored: NDArray[np.generic], values: dict[str, Any], padding: float | None
) -> None:
    pixels = made(tmp_path, stored, **values)
    assert pixels.padding == padding
    np.testing.assert_array_equal(pixels.values, RAMP - 1024)


def test_padding_that_lost_its_sign_gets_it_back(tmp_path: Path) -> None:
    make_ct(tmp_path / "a.dcm", PixelPaddingValue=-2000)
    raw = (tmp_path / "a.dcm").read_bytes()
    (tmp_path / "a.dcm").write_bytes(raw.replace(b"\x28\0\x20\1SS", b"\x28\0\x20\1US"))
    assert only(tmp_path / "a.dcm").padding == -2000 - 1024


def test_a_range_of_paddings_becomes_one(tmp_path: Path) -> None:
    pixels = made(tmp_path, PixelPaddingValue=2, PixelPaddingRangeLimit=0)
    assert pixels.padding == 2 - 1024
    assert (pixels.values[0] + 1024).tolist() == [2, 2, 2, 3]


def lookup(first: int, entries: list[int], bits: int = 16, count: int | None = None) -> Any:
    found = item(LUTDescriptor=[len(entries) if count is None else count, first, bits])
    found["LUTDescriptor"].VR = "US" if first >= 0 else "SS"
    found.LUTData = entries
    found["LUTData"].VR = "US"
    return found


def test_a_modality_table_gives_the_values(tmp_path: Path) -> None:
    no_scale = {"RescaleSlope": None, "RescaleIntercept": None}
    table = {"ModalityLUTSequence": [lookup(2, [100, 200, 300, 400])], "PixelPaddingValue": 0}
    pixels = made(tmp_path, **no_scale, **table)
    assert pixels.values[0].tolist() == [100, 100, 100, 200]
    assert pixels.values[3].tolist() == [400] * 4
    assert pixels.padding is None
    np.testing.assert_array_equal(made(tmp_path, **table).values, RAMP - 1024)  # it has a rescale


def test_a_broken_modality_table_means_nothing(tmp_path: Path) -> None:
    no_scale = {"RescaleSlope": None, "RescaleIntercept": None}
    make_ct(tmp_path / "a.dcm", **no_scale, ModalityLUTSequence=[lookup(0, [1, 2, 3], count=9)])
    assert refusal(tmp_path / "a.dcm") == picture_texts.BAD_RESCALE


def test_the_files_own_greys_are_given(tmp_path: Path) -> None:
    def packed(data: FileDataset) -> None:
        data.VOILUTSequence[0]["LUTData"].VR = "OW"
        data.VOILUTSequence[0]["LUTData"].value = np.array([0, 128, 255], "<u2").tobytes()

    def narrow(data: FileDataset) -> None:
        data.VOILUTSequence[0]["LUTData"].VR = "OW"
        data.VOILUTSequence[0]["LUTData"].value = bytes([0, 128, 255, 0])

    entries = lookup(64_512, [0, 128, 255], bits=8)
    changes: list[Callable[[FileDataset], None] | None] = [None, packed, narrow]
    for change in changes:
        pixels = made(tmp_path, RAMP.astype(np.uint16), VOILUTSequence=[entries], change=change)
        assert pixels.table is not None
        assert pixels.table[0] == -1024  # of values below 0, which it cannot write otherwise
        assert pixels.table[1].tolist() == [0, 128, 255]
    assert made(tmp_path).table is None
    assert made(tmp_path, VOILUTSequence=[lookup(0, [1, 2], count=7)]).table is None
    deep = made(tmp_path, VOILUTSequence=[lookup(0, [0, 2048, 4095], bits=12)]).table
    assert deep is not None
    assert deep[1].tolist() == [0, 128, 255]


@pytest.mark.parametrize("values", [{"RescaleSlope": 0}, {"RescaleIntercept": float("nan")}])
def test_values_that_mean_nothing_are_not_shown(tmp_path: Path, values: dict[str, Any]) -> None:
    make_ct(tmp_path / "a.dcm", **values)
    assert refusal(tmp_path / "a.dcm") == picture_texts.BAD_RESCALE


def test_values_too_large_for_a_float_are_no_error(tmp_path: Path) -> None:
    assert np.isinf(made(tmp_path, RescaleSlope="1e200").values[0, 1])


@pytest.mark.parametrize("name", ["cut.dcm", "late.dcm"])
def test_a_file_that_ends_too_soon_says_so(tmp_path: Path, name: str) -> None:
    make_ct(tmp_path / name)
    raw = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(raw[: -8 if name == "cut.dcm" else -40])
    assert refusal(tmp_path / name) == picture_texts.TRUNCATED


def test_the_whole_frames_of_a_file_that_ends_too_soon_are_shown(tmp_path: Path) -> None:
    def shortened(data: FileDataset) -> None:
        data.PixelData = data.PixelData[:-20]

    make_enhanced_ct(tmp_path / "a.dcm", np.zeros((3, 4, 4), np.int16), change=shortened)
    third, second, first = frames_of(tmp_path)
    decoder = Decoder(FolderPictures(tmp_path))
    assert decoder.decode(first).values.shape == decoder.decode(second).values.shape == (4, 4)
    with pytest.raises(PictureUnreadableError) as error:
        decoder.decode(third)
    assert error.value.problem.message == picture_texts.TRUNCATED


def in_syntax(path: Path, source: Path, syntax: str, **values: Any) -> Path:
    data = dcmread(source)
    data.file_meta.TransferSyntaxUID = uid.UID(syntax)
    for keyword, value in values.items():
        setattr(data, keyword, value)
    data.save_as(path)
    return path


@pytest.mark.parametrize("syntax", [uid.HTJ2K, uid.MPEG2MPML, "1.2.3.4.5"])
def test_a_syntax_without_a_decoder_is_named(tmp_path: Path, bundled: Path, syntax: str) -> None:
    path = in_syntax(tmp_path / "a.dcm", bundled / "MR_small_jp2klossless.dcm", syntax)
    assert refusal(path) == picture_texts.NO_DECODER
    assert uid.UID(syntax).name in str(_refused_problem(path))


def _refused_problem(path: Path) -> object:
    with pytest.raises(PictureUnreadableError) as error:
        decode(FolderPictures(path), frames_of(path)[0])
    return error.value.problem


@pytest.mark.parametrize("name", ["MR_small_jp2klossless.dcm", "MR_small_jpeg_ls_lossless.dcm"])
def test_a_compressed_picture_of_another_size_is_never_decoded(
    tmp_path: Path, bundled: Path, name: str
) -> None:
    data = dcmread(bundled / name)
    path = in_syntax(tmp_path / "a.dcm", bundled / name, data.file_meta.TransferSyntaxUID, Rows=32)
    assert refusal(path) == picture_texts.WRONG_SIZE
    assert "64 × 32" in str(_refused_problem(path))
    assert "64 × 64" in str(_refused_problem(path))


def test_compressed_pixels_that_are_rubbish_are_named(tmp_path: Path, bundled: Path) -> None:
    source = bundled / "MR_small_jp2klossless.dcm"
    raw = source.read_bytes()
    start = raw.index(b"\xff\x93") + 200  # among the data, behind the headers
    (tmp_path / "a.dcm").write_bytes(raw[:start] + bytes(200) + b"\xff\xff" * 20)
    assert refusal(tmp_path / "a.dcm") in (
        picture_texts.UNREADABLE_PIXELS,
        picture_texts.TRUNCATED,
    )


def test_an_encapsulated_file_without_fragments_is_named(tmp_path: Path, bundled: Path) -> None:
    source = bundled / "MR_small_RLE.dcm"
    empty = b"\xfe\xff\x00\xe0\0\0\0\0"
    path = in_syntax(tmp_path / "a.dcm", source, uid.RLELossless, PixelData=empty)
    assert refusal(path) == picture_texts.UNREADABLE_PIXELS


def test_a_compressed_frame_that_is_missing_is_named(tmp_path: Path, bundled: Path) -> None:
    source = bundled / "SC_rgb_rle_2frame.dcm"
    first = encapsulate([get_frame(dcmread(source).PixelData, 0, number_of_frames=2)])
    path = in_syntax(tmp_path / "a.dcm", source, uid.RLELossless, PixelData=first)
    shown, missing = frames_of(path)
    decoder = Decoder(FolderPictures(path))
    assert decoder.decode(shown).is_colour
    with pytest.raises(PictureUnreadableError) as error:
        decoder.decode(missing)
    assert error.value.problem.message == picture_texts.TRUNCATED


def test_a_file_that_became_another_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.dcm"
    make_ct(path)
    (frame,) = frames_of(path)
    files = FolderPictures(path)
    for change in (
        lambda: make_ct(path, np.zeros((5, 5), np.int16)),
        lambda: path.write_text("now it is a text"),
        lambda: make_ct(path, Rows=0),
    ):
        change()
        with pytest.raises(PictureUnreadableError) as error:
            decode(files, frame)
        assert error.value.problem.message == picture_texts.CHANGED
    path.unlink()
    with pytest.raises(AssetUnreadableError):
        decode(files, frame)


def test_a_picture_past_the_limit_is_not_decoded(tmp_path: Path) -> None:
    make_ct(tmp_path / "a.dcm")
    (frame,) = frames_of(tmp_path)
    with pytest.raises(PictureUnreadableError) as error:
        decode(FolderPictures(tmp_path), frame, PictureLimits(picture_bytes=31))
    assert error.value.problem.message == picture_texts.PICTURE_TOO_LARGE


def test_what_a_careless_writer_left_out_is_completed(tmp_path: Path, bundled: Path) -> None:
    left_out = ("PixelRepresentation", "BitsStored", "HighBit", "PhotometricInterpretation")
    pixels = made(tmp_path, RAMP.astype(np.uint16), **dict.fromkeys(left_out))
    np.testing.assert_array_equal(pixels.values, RAMP - 1024)
    for order in ("little", "big"):
        raw = (bundled / f"MR_small{'_bigendian' if order == 'big' else ''}.dcm").read_bytes()
        start = 144 + int.from_bytes(raw[140:144], "little")  # behind what is said of the file
        (tmp_path / order).write_bytes(raw[start:])
        np.testing.assert_array_equal(
            only(tmp_path / order).values, only(bundled / "MR_small.dcm").values
        )


class Counting(FolderPictures):
    """Counts how often a file is opened."""

    opened = 0

    def path(self, name: str) -> Path | None:
        self.opened += 1
        return super().path(name)


def test_a_file_of_many_frames_is_read_once(tmp_path: Path) -> None:
    make_enhanced_ct(tmp_path / "many.dcm", np.zeros((5, 4, 4), np.int16))
    make_ct_series(tmp_path, 2)
    files = Counting(tmp_path)
    found = {series.key[-1]: series for series in scan(files).series}
    decoder = Decoder(files)
    files.opened = 0
    for frame in found["7"].frames:
        decoder.decode(frame)
    assert files.opened == 1
    for frame in (*found["1"].frames, *found["7"].frames[:1]):
        decoder.decode(frame)
    assert files.opened == 4


@pytest.mark.parametrize("planar", [0, 1])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_colours_are_eight_bits_each(tmp_path: Path, planar: int, kind: type) -> None:
    shades = np.random.default_rng(7).integers(0, 256, (6, 5, 3)).astype(kind)
    stored = shades if kind is np.uint8 else shades * 257
    data = make_picture(tmp_path / "a.dcm", stored, PlanarConfiguration=planar)
    if planar:
        data.PixelData = np.moveaxis(stored, -1, 0).tobytes()
        data.save_as(tmp_path / "a.dcm")
    pixels = only(tmp_path / "a.dcm")
    assert pixels.values.dtype == np.uint8
    np.testing.assert_array_equal(pixels.values, shades)


def test_colours_of_other_kinds_become_red_green_and_blue(bundled: Path) -> None:
    reference = only(bundled / "SC_rgb_rle.dcm").values
    for name in ("SC_rgb_rle_16bit.dcm", "SC_rgb_rle_32bit.dcm", "SC_rgb_gdcm_KY.dcm"):
        difference = only(bundled / name).values.astype(int) - reference
        assert np.abs(difference).max() <= 1
    for name in ("SC_rgb_dcmtk_+eb+cy+np.dcm", "SC_ybr_full_422_uncompressed.dcm"):
        values = only(bundled / name).values.astype(int)
        assert np.abs(values - reference).mean() < 4  # colours were thinned out for storing


def test_colours_that_are_not_known_are_named(tmp_path: Path) -> None:
    make_picture(tmp_path / "a.dcm", np.zeros((4, 4, 3), np.uint8), PhotometricInterpretation="HSV")
    assert refusal(tmp_path / "a.dcm") == picture_texts.ODD_COLOURS


@pytest.mark.parametrize("bits", [8, 16])
def test_palette_colours_are_looked_up(tmp_path: Path, bits: int) -> None:
    reds = np.array([0, 50, 100, 255])
    wide = "<u2" if bits == 16 else "u1"
    entries = {
        f"{name}PaletteColorLookupTableData": (shades * (257 if bits == 16 else 1))
        .astype(wide)
        .tobytes()
        for name, shades in (("Red", reds), ("Green", reds[::-1]), ("Blue", reds // 5))
    }
    descriptors = {
        f"{name}PaletteColorLookupTableDescriptor": [4, 1, bits]
        for name in ("Red", "Green", "Blue")
    }
    make_picture(
        tmp_path / "a.dcm",
        np.array([[0, 1, 2], [3, 4, 5]], np.uint8),
        PhotometricInterpretation="PALETTE COLOR",
        **descriptors,
        **entries,
    )
    values = only(tmp_path / "a.dcm").values
    assert values[..., 0].tolist() == [[0, 0, 50], [100, 255, 255]]
    assert values[1, 1].tolist() == [255, 0, 51]


def test_a_palette_that_is_missing_is_named(tmp_path: Path) -> None:
    make_picture(
        tmp_path / "a.dcm", np.zeros((4, 4), np.uint8), PhotometricInterpretation="PALETTE COLOR"
    )
    assert refusal(tmp_path / "a.dcm") == picture_texts.BAD_RESCALE


def test_a_real_palette_shows_the_colours_of_its_picture(bundled: Path) -> None:
    values = only(bundled / "examples_palette.dcm").values
    data = dcmread(bundled / "examples_palette.dcm")
    reds = np.frombuffer(data.RedPaletteColorLookupTableData, "<u2") >> 8
    np.testing.assert_array_equal(values[..., 0], reds[data.pixel_array])
    assert (values[..., 0] != values[..., 2]).any()


def test_a_compressed_picture_without_its_end_is_not_filled_up(
    tmp_path: Path, bundled: Path
) -> None:
    data = dcmread(bundled / "SC_rgb_jpeg_gdcm.dcm")
    stream = get_frame(data.PixelData, 0, number_of_frames=1)
    data.PixelData = encapsulate([stream[: len(stream) // 2]])
    data.save_as(tmp_path / "a.dcm")
    assert refusal(tmp_path / "a.dcm") == picture_texts.TRUNCATED
