"""Annotations as people and programs are given them: Markdown, CSV and JSON-LD."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from tests.annotating_making import ANNA, NOON, a_note, a_record, an_added_study, made
from tests.making import a_case, on
from tests.unit.io.annotations.a_reviewed_course import COURSE, WORDS, anna, ben, reviewed
from viewer.io.annotations import export_words
from viewer.io.annotations.csv_export import csv_table
from viewer.io.annotations.jsonld_export import W3C_CONTEXT, jsonld
from viewer.io.annotations.markdown_export import markdown
from viewer.io.annotations.web_shape import from_web
from viewer.model.annotating import decision, mark, reply
from viewer.model.annotation import OnCase, OnDay, OnPart, OnPeriod, OnPoint
from viewer.model.annotation_places import disclosed
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.disclosure import disclose
from viewer.model.going_out import content_going_out

MARKDOWN = """\
# Annotations: A \\*course\\*

## Outcome of the conference

- **Outcome** · Anna

  **Question asked**

  > Again?

  **Decision**

  > Yes.
  > # Soon

  **Who does it**

  > Ben

## Day -3

- **Note** · Anna · days -3–-2

  > said now

## Day 2

- **Distance** · Ben · days 2–9 · Days apart: 7

## Day 3

- **Added value** · Anna · Glucose 38.5 mg/dL

- **Note** · Ben · Glucose 3–4 mg/dL

- **Note** · Anna · Glucose 41.5 mg/dL

  > low

## Day 4

- **Added event** · Anna · days 4–6 · A fall

## Day 12

- **Note** · Anna · Embolisation · \\#dose · Resolved

  > Too late?
  >
  > # Not a heading

  - **Reply** · Ben

    > No.

  - **Reply** · Ben

    > Or perhaps.

  - **Resolved** · Ben

- **Mark** · Ben · Embolisation · Question

## Day 13

- **Measurement on a picture** · Anna · CT after · Ellipse 312 mm²; mean 48 HU; SD 12

## Day 14

- **Note** · Ben · Biopsy, H\\&E

  > Mitoses

## Day 20

- **Added study** · Anna · PET of the chest; CT; where its pictures lie is not told

- **Measurement on a picture** · Ben · PET of the chest · Length 23.4 mm; diameter of lesion Liver 1

## On no day

- **Note** · Anna

  > On the whole

- **Reply** · Ben · what it answers is no longer there

  > to nothing
