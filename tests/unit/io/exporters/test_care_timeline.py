"""The timeline of a case report: a row for all that happened, in Markdown and HTML."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.making import (
    a_case,
    a_lesion,
    a_report,
    a_series,
    a_statement,
    a_study,
    a_value,
    an_event,
    between,
    lasting,
    on,
)
from tests.unit.io.exporters.plain_words import WORDS
from tests.unit.io.exporters.test_csv_tables import everything
from viewer.io.case_store import open_case
from viewer.io.exporters.timeline import care_html, care_markdown
from viewer.io.exporters.timeline_rows import Timeline, TimelineRow
from viewer.model.case import Case
from viewer.paths import cases


def rows_of(case: Case) -> list[TimelineRow]:
    return Timeline(case, WORDS).rows()


def row_of(what: str, case: Case) -> TimelineRow:
    return next(row for row in rows_of(case) if row.what == what)


def test_a_drug_has_its_dose_changes_with_reasons_and_outcome() -> None:
    event = an_event(
        "drug",
        lasting(1, 9),
        dose={"value": 100, "unit": "mg", "per": "day"},
        therapy_line=2,
        details=[{"label": "Why", "text": "fever"}],
        changes=[
            {
                "when": {"day": 4},
                "dose": {"value": 50, "unit": "mg"},
                "text": "halved",
                "evidence": {"kind": "reported", "why": "nausea"},
            },
            {"when": {"day": 6}, "text": "paused"},
        ],
        cycles=[{"number": 1, "when": {"day": 2}}],
        result={"text": "levels low"},
        outcome={"text": "stopped", "sign": "stopped", "when": {"day": 9}},
        response={"value": "PR", "scale": "RECIST 1.1"},
    )
    row = row_of("drug", a_case(event))
    assert row.day == "day 1/// to day 9///"
    assert row.details == (
        "Why: fever",
        "Dose: 100 mg/day",
        "Line of therapy: 2",
        "Duration: 9 days",
        "Cycle 1: day 2///",
    )
    assert row.changes == ("day 4///: 50 mg; halved; nausea", "day 6///: paused")
    assert row.outcome == ("levels low", "day 9///: stopped", "PR RECIST 1.1")
    assert row.source == ("reported",)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (lasting(3, 3), ("Duration: 1 day",)),
        (lasting(3, "open"), ()),
        (lasting(between(1, 2), 5), ()),
        (lasting(1, between(4, 5)), ()),
        (lasting(on(1.5), on(2.5)), ()),
        (on(3), ()),
    ],
)
def test_how_long_it_lasted_is_said_only_of_exact_days(when: Any, said: tuple[str, ...]) -> None:
    event = an_event("drug", when, outcome={"text": "well", "sign": "improved"})
    row = row_of("drug", a_case(event))
    assert row.details == said
    assert row.outcome == ("well",)


def test_statements_studies_reports_and_values_stand_among_the_events() -> None:
    case = a_case(
        an_event("last", on(9)),
        series=[
            a_series(
                *(a_value(2, float(n)) for n in (5, 3, 9, 4)),
                a_value(3, 1.0),
                a_value(3, 2.0, comparator="<"),
            ),
            a_series(
                *(a_value(2, 1.0, comparator=">") for _ in range(4)), id="other", title="Insulin"
            ),
        ],
        statements=[
            a_statement("st", on(4), series=["series", "gone"]),
            a_statement("free", on(5)),
        ],
        studies=[
            a_study(
                "ct",
                on(1),
                findings=[{"site": "Liver", "text": "tumours"}],
                lesions=[a_lesion("L1", 42.5, site="Segment 6"), a_lesion("N", 9, is_node=True)],
                remarks=[{"text": "no picture"}],
            )
        ],
        reports=[
            a_report(
                "biopsy",
                on(0),
                specimen="liver",
                diagnosis={"text": "carcinoma"},
                grade={"text": "G3"},
                morphology=[{"site": "Cells", "text": "atypical"}],
                stains=[
                    {"marker": "Ki-67", "result": "27 %"},
                    {"marker": "HER2", "result": "positive", "score": "3+"},
                ],
            ),
            a_report("plain", on(0)),
        ],
    )
    assert [(row.day, row.what, row.details, row.outcome) for row in rows_of(case)] == [
        (
            "day 0///",
            "biopsy",
            ("Specimen: liver", "Cells: atypical", "Ki-67: 27 %", "HER2: positive; 3+"),
            ("Diagnosis: carcinoma", "Grade: G3"),
        ),
        ("day 0///", "plain", (), ()),
        (
            "day 1///",
            "ct",
            ("Liver: tumours", "L1; Segment 6: 42.5 mm", "N: short axis 9 mm", "no picture"),
            (),
        ),
        (
            "day 2///",
            "Values",
            (
                "Glucose: 4 values, 3 mg/dL to 9 mg/dL",
                "Insulin: > 1 mg/dL; > 1 mg/dL; > 1 mg/dL; > 1 mg/dL",
            ),
            (),
        ),
        ("day 3///", "Values", ("Glucose: 1 mg/dL; < 2 mg/dL",), ()),
        ("day 4///", "st", ("Glucose",), ()),
        ("day 5///", "free", (), ()),
        ("day 9///", "last", (), ()),
    ]


def test_markdown_takes_nothing_for_structure() -> None:
    case = a_case(
        an_event("e", title="a | b\n# *c* <script>", details=[{"label": "x", "text": "y\x07"}]),
        title="[A](http://x)",
        subject={"sex": "male", "age_years": 45, "is_synthetic": True},
    )
    assert care_markdown(case, WORDS) == (
        "# Timeline: \\[A\\](http://x)\n"
        "\n"
        "- Not for diagnosis or treatment decisions\n"
        "- Made-up data, not of a patient\n"
        "- Sex: male\n"
        "- Age in years: 45\n"
        "- Day zero: The first day.\n"
        "\n"
        "| Day | What happened | Details, dose and duration | Changes and reasons | Outcome"
        " | Source |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| day 0/// | a \\| b \\# \\*c\\* \\<script\\> | x: y |  |  | reported |\n"
    )


def test_a_case_without_events_says_so() -> None:
    case = a_case()
    assert care_markdown(case, WORDS).endswith(
        "- Day zero: The first day.\n\nThere are no events.\n"
    )
    assert "<p>There are no events.</p>" in care_html(case, WORDS)
    assert "<table>" not in care_html(case, WORDS)


class Page(HTMLParser):
    """What a page holds: its tags with attributes, and its cells as text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "td":
            self.cells.append("")
        elif tag == "br":
            self.cells[-1] += "\n"

    def handle_data(self, data: str) -> None:
        if self.cells and data.strip():
            self.cells[-1] += data


