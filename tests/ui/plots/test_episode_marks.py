"""Episodes at the foot of the glucose panel: where they lie, and never more than columns."""

from __future__ import annotations

import numpy as np
import pytest

from tests.making import a_case
from tests.making_sensor import sensor_parts
from viewer.geometry.time_scale import TimeScale
from viewer.model.glucose_course import GlucoseCourse, glucose_course
from viewer.model.time import Span
from viewer.ui.plots.episode_marks import LEAST_PX, episode_columns


@pytest.fixture(scope="module")
def course() -> GlucoseCourse:
    found = glucose_course(a_case(**sensor_parts()))
    assert found is not None
    return found


def test_marks_stand_at_their_episodes(course: GlucoseCourse) -> None:
    scale = TimeScale(Span(1, 3), 100, 960)  # 20 pixels an hour
    for level, left in ((2, 160), (1, 640)):
        ((start, end),) = episode_columns(course, level, scale, 1060).tolist()
        assert (start, end) == pytest.approx((left, left + 20), abs=1)


def test_a_mark_is_cut_at_the_edge_of_the_window_and_of_a_fold(course: GlucoseCourse) -> None:
    half = TimeScale(Span(1 + 3.5 / 24, 2), 100, 410)
    assert episode_columns(course, 2, half, 510)[0].tolist() == pytest.approx([100, 110], abs=1)
    folded = TimeScale(Span(0, 2), 0, 480, (Span(0.25, 1.0),), 30)
    ((left, right),) = episode_columns(course, 2, folded, 480).tolist()
    assert left == np.floor(folded.x(1 + 3 / 24))
    assert right == np.ceil(folded.x(1 + 4 / 24))


def test_marks_that_touch_become_one_and_none_is_lost(course: GlucoseCourse) -> None:
    for width in (20, 60, 200, 900):
        scale = TimeScale(Span(0, 16), 0, width)
        for level in (1, 2):
            marks = episode_columns(course, level, scale, width)
            assert len(marks) <= width
            assert np.all(marks[1:, 0] > marks[:-1, 1])
            starts = np.floor(scale.xs(course.starts[course.levels == level]))
            inside = (marks[:, :1] <= starts) & (starts < marks[:, 1:])
            assert np.all(inside.sum(axis=0) == 1)
            assert np.all(marks[:-1, 1] - marks[:-1, 0] >= LEAST_PX)


def test_a_window_without_episodes_has_no_marks(course: GlucoseCourse) -> None:
    assert episode_columns(course, 1, TimeScale(Span(0.5, 0.9), 0, 500), 500).shape == (0, 2)
