"""Pictures put together into series: what is scrolled through together, and in which order."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Literal, TypeVar

from viewer.geometry import planes
from viewer.io.case_files import size_text
from viewer.io.pictures import parsing, series_remarks
from viewer.io.pictures.headers import Found
from viewer.model import picture_texts
from viewer.model.pictures import Frame, PictureLimits, PictureSeries, Vector
from viewer.model.problem import Problem

One = TypeVar("One")
Group = list[Found]
Kind = Literal["stack", "localizer", "loose", "picture"]

_ODD_SHARE = 4
"""A direction that so many times fewer pictures have than another is that of a localizer."""

_KINDS: tuple[Kind, ...] = ("stack", "localizer", "loose", "picture")


def grouped(
    found: Iterable[Found], plain: Sequence[Frame], limits: PictureLimits
) -> tuple[tuple[PictureSeries, ...], tuple[Problem, ...]]:
    """Give the series that pictures belong to, and those that are refused for their size."""
    once, problems = _each_once(found)
    series: list[tuple[int, PictureSeries]] = []
    for group in _apart(once, lambda one: (one.series.study, one.series.uid)):
        series.extend((group[0].series.number, one) for one in _series_of(group))
    series.extend((0, one) for one in _plain_series(plain))
    kept = []
    for _number, one in sorted(series, key=lambda pair: _order(*pair)):
        size = sum(frame.decoded_bytes for frame in one.frames)
        if size <= limits.series_bytes:
            kept.append(one)
            continue
        sizes = {"size": size_text(size), "limit": size_text(limits.series_bytes)}
        name = one.title or one.frames[0].file
        problems.append(parsing.refused(name, picture_texts.SERIES_TOO_LARGE, **sizes).problem)
    return tuple(kept), tuple(problems)


def _each_once(found: Iterable[Found]) -> tuple[Group, list[Problem]]:
    """Give each picture once, however many files hold it; its key must name one picture."""
    kept: dict[str, Found] = {}
    problems: dict[str, Problem] = {}
    for one in found:
        first = kept.setdefault(one.frame.key, one)
        if first is not one:
            names = {"name": one.frame.file, "other": first.frame.file}
            same = series_remarks.remark(
                picture_texts.SAME_PICTURE, picture_texts.SAME_PICTURE_REMEDY, **names
            )
            problems.setdefault(one.frame.file, same)
    return list(kept.values()), list(problems.values())


def _order(number: int, series: PictureSeries) -> tuple[int, str, int, str, str]:
    date = "9" if series.date is None else series.date.isoformat()
    return (_KINDS.index(series.kind), date, number, series.title, series.key)


def _series_of(group: Group) -> list[PictureSeries]:
    """Give the series that the pictures of one series UID make, each of one kind of geometry."""
    parts = _turning_joined(_apart(group, _look))
    parts.sort(key=lambda part: (-len(part), repr(_look(part[0]))))
    made = [one for part in parts for one in _passes(part)]
    series = [_one_series(part, place, _is_odd(part, parts[0])) for place, part in enumerate(made)]
    if len(parts) == 1:
        return series
    mixed = series_remarks.remark(
        picture_texts.MIXED, picture_texts.NOTHING_RESAMPLED, count=str(len(parts))
    )
    return [replace(one, remarks=(*one.remarks, mixed)) for one in series]


def _turning_joined(parts: list[Group]) -> list[Group]:
    """Put pictures that differ in their direction alone, no two of them the same, together.

    Such are the scouts of an examination, and projections seen from all round.
    """
    alone = [part[0] for part in parts if len(part) == 1]
    several = [part for part in parts if len(part) > 1]
    return several + _apart(alone, lambda one: (one.frame.plane is None, *_look(one)[1:]))


def _is_odd(part: Group, most: Group) -> bool:
    """Tell whether a few pictures lie in another direction than most, as a localizer's do."""
    directions = _direction(part[0]), _direction(most[0])
    is_few = len(part) * _ODD_SHARE <= len(most)
    return is_few and None not in directions and directions[0] != directions[1]


