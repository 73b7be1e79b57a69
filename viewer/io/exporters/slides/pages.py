"""A scene laid out as one slide: title and facts over the chart, the panel beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from viewer.geometry.time_scale import TimeScale
from viewer.io.exporters.slides import slide_words as say
from viewer.io.exporters.slides.axis import (
    RULER_H,
    after_things,
    grid_things,
    line_things,
    ruler_things,
)
from viewer.io.exporters.slides.ground import Ground, Told
from viewer.io.exporters.slides.lanes import (
    ShapedLane,
    broken,
    lane_things,
    shaped_lanes,
    title_width,
)
from viewer.io.exporters.slides.look import slide_look
from viewer.io.exporters.slides.panel_facts import panel_facts
from viewer.io.exporters.slides.side_panel import Picture, panel_things
from viewer.io.exporters.slides.slide_words import SlideWords
from viewer.io.exporters.slides.strip_scales import StripSeries, strips_of
from viewer.io.exporters.slides.strip_shapes import before_width
from viewer.io.exporters.slides.strips import (
    heights,
    place_strip,
    strip_grounds,
    strip_things,
)
from viewer.io.exporters.slides.things import Box, Chart, Group, Page, Run, Stroke, Thing, Words
from viewer.io.exporters.slides.type_sizes import LINE, lines, one_line, width, written
from viewer.model import view_state
from viewer.model.case import Case
from viewer.model.course import bounds
from viewer.model.lanes import rows
from viewer.model.numbering import counting_of, numbering_of
from viewer.model.scene import Scene
from viewer.model.scene_view import as_scene

HEIGHT_PT = 540.0
WIDE_PT, NARROW_PT = 960.0, 720.0
"""The width of a slide of 16:9, and of 4:3."""
MARGIN_PT = 30.0
TOP_PT = 18.0
FOOT_PT = 24.0
TITLE_PT = (28.0, 24.0, 21.0)
FACTS_PT = 12.5
SIZES_PT = (13.5, 12.5, 11.5, 10.5)
"""Fonts of a chart, from the one that is wanted to the one that is still read."""
PANEL_SHARES = (0.36, 0.4)
"""How much of the width a panel takes, on a wide slide and on a narrow one."""
BESIDE_PT = (12.0, 11.25, 10.5, 10.0)
"""The same beside a panel, where the chart is narrow."""
GUTTER_EM = 7.0
MOST_GUTTER = 0.24
MOST_NAMED = 7
"""Of what there is no room for so many are named."""
MOST_LINES = 2
PANEL_GAP_PT = 18.0


@dataclass(frozen=True)
class Frame:
    """The places of a slide (points)."""

    width: float

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN_PT

    @property
    def footer(self) -> Box:
        """The line at the foot."""
        return Box(MARGIN_PT, HEIGHT_PT - FOOT_PT, self.inner - 60, 14)

    @property
    def number(self) -> Box:
        """The number of the slide."""
        return Box(self.width - MARGIN_PT - 50, HEIGHT_PT - FOOT_PT, 50, 14)


def frame_of(is_wide: bool) -> Frame:
    """Give the places of a wide or a narrow slide."""
    return Frame(WIDE_PT if is_wide else NARROW_PT)


def told_of(case: Case, scene: Scene, words: SlideWords) -> Told:
    """Give a scene as it is shown of its disclosed case; what that lacks is left out."""
    course = bounds(case, scene.horizon)
    opened = view_state.opening(course, scene.horizon)
    opened = replace(opened, numbering=numbering_of(case))
    state = as_scene(opened, scene, case)
    counting = counting_of(state.numbering, case, state.bounds)
    return Told(case, state, counting, words, slide_look())


def page_of(
    case: Case,
    scene: Scene,
    words: SlideWords,
    *,
    is_wide: bool = True,
    has_notes: bool = True,
    picture: Picture | None = None,
) -> Page:
    """Lay out a scene of a case that is already disclosed at the scene's horizon."""
    told, frame = told_of(case, scene, words), frame_of(is_wide)
    title = _title(told, scene, frame)
    panel = panel_facts(told, scene.panel) if scene.panel is not None else None
    share = PANEL_SHARES[0 if is_wide else 1] if panel is not None else 0.0
    facts, chart = _facts_and_chart(told, title, frame, share)
    things: list[Thing] = [*chart.things()]
    if panel is not None:
        left, wide = frame.width - MARGIN_PT - frame.inner * share, frame.inner * share
        box = Box(left, chart.box.top, wide, chart.box.height)
        things += panel_things(told, panel, box, picture)
    ink_3 = told.look.role("ink_3")
    notes = scene.notes.pick(told.language) if has_notes and scene.notes is not None else ""
    footer = Words(frame.footer, (Run(told.say(say.FOOTER), 10.0, ink_3),))
    return Page(title, facts, footer, tuple(things), written(notes))


