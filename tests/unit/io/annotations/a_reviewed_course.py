"""A course that two people have written on, for the tests of what is exported."""

from __future__ import annotations

from tests.annotating_making import (
    ANNA,
    BEN,
    a_diameter,
    a_measurement,
    a_note,
    a_shape,
    an_added_study,
    annas_pen,
    annotation_id,
    bens_pen,
)
from tests.making import (
    a_case,
    a_report,
    a_series,
    a_statement,
    a_study,
    a_value,
    an_event,
    lasting,
    on,
)
from viewer.io.annotations.export_words import ExportWords
from viewer.model.annotating import decision, mark, reply
from viewer.model.annotation import OnBox, OnCase, OnDay, OnPart, OnPeriod, OnPoint, OnSlide
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet

COURSE = a_case(
    an_event("tae", on(12), title={"en": "Embolisation", "ja": "塞栓術"}),
    series=[a_series(a_value(3))],
    statements=[a_statement("said", on(2))],
    studies=[a_study("ct", on(13), title="CT after", images=[{"path": "ct"}])],
    reports=[a_report("path", on(14), title="Biopsy", slides=[{"path": "he.svs", "title": "H&E"}])],
    title={"en": "A *course*", "ja": "経過"},
)
SEEN = {"area_mm2": 312.0, "mean": 48.0, "sd": 12.0, "unit": "HU"}
WORDS = ExportWords(str, lambda day: f"Day {day:.0f}", lambda a, b: f"days {a:.0f}–{b:.0f}")


def anna(number: int) -> str:
    return annotation_id(ANNA, number)


def ben(number: int) -> str:
    return annotation_id(BEN, number)


def reviewed() -> AnnotationSet:
    one, other = annas_pen(), bens_pen()
    one.write("begin", name="Anna")
    fall = {"title": "A fall", "lane": "lane", "when": lasting(4, 6)}
    value = {"series": "series", "day": 3.0, "value": 38.5, "unit": "mg/dL"}
    outcome = {"question": "Again?", "decision": "Yes.\n# Soon", "who": "Ben"}
    one.put(
        {
            anna(1): a_note("Too late?\n\n# Not a heading", OnPart(part="tae"), tags=["dose"]),
            anna(2): a_note("", OnCase(), kind="event", event=fall),
            anna(3): a_note("", OnCase(), kind="value", value=value),
            anna(4): a_note("low", OnPoint(series="series", day=3.5, value=41.5)),
            anna(5): a_note("", OnCase(), kind="outcome", outcome=outcome),
            anna(6): a_note("On the whole", OnCase()),
            anna(7): a_note("canary: deleted"),
            anna(8): a_note("canary: said before"),
            anna(9): a_note("canary: purged"),
            anna(10): a_measurement(a_shape("ellipse", (0.5, 1), (7, 3)), measured=SEEN),
            anna(11): an_added_study("PET of the chest", lasting(20, "open")),
        }
    )
    one.put({anna(7): None, anna(8): a_note("said now", OnPeriod(start=-3, end=-1))})
    one.write("purge", anna(9))
    other.see(one.written)
    other.write("begin", name="Ben")
    other.put(
        {
            ben(1): reply(anna(1), "No."),
            ben(2): reply(ben(1), "Or perhaps."),
            ben(3): decision(anna(1), is_resolved=True),
            ben(4): mark("tae", "question"),
            ben(5): a_note("", OnDay(day=2), kind="measure", second_day=9.5),
            ben(6): a_note("", OnBox(series="series", start=3, end=4, low=3, high=4)),
            ben(7): reply(anna(7), "to nothing"),
            ben(8): a_note("Mitoses", OnSlide(report="path", slide="he.svs", shape=a_shape())),
            ben(9): a_diameter(23.4, "Liver 1", anna(11)),
        }
    )
    return NO_ANNOTATIONS.adding([*one.written, *other.written])
