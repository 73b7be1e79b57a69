"""From what the window shows to a scene, and back."""

from dataclasses import replace

from viewer.model import view_state
from viewer.model.case import Case
from viewer.model.course import part
from viewer.model.filter import NO_FILTER
from viewer.model.folded_time import merged
from viewer.model.numbering import Numbering
from viewer.model.part import Text
from viewer.model.plot_choices import AS_REPORTED, PlotChoices
from viewer.model.scene import Days, Drawing, Labels, Scene, SeenPicture
from viewer.model.time import Span
from viewer.model.view_state import ViewState


def scene_of(
    state: ViewState,
    id_: str,
    title: Text,
    panel: str | None = None,
    picture: SeenPicture | None = None,
) -> Scene:
    """Keep what a window shows as a scene; `panel` is the one in front, `picture` what it shows."""
    is_whole = state.window == state.bounds
    labels = Labels(kind=state.numbering.kind, zero=state.numbering.zero)
    return Scene(
        id=id_,
        title=title,
        horizon=state.horizon,
        window=None if is_whole else _days(state.window),
        cursor=state.cursor,
        select=state.selection,
        highlights=tuple(sorted(state.highlights)),
        hidden=tuple(sorted(state.hidden)),
        collapsed=tuple(sorted(state.collapsed)),
        lane_order=state.lane_order,
        folds=tuple(_days(fold) for fold in state.folds),
        panel=panel,
        picture=picture if panel == "imaging" else None,
        labels=labels,
        drawing=None if state.plots == AS_REPORTED else _drawing(state.plots),
    )


def kept_again(
    scene: Scene,
    state: ViewState,
    panel: str | None = None,
    picture: SeenPicture | None = None,
) -> Scene:
    """Give a scene that shows what a window shows, with its own words and choices."""
    own = ("notes", "planned_s", "annotations")
    fresh = scene_of(state, scene.id, scene.title, panel, picture)
    return fresh.model_copy(update={name: getattr(scene, name) for name in own})


def as_scene(state: ViewState, scene: Scene, told: Case) -> ViewState:
    """Show a scene of the case as it is disclosed; what it names and is not there is left out.

    `state` is that of the case at the scene's horizon.
    """
    labels = scene.labels
    state = replace(
        state,
        folds=(),
        fold_share=view_state.FOLD_NEVER,
        kept_open=(),
        hidden=frozenset(scene.hidden),
        collapsed=frozenset(scene.collapsed),
        lane_order=scene.lane_order,
        selection=scene.select if _is_there(scene.select, told) else None,
        hit=None,
        sought="",
        highlights=frozenset(id_ for id_ in scene.highlights if _is_there(id_, told)),
        second=None,
        periods=(),
        plots=_plots(scene.drawing),
        shows_annotations=scene.annotations,
        filter=NO_FILTER,
    )
    if labels is not None and (labels.zero is None or _is_there(labels.zero, told)):
        state = replace(state, numbering=Numbering(labels.kind, labels.zero))
    window = state.bounds if scene.window is None else scene.window.span
    state = view_state.show(state, window)
    if scene.folds:
        state = view_state.fold(state, *merged(days.span for days in scene.folds))
    return view_state.move_cursor(state, state.cursor if scene.cursor is None else scene.cursor)


def missing(scene: Scene, case: Case) -> tuple[str, ...]:
    """Give the ids that a scene names and the whole case lacks, each once."""
    zero = None if scene.labels is None else scene.labels.zero
    named = (scene.select, *scene.highlights, *scene.hidden, *scene.collapsed, zero)
    columns = {one.id for one in case.lanes} | {one.id for one in case.series}
    gone = (id_ for id_ in named if id_ is not None and id_ not in columns)
    return tuple(dict.fromkeys(id_ for id_ in gone if not _is_there(id_, case)))


def _is_there(id_: str | None, case: Case) -> bool:
    return id_ is not None and part(case, id_) is not None


def _days(span: Span) -> Days:
    return Days(start=span.start, end=span.end)


def _drawing(plots: PlotChoices) -> Drawing:
    return Drawing(
        converted=tuple(sorted(plots.converted)),
        scale=plots.scale,
        scales=dict(plots.scales),
        is_shared=plots.is_shared,
        is_overlay=plots.is_overlay,
        follows_window=plots.follows_window,
    )


def _plots(drawing: Drawing | None) -> PlotChoices:
    if drawing is None:
        return AS_REPORTED
    return PlotChoices(
        converted=frozenset(drawing.converted),
        scale=drawing.scale,
        scales=tuple(sorted(drawing.scales.items())),
        is_shared=drawing.is_shared,
        is_overlay=drawing.is_overlay,
        follows_window=drawing.follows_window,
    )