def _facts_and_chart(
    told: Told, title: Words, frame: Frame, panel_share: float
) -> tuple[Words, "ChartPlan"]:
    """Lay out the line of facts and the chart under it; the line names what has no room there.

    Where that takes two lines the chart is laid out again under them.
    """
    sizes = BESIDE_PT if panel_share else SIZES_PT
    wide = frame.inner * (1 - panel_share) - (PANEL_GAP_PT if panel_share else 0)
    count, left_out = 1, tuple[str, ...]()
    while True:
        high = count * LINE * FACTS_PT
        facts = Box(MARGIN_PT, title.box.bottom + 1, frame.inner, high)
        top, bottom = facts.bottom + 8, frame.footer.top - 5
        chart = fit(told, Box(MARGIN_PT, top, wide, bottom - top), sizes)
        left_out = chart.left_out
        text = _facts_text(told, left_out, frame.inner)
        if (needed := lines(text, frame.inner, FACTS_PT)) <= count:
            run = Run(text, FACTS_PT, told.look.role("ink_2"))
            return Words(facts, (run,), is_wrapped=True), chart
        count = needed


def _facts_text(told: Told, left_out: tuple[str, ...], room: float) -> str:
    """Say the facts in at most two lines: of many names that found no room the last are counted."""
    most = min(MOST_NAMED, len(left_out))
    tries = [facts_words(told, left_out, named) for named in range(most, -1, -1)]
    return next((t for t in tries if lines(t, room, FACTS_PT) <= MOST_LINES), tries[-1])


def _title(told: Told, scene: Scene, frame: Frame) -> Words:
    """Set the title in the largest font in which it takes one line, else in two."""
    text = one_line(scene.title.pick(told.language))
    size = next((s for s in TITLE_PT if width(text, s, is_bold=True) <= frame.inner), TITLE_PT[-1])
    count = min(2, lines(text, frame.inner, size, is_bold=True))
    box = Box(MARGIN_PT, TOP_PT, frame.inner, count * 1.25 * size)
    return Words(box, (Run(text, size, told.look.role("ink"), is_bold=True),), is_wrapped=True)


def facts_words(told: Told, left_out: tuple[str, ...], named: int) -> str:
    """Say who it is, up to which day, and what there was no room for, the first of it by name."""
    subject, horizon = told.case.subject, told.state.horizon
    parts = [told.say(say.WHO, who=told.words.who(subject))]
    if subject.is_synthetic:
        parts.insert(0, told.say(say.SYNTHETIC))
    if horizon is not None:
        parts.append(told.say(say.UP_TO, day=told.words.day(horizon, told.counting)))
    if left_out:
        names = [*left_out[:named]]
        if len(left_out) > named:
            names.append(told.say(say.AND_MORE, count=len(left_out) - named))
        parts.append(told.say(say.NO_ROOM, names=told.words.in_line(names)))
    return one_line(written(" ".join(parts)))


# -- the chart --------------------------------------------------------------------------------


@dataclass(frozen=True)
class ChartPlan:
    """The lanes and strips that found room in a box, and the names of those that did not."""

    box: Box
    ground: Ground
    lanes: tuple[ShapedLane, ...]
    strips: tuple[StripSeries, ...]
    stretch: float
    """How far strips are stretched from their least to their greatest height (0 to 1)."""
    left_out: tuple[str, ...] = ()

    def things(self) -> Iterator[Thing]:
        """Draw everything, from the back to the front."""
        ground, rule = self.ground, self.ground.told.look.role("rule")
        lanes_end = self.box.top + sum(lane.height(ground) for lane in self.lanes)
        tall = [_stretched(heights(strip, ground), self.stretch) for strip in self.strips]
        bottom = lanes_end + sum(tall)
        placed, top = [], lanes_end
        for strip, high in zip(self.strips, tall, strict=True):
            placed.append(place_strip(strip, top, high, ground))
            top += high
        told: list[Thing] = []
        top = self.box.top
        for lane in self.lanes:
            told.append(Stroke(ground.gutter_left, top, ground.right, top, rule, 0.75))
            told += lane_things(lane, top, ground)
            top += lane.height(ground)
        for one in placed:
            told += strip_things(one, ground)
        words = [*words_in(told)]
        yield from after_things(self.box.top, bottom, ground)
        for one in placed:
            yield from broken(strip_grounds(one, ground), words)
        yield from grid_things(self.box.top, bottom, ground)
        yield from line_things(self.box.top, bottom, words, ground)
        yield from told
        yield from ruler_things(bottom, ground)


