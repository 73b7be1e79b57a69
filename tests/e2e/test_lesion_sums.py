"""Sums of lesion diameters in the real window: plotted, told, hidden, exported; each author's."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.annotating_making import a_diameter
from tests.e2e.measuring_hand import press
from tests.e2e.screen import (
    gutter_name,
    panel_of,
    points_of,
    raise_panel,
    read,
    settle,
    table_rows,
)
from tests.e2e.small_cases import REPORTED, OpenCase, a_series
from tests.e2e.test_export_other_kinds import KindHand
from tests.e2e.twins import Twins, hide_after, opened, written
from tests.ui.panels.panel_words import follow_cursor
from viewer.io.case_store import open_case as open_file
from viewer.model.annotating import Edit
from viewer.model.lesion_series import ANALYTE
from viewer.ui.window import Window

STUDIES = (("before", 0, (42.0, 20.0)), ("after", 40, (28.0, 12.0)), ("late", 90, (40.0, 12.0)))


def studies(*given: tuple[str, int, tuple[float, ...]]) -> list[dict[str, Any]]:
    return [
        {
            "id": name,
            "title": f"CT {name}",
            "modality": "CT",
            "when": {"day": day},
            "evidence": REPORTED,
            "images": [{"path": "case.json"}],
            "lesions": [
                {"name": f"Liver {n}", "site": "Liver", "diameter_mm": mm, "evidence": REPORTED}
                for n, mm in enumerate(diameters, 1)
            ],
        }
        for name, day, diameters in (given or STUDIES)
    ]


@pytest.fixture
def window(open_case: OpenCase) -> Window:
    return open_case(studies=studies())


def drawn(window: Window, *name: str) -> list[tuple[float | None, float]]:
    """Give the points of a plot by day and value."""
    panel = panel_of(window, name)
    return sorted(
        (one.day, one.value)
        for one in points_of(window)
        if one.panel is panel and one.day is not None
    )


def names(window: Window) -> list[str]:
    return [gutter_name(window, panel) for panel in window.chart.plots.placed.panels]


def test_sums_stand_in_a_plot_of_their_own(window: Window) -> None:
    assert names(window) == ["Lesions"]
    assert drawn(window, "^Lesions") == [(0.5, 62), (40.5, 40), (90.5, 52)]
    marks = {one.point.evidence.kind for one in panel_of(window, ("^Lesions",)).points}
    assert marks == {"derived"}


def test_the_details_tell_what_a_sum_is_made_of(window: Window) -> None:
    window.session.select("sum-of-lesion-diameters")
    panel = raise_panel(window, "details")
    follow_cursor()
    said = read(panel)
    assert "52 mm, day 90; CT late: Liver 1 (Liver) 40 mm, Liver 2 (Liver) 12 mm" in said
    assert "−16.1 % from baseline (CT before); +30.0 % from nadir (CT after)" in said
    assert "Progressive disease (PD) by target lesions alone" in said
    assert "non-target and new lesions are not considered" in said


def test_the_table_of_values_lists_them(window: Window) -> None:
    panel = raise_panel(window, "values")
    rows = [" | ".join(row) for row in table_rows(panel.table)]  # type: ignore[attr-defined]
    assert len([row for row in rows if "mm" in row]) == 3


def test_a_horizon_hides_later_sums_and_what_follows_from_them(window: Window) -> None:
    hide_after(window, 60)
    assert drawn(window, "^Lesions") == [(0.5, 62), (40.5, 40)]
    window.session.select("sum-of-lesion-diameters")
    said = read(raise_panel(window, "details"))
    assert "Partial response (PR)" in said
    assert "CT late" not in said
    hide_after(window, 10)
    assert names(window) == []


def test_a_study_without_all_lesions_has_no_point_and_says_why(open_case: OpenCase) -> None:
    given = (*STUDIES[:2], ("late", 90, (40.0,)))
    window = open_case(studies=studies(*given))
    assert drawn(window, "^Lesions") == [(0.5, 62), (40.5, 40)]
    window.session.select("sum-of-lesion-diameters")
    follow_cursor()
    said = read(raise_panel(window, "details"))
    assert "No sum for CT late: not measured: Liver 2." in said


def test_what_a_reviewer_measures_stands_apart_under_their_name(window: Window) -> None:
    annotating = window.session.annotating
    annotating.sign("Ann Meier")
    puts = {
        annotating.new_id(): a_diameter(30, study="before"),
        annotating.new_id(): a_diameter(24, study="after"),
    }
    annotating.edit(Edit("Measure", puts))
    settle()
    assert names(window) == ["Lesions", "Ann Meier: lesions"]
    assert drawn(window, "Ann Meier: lesions") == [(0.5, 30), (40.5, 24)]
    assert drawn(window, "^Lesions") == [(0.5, 62), (40.5, 40), (90.5, 52)]
    own = window.session.case.series[-1]
    window.session.select(own.id)
    follow_cursor()
    said = read(raise_panel(window, "details"), with_tooltips=True)
    assert "Sum of lesion diameters, measured by Ann Meier" in said
    assert "measured by Ann Meier" in said
    assert "Stable disease (SD)" in said
    assert "Derived from what the source reports" not in said
    window.actions_by_name["undo"].trigger()
    settle()
    assert names(window) == ["Lesions"]


def test_nobody_adds_a_value_to_what_is_worked_out(open_case: OpenCase) -> None:
    window = open_case(studies=studies(), series=[a_series("crp", (0, 5.0))])
    window.session.annotating.sign("Ann")
    window.session.select("sum-of-lesion-diameters")
    press(window, "V")
    fields = window.panels.annotations.editor.fields
    offered = [fields.series.itemData(at) for at in range(fields.series.count())]
    assert offered == ["crp"]
    assert fields.series.currentData() == "crp"


@pytest.mark.parametrize("horizon", [0, 39, 40, 89])
def test_whatever_comes_later_nothing_of_it_is_seen(
    qtbot: QtBot, tmp_path: Path, horizon: int
) -> None:
    other = [(name, day, sizes) for name, day, sizes in STUDIES if day <= horizon]
    other += [("quagga", 95, (1.0, 2.0, 3.0)), ("zephyr", 120, (90.0, 80.0))]
    raw = {
        "format": "dayline-case/1",
        "id": "small",
        "title": [{"text": "Made up"}],
        "subject": {"is_synthetic": True},
        "day_zero": {"text": "A made-up day"},
    }
    one = written(raw | {"studies": studies()}, tmp_path / "one")
    two = written(raw | {"studies": studies(*other)}, tmp_path / "two")
    with (
        opened(qtbot, one, tmp_path / "1", (1280, 800)) as mine,
        opened(qtbot, two, tmp_path / "2", (1280, 800)) as theirs,
    ):
        twins = Twins(qtbot, mine, theirs, tmp_path)
        twins.lead(lambda window: hide_after(window, horizon))
        assert twins.found("lesions") == {}


# -- exports ---------------------------------------------------------------------------------------


def test_the_dialog_says_that_pictures_stay_and_the_file_has_no_sums(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    hand = KindHand(qtbot, window, "data")
    fields = hand.dialog.fields
    assert fields.left_out.isHidden()
    hand.choose(fields.file, "Case")
    assert fields.left_out.isVisible()
    assert "they may name the patient" in fields.left_out.text()
    hand.name(tmp_path / "out.dayline")
    hand.exported()
    found = open_file(tmp_path / "out.dayline")
    assert found.case.series == ()
    assert found.case.studies == open_file(_folder(window)).case.studies


def test_where_there_are_no_pictures_nothing_is_said_of_them(
    qtbot: QtBot, open_case: OpenCase
) -> None:
    hand = KindHand(qtbot, open_case(), "data")
    hand.choose(hand.dialog.fields.file, "Case")
    assert hand.dialog.fields.left_out.isHidden()


def test_sums_are_in_the_exported_table(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hand = KindHand(qtbot, window, "data")
    hand.choose(hand.dialog.fields.file, "Values")
    hand.name(tmp_path / "values.csv")
    hand.exported()
    with (tmp_path / "values.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["analyte"] == ANALYTE]
    values = [row for row in rows if row["row"] == "value"]
    assert [(row["start_day"], row["value"], row["unit"]) for row in values] == [
        ("0", "62", "mm"),
        ("40", "40", "mm"),
        ("90", "52", "mm"),
    ]
    assert {row["evidence"] for row in values} == {"derived"}
    assert "Progressive disease (PD) by target lesions alone" in values[2]["remarks"]


def _folder(window: Window) -> Path:
    opened_ = window.session.opened
    assert opened_ is not None
    assert json.loads((opened_.path / "case.json").read_text("utf-8"))["id"] == "small"
    return opened_.path
