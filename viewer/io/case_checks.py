"""How the parts of a case fit together: names, ids, lanes, links, sources and files."""

import math
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from viewer.io.case_draft import CaseDraft
from viewer.io.case_faults import path_text
from viewer.io.case_files import Assets, is_inside
from viewer.io.case_shape import Shape, walk
from viewer.io.deck_checks import Known, check_deck
from viewer.io.fault_wording import close_match
from viewer.io.json_places import JsonPath
from viewer.model import lesion_texts, problem_texts
from viewer.model.case import Case, Source
from viewer.model.clinical import Figure, Images, Slide
from viewer.model.lesion_series import with_lesion_sums
from viewer.model.part import Evidence

SHARING = ("events", "series", "statements", "studies", "reports", "notes", "discrepancies")
"""The lists whose entries share one set of ids; the points of series share it, too."""
SCHEMA_NAME = "$schema"
"""The one name that the format does not use but editors do."""


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def declared_ids(document: dict[str, Any]) -> frozenset[str]:
    """Give every id that a raw case gives to an entry, sound or broken."""
    found = set[str]()
    for name in SHARING:
        ids = (entry.get("id") for entry in parts_in(document.get(name)))
        found.update(id_ for id_ in ids if isinstance(id_, str))
    return frozenset(found)


# --- before the case is validated ---------------------------------------------------------


def check_names(draft: CaseDraft, assets: Assets, *, tells_unknown: bool) -> None:
    """Find unknown names, unknown sources, and files that are missing or outside the case.

    Broken entries are looked at as well: a misspelt name is often what breaks them.
    """
    listed = draft.data.get("sources")
    sources = {one.get("id") for one in parts_in(listed) if isinstance(one.get("id"), str)}
    for path, shape, part in walk(draft.data):
        unknown = part.keys() - shape.model_fields.keys()
        for name in sorted(unknown):
            _check_numbers(draft, (*path, name), part[name])
            if tells_unknown and (*path, name) != (SCHEMA_NAME,):
                _warn_unknown(draft, path, name, shape, part)
        if shape is Evidence:
            _check_source(draft, path, part.get("source"), sources)
        elif shape in (Figure, Source):
            _check_file(draft, (*path, "file"), part.get("file"), assets)
        elif shape in (Images, Slide):
            _check_file(draft, (*path, "path"), part.get("path"), assets)