def _one_series(part: Group, place: int, is_odd: bool) -> PictureSeries:
    first = part[0].series
    kind, ordered = _in_order(part)
    if part[0].is_localizer or is_odd:
        kind = "localizer"
    frames = tuple(one.frame for one in ordered)
    return PictureSeries(
        key=first.uid if place == 0 else f"{first.uid}#{place + 1}",
        title=first.title,
        modality=first.modality,
        kind=kind,
        frames=frames,
        remarks=series_remarks.remarks(ordered, kind),
        date=first.date,
        spacing_mm=planes.even_spacing(planes.gaps(frames)) if kind == "stack" else None,
        frame_of_reference=first.frame_of_reference,
        is_colour=any(one.is_colour for one in part),
        is_compressed=any(one.is_compressed for one in part),
        may_name_patient=any(one.series.may_name_patient for one in part),
    )


def _in_order(part: Group) -> tuple[Kind, Group]:
    """Give the kind of a part and its pictures in order: as slices are read, else as numbered."""
    by_number = sorted(part, key=_numbered)
    plane = part[0].frame.plane
    if plane is None or len({_direction(one) for one in part}) > 1:
        return "loose", by_number
    normal, reading = planes.normal(plane), planes.reading_direction(plane)
    placed = [_placed(one, normal, reading) for one in by_number]
    placed.sort(key=lambda pair: pair[0])
    return "stack", [one for _place, one in placed]


def _placed(one: Found, normal: Vector, reading: Vector) -> tuple[float, Found]:
    """Give the place in the order of reading, and the picture with its place on the normal."""
    at = (0.0, 0.0, 0.0) if one.frame.plane is None else one.frame.plane.position
    frame = replace(one.frame, position_mm=planes.position(at, normal))
    return planes.position(at, reading), replace(one, frame=frame)


def _numbered(one: Found) -> tuple[int, str, int]:
    number = one.frame.number
    return (1 << 40 if number is None else number, one.frame.file, one.frame.index)


def _passes(part: Group) -> list[Group]:
    """Split pictures that lie over one another into passes, where something tells them apart."""
    layers = _layers(part)
    if layers < 2:
        return [part]
    for place in range(len(part[0].passes)):
        passes = _apart(part, lambda one, at=place: one.passes[at])  # type: ignore[misc]
        # More passes than layers would take a stack apart slice by slice.
        if 1 < len(passes) <= layers and max(map(_layers, passes)) < 2:
            return sorted(passes, key=lambda one: min(map(_numbered, one)))
    return [part]


def _layers(part: Group) -> int:
    """Give how many pictures lie in the same place, where most do."""
    planes_of = [one.frame.plane for one in part if one.frame.plane is not None]
    places = Counter(_rounded(plane.position, 2) for plane in planes_of)
    return max(places.values(), default=0)


def _look(one: Found) -> tuple[Hashable, ...]:
    """Give what pictures must share to be scrolled through together."""
    frame = one.frame
    size = frame.pixel_size
    pixel = None if size is None else (round(size.x_mm, 3), round(size.y_mm, 3), size.kind)
    return (
        _direction(one),
        one.is_localizer,
        frame.columns,
        frame.rows,
        pixel,
        one.is_colour or one.photometric,
        one.series.frame_of_reference,
    )


def _direction(one: Found) -> Hashable:
    plane = one.frame.plane
    if plane is None:
        return None
    return _rounded((*plane.along_row, *plane.down_column), 2)


def _rounded(values: Iterable[float], digits: int) -> tuple[float, ...]:
    return tuple(round(value, digits) + 0.0 for value in values)  # never −0.0


def _apart(all_of: Iterable[One], key: Callable[[One], Hashable]) -> list[list[One]]:
    """Give those of one key together, in the order in which the keys came."""
    groups = defaultdict(list)
    for one in all_of:
        groups[key(one)].append(one)
    return list(groups.values())


def _plain_series(frames: Sequence[Frame]) -> Iterable[PictureSeries]:
    """Give the plain pictures of each folder as one series, in the order of their names."""
    for group in _apart(frames, lambda frame: frame.file.rpartition("/")[0]):
        folder = group[0].file.rpartition("/")[0]
        yield PictureSeries(
            key=f"pictures:{folder}",
            title=folder.rpartition("/")[2],
            modality="",
            kind="picture",
            frames=tuple(sorted(group, key=lambda frame: frame.file)),
            is_colour=True,
            may_name_patient=True,
            remarks=(
                series_remarks.remark(picture_texts.NO_PIXEL_SIZE, picture_texts.NOT_MEASURED),
            ),
        )