def test_the_page_stands_alone_and_runs_nothing() -> None:
    case = a_case(
        an_event("e", title="<script>alert(1)</script>", details=[{"label": "x", "text": '"&'}]),
        title='"><img src=x onerror=alert(1)>',
    )
    html = care_html(case, replace(WORDS, language='ja"'))
    page = Page(html)
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "img", "link", "iframe", "a", "object"}
    assert not [name for _, attrs in page.tags for name in attrs if name in ("src", "href")]
    assert page.tags[0] == ("html", {"lang": 'ja"'})
    assert "default-src 'none'" in html
    assert page.cells[1] == "<script>alert(1)</script>"
    assert page.cells[2] == 'x: "&'


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_case_that_ships_is_told_whole(language: str) -> None:
    case = open_case(cases() / "insulinoma-tae").case
    words = replace(WORDS, language=language)
    page = Page(care_html(case, words))
    assert page.tags[0] == ("html", {"lang": language})
    told = "\n".join(page.cells)
    for event in case.events:
        assert event.outcome is None or event.outcome.text.pick(language) in told
        for detail in event.details:
            assert detail.text.pick(language) in told
    count = len(Timeline(case, words).rows())
    assert len(page.cells) == 6 * count
    assert care_markdown(case, words).count("\n| ") == count + 2


def test_everything_can_be_told() -> None:
    assert "Followed" not in care_markdown(everything(), WORDS)
    subject = {
        "background": [{"label": "Family", "text": "well"}],
        "follow_up": {"end": {"day": 9}, "reason": "death", "text": "Followed to the end"},
    }
    about = Timeline(a_case(subject=subject), WORDS).about()
    assert about[1:] == (
        "Family: well",
        "Day zero: The first day.",
        "End of follow-up: Followed to the end",
    )
