"""What the window shows, as one frozen value, and the pure steps from one to the next.

Every step is clamped to the course's `bounds`, so that no view has to be careful.
"""

from dataclasses import dataclass, replace

from viewer.model.case_texts import Hit
from viewer.model.filter import NO_FILTER, Filter
from viewer.model.folded_time import Folds, folded, merged, unfolded
from viewer.model.label_kinds import Kind
from viewer.model.numbering import AS_COUNTED, Numbering
from viewer.model.plot_choices import AS_REPORTED, Change, PlotChoices
from viewer.model.time import Span

FOLD_SHARES = (0.2, 0.3, 0.5)
"""Shares of the window that a person can choose for gaps to fold by themselves."""
FOLD_NEVER = 1.0
"""No gap takes more than the window."""
SHORTEST_WINDOW_DAYS = 1 / 144
"""Zooming in ends at ten minutes, in which a sensor gives two values."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """What the screen shows: window, cursor, horizon and selection.

    `bounds` is the whole course as far as it is disclosed; `cursor` is a moment in days.
    """

    bounds: Span
    window: Span
    cursor: float
    horizon: int | None = None
    selection: str | None = None
    hidden: frozenset[str] = frozenset()
    """Ids of the lanes and series that the person has hidden."""
    collapsed: frozenset[str] = frozenset()
    """Ids of the lanes that are shown as one row, with all that stands below them."""
    lane_order: tuple[str, ...] = ()
    """Ids of the lanes in the order that the person gave them; the case's, where it is empty."""
    folds: Folds = ()
    """Stretches of days that are folded away, in order and apart."""
    fold_share: float = FOLD_NEVER
    """Gaps that take more than this share of the window fold by themselves."""
    kept_open: Folds = ()
    """Gaps that the person opened and that stay open."""
    sought: str = ""
    """What the person looks for, as it was typed; empty for nothing."""
    hit: Hit | None = None
    """The place of what is sought that was gone to last, while it is still selected."""
    filter: Filter = NO_FILTER
    """What the person wants to look at; all else is faint."""
    plots: PlotChoices = AS_REPORTED
    """How values are drawn."""
    numbering: Numbering = AS_COUNTED
    """How the days are labelled."""
    second: float | None = None
    """The moment of the second cursor; None where there is none (days)."""
    periods: tuple[Span, ...] = ()
    """The periods to compare, at most two, each of whole days."""
    highlights: frozenset[str] = frozenset()
    """Ids of the parts that are washed in the highlighter's colour."""
    shows_annotations: bool = True
    """Whether what reviewers have added is shown."""
    pins: tuple[str, ...] = ()
    """Ids of the parts whose details stay in view, each once, in the order of pinning."""


def opening(bounds: Span, horizon: int | None = None) -> ViewState:
    """Show the whole course, the cursor on day zero or the day nearest to it."""
    return move_cursor(ViewState(bounds, bounds, bounds.start, horizon), 0.5)


def fit(state: ViewState) -> ViewState:
    """Show the whole course."""
    return replace(state, window=state.bounds)


def show(state: ViewState, window: Span) -> ViewState:
    """Show `window`, kept inside the course and no shorter than ten minutes."""
    return replace(state, window=_inside(window, state.bounds))


def pan(state: ViewState, days: float) -> ViewState:
    """Move the window by `days`, later where positive; stops at the ends of the course.

    Days that are folded away do not count, so that the window keeps what it shows of the others.
    """
    window = _folded(state.window, state)
    return _show_folded(state, Span(window.start + days, window.end + days))


def zoom_about(state: ViewState, day: float, factor: float) -> ViewState:
    """Show `factor` times as many days, leaving `day` where it is on the screen."""
    window, course = _folded(state.window, state), _folded(state.bounds, state)
    length = min(max(window.days * factor, SHORTEST_WINDOW_DAYS), course.days)
    moment = folded(day, state.folds)
    start = moment - (moment - window.start) / window.days * length
    return _show_folded(state, Span(start, start + length))


def zoom_to(state: ViewState, span: Span) -> ViewState:
    """Show a finite span with a third of its length, and at least two days, on either side."""
    margin = max(span.days / 3, 2.0)
    return show(state, Span(span.start - margin, span.end + margin))


def centre(state: ViewState, day: float) -> ViewState:
    """Bring a moment into the middle of the window, as far as the course allows."""
    window = _folded(state.window, state)
    return pan(state, folded(day, state.folds) - (window.start + window.end) / 2)


def move_cursor(state: ViewState, day: float) -> ViewState:
    """Put the cursor on a moment, kept inside the course."""
    last = state.bounds.end - 1e-6
    return replace(state, cursor=min(max(day, state.bounds.start), last))


def reveal(state: ViewState, day: float) -> ViewState:
    """Move the window as little as needed for `day` to be well inside it."""
    window, moment = _folded(state.window, state), folded(day, state.folds)
    margin = window.days * 0.05
    if moment < window.start + margin:
        return pan(state, moment - margin - window.start)
    if moment > window.end - margin:
        return pan(state, moment + margin - window.end)
    return state


def select(state: ViewState, id_: str | None) -> ViewState:
    """Select a part by its id, or nothing."""
    return replace(state, selection=id_, hit=None)


def select_at(state: ViewState, id_: str | None, moment: float | None) -> ViewState:
    """Select a part and bring the cursor to its moment, inside the window, where it has one."""
    state = select(state, id_)
    if moment is None:
        return state
    state = move_cursor(state, moment)
    return reveal(state, state.cursor)


def highlight(state: ViewState, id_: str) -> ViewState:
    """Wash a part in the highlighter's colour, or take the wash away."""
    return replace(state, highlights=state.highlights ^ {id_})


