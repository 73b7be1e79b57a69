"""The made-up case that ships: marked as such everywhere, and the same in words and pictures."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from viewer.io.case_store import open_case
from viewer.io.case_writer import case_json
from viewer.model.case import Case
from viewer.model.clinical import Study
from viewer.model.disclosure import disclose
from viewer.paths import cases, synthetic_case

CASE = synthetic_case()
CENTRES = {"L1": (-95.0, 12.0, 20.0), "L2": (-25.0, -38.0, 0.0), "L3": (4.0, 12.0, -45.0)}
"""Where the lesions lie in the patient: to the left, to the back, to the head (mm)."""
SYNTAXES = {"ct-day-5": "1.2.840.10008.1.2.5", "ct-day-76": "1.2.840.10008.1.2.4.80"}
PIXEL_MM, SLICE_MM = 1.4, 5.0
LIVER_HU, FAT_HU = 110, -95
SLIDES = ("he.svs", "ki-67.svs")


@pytest.fixture(scope="module")
def case() -> Case:
    opened = open_case(CASE)
    assert opened.problems == ()
    return opened.case


def study(case: Case, id_: str) -> Study:
    return next(one for one in case.studies if one.id == id_)


class Volume:
    """The axial slices of a study as a reader finds them: by their positions, not their names."""

    def __init__(self, folder: str) -> None:
        import pydicom

        files = [pydicom.dcmread(path) for path in sorted((CASE / folder).iterdir())]
        self.all = files
        self.named = [one for one in files if one.ImageType[2] == "AXIAL"]
        self.slices = sorted(self.named, key=lambda one: one.ImagePositionPatient[2])
        self.hu = np.stack(
            [
                one.pixel_array * float(one.RescaleSlope) + one.RescaleIntercept
                for one in self.slices
            ]
        )

    def index(self, point: tuple[float, float, float]) -> tuple[int, int, int]:
        """Give slice, row and column of a point in the patient."""
        x, y, z = np.subtract(point, self.slices[0].ImagePositionPatient)
        return round(z / SLICE_MM), round(y / PIXEL_MM), round(x / PIXEL_MM)

    def around(self, point: tuple[float, float, float], pixels: int = 2) -> NDArray[np.float64]:
        z, y, x = self.index(point)
        return self.hu[z, y - pixels : y + pixels + 1, x - pixels : x + pixels + 1]

    def extent(self, point: tuple[float, float, float], outside: float, axis: int) -> float:
        """Measure a lesion through its middle along rows (2) or columns (1), in mm.

        Its edge is where the value is halfway between the lesion's and that of its surroundings.
        """
        z, y, x = self.index(point)
        if axis == 2:
            beam, middle = self.hu[z, y - 1 : y + 2].mean(axis=0), x
        else:
            beam, middle = self.hu[z, :, x - 1 : x + 2].mean(axis=1), y
        inside = np.median(self.around(point))
        is_left = np.abs(beam - outside) < np.abs(beam - inside)
        further, before = np.argmax(is_left[middle:]), np.argmax(is_left[middle::-1])
        return float(further + before - 1) * PIXEL_MM


@pytest.fixture(scope="module", params=sorted(SYNTAXES))
def volume(request: pytest.FixtureRequest) -> tuple[str, Volume]:
    return request.param, Volume(request.param)


# --- what it says of itself ------------------------------------------------------------------


def evidence_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if isinstance(value.get("evidence"), dict):
            yield value["evidence"]
        for one in value.values():
            yield from evidence_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from evidence_in(one)


def test_it_opens_without_a_problem_and_says_in_both_languages_that_it_is_made_up(
    case: Case,
) -> None:
    assert case.subject.is_synthetic
    assert isinstance(case.title, tuple)
    for stage in case.title:
        assert "Synthetic" in stage.text.pick("en")
        assert "合成データ" in stage.text.pick("ja")
    for scene in case.deck:
        assert "ynthetic" in scene.title.pick("en")
        assert "合成" in scene.title.pick("ja")


def test_no_fact_of_it_counts_as_reported() -> None:
    raw = json.loads((CASE / "case.json").read_text("utf-8"))
    for name in ("events", "series", "studies", "reports", "statements"):
        assert raw[name]
    found = list(evidence_in(raw))
    assert len(found) > 100
    for one in found:
        assert one["kind"] == "synthetic" or "made-up" in one["why"]["en"]


def test_every_word_stands_in_english_and_japanese() -> None:
    def words(value: Any) -> Iterator[dict[str, str]]:
        if isinstance(value, dict):
            if "en" in value:
                yield value
            for one in value.values():
                yield from words(one)
        elif isinstance(value, list):
            for one in value:
                yield from words(one)

    found = list(words(json.loads((CASE / "case.json").read_text("utf-8"))))
    assert len(found) > 200
    assert all(one.get("ja") for one in found)


def test_it_has_something_of_all_that_a_case_can_hold(case: Case) -> None:
    for name in ("sources", "lanes", "statements", "notes", "discrepancies", "glossary", "deck"):
        assert getattr(case, name), name
    events = list(case.events)
    kinds = {lane.kind for lane in case.lanes}
    assert len(kinds) == 9
    assert {event.lane for event in events} < {lane.id for lane in case.lanes}
    signs = {event.outcome.sign for event in events if event.outcome is not None}
    assert {"effective", "not_effective", "stopped", "improved"} <= signs
    judged = {(event.response.kind, event.response.value) for event in events if event.response}
    assert {("response", "PR"), ("response", "PD"), ("stage", "IV")} <= judged
    for part in ("dose", "changes", "cycles", "therapy_line", "series", "result", "details"):
        assert any(getattr(event, part) for event in events), part
    points = [point for series in case.series for point in series.points]
    assert any(point.comparator for point in points)
    assert any(point.word for point in points)
    assert any(series.printed_unit for series in case.series)
    assert any(reference.period for series in case.series for reference in series.references)


def test_all_that_ships_stays_small() -> None:
    sizes = [path.stat().st_size for path in cases().rglob("*") if path.is_file()]
    assert sum(sizes) < 15_000_000


# --- the sensor ------------------------------------------------------------------------------


def test_attacks_end_with_the_embolisation_and_come_back(case: Case) -> None:
    held = next(one for one in case.series if one.id == "glucose").sampled
    assert held is not None
    days = np.asarray(held.days)
    values = np.array([held.value(number) for number in range(len(held))])
    embolised = next(event for event in case.events if event.id == "embolisation").when.anchor

    def share_below(limit: float, start: float, end: float) -> float:
        inside = values[(days >= start) & (days < end)]
        return float((inside < limit).mean())

    assert days[-1] > 200.9
    assert share_below(70, 0, embolised) > 0.1
    assert share_below(54, 0, embolised) > 0.03
    assert share_below(70, 33, 150) == 0
    assert share_below(70, 165, 201) > 0.1
    assert values.min() >= 40  # what is lower is the sensor's word "Low"
    gaps = np.diff(days)
    assert (gaps > 1).sum() >= 2  # sensors that came off
    assert (gaps > 1.5 / 24).sum() >= 14  # and new ones that warm up


# --- the pictures of the CTs -----------------------------------------------------------------


def test_every_file_is_marked_and_dated_as_the_case_has_it(
    case: Case, volume: tuple[str, Volume]
) -> None:
    folder, read = volume
    its = next(one for one in case.studies if any(i.path == folder for i in one.images))
    assert case.day_zero.date is not None
    day = date.fromisoformat(case.day_zero.date) + timedelta(days=int(its.when.anchor))
    for one in read.all:
        assert (str(one.PatientName), one.PatientID) == ("SYNTHETIC^PHANTOM", "SYNTHETIC")
        assert one.StudyDescription.startswith("SYNTHETIC")
        assert one.ImageComments.startswith("SYNTHETIC")
        assert one.SeriesDescription.startswith("SYNTHETIC")
        assert one.StudyDate == f"{day:%Y%m%d}"
        assert one.BurnedInAnnotation == "NO"


def test_slices_are_evenly_placed_and_stored_as_stated(volume: tuple[str, Volume]) -> None:
    folder, read = volume
    assert {one.file_meta.TransferSyntaxUID for one in read.named} == {SYNTAXES[folder]}
    levels = [float(one.ImagePositionPatient[2]) for one in read.slices]
    assert len(levels) == 40
    assert np.diff(levels) == pytest.approx(SLICE_MM)
    assert read.named != read.slices  # names do not tell the order
    for one in read.slices:
        assert list(one.ImageOrientationPatient) == [1, 0, 0, 0, 1, 0]
        assert list(one.PixelSpacing) == [PIXEL_MM, PIXEL_MM]
        assert one.pixel_array.shape == (256, 256)


def test_both_studies_lie_in_the_same_coordinates() -> None:
    both = [Volume(folder) for folder in SYNTAXES]
    frames = {one.FrameOfReferenceUID for read in both for one in read.all}
    assert len(frames) == 1
    others = [one for read in both for one in read.all if one.ImageType[2] == "LOCALIZER"]
    assert len(others) == 1
    uids = [one.SOPInstanceUID for read in both for one in read.all]
    assert len(set(uids)) == len(uids) == 81


def test_organs_have_plausible_values(volume: tuple[str, Volume]) -> None:
    read = volume[1]
    places = {
        "liver": ((-70.0, 15.0, 0.0), 110),
        "kidney": ((70.0, 58.0, -50.0), 175),
        "spleen": ((98.0, 28.0, 20.0), 120),
        "aorta": ((12.0, 40.0, 0.0), 165),
        "fat": ((146.0, 0.0, 0.0), -100),
        "lung": ((-80.0, 0.0, 85.0), -850),
        "air": ((0.0, -150.0, 0.0), -1000),
    }
    for name, (place, expected) in places.items():
        assert read.around(place, 1).mean() == pytest.approx(expected, abs=12), name
    assert read.around((0.0, 64.0, -5.0), 12).max() > 400  # the rim of a vertebra


def test_lesions_are_as_large_as_the_case_says(case: Case, volume: tuple[str, Volume]) -> None:
    folder, read = volume
    its = next(one for one in case.studies if any(i.path == folder for i in one.images))
    assert {one.name for one in its.lesions} == set(CENTRES)
    for lesion in its.lesions:
        stated, place = lesion.diameter_mm, CENTRES[lesion.name]
        outside = FAT_HU if lesion.is_node else LIVER_HU
        assert read.extent(place, outside, axis=1) == pytest.approx(stated, abs=PIXEL_MM), (
            lesion.name
        )
        if not lesion.is_node:  # of a node the short axis is stated, which is from front to back
            assert read.extent(place, outside, axis=2) == pytest.approx(stated, abs=PIXEL_MM), (
                lesion.name
            )
        else:
            assert read.extent(place, outside, axis=2) > stated + PIXEL_MM
        words = " ".join(finding.text.pick("en") for finding in its.findings)
        assert f"{stated:g} mm" in words


def test_the_liver_lesions_are_darker_than_the_liver(volume: tuple[str, Volume]) -> None:
    folder, read = volume
    expected = {"ct-day-5": (62, 64), "ct-day-76": (38, 40)}[folder]
    for name, value in zip(("L1", "L2"), expected, strict=True):
        assert read.around(CENTRES[name]).mean() == pytest.approx(value, abs=5)


def test_the_response_is_what_the_diameters_give(case: Case) -> None:
    sums = [
        sum(lesion.diameter_mm for lesion in study(case, f"study-ct-{which}").lesions)
        for which in ("before", "after", "relapse")
    ]
    assert (sums[1] - sums[0]) / sums[0] <= -0.3  # a partial response
    assert (sums[2] - sums[1]) / sums[1] >= 0.2  # progression, from the smallest sum
    assert sums[2] - sums[1] >= 5
    details = [d.text.pick("en") for e in case.events if e.response for d in e.details]
    assert details == ["78 → 47 mm (−39.7 %)", "47 → 65 mm (+38.3 % from the smallest)"]


# --- the slides ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SLIDES)
def test_slides_open_with_levels_scale_and_power(name: str) -> None:
    import openslide

    with openslide.OpenSlide(str(CASE / "slides" / name)) as slide:
        assert slide.dimensions == (6000, 5000)
        assert slide.level_dimensions[1:] == ((1500, 1250), (375, 313))
        assert float(slide.properties["openslide.mpp-x"]) == 0.5
        assert float(slide.properties["openslide.mpp-y"]) == 0.5
        assert slide.properties["openslide.objective-power"] == "20"
        assert "SYNTHETIC" in slide.properties["openslide.comment"]
        assert set(slide.associated_images) == {"thumbnail", "label"}


def test_as_many_nuclei_are_brown_as_the_report_says(case: Case) -> None:
    import openslide

    stain = next(one for one in case.reports[0].stains if one.marker.pick("en") == "Ki-67")
    grade = case.reports[0].grade
    assert stain.percent is not None
    assert grade is not None
    assert re.search(r"Ki-67 (\d+) %", grade.text.pick("en")).group(1) == f"{stain.percent:g}"  # type: ignore[union-attr]
    with openslide.OpenSlide(str(CASE / "slides" / "ki-67.svs")) as slide:
        pixels = np.asarray(slide.read_region((0, 0), 0, slide.dimensions))[:, :, :3]
    halved = pixels.reshape(2500, 2, 3000, 2, 3).mean(axis=(1, 3))
    red, blue = halved[:, :, 0], halved[:, :, 2]
    is_dark = red < 150
    brown, pale = blobs(is_dark & (blue < red)), blobs(is_dark & (blue > red + 80))
    assert brown + pale > 10_000
    assert 100 * brown / (brown + pale) == pytest.approx(stain.percent, abs=0.1)


def blobs(mask: NDArray[np.bool_]) -> int:
    """Count blobs without holes: points, less the pairs of neighbours, plus the squares of four."""
    across, down = mask[:, 1:] & mask[:, :-1], mask[1:] & mask[:-1]
    squares = across[1:] & across[:-1]
    return int(mask.sum()) - int(across.sum()) - int(down.sum()) + int(squares.sum())


# --- the script ------------------------------------------------------------------------------


def test_the_script_makes_the_same_files_again(tmp_path: Path) -> None:
    script = CASE / "make_case.py"
    subprocess.run([sys.executable, script, "--into", tmp_path], check=True, timeout=120)
    made = {path.relative_to(tmp_path): path for path in tmp_path.rglob("*") if path.is_file()}
    assert len(made) == 85
    for name, path in made.items():
        assert path.read_bytes() == (CASE / name).read_bytes(), name
    by_hand = {path.name for path in CASE.iterdir()} - {name.parts[0] for name in made}
    assert by_hand == {"README.md", "make_case.py", "making"}


# --- what a conference must not see too early ------------------------------------------------


@pytest.mark.parametrize(
    ("horizon", "later"),
    [
        (1, "insulin|metast|embol|diazox|biops|lesion|インスリ|転移|塞栓"),
        (6, "metast|neuroendo|embol|octreo|Ki-67|転移|塞栓|インスリノーマ"),
        (13, "metast|neuroendo|embol|octreo|Ki-67|転移|塞栓|インスリノーマ"),
        (29, "embol|everol|relaps|塞栓|再燃"),
        (76, "partial|relaps|capecit|47 mm|奏効|再燃"),
        (140, "relaps|capecit|progress|29 mm|再燃|増大"),
    ],
)
def test_no_word_tells_what_comes_later(case: Case, horizon: int, later: str) -> None:
    told = disclose(case, horizon).model_copy(update={"deck": ()})
    text = case_json(told)
    found = [line for line in text.splitlines() if re.search(later, line, re.IGNORECASE)]
    assert found == []
    assert re.search(later, case_json(case), re.IGNORECASE)