def words_in(things: Iterable[Thing]) -> Iterator[Box]:
    """Give where words stand, in the chart and at its points."""
    for thing in things:
        if isinstance(thing, Words):
            yield thing.box
        elif isinstance(thing, Group):
            yield from words_in(thing.things)
        elif isinstance(thing, Chart):
            yield from (label.box for one in thing.values for label in one.labels.values())


def fit(told: Told, box: Box, sizes: tuple[float, ...]) -> ChartPlan:
    """Lay out a chart in the first of some fonts in which all of it fits.

    Where not even the smallest has room for all, the last series are left out, then the last lanes:
    lanes tell the story, and a strip that is cut in two tells nothing.
    """
    strips = strips_of(told)
    for size in sizes:
        ground = _ground(told, box, strips, size)
        lanes = shaped_lanes(ground)
        if _needed(lanes, strips, ground) <= box.height:
            break
    names: list[str] = []
    while _needed(lanes, strips, ground) > box.height and len(lanes) + len(strips) > 1:
        if len(strips) > (1 if lanes else 0):
            names.append((strips[-1].series.title).pick(told.language))
            strips = strips[:-1]
        else:
            names.append(lanes[-1].row.lane.title.pick(told.language))
            lanes = lanes[:-1]
    return _loosened(box, ground, lanes, strips, tuple(one_line(n) for n in reversed(names)))


def _loosened(
    box: Box,
    ground: Ground,
    lanes: tuple[ShapedLane, ...],
    strips: tuple[StripSeries, ...],
    names: tuple[str, ...],
) -> ChartPlan:
    """Spread what there is over the room: rows first, then strips."""
    spare = box.height - _needed(lanes, strips, ground)
    loose = ground.loosened(1.0)
    growth = sum(lane.height(loose) - lane.height(ground) for lane in lanes)
    share = min(1.0, max(0.0, 0.75 * spare / growth)) if growth else 0.0
    spare -= share * growth
    ranges = [heights(strip, ground) for strip in strips]
    grows = sum(most - least for least, most in ranges)
    stretch = min(1.0, max(0.0, spare / grows)) if grows else 0.0
    spare -= stretch * grows
    if growth and spare > 0:
        share = min(1.0, share + spare / growth)
    return ChartPlan(box, ground.loosened(share), lanes, strips, stretch, names)


def _needed(
    lanes: tuple[ShapedLane, ...], strips: tuple[StripSeries, ...], ground: Ground
) -> float:
    least = sum(lane.height(ground) for lane in lanes)
    return least + sum(heights(strip, ground)[0] for strip in strips) + RULER_H * ground.h


def _stretched(ends: tuple[float, float], share: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * share


def _ground(told: Told, box: Box, strips: tuple[StripSeries, ...], size: float) -> Ground:
    """Give the columns of a chart: the gutter, the strip before the axis, and the axis."""
    plain = Ground(told, size, box.left, TimeScale(told.state.window, box.left, box.width))
    titles = [title_width(row, plain) for row in rows(told.case.lanes, told.state)]
    for strip in strips:
        name = (strip.series.short or strip.series.title).pick(told.language)
        titles.append(width(one_line(name), size, is_bold=True) + 3.4 * size)
    least = min(GUTTER_EM * size, MOST_GUTTER * box.width)
    gutter = min(max([least, *titles]), MOST_GUTTER * box.width)
    before = before_width(strips, plain)
    left = box.left + gutter + before
    axis = box.right - left - 0.25 * size
    scale = TimeScale(told.state.window, left, axis, told.state.folds, 3.5 * size)
    return Ground(told, size, box.left, scale, before)
