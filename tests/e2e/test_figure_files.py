"""The figure of a course as a file: true vectors and texts, sizes for print, nothing too late."""

from __future__ import annotations

import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from tests.e2e.later import changed_after
from tests.e2e.twins import shipped, written
from viewer.io.case_store import open_case
from viewer.model.time import Span
from viewer.paths import first_case
from viewer.ui.export.choices import FigureChoices, Style
from viewer.ui.export.making import StandsInItError, made
from viewer.ui.export.order import Order
from viewer.ui.export.paper import DOTS_PER_PT

SVG = "{http://www.w3.org/2000/svg}"
STYLES = pytest.mark.parametrize("style", ["window", "course"])
WIDTHS = pytest.mark.parametrize("width_mm", [85.0, 174.0])
LIMIT = 1_000_000
CHOICES = ("style", "width_mm", "days", "hidden", "has_evidence", "has_legend")


def export(name: str, case: Path | None = None, **more: object) -> bytes:
    choices = {key: more.pop(key) for key in CHOICES if key in more}
    order = Order(Path(name), choices=FigureChoices(**choices), **more)  # type: ignore[arg-type]
    return made(open_case(case or first_case()), order)


def svg(**more: object) -> ElementTree.Element:
    return ElementTree.fromstring(export("x.svg", **more))  # type: ignore[arg-type]


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def page(**more: object) -> pypdfium2.PdfPage:
    document = pypdfium2.PdfDocument(export("x.pdf", **more))  # type: ignore[arg-type]
    assert len(document) == 1
    return document[0]


def said(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_range())


@STYLES
def test_svg_holds_texts_as_texts_and_no_picture_of_a_plot(qapp: QApplication, style: str) -> None:
    raw = export("x.svg", style=style)
    root = ElementTree.fromstring(raw)
    assert len(raw) < LIMIT
    assert root.findall(f".//{SVG}image") == []
    assert root.get("width") == "174.01mm"
    words = texts(root)
    for wanted in ("TAE, right hepatic lobe", "Diazoxide, by mouth", "Glucose", "67.5", "Death"):
        assert wanted in words, wanted
    assert "Not for diagnosis or treatment decisions." in " ".join(words)
    assert len(root.findall(f".//{SVG}path")) > 100


@STYLES
@WIDTHS
def test_type_and_lines_are_large_enough_for_print(
    qapp: QApplication, style: str, width_mm: float
) -> None:
    root = svg(style=style, width_mm=width_mm)
    sizes = {float(text.get("font-size", "0")) / DOTS_PER_PT for text in root.iter(f"{SVG}text")}
    assert min(sizes) >= 6
    assert 7 in sizes
    strokes = {float(path.get("stroke-width", "9")) for path in root.iter(f"{SVG}path")}
    assert min(strokes) / DOTS_PER_PT >= 0.25


def test_lines_of_many_samples_are_as_thick_as_others(qapp: QApplication, tmp_path: Path) -> None:
    raw = shipped()
    raw["series"].append(
        {
            "id": "sensor",
            "title": "Sensor",
            "analyte": "glucose",
            "unit": "mg/dL",
            "samples": {"file": "sensor.csv", "evidence": {"kind": "reported"}},
        }
    )
    case = written(raw, tmp_path / "case")
    rows = "\n".join(f"{number / 40},{100 + number % 7}" for number in range(4000))
    (case / "sensor.csv").write_text(f"day,value\n{rows}\n", "utf-8")
    root = svg(case=case)
    strokes = {float(path.get("stroke-width", "9")) for path in root.iter(f"{SVG}path")}
    assert "Sensor" in texts(root)
    assert min(strokes) / DOTS_PER_PT >= 0.25


def test_an_svg_brings_the_letters_that_it_needs(qapp: QApplication, japanese: None) -> None:
    style = svg(language="ja").find(f"{SVG}style")
    assert style is not None
    faces = re.findall(r'font-family:"([^"]+)";font-weight:(\d+)', style.text or "")
    assert {family for family, _ in faces} == {"Inter", "Noto Sans JP"}


@STYLES
@WIDTHS
def test_a_pdf_is_searched_as_it_is_read(
    qapp: QApplication, japanese: None, style: str, width_mm: float
) -> None:
    raw = export("x.pdf", style=style, width_mm=width_mm, language="ja")
    assert len(raw) < LIMIT
    assert b"/FontFile" in raw
    found = page(style=style, width_mm=width_mm, language="ja")
    words = said(found)
    assert "血糖" in words
    assert ("第12病日" in words) == (width_mm > 100)  # else there is no room for times
    assert "第0病日" in words
    assert found.get_width() == pytest.approx(width_mm / 25.4 * 72, abs=0.5)
    kinds = {one.type for one in found.get_objects()}
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds


