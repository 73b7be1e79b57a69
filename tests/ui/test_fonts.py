from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QImage,
    QPainter,
    QRawFont,
    QTextLayout,
)
from PySide6.QtWidgets import QApplication

from viewer import paths
from viewer.ui import fonts

Weight = QFont.Weight
WEIGHTS = (Weight.Normal, Weight.Medium, Weight.DemiBold)
LATIN_FACES = [name for name in fonts.FILES if name.startswith("Inter")]
JAPANESE_FACES = [name for name in fonts.FILES if name.startswith("Noto")]

LATIN = (
    "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])).translate({0xAD: "", 0x149: ""})
    + "αβγδμΩ ′″ µ≤≥×÷±−–—…‘’“”†‡•‹›≠≈↓↑→←°Å²³₂₁½∞√∑∆●○■▲▼◆‰™"
    + "\u2007\u2009\u202f\u2011\u2212"
)
JAPANESE = (
    "第病日肝動脈塞栓術血糖膵腫癌嚢頸腺胆膀胱腎臓脾喘瘍疹譫妄鼠蹊瘙痒痤剝離囊頰塡髙﨑"
    "あいうえおがぱっゃアイウエオヴー、。・「」『』（）〜～々〇※①⑳Ⅲ㎎㎏㎝℃≒ｱｶﾞＡＢＣ１２３％"
)


def jis_x_0208() -> str:
    cells = range(0x21, 0x7F)
    pairs = [bytes((row | 0x80, cell | 0x80)) for row in cells for cell in cells]
    return "".join(pair.decode("euc_jp", "ignore") for pair in pairs)


@pytest.fixture(autouse=True)
def installed(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    fonts.install_fonts(qapp)
    yield
    qapp.setFont(before)


def face(name: str) -> QRawFont:
    return QRawFont(str(paths.resources() / "fonts" / name), 20.0)


def lacking(name: str, characters: str) -> str:
    raw = face(name)
    assert raw.isValid()
    return "".join(c for c in characters if not raw.supportsCharacter(ord(c)))


def ink(text: str, font: QFont) -> int:
    image = QImage(900, 60, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(10, 40, text)
    painter.end()
    return sum(255 - value for value in bytes(image.constBits()))


@pytest.mark.parametrize("name", LATIN_FACES)
def test_every_latin_face_has_the_signs_of_a_chart(name: str) -> None:
    assert lacking(name, LATIN) == ""


@pytest.mark.parametrize("name", JAPANESE_FACES)
def test_every_japanese_face_has_clinical_japanese(name: str) -> None:
    assert lacking(name, JAPANESE) == ""


@pytest.mark.parametrize("name", JAPANESE_FACES)
def test_both_fonts_together_have_all_of_jis_x_0208(name: str) -> None:
    rest = lacking("Inter-Regular.ttf", jis_x_0208())
    assert len(jis_x_0208()) > 6800
    assert lacking(name, rest) == ""


@pytest.mark.parametrize("name", JAPANESE_FACES)
def test_radicals_are_out_so_that_a_pdf_gives_back_ideographs(name: str) -> None:
    raw = face(name)
    assert not any(raw.supportsCharacter(code) for code in range(0x2E80, 0x2FE0))


@pytest.mark.parametrize("weight", WEIGHTS)
def test_each_weight_comes_from_its_own_face(weight: Weight) -> None:
    style = {Weight.Normal: "Regular", Weight.Medium: "Medium", Weight.DemiBold: "SemiBold"}
    for family in fonts.FAMILIES:
        font = fonts.ui_font(12, weight)
        font.setFamilies([family])
        assert QRawFont.fromFont(font).familyName() == family
        assert QRawFont.fromFont(font).styleName() == style[weight]


def test_statement_words_come_from_the_italic_faces() -> None:
    for weight, style in ((Weight.Normal, "Italic"), (Weight.DemiBold, "SemiBold Italic")):
        font = fonts.ui_font(12, weight, is_italic=True)
        assert QRawFont.fromFont(font).styleName() == style
        assert QFontInfo(font).italic()


@pytest.mark.parametrize("text", ["Hypoglycaemic attacks", "肝動脈塞栓術"])
def test_heavier_weights_put_down_more_ink(text: str) -> None:
    regular, medium, semibold = (ink(text, fonts.ui_font(15, weight)) for weight in WEIGHTS)
    assert 0 < regular < 0.97 * medium < 0.94 * semibold


@pytest.mark.parametrize("weight", WEIGHTS)
def test_digits_and_signs_are_equally_wide(weight: Weight) -> None:
    metrics = QFontMetricsF(fonts.ui_font(12, weight))
    assert len({metrics.horizontalAdvance(sign) for sign in "0123456789+−±"}) == 1


def test_text_is_drawn_with_the_glyphs_of_its_characters() -> None:
    """A glyph put in by a feature (calt, tnum) alters the text and is lost to copying in a PDF."""
    text = "0123456789 +5 −60 20±5 2x3 -> (Ki-67) 16.3 µU/mL"
    font = fonts.ui_font(12)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    drawn = [index for run in layout.glyphRuns() for index in run.glyphIndexes()]
    assert drawn == QRawFont.fromFont(font).glyphIndexesForString(text)


def test_lines_are_equally_high_in_both_languages() -> None:
    latin, japanese = face("Inter-Regular.ttf"), face("NotoSansJP-Regular.ttf")
    assert japanese.ascent() <= latin.ascent() < japanese.ascent() + 0.1
    assert japanese.descent() <= latin.descent() < japanese.descent() + 0.1


def test_application_font_changes_family_and_keeps_its_size(qapp: QApplication) -> None:
    assert qapp.font().families() == list(fonts.FAMILIES)
    size = qapp.font().pointSizeF()
    fonts.install_fonts(qapp)
    assert qapp.font().pointSizeF() == size


def test_missing_and_broken_files_are_named(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    folder = tmp_path / "fonts"
    folder.mkdir()
    with pytest.raises(FileNotFoundError, match=r"Inter-Regular\.ttf.*NotoSansJP-SemiBold\.ttf"):
        fonts.install_fonts(qapp)
    for name in fonts.FILES:
        (folder / name).write_bytes(b"not a font")
    with pytest.raises(RuntimeError, match=r"Inter-Regular\.ttf"):
        fonts.install_fonts(qapp)


def test_fonts_in_a_folder_of_another_script_are_given_to_qt_as_bytes(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "山田 の").mkdir()
    (tmp_path / "山田 の" / "fonts").symlink_to(paths.resources() / "fonts")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "山田 の")

    def unasked(name: str) -> int:
        raise AssertionError(f"asked for by its name: {name}")

    monkeypatch.setattr(fonts.QFontDatabase, "addApplicationFont", unasked)
    fonts.install_fonts(qapp)