def parts_in(value: Any) -> list[dict[str, Any]]:
    """Give the parts that a list in a raw case holds; none where it is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _check_numbers(draft: CaseDraft, path: JsonPath, value: Any) -> None:
    """Refuse a number too great for its place in an unknown part: it could not be written."""
    if isinstance(value, dict):
        for name, inner in value.items():
            _check_numbers(draft, (*path, name), inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            _check_numbers(draft, (*path, index), inner)
    elif isinstance(value, float) and not math.isfinite(value) and not draft.has_fault_at(path):
        draft.break_at(path, problem_texts.TOO_GREAT, problem_texts.NOT_FINITE_REMEDY)


def _warn_unknown(
    draft: CaseDraft, path: JsonPath, name: str, shape: Shape, part: dict[str, Any]
) -> None:
    guess = close_match(name, shape.model_fields.keys() - part.keys())
    values = {"name": name} | ({"guess": guess} if guess else {})
    remedy = problem_texts.UNKNOWN_KEY_GUESS if guess else problem_texts.UNKNOWN_KEY_REMEDY
    draft.warn((*path, name), problem_texts.UNKNOWN_KEY, remedy, values)


def _check_source(draft: CaseDraft, path: JsonPath, name: Any, sources: set[Any]) -> None:
    if isinstance(name, str) and name not in sources:
        texts = problem_texts.UNKNOWN_SOURCE, problem_texts.UNKNOWN_SOURCE_REMEDY
        draft.warn((*path, "source"), *texts, {"id": name})


def _check_file(draft: CaseDraft, path: JsonPath, name: Any, assets: Assets) -> None:
    if not isinstance(name, str) or not name:
        return
    values = {"name": name}
    if not is_inside(name):
        texts = problem_texts.ASSET_UNSAFE, problem_texts.ASSET_UNSAFE_REMEDY
        draft.break_at(path, *texts, values)
    elif not assets.exists(name) and next(iter(assets.names(name)), None) is None:
        texts = problem_texts.ASSET_MISSING, problem_texts.ASSET_MISSING_REMEDY
        draft.warn(path, *texts, values)


# --- once the case is sound ---------------------------------------------------------------


def check_whole(
    draft: CaseDraft, case: Case, declared: frozenset[str], aside: frozenset[str]
) -> None:
    """Find ids given twice, lanes that are not there, links and scenes that lead nowhere.

    `declared` are the ids that the file gives, those of broken entries among them, and
    `aside` those of sound events that are not in `case`.
    """
    taken = _check_ids(draft, case)
    lanes = {lane.id for lane in case.lanes}
    _check_groups(draft, case, lanes)
    for index, event in enumerate(case.events):
        path: JsonPath = ("events", index)
        if taken.get(event.id) == path and event.lane not in lanes:
            del taken[event.id]
            _break_lane(draft, (*path, "lane"), event.lane, lanes)
    for index, statement in enumerate(case.statements):
        if statement.lane is not None and statement.lane not in lanes:
            path = ("statements", index, "lane")
            texts = problem_texts.UNKNOWN_LANE, problem_texts.UNKNOWN_LANE_REMEDY
            draft.warn(path, *texts, {"id": statement.lane}, loses=True)
    _check_lesions(draft, case)
    # What is worked out of the case can be spoken of like its own.
    series = {one.id for one in with_lesion_sums(case).series}
    linkable = taken.keys() | aside | series
    for path, target in _links(case):
        if target not in (series if "series" in path else linkable):
            is_broken = target in declared and target not in linkable
            texts = (
                (problem_texts.LINK_TO_LEFT_OUT, problem_texts.LINK_TO_LEFT_OUT_REMEDY)
                if is_broken
                else (problem_texts.UNKNOWN_LINK, problem_texts.UNKNOWN_LINK_REMEDY)
            )
            draft.warn(path, *texts, {"id": target}, loses=True)
    events = {id_ for id_, path in taken.items() if path[0] == "events"} | aside
    left_out = declared - linkable
    check_deck(draft, case.deck, Known(linkable, events, lanes, series, left_out))


def _check_ids(draft: CaseDraft, case: Case) -> dict[str, JsonPath]:
    for name in ("lanes", "sources", "deck"):
        _take(draft, {}, (name,), getattr(case, name))
    taken: dict[str, JsonPath] = {}
    for name in SHARING:
        _take(draft, taken, (name,), getattr(case, name))
    for index, one in enumerate(case.series):
        if taken[one.id] == ("series", index):
            points = [(number, point.id) for number, point in enumerate(one.points)]
            for number, identity in points:
                if identity is not None:
                    path: JsonPath = ("series", index, "points", number)
                    _take_one(draft, taken, path, identity, loses_entry=False)
    return taken


def _take(
    draft: CaseDraft,
    taken: dict[str, JsonPath],
    holder: JsonPath,
    entries: Sequence[_Identified],
) -> None:
    for index, entry in enumerate(entries):
        _take_one(draft, taken, (*holder, index), entry.id, loses_entry=True)


def _take_one(
    draft: CaseDraft,
    taken: dict[str, JsonPath],
    path: JsonPath,
    identity: str,
    *,
    loses_entry: bool,
) -> None:
    if identity not in taken:
        taken[identity] = path
        return
    first = path_text(draft.in_file(taken[identity]))
    draft.break_at(
        (*path, "id"),
        problem_texts.ID_TWICE,
        problem_texts.ID_TWICE_REMEDY,
        {"id": identity, "first": first},
        loses_entry=loses_entry,
    )


def _check_lesions(draft: CaseDraft, case: Case) -> None:
    """Find lesions that a study gives two diameters of: only the first is kept."""
    for index, study in enumerate(case.studies):
        names = set[str]()
        for number, lesion in enumerate(study.lesions):
            if lesion.name in names:
                path: JsonPath = ("studies", index, "lesions", number, "name")
                texts = lesion_texts.LESION_TWICE, lesion_texts.LESION_TWICE_REMEDY
                draft.break_at(path, *texts, {"name": lesion.name})
            names.add(lesion.name)


def _check_groups(draft: CaseDraft, case: Case, lanes: set[str]) -> None:
    """Find groups that are not there, and lanes that would stand below themselves."""
    above: dict[str, str | None] = {}
    for index, lane in enumerate(case.lanes):
        if lane.id in above or lane.group is None:
            continue
        path: JsonPath = ("lanes", index, "group")
        if lane.group not in lanes:
            _break_lane(draft, path, lane.group, lanes - {lane.id})
            continue
        above[lane.id] = lane.group
        higher: str | None = lane.group
        while higher is not None and higher != lane.id:
            higher = above.get(higher)
        if higher is not None:
            above[lane.id] = None
            texts = problem_texts.GROUP_IN_ITSELF, problem_texts.GROUP_IN_ITSELF_REMEDY
            draft.break_at(path, *texts, {"id": lane.id})


def _break_lane(draft: CaseDraft, path: JsonPath, lane: str, lanes: set[str]) -> None:
    guess = close_match(lane, lanes)
    values = {"id": lane} | ({"guess": guess} if guess else {})
    remedy = problem_texts.UNKNOWN_LANE_GUESS if guess else problem_texts.UNKNOWN_LANE_REMEDY
    draft.break_at(path, problem_texts.UNKNOWN_LANE, remedy, values)


def _links(case: Case) -> Iterator[tuple[JsonPath, str]]:
    holders: tuple[tuple[str, str], ...] = (
        ("events", "links"),
        ("events", "series"),
        ("studies", "links"),
        ("reports", "links"),
        ("statements", "series"),
        ("discrepancies", "about"),
    )
    for name, field in holders:
        for index, entry in enumerate(getattr(case, name)):
            for number, target in enumerate(getattr(entry, field)):
                yield (name, index, field, number), target
