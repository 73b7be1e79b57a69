"""What may be lost alone is stated for every kind of part there is."""

from __future__ import annotations

from viewer.io.case_shape import LOSABLE, held_by, smallest_loss, unknown_names, walk
from viewer.model.case import Case
from viewer.model.part import Evidence, Part
from viewer.model.time import Instant, Interval


def reachable() -> set[type[Part]]:
    found: set[type[Part]] = set()
    waiting: list[type[Part]] = [Case]
    while waiting:
        shape = waiting.pop()
        if shape not in found:
            found.add(shape)
            waiting += [one for held in held_by(shape).values() for kind in held for one in kind]
    return found


def test_every_kind_of_part_has_its_rule() -> None:
    held_by.cache_clear()  # an earlier test may have read it all in a thread that nobody watches
    assert reachable() == set(LOSABLE)


def test_only_what_may_be_left_out_may_be_lost() -> None:
    for shape, names in LOSABLE.items():
        for name in names:
            assert not shape.model_fields[name].is_required(), (shape, name)


def test_how_and_when_a_fact_is_known_are_never_lost_alone() -> None:
    kept = {"known_from", "precision", "earliest", "latest", "day", "comparator", "when", "horizon"}
    for shape, names in LOSABLE.items():
        assert not names & kept, shape
    assert "about" not in LOSABLE[Instant]
    assert "source" not in LOSABLE[Evidence]


def test_the_smallest_part_around_a_place_is_lost() -> None:
    document = {
        "events": [{"when": {"start": {"day": "x"}, "end": "open"}, "title": {"en": 3}, "odd": 1}],
        "title": {"en": 1},
    }
    for path, loss in [
        (("events", 0, "when", "start", "day"), ("events", 0)),
        (("events", 0, "when", "start", "why"), ("events", 0, "when", "start", "why")),
        (("events", 0, "title", "en"), ("events", 0)),
        (("events", 0, "odd"), ("events", 0, "odd")),
        (("events", 0, "lane"), ("events", 0)),
        (("events", 9), ("events", 9)),
        (("events",), ("events",)),
        (("title", "en"), None),
        (("title", "en", "deeper", 3), None),
    ]:
        assert smallest_loss(document, path) == loss


def test_unknown_names_are_those_of_the_part_at_the_place() -> None:
    document = {"odd": 1, "events": [{"odder": 1, "id": "a", "title": {"en": "x"}}]}
    assert unknown_names(document, ()) == ["odd"]
    assert unknown_names(document, ("events", 0)) == ["odder"]
    assert unknown_names(document, ("events", 0, "title")) == []


def test_times_are_told_apart() -> None:
    document = {"events": [{"when": {"day": 1}}, {"when": {"end": "open"}}]}
    shapes = {path: shape for path, shape, _ in walk(document)}
    assert shapes["events", 0, "when"] is Instant
    assert shapes["events", 1, "when"] is Interval