def clear_highlights(state: ViewState) -> ViewState:
    """Take every wash away."""
    return replace(state, highlights=frozenset())


def seek(state: ViewState, text: str) -> ViewState:
    """Look for a text; nothing is gone to yet."""
    return state if text == state.sought else replace(state, sought=text, hit=None)


def go_to_hit(state: ViewState, hit: Hit, *rows: str) -> ViewState:
    """Select what was found, its lane after its groups (`rows`) shown, its day in the window."""
    return replace(go_to(state, hit.id, hit.moment, *rows), hit=hit)


def go_to(state: ViewState, id_: str, moment: float | None, *rows: str) -> ViewState:
    """Select a part and show it, its lane after its groups (`rows`), and its day.

    Nothing hides it then: no lane is hidden or collapsed about it, no day folded away.
    """
    hidden, collapsed = state.hidden - {id_, *rows}, state.collapsed - {*rows}
    state = replace(select(state, id_), hidden=hidden, collapsed=collapsed)
    return state if moment is None else _bring_to(state, moment)


def go_to_moment(state: ViewState, moment: float) -> ViewState:
    """Select nothing and show a moment, even where it was folded away."""
    return _bring_to(select(state, None), moment)


def _bring_to(state: ViewState, moment: float) -> ViewState:
    state = move_cursor(state, moment)
    around = [f for f in state.folds if f.start < state.cursor < f.end]
    state = unfold(state, *around) if around else state
    return reveal(state, state.cursor)


def sift(state: ViewState, chosen: Filter) -> ViewState:
    """Look only at what a filter keeps."""
    return replace(state, filter=chosen)


def hide(state: ViewState, id_: str, is_hidden: bool) -> ViewState:
    """Hide a lane or a series, or show it again."""
    hidden = state.hidden | {id_} if is_hidden else state.hidden - {id_}
    return replace(state, hidden=hidden)


def replot(state: ViewState, change: Change) -> ViewState:
    """Draw values another way."""
    return replace(state, plots=change(state.plots))


def fold(state: ViewState, *spans: Span) -> ViewState:
    """Fold stretches away; the window still shows some of the course beside them."""
    cut = (Span(max(s.start, state.bounds.start), min(s.end, state.bounds.end)) for s in spans)
    return _refold(state, merged((*state.folds, *cut)))


def unfold(state: ViewState, *spans: Span) -> ViewState:
    """Show again what these folds hid, and keep them open; without any, what all of them hid."""
    opened = tuple(f for f in state.folds if f in spans) if spans else state.folds
    state = replace(state, kept_open=merged((*state.kept_open, *opened)))
    return _refold(state, tuple(f for f in state.folds if f not in opened))


def fold_above(state: ViewState, share: float) -> ViewState:
    """Fold gaps by themselves from a share of the window on; nothing stays folded or open."""
    return _refold(replace(state, fold_share=share, kept_open=()), ())


def fold_gaps(state: ViewState, gaps: Folds) -> ViewState:
    """Fold just those of these gaps that take more of the window than the person allows."""
    if state.fold_share >= FOLD_NEVER:
        return state
    least = state.fold_share * state.window.days
    closed = (gap for gap in gaps if gap.days > least)
    folds = tuple(g for g in closed if not any(g.overlaps(o) for o in state.kept_open))
    return _refold(state, folds)


def label_days(state: ViewState, kind: Kind) -> ViewState:
    """Label days in another way; a count keeps the event that it starts with."""
    return replace(state, numbering=replace(state.numbering, kind=kind))


def count_from(state: ViewState, id_: str | None) -> ViewState:
    """Count days from an event, or with None from the case's day zero.

    Labels that count nothing from it become a count from 0.
    """
    kind = state.numbering.kind
    counts = id_ is None or kind in ("day_0", "day_1", "illness")
    return replace(state, numbering=Numbering(kind if counts else "day_0", id_))


def rebound(state: ViewState, bounds: Span, horizon: int | None) -> ViewState:
    """Change what is disclosed: a window on the whole course stays one, others are clamped."""
    window = bounds if state.window == state.bounds else state.window
    cut = (Span(max(f.start, bounds.start), min(f.end, bounds.end)) for f in state.folds)
    changed = replace(state, bounds=bounds, horizon=horizon, folds=())
    changed = _refold(replace(changed, window=_inside(window, bounds)), merged(cut))
    return move_cursor(changed, state.cursor)


def _refold(state: ViewState, folds: Folds) -> ViewState:
    """Take other folds where enough of the course is left to be shown beside them."""
    changed = replace(state, folds=folds)
    if _folded(state.bounds, changed).days < SHORTEST_WINDOW_DAYS:
        return state
    return _show_folded(changed, _folded(state.window, changed))


def _folded(span: Span, state: ViewState) -> Span:
    return Span(folded(span.start, state.folds), folded(span.end, state.folds))


def _show_folded(state: ViewState, window: Span) -> ViewState:
    """Show a stretch of folded time, kept inside the course and no shorter than ten minutes."""
    if not state.folds:
        return show(state, window)
    course = _folded(state.bounds, state)
    kept = _inside(window, course)
    if kept == course:
        return show(state, state.bounds)
    end = unfolded(kept.end, state.folds, is_end=True)
    return show(state, Span(unfolded(kept.start, state.folds), end))


def _inside(window: Span, bounds: Span) -> Span:
    if window.days >= bounds.days:
        return bounds  # exactly, so that a window on the whole course is known as one
    length = min(max(window.days, SHORTEST_WINDOW_DAYS), bounds.days)
    start = min(max(window.start, bounds.start), bounds.end - length)
    return Span(start, start + length)
