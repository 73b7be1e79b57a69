"""What is drawn on a picture: measured as the file bears out, kept, moved, undone and deleted."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.annotating_making import BEN, a_record, annotation_id
from tests.ui.imaging.pictured_case import (
    SHIFT,
    Desk,
    OpenDesk,
    a_study,
    desk,
    noise,
    open_desk,
    write_case,
    write_ct,
)
from viewer.model.annotation import Content, Measured, OnImage, PictureShape
from viewer.ui.imaging.lesion_dialog import LesionDialog
from viewer.ui.imaging.texts import picture_theme

__all__ = ["desk", "open_desk"]


def kept(desk: Desk) -> list[Content]:
    shown = desk.session.annotations.shown
    return [one.content for one in shown if one.content is not None and one.content.kind == "shape"]


def only(desk: Desk) -> tuple[OnImage, PictureShape, Content]:
    (content,) = kept(desk)
    target = content.target
    assert isinstance(target, OnImage)
    assert target.shape is not None
    return target, target.shape, content


def said(desk: Desk) -> str:
    """Give what stands beside the one shape on the picture."""
    from viewer.ui.imaging.measured_words import measured_lines

    frame, (drawn,) = desk.view.frame, desk.page.shaping.layer.shapes
    assert frame is not None
    assert drawn.measured is not None
    return "\n".join(measured_lines(drawn.measured, drawn.shape, frame))


def test_a_length_is_measured_by_one_drag(desk: Desk) -> None:
    desk.key(Qt.Key.Key_L)
    start, end = desk.spot(10, 20), desk.spot(40, 60)
    desk.drag(start, end)
    target, shape, content = only(desk)
    assert (target.study, shape.kind) == ("ct", "line")
    assert target.picture == desk.view.frame.key  # type: ignore[union-attr]
    assert shape.points[0] == pytest.approx((10, 20), abs=0.1)
    measured = content.measured
    assert measured is not None
    assert measured.length_mm == pytest.approx(0.5 * math.dist(*shape.points), abs=0.001)
    assert measured.length_mm == pytest.approx(25, abs=0.2)
    assert said(desk) == f"{measured.length_mm:.1f} mm".replace(".0 mm", " mm")


def test_a_length_is_measured_by_two_clicks_too(desk: Desk) -> None:
    desk.key(Qt.Key.Key_L)
    desk.click(desk.spot(10, 20))
    assert kept(desk) == []
    desk.hover(desk.spot(30, 30))
    desk.click(desk.spot(40, 60))
    assert only(desk)[1].points[1] == pytest.approx((40, 60), abs=0.1)


def test_a_length_follows_the_shape_of_the_pixels(open_desk: OpenDesk, tmp_path: Path) -> None:
    case = write_case(tmp_path / "case", [a_study()])
    write_ct(case / "ct", 3, PixelSpacing=[2.0, 0.5])
    desk = open_desk(case)
    desk.wait_loaded()
    desk.key(Qt.Key.Key_L)
    desk.drag(desk.spot(10, 10), desk.spot(10, 40))
    measured = only(desk)[2].measured
    assert measured is not None
    assert measured.length_mm == pytest.approx(60, abs=0.5)


def test_an_angle_takes_three_places(desk: Desk) -> None:
    desk.key(Qt.Key.Key_A)
    for x, y in ((40, 20), (20, 20), (20, 50)):
        desk.click(desk.spot(x, y))
    measured = only(desk)[2].measured
    assert measured is not None
    assert measured.angle_deg == pytest.approx(90, abs=0.5)
    assert said(desk).endswith("°")


def test_an_ellipse_tells_area_mean_and_spread_of_what_it_holds(desk: Desk) -> None:
    desk.key(Qt.Key.Key_E)
    desk.drag(desk.spot(10, 20), desk.spot(40, 50))
    _, shape, content = only(desk)
    measured = content.measured
    assert measured is not None
    (left, top), (right, bottom) = shape.points
    y, x = np.mgrid[0:64, 0:64] + 0.5
    middle, across, down = ((left + right) / 2, (top + bottom) / 2), right - left, bottom - top
    inside = ((x - middle[0]) * 2 / across) ** 2 + ((y - middle[1]) * 2 / down) ** 2 <= 1
    values = noise(3)[inside] - 1024.0
    assert measured.mean == pytest.approx(values.mean(), abs=0.001)
    assert measured.sd == pytest.approx(values.std(ddof=1), abs=0.001)
    assert measured.area_mm2 == pytest.approx(math.pi * across * down / 4 * 0.25, abs=0.001)
    assert measured.unit == "HU"
    area, spread = said(desk).splitlines()
    assert area.endswith(" mm²")
    assert spread.endswith(" HU")
    assert "±" in spread


def test_a_polygon_is_closed_where_it_began_or_by_a_double_click(desk: Desk) -> None:
    desk.key(Qt.Key.Key_G)
    for x, y in ((10, 10), (50, 10), (50, 50), (10, 50), (10, 10)):
        desk.click(desk.spot(x, y))
    _, shape, content = only(desk)
    assert len(shape.points) == 4
    assert content.measured is not None
    assert content.measured.area_mm2 == pytest.approx(400, abs=4)
    desk.session.annotating.undo()
    for x, y in ((10, 10), (50, 10)):
        desk.click(desk.spot(x, y))
    last = desk.spot(50, 50)
    desk.click(last)
    QTest.mouseDClick(desk.view, Qt.MouseButton.LeftButton, pos=last)
    assert len(only(desk)[1].points) == 3


def test_escape_abandons_what_is_drawn_then_the_tool(desk: Desk) -> None:
    desk.key(Qt.Key.Key_G)
    for x, y in ((10, 10), (50, 10), (50, 50)):
        desk.click(desk.spot(x, y))
    desk.key(Qt.Key.Key_Escape)
    desk.click(desk.spot(10, 10))
    desk.key(Qt.Key.Key_Escape)
    assert (kept(desk), desk.page.shaping.drawing.is_drawing) == ([], False)
    assert desk.page.shaping.drawing.tool == "polygon"
    desk.key(Qt.Key.Key_Escape)
    assert desk.page.shaping.drawing.tool == "pointer"


def test_a_drag_that_escape_ends_changes_nothing(desk: Desk) -> None:
    desk.key(Qt.Key.Key_L)
    desk.drag(desk.spot(10, 20), desk.spot(40, 60))
    before = only(desk)
    desk.key(Qt.Key.Key_V)
    desk.press(desk.spot(25, 40))
    desk.drag_to(desk.spot(40, 40))
    desk.key(Qt.Key.Key_Escape)
    desk.release(desk.spot(40, 40))
    assert only(desk) == before


def test_a_click_that_has_no_length_keeps_nothing(desk: Desk) -> None:
    desk.key(Qt.Key.Key_L)
    desk.click(desk.spot(10, 20))
    desk.click(desk.spot(10, 20))
    desk.key(Qt.Key.Key_E)
    desk.drag(desk.spot(10, 20), desk.spot(10, 60))
    assert kept(desk) == []


def test_a_shape_is_moved_as_one_step_and_undone(desk: Desk) -> None:
    desk.key(Qt.Key.Key_E)
    desk.drag(desk.spot(10, 20), desk.spot(30, 40))
    _, before, content = only(desk)
    desk.key(Qt.Key.Key_V)
    desk.drag(desk.spot(20, 20), desk.spot(35, 30))
    _, after, moved = only(desk)
    for old, new in zip(before.points, after.points, strict=True):
        assert new == pytest.approx((old[0] + 15, old[1] + 10), abs=0.2)
    assert moved.measured != content.measured  # other pixels lie in it
    desk.session.annotating.undo()
    assert only(desk)[1] == before
    desk.session.annotating.undo()
    assert kept(desk) == []


def test_a_handle_is_dragged_and_the_length_follows(desk: Desk) -> None:
    desk.key(Qt.Key.Key_L)
    desk.drag(desk.spot(10, 20), desk.spot(40, 20))
    desk.drag(desk.spot(40, 20), desk.spot(50, 20))  # it is chosen: its end is taken, not a new one
    _, shape, content = only(desk)
    assert shape.points[1] == pytest.approx((50, 20), abs=0.2)
    assert content.measured is not None
    assert content.measured.length_mm == pytest.approx(20, abs=0.2)


def test_delete_takes_the_chosen_shape_away(desk: Desk) -> None:
    desk.key(Qt.Key.Key_L)
    desk.drag(desk.spot(10, 20), desk.spot(40, 60))
    desk.key(Qt.Key.Key_V)
    desk.click(desk.spot(50, 10))
    desk.key(Qt.Key.Key_Delete)
    assert len(kept(desk)) == 1  # none was chosen
    desk.click(desk.spot(25, 40))
    desk.key(Qt.Key.Key_Delete)
    assert kept(desk) == []


def test_a_shape_stands_on_its_own_slice_alone(desk: Desk) -> None:
    desk.key(Qt.Key.Key_L)
    desk.drag(desk.spot(10, 20), desk.spot(40, 60))
    drawn = desk.view.grab().toImage()
    desk.key(Qt.Key.Key_Down)
    assert desk.page.shaping.layer.shapes == ()
    desk.key(Qt.Key.Key_Up)
    desk.click(desk.spot(60, 10))
    assert len(desk.page.shaping.layer.shapes) == 1
    assert desk.view.grab().toImage().size() == drawn.size()


def test_without_a_scale_no_millimetres_are_told(open_desk: OpenDesk, tmp_path: Path) -> None:
    case = write_case(tmp_path / "case", [a_study()])
    write_ct(case / "ct", 3, PixelSpacing=None)
    desk = open_desk(case)
    desk.wait_loaded()
    desk.key(Qt.Key.Key_L)
    desk.drag(desk.spot(10, 20), desk.spot(40, 60))
    measured = only(desk)[2].measured
    assert measured is not None
    assert measured.length_mm is None
    found = re.fullmatch(r"no scale: ([\d.]+) px", said(desk))
    assert found is not None
    assert float(found[1]) == pytest.approx(50, abs=0.5)


def test_on_a_projection_a_length_is_said_to_be_at_the_detector(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    case = write_case(tmp_path / "case", [a_study()])
    gone = {"PixelSpacing": None, "ImagePositionPatient": None, "ImageOrientationPatient": None}
    write_ct(case / "ct", 1, Modality="CR", ImagerPixelSpacing=[0.2, 0.2], **gone)
    desk = open_desk(case)
    desk.wait_loaded()
    desk.key(Qt.Key.Key_L)
    desk.drag(desk.spot(10, 20), desk.spot(40, 60))
    found = re.fullmatch(r"([\d.]+) mm at the detector", said(desk))
    assert found is not None
    assert float(found[1]) == pytest.approx(10, abs=0.1)
    measured = only(desk)[2].measured
    assert measured is not None
    assert measured.is_at_detector


def test_a_length_is_named_as_the_diameter_of_a_lesion(desk: Desk) -> None:
    desk.key(Qt.Key.Key_L)
    desk.drag(desk.spot(10, 20), desk.spot(40, 60))
    for name, is_node in (("L1", False), ("N1", True)):
        desk.key(Qt.Key.Key_N)
        dialog = next(d for d in desk.page.findChildren(LesionDialog) if d.isVisible())
        dialog.name.setText(name)
        dialog.node.setChecked(is_node)
        dialog.accept()
        measured = only(desk)[2].measured
        assert measured is not None
        assert (measured.lesion, measured.is_node) == (name, is_node)
        assert name in said(desk)
    desk.session.annotating.undo()
    assert said(desk).startswith("L1")
    assert desk.page.shaping.keeping.lesions() == ("L1",)


def test_what_was_measured_is_measured_anew_from_where_it_is_dragged_not_its_name(
    desk: Desk,
) -> None:
    desk.key(Qt.Key.Key_L)
    desk.drag(desk.spot(10, 20), desk.spot(40, 20))
    (one,) = desk.session.annotations.shown
    desk.page.shaping.keeping.name_lesion(one.id, "L1", is_node=False)
    desk.drag(desk.spot(40, 20), desk.spot(50, 20))
    measured = only(desk)[2].measured
    assert measured is not None
    assert measured.lesion == "L1"
    assert measured.length_mm == pytest.approx(20, abs=0.2)


def test_selecting_a_measurement_shows_its_slice(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Home)
    desk.key(Qt.Key.Key_L)
    desk.drag(desk.spot(10, 20), desk.spot(40, 60))
    (one,) = desk.session.annotations.shown
    desk.key(Qt.Key.Key_End)
    desk.session.select(one.id)
    assert desk.view.view.frame == 0
    desk.key(Qt.Key.Key_End)
    desk.panel.show_state()
    assert desk.view.view.frame == 6  # one can scroll on from there
    desk.session.select("ct")
    desk.session.select(one.id)
    assert desk.view.view.frame == 0


def test_shift_still_moves_the_picture_while_a_tool_is_chosen(desk: Desk) -> None:
    desk.key(Qt.Key.Key_L)
    middle = desk.view.rect().center()
    desk.drag(middle, middle + QPoint(30, 30), keys=SHIFT)
    assert kept(desk) == []
    QApplication.processEvents()
    assert desk.view.view.zoom is not None


def test_what_is_drawn_goes_on_while_a_colleague_writes_or_the_panel_is_shown_anew(
    desk: Desk,
) -> None:
    desk.key(Qt.Key.Key_G)
    for x, y in ((10, 10), (50, 10)):
        desk.click(desk.spot(x, y))
    desk.panel.show_state()
    desk.session.annotations_changed.emit()
    for x, y in ((50, 50), (10, 10)):
        desk.click(desk.spot(x, y))
    assert len(only(desk)[1].points) == 3


def test_a_colleagues_shape_is_drawn_in_their_colour_and_stays_where_it_is(desk: Desk) -> None:
    frame = desk.view.frame
    assert frame is not None
    shape = PictureShape(kind="line", points=((10, 20), (40, 20)))
    target = OnImage(study="ct", picture=frame.key, shape=shape)
    content = Content(kind="shape", target=target, measured=Measured(length_mm=15.0))
    record = a_record(
        id_=annotation_id(BEN), content=content, name="Ben", clock=50, at="2026-11-30T12:00:00Z"
    )
    keeping = desk.session.annotating.keeping
    assert keeping is not None
    desk.key(Qt.Key.Key_L)
    desk.drag(desk.spot(10, 50), desk.spot(40, 50))
    keeping.add((record,))
    own, theirs = sorted(desk.page.shaping.layer.shapes, key=lambda one: one.is_mine, reverse=True)
    assert (own.is_mine, theirs.is_mine) == (True, False)
    assert own.sign is not None
    assert theirs.sign is not None
    assert own.sign.colour != theirs.sign.colour
    image = desk.view.grab().toImage()
    colours = picture_theme().authors
    for drawn, y in ((own, 50), (theirs, 20)):
        assert drawn.sign is not None
        end, wanted = desk.spot(10, y), colours[drawn.sign.colour]
        square = [image.pixelColor(end + QPoint(x, y)) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        assert wanted in square
    desk.key(Qt.Key.Key_V)
    desk.drag(desk.spot(25, 20), desk.spot(25, 40))
    assert desk.session.annotations.content(theirs.id) == content
    desk.click(desk.spot(25, 20))
    desk.key(Qt.Key.Key_Delete)
    assert desk.session.annotations.content(theirs.id) == content


def test_the_pointer_shows_what_can_be_taken(desk: Desk) -> None:
    def shape_at(x: float, y: float) -> Qt.CursorShape:
        desk.hover(desk.spot(x, y))
        return desk.view.cursor().shape()

    desk.key(Qt.Key.Key_L)
    assert shape_at(25, 20) == Qt.CursorShape.CrossCursor
    desk.drag(desk.spot(10, 20), desk.spot(40, 20))
    assert shape_at(10, 20) == Qt.CursorShape.SizeAllCursor
    assert shape_at(25, 40) == Qt.CursorShape.CrossCursor
    desk.key(Qt.Key.Key_V)
    assert shape_at(25, 20) == Qt.CursorShape.OpenHandCursor
    assert shape_at(25, 40) == Qt.CursorShape.ArrowCursor
    QTest.keyPress(desk.view, Qt.Key.Key_Space)
    assert desk.view.cursor().shape() == Qt.CursorShape.OpenHandCursor
    QTest.keyRelease(desk.view, Qt.Key.Key_Space)
    assert desk.view.cursor().shape() == Qt.CursorShape.ArrowCursor