"""


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def the_row(known: AnnotationSet, id_: str = anna(1)) -> dict[str, str]:
    return next(row for row in rows(csv_table(known, COURSE, WORDS)) if row["Id"] == id_)


# -- Markdown -------------------------------------------------------------------------------------


def test_markdown_goes_through_the_course_by_day() -> None:
    assert markdown(reviewed(), COURSE, WORDS) == MARKDOWN


def test_markdown_of_nothing_says_so() -> None:
    assert "There are no annotations." in markdown(NO_ANNOTATIONS, COURSE, WORDS)


def test_only_what_is_said_of_an_outcome_has_a_heading() -> None:
    known = made(a_note("", OnCase(), kind="outcome", outcome={"decision": "Wait"}))
    text = markdown(known, COURSE, WORDS)
    assert "**Decision**" in text
    assert "**Who does it**" not in text
    assert "**Question asked**" not in text


HOSTILE = "x\r# Heading\r\n- **Note** · Ben\n\n## Day 12\n```\n<!-- \n</details>\n> deeper\n---"


def test_no_text_is_taken_for_structure() -> None:
    """All that a person wrote is quoted, or its letters are escaped."""
    known = made(a_note(HOSTILE, tags=["a](b)"]), name="**Ben** <b>\n# x").adding(
        [a_record("put", ben(1), content=reply(anna(1), HOSTILE), clock=9)]
    )
    lines = markdown(known, COURSE, WORDS).split("\n")
    outside = [line for line in lines if not line.lstrip().startswith(">")]
    assert [line for line in outside if line.strip()] == [
        "# Annotations: A \\*course\\*",
        "## Day 3",
        "- **Note** · \\*\\*Ben\\*\\* \\<b\\> \\# x · \\#a\\](b)",
        f"  - **Reply** · {ben(1)[:12]}",
    ]
    quoted = [line for line in lines if line.startswith("  > ")]
    assert "  > # Heading" in quoted
    assert "\r" not in "\n".join(lines)


def test_answers_in_a_circle_are_told_once() -> None:
    known = made(reply(anna(2), "a"), reply(anna(1), "b"), reply(anna(3), "itself"))
    text = markdown(known, COURSE, WORDS)
    assert [text.count(f"> {word}\n") for word in ("a", "b", "itself")] == [1, 1, 1]


def test_a_long_thread_is_told_whole() -> None:
    known = made(a_note("first"), *(reply(anna(at), f"answer {at}") for at in range(1, 2000)))
    text = markdown(known, COURSE, WORDS)
    assert "\n    > answer 1999\n" in text


def test_the_case_s_own_words_are_in_the_language_asked_for() -> None:
    text = markdown(reviewed(), COURSE, replace(WORDS, language="ja", say=lambda text: f"{text}!"))
    assert text.startswith("# Annotations: 経過!\n")
    assert "**Note!** · Anna · 塞栓術" in text


def test_a_part_that_the_case_lacks_is_told_by_its_id() -> None:
    known = made(a_note("x", OnPart(part="gone")), a_note("y", OnPart(part="said")))
    text = markdown(known, COURSE, WORDS)
    assert "- **Note** · Anna · gone" in text
    assert "- **Note** · Anna · said" in text


def test_answers_do_not_say_the_days_of_their_thread_again() -> None:
    answers = [reply(anna(1), "yes"), decision(anna(1), is_resolved=True)]
    answers.append(decision(anna(1), is_resolved=False))
    text = markdown(made(a_note("x", OnPeriod(start=2.5, end=3.2)), *answers), COURSE, WORDS)
    entries = [line.strip() for line in text.split("\n") if "**" in line]
    assert entries == [
        "- **Note** · Anna · days 2–3",
        "- **Reply** · Anna",
        "- **Resolved** · Anna",
        "- **Reopened** · Anna",
    ]


def test_all_that_an_annotation_says_is_on_its_line() -> None:
    event = {"title": "A fall", "when": on(2)}
    both = a_note("", OnDay(day=2), mark="done", event=event, tags=["a", "b"])
    apart = a_note("", OnDay(day=2.5), kind="measure", second_day=4.0)
    nowhere = a_note("", OnCase(), kind="measure", second_day=4.0)
    point = a_note("", OnPoint(series="gone", day=2, value=1.5))
    known = made(both, apart, nowhere, point)
    text = markdown(known, COURSE, WORDS)
    assert "- **Note** · Anna · Done; A fall · \\#a · \\#b\n" in text
    assert "- **Distance** · Anna · days 2–3 · Days apart: 2\n" in text
    assert "- **Distance** · Anna\n" in text
    assert "- **Note** · Anna · gone 1.5\n" in text
    row = the_row(known)
    assert (row["Tags"], row["Resolved"]) == ("a, b", "")
    last = the_row(known, anna(3))
    assert (last["Start (days from day zero)"], last["End (days from day zero)"]) == ("", "")


# -- CSV ------------------------------------------------------------------------------------------


def test_csv_has_a_row_for_each_annotation_in_the_same_order() -> None:
    data = csv_table(reviewed(), COURSE, WORDS)
    assert data.startswith(b"\xef\xbb\xbfWhen,")
    assert data.count(b"\r\n") == data.count(b"\n") == 19
    found = [(row["When"], row["Kind"], row["Author"]) for row in rows(data)]
    assert found[0] == ("days -3–-2", "Note", "Anna")
    last = [("", "Outcome", "Anna"), ("", "Note", "Anna"), ("", "Reply", "Ben")]
    assert found[-3:] == last


def test_csv_says_all_of_an_annotation() -> None:
    assert the_row(reviewed()) == {
        "When": "Day 12",
        "Start (days from day zero)": "12.5",
        "End (days from day zero)": "12.5",
        "About": "Embolisation",
        "Kind": "Note",
        "Author": "Anna",
        "What it says": "",
        "Text": "Too late? # Not a heading",
        "Tags": "dose",
        "Resolved": "Resolved",
        "Question asked": "",
        "Decision": "",
        "Who does it": "",
        "Answers": "",
        "Made at": "2026-11-30T12:00:02Z",
        "Changed at": "2026-11-30T12:00:02Z",
        "Id": anna(1),
    }
    assert the_row(reviewed(), anna(5))["Decision"] == "Yes. # Soon"
    assert the_row(reviewed(), ben(1))["Answers"] == anna(1)
    assert the_row(reviewed(), anna(8))["Start (days from day zero)"] == "-3"


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
@pytest.mark.parametrize("before", ["", "\t", "\r", "\n", " \u3000", "\ufeff"])
def test_no_cell_is_a_formula_to_a_spreadsheet(sign: str, before: str) -> None:
    given = f'{before}{sign}HYPERLINK("x";"y")'
    known = made(a_note(given, tags=[given]), name=given)
    outcome = {"question": given, "decision": given, "who": given}
    known = known.adding(
        [a_record("put", anna(2), content=a_note("", OnCase(), kind="outcome", outcome=outcome))]
    )
    course = COURSE.model_copy(update={"id": "x"})
    data = csv_table(known, course, WORDS)
    cells = [cell for row in rows(data) for cell in row.values()]
    assert len([cell for cell in cells if cell == f"'{given.strip(chr(0xFEFF)).strip()}"]) == 7
    assert not [cell for cell in cells if cell[:1] in set("=+@＝＋－＠\t\r\n") - {""}]


def test_quotes_commas_and_line_ends_stay_within_their_cell() -> None:
    row = the_row(made(a_note('a "b", c\r\nd\x00e;f\u2028g')))
    assert row["Text"] == 'a "b", c de;f g'


# -- JSON-LD --------------------------------------------------------------------------------------


def collection(known: AnnotationSet) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(jsonld(known, COURSE))
    return found


def test_json_ld_holds_each_annotation_as_a_web_annotation() -> None:
    found = collection(reviewed())
    page = found["first"]
    assert (found["type"], page["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert page["partOf"] == found["id"]
    assert found["total"] == len(page["items"]) == 18
    assert page["items"][0] == {
        "id": f"urn:dayline:annotation:{anna(1)}",
        "type": "Annotation",
        "creator": {"id": f"urn:dayline:author:{ANNA}", "type": "Person", "name": "Anna"},
        "created": "2026-11-30T12:00:02Z",
        "modified": "2026-11-30T12:00:02Z",
        "motivation": "commenting",
        "dayline:kind": "note",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "value": "Too late?\n\n# Not a heading",
                "format": "text/markdown",
            },
            {"type": "TextualBody", "purpose": "tagging", "value": "dose"},
        ],
        "target": {
            "source": "urn:dayline:case:case",
            "selector": {"type": "dayline:Part", "part": "tae"},
        },
    }


def test_json_ld_says_the_same_when_it_is_read() -> None:
    known = reviewed()
    for item in collection(known)["first"]["items"]:
        content = known.content(item["id"].rpartition(":")[2])
        assert content is not None
        assert from_web(item) == content_going_out(content)


def test_json_ld_explains_all_terms_of_ours_within_itself() -> None:
    found = collection(reviewed())
    w3c, own = found["@context"]
    assert w3c == W3C_CONTEXT == "http://www.w3.org/ns/anno.jsonld"

    def types(value: Any) -> set[str]:
        if isinstance(value, list):
            return {one for inner in value for one in types(inner)}
        if isinstance(value, dict):
            return {value.get("type", "")} | types(list(value.values()))
        return set()

    ours = {one for one in types(found["first"]) if one.startswith("dayline:")}
    assert ours >= {"dayline:Image", "dayline:Slide", "dayline:measured", "dayline:study"}
    assert ours >= {"dayline:Part", "dayline:Box", "dayline:event", "dayline:measure"}
    assert ours <= set(own)
    assert own["dayline"].endswith(":")


# -- what is in none of them ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["markdown", "csv", "jsonld"])
def test_what_is_gone_or_beyond_the_horizon_is_in_no_export(name: str) -> None:
    def export(known: AnnotationSet, course: Any) -> str:
        if name == "markdown":
            return markdown(known, course, WORDS)
        data = csv_table(known, course, WORDS) if name == "csv" else jsonld(known, course)
        return data.decode("utf-8")

    known = reviewed()
    assert "canary" not in export(known, COURSE)
    assert "Embolisation" in markdown(known, COURSE, WORDS)
    told = made(
        a_note("canary: no day is said"),
        a_note("canary: later", known_from=11),
        mark("tae", "done").model_copy(update={"known_from": 1.0, "text": "canary"}),
        a_note("told", known_from=3),
    )
    course = disclose(COURSE, 5)
    text = export(disclosed(told, course, 5), course)
    assert "told" in text
    assert "canary" not in text
    assert "Embolisation" not in text


def test_scenes_are_no_notes_and_are_told_to_programs_alone() -> None:
    scene = {"rank": 1, "scene": {"id": "s", "title": "Canary"}}
    known = made(a_note("told"), a_note("", OnCase(), kind="scene", scene=scene))
    assert "Canary" not in markdown(known, COURSE, WORDS)
    assert "Canary" in jsonld(known, COURSE).decode()


def test_every_kind_and_mark_has_a_word() -> None:
    assert len(set(export_words.KINDS.values())) == len(export_words.KINDS) == 12
    assert len(set(export_words.MARKS.values())) == len(export_words.MARKS) == 4
    assert NOON in jsonld(a_set_of_one(), a_case()).decode()


def a_set_of_one() -> AnnotationSet:
    return NO_ANNOTATIONS.adding([a_record("put", anna(1), content=a_note())])


def test_where_an_added_study_lies_is_in_no_export() -> None:
    known = made(an_added_study("CT elsewhere", study={"path": "/elsewhere/canary"}))
    whole = markdown(known, COURSE, WORDS).encode() + csv_table(known, COURSE, WORDS)
    whole += jsonld(known, COURSE)
    assert whole.count(b"CT elsewhere") == 3
    assert b"canary" not in whole
    assert whole.count(b"where its pictures lie is not told") == 2


def test_a_table_says_what_was_measured_and_on_what() -> None:
    row = the_row(reviewed(), anna(10))
    said = "Ellipse 312 mm²; mean 48 HU; SD 12"
    assert (row["When"], row["About"], row["What it says"]) == ("Day 13", "CT after", said)
    assert the_row(reviewed(), ben(8))["About"] == "Biopsy, H&E"