@STYLES
@WIDTHS
def test_no_letter_stands_beyond_the_page(
    qapp: QApplication, japanese: None, style: str, width_mm: float
) -> None:
    found = page(style=style, width_mm=width_mm, language="ja")
    letters = found.get_textpage()
    words = letters.get_text_range()
    boxes = [letters.get_charbox(n) for n in range(letters.count_chars()) if words[n].strip()]
    assert max(box[2] for box in boxes) <= found.get_width() + 0.5
    assert min(box[0] for box in boxes) >= -0.5
    assert min(box[1] for box in boxes) >= -0.5


@pytest.mark.parametrize(
    ("name", "kind"), [("x.png", "PNG"), ("x.tiff", "TIFF"), ("X.TIF", "TIFF")]
)
@pytest.mark.parametrize("dots", [300, 600])
def test_pictures_are_as_fine_as_asked(qapp: QApplication, name: str, kind: str, dots: int) -> None:
    with Image.open(io.BytesIO(export(name, dots_per_inch=dots, width_mm=85.0))) as image:
        assert image.format == kind
        assert image.width == round(85 / 25.4 * dots)
        assert float(image.info["dpi"][0]) == pytest.approx(dots, abs=0.1)


def test_a_clinical_course_chart_has_moments_as_arrows_and_nothing_twice(
    qapp: QApplication,
) -> None:
    words = texts(svg(style="course"))
    assert words.count("TAE, right hepatic lobe") == 1
    assert "Procedures" not in words  # their lane stands above, as arrows
    assert "day 157" in words
    assert "Days from transfer" in words
    assert "Procedures" in texts(svg(style="window"))


@STYLES
def test_marks_of_evidence_are_drawn_or_not(qapp: QApplication, style: str) -> None:
    told, plain = svg(style=style), svg(style=style, has_evidence=False)
    assert "inferred" in texts(told)
    assert "inferred" not in texts(plain)
    assert "between two days" in texts(plain)  # what is not exact stays so
    assert len(plain.findall(f".//{SVG}path")) < len(told.findall(f".//{SVG}path"))


def test_what_is_left_out_is_left_out(qapp: QApplication) -> None:
    words = texts(svg(hidden=frozenset({"glucose", "drugs"}), days=Span(0, 40)))
    assert not {"Glucose", "Diazoxide, by mouth", "Death"} & set(words)
    assert "TAE, left hepatic lobe" in words


@pytest.mark.parametrize("name", ["x.svg", "x.pdf", "x.png", "x.tiff"])
@STYLES
@pytest.mark.parametrize("horizon", [0, 11, 13, 41])
def test_bytes_tell_nothing_later_than_the_horizon(
    qapp: QApplication, tmp_path: Path, name: str, style: Style, horizon: int
) -> None:
    raw = shipped()
    plain, other = (
        written(raw, tmp_path / "a"),
        written(changed_after(raw, horizon), tmp_path / "b"),
    )
    both = [export(name, case, style=style, horizon=horizon) for case in (plain, other)]
    if name == "x.pdf":  # it tells when it was made
        both = [said(pypdfium2.PdfDocument(one)[0]).encode() for one in both]
    assert both[0] == both[1]
    control = [export(name, case, style=style) for case in (plain, other)]
    assert control[0] != control[1]


def test_a_scene_is_cut_at_its_own_horizon(qapp: QApplication) -> None:
    words = texts(svg(scene=4))
    assert "Diazoxide, by mouth" in words
    assert not [one for one in words if "TAE, left" in one or "Death" in one]
    later = texts(svg(scene=4, horizon=0))
    assert not [one for one in later if "day 11" in one]


def test_words_that_must_not_go_out_stop_it_and_are_shown(qapp: QApplication) -> None:
    with pytest.raises(StandsInItError) as stopped:
        export("x.svg", words=("niigata",))
    assert {one.part for one in stopped.value.found} == {"ca19-9"}
    assert export("x.svg", words=("nobody by this name",))


def test_a_synthetic_case_says_so_and_dates_and_ages_do_not_go_out(
    qapp: QApplication, tmp_path: Path
) -> None:
    raw = shipped()
    raw["subject"] |= {"is_synthetic": True, "age_years": 95}
    raw["day_zero"]["date"] = "2021-04-01"
    case = written(raw, tmp_path / "case")
    words = texts(svg(case=case))
    assert "SYNTHETIC, not a patient." in words
    assert not [one for one in words if "2021" in one]


def test_a_case_of_nothing_makes_a_figure_that_says_so(qapp: QApplication, tmp_path: Path) -> None:
    raw = {
        "format": "dayline-case/1",
        "id": "empty",
        "title": "Empty",
        "subject": {},
        "day_zero": {"text": "A day"},
    }
    case = written(raw, tmp_path / "empty")
    for style in ("window", "course"):
        assert "No events" in texts(svg(case=case, style=style))
