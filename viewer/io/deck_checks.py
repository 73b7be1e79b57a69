"""Whether the scenes of a case name what there is: parts, lanes, series, events and panels."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from viewer.io.case_draft import CaseDraft
from viewer.io.fault_wording import close_match
from viewer.io.json_places import JsonPath
from viewer.model import problem_texts
from viewer.model.panel_names import PANELS
from viewer.model.scene import Scene

GUESSED = (problem_texts.UNKNOWN_COLUMN, problem_texts.UNKNOWN_LANE, problem_texts.UNKNOWN_SERIES)
"""Only of these there are so few that looking for a similar id takes no time."""
Named = tuple[JsonPath, str]
"""A place in a scene, and the id that stands there."""


@dataclass(frozen=True)
class Known:
    """The ids that there are, of each kind that a scene may name."""

    parts: Collection[str]
    events: Collection[str]
    lanes: Collection[str]
    series: Collection[str]
    left_out: Collection[str]
    """Ids of entries that the file gives and that are broken."""


def check_deck(draft: CaseDraft, deck: tuple[Scene, ...], known: Known) -> None:
    """Find what scenes name and the case lacks; each such name is left out of its scene."""
    columns = {*known.lanes, *known.series}
    kinds = (
        (known.parts, problem_texts.UNKNOWN_LINK, _parts),
        (columns, problem_texts.UNKNOWN_COLUMN, _columns),
        (known.lanes, problem_texts.UNKNOWN_LANE, _lanes),
        (known.series, problem_texts.UNKNOWN_SERIES, _series),
        (known.events, problem_texts.UNKNOWN_EVENT, _zero),
    )
    for index, scene in enumerate(deck):
        path: JsonPath = ("deck", index)
        for ids, message, named in kinds:
            for place, id_ in named(scene):
                if id_ not in ids:
                    _warn(draft, (*path, *place), id_, message, known.left_out, ids)
        if scene.panel is not None and scene.panel not in PANELS:
            _warn_panel(draft, (*path, "panel"), scene.panel)


def _warn(
    draft: CaseDraft,
    path: JsonPath,
    id_: str,
    message: str,
    left_out: Collection[str],
    ids: Collection[str],
) -> None:
    values = {"id": id_}
    if id_ in left_out:
        texts = problem_texts.LINK_TO_LEFT_OUT, problem_texts.LINK_TO_LEFT_OUT_REMEDY
    elif message in GUESSED and (guess := close_match(id_, ids)):
        texts = message, problem_texts.UNKNOWN_LANE_GUESS
        values["guess"] = guess
    else:
        texts = message, problem_texts.UNKNOWN_LINK_REMEDY
    draft.warn(path, *texts, values, loses=True)


def _warn_panel(draft: CaseDraft, path: JsonPath, name: str) -> None:
    values = {"name": name, "choices": ", ".join(PANELS)}
    texts = problem_texts.UNKNOWN_PANEL, problem_texts.UNKNOWN_PANEL_REMEDY
    draft.warn(path, *texts, values, loses=True)


# --- what a scene names, of each kind -----------------------------------------------------


def _listed(scene: Scene, *names: str) -> Iterator[Named]:
    for name in names:
        for number, id_ in enumerate(getattr(scene, name)):
            yield (name, number), id_


def _parts(scene: Scene) -> Iterator[Named]:
    if scene.select is not None:
        yield ("select",), scene.select
    yield from _listed(scene, "highlights")


def _columns(scene: Scene) -> Iterator[Named]:
    return _listed(scene, "hidden")


def _lanes(scene: Scene) -> Iterator[Named]:
    return _listed(scene, "collapsed", "lane_order")


def _series(scene: Scene) -> Iterator[Named]:
    for id_ in scene.drawing.scales if scene.drawing is not None else ():
        yield ("drawing", "scales", id_), id_


def _zero(scene: Scene) -> Iterator[Named]:
    if scene.labels is not None and scene.labels.zero is not None:
        yield ("labels", "zero"), scene.labels.zero
