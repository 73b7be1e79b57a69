"""A tooltip says everything, and obeys no markup that stands in a case."""

from __future__ import annotations

from html.parser import HTMLParser

from tests.making import PLAIN, REPORTED, a_case, a_discrepancy, a_statement, an_event, lasting, on
from viewer.ui.words.tooltips import LONGEST_LINE, rich, tooltip


class Lines(HTMLParser):
    """What of a tooltip would be read, line by line, and the tags in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.lines, self.tags = [""], set[str]()
        self.feed(text)

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.tags.add(tag)
        if tag == "br":
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self.lines[-1] += data


def read(text: str) -> list[str]:
    return Lines(text).lines


def test_the_first_line_is_strong() -> None:
    assert rich(["TAE", "day 12"]) == "<qt><b>TAE</b><br>day 12</qt>"


def test_empty_lines_are_left_out() -> None:
    assert rich(["", "TAE", "", "day 12"]) == "<qt><b>TAE</b><br>day 12</qt>"
    assert rich(["", ""]) == rich([]) == ""


def test_lines_within_a_line_are_kept() -> None:
    assert read(rich(["a", "b\nc"])) == ["a", "b", "c"]


def test_markup_is_shown_and_not_obeyed() -> None:
    evil = '<img src="file:///x"><b>&amp;</b></qt>'
    shown = Lines(rich([evil, evil]))
    assert shown.lines == [evil, evil]
    assert shown.tags == {"qt", "b", "br"}


def test_a_line_is_cut_at_its_longest_before_it_is_made_safe() -> None:
    assert read(rich(["x" * LONGEST_LINE])) == ["x" * LONGEST_LINE]
    assert read(rich(["&" * (LONGEST_LINE + 1)])) == ["&" * (LONGEST_LINE - 1) + "…"]


def test_an_event_is_told_with_time_outcome_evidence_and_terms() -> None:
    event = an_event(
        "e",
        lasting(0, on(9, evidence="inferred")),
        title=[{"text": "Tablets"}, {"text": "Diazoxide", "known_from": 1}],
        result={"text": "seen in CT"},
        outcome={"sign": "not_effective", "text": "not effective"},
        evidence=REPORTED | {"place": "p. 2"},
    )
    case = a_case(
        event,
        glossary=[{"term": "CT", "text": "tomography"}],
        discrepancies=[
            a_discrepancy("d", title="CT differs", about=["e"]),
            a_discrepancy("other", about=["f"]),
        ],
    )
    assert read(tooltip(case, event, PLAIN, "en")) == [
        "Diazoxide",
        "days 0–9; day inferred",
        "seen in CT",
        "not effective",
        "Reported by the source; p. 2",
        "The source disagrees: CT differs",
        "CT: tomography",
    ]


def test_a_statement_is_said_to_give_no_values() -> None:
    statement = a_statement(when=on(3), text={"en": "No attacks", "ja": "発作なし"})
    assert read(tooltip(a_case(), statement, PLAIN, "ja")) == [
        "発作なし",
        "day 3",
        "A statement of the source; it gives no values",
        "Reported by the source",
    ]


def test_what_is_not_told_is_left_out() -> None:
    event = an_event("e", on(3))
    assert read(tooltip(a_case(event), event, PLAIN, "en")) == [
        "e",
        "day 3",
        "Reported by the source",
    ]
