"""How the parts of a case fit together, told where they do not."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from viewer.io.case_store import OpenedCase, open_case
from viewer.model import problem_texts as texts
from viewer.model.problem import Problem

Raw = dict[str, Any]
Open = Callable[[Any], OpenedCase]
Write = Callable[[Any], Path]


def only(opened: OpenedCase) -> Problem:
    (problem,) = opened.problems
    return problem


def told(opened: OpenedCase) -> list[tuple[str, str, str]]:
    return [(problem.severity, problem.path, problem.message) for problem in opened.problems]


# --- names --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "guess"),
    [("outcom", "outcome"), ("knownFrom", "known_from"), ("Links", "links"), ("zzz", None)],
)
def test_an_unknown_name_is_kept_and_told(
    opened: Open, plain: Raw, name: str, guess: str | None
) -> None:
    plain["events"][1] = {k: v for k, v in plain["events"][1].items() if k != guess}
    plain["events"][1][name] = {"a": [1]}
    one = opened(plain)
    problem = only(one)
    assert (problem.severity, problem.path) == ("warning", f"events[1].{name}")
    assert problem.values.get("guess") == guess
    assert (f'Did you mean "{guess}"?' in str(problem)) == (guess is not None)
    assert one.case.events[1].model_extra == {name: {"a": [1]}}
    assert len(one.case.events) == 3


def test_a_name_that_stands_already_is_not_what_was_meant(opened: Open, plain: Raw) -> None:
    plain["events"][1]["titles"] = 1
    assert "guess" not in only(opened(plain)).values


def test_a_misspelt_name_that_is_required_is_suggested(opened: Open, plain: Raw) -> None:
    plain["events"][1]["evidense"] = plain["events"][1].pop("evidence")
    plain["events"][2]["when"] = {"dya": 3}
    plain["events"][0]["links"] = []
    remedies = [str(problem) for problem in opened(plain).problems if problem.severity == "error"]
    assert 'Did you mean it by "evidense"? Rename that.' in remedies[0]
    assert 'Did you mean it by "dya"? Rename that.' in remedies[1]


def test_the_schema_and_odd_names(opened: Open, plain: Raw) -> None:
    one = opened({"$schema": "x.json", **plain, 'a "b"': 1})
    assert [problem.path for problem in one.problems] == ['["a "b""]']
    assert (one.case.model_extra or {})["$schema"] == "x.json"
    plain["subject"]["$schema"] = "x.json"
    assert only(opened(plain)).path == "subject.$schema"


# --- ids ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["events", "series", "statements", "studies", "reports", "notes", "discrepancies"]
)
def test_the_first_of_two_with_one_id_stays(opened: Open, plain: Raw, name: str) -> None:
    plain["series"][0]["points"] = []
    plain[name].append(plain[name][0])
    one = opened(plain)
    problem = only(one)
    assert problem.path == f"{name}[{len(plain[name]) - 1}].id"
    assert problem.values == {"id": plain[name][0]["id"], "first": f"{name}[0]"}
    assert problem.effect == texts.ENTRY_LEFT_OUT
    assert len(getattr(one.case, name)) == len(plain[name]) - 1


def test_events_series_notes_and_points_share_their_ids(opened: Open, plain: Raw) -> None:
    plain["notes"][0]["id"] = "glucose"
    plain["series"][0]["points"][1]["id"] = "a"
    one = opened(plain)
    assert told(one) == [
        ("error", "series[0].points[1].id", texts.ID_TWICE),
        ("error", "notes[0].id", texts.ID_TWICE),
    ]
    assert [point.id for point in one.case.series[0].points] == ["g0", None, "g2"]
    assert one.case.notes == ()


def test_a_series_left_out_takes_no_ids_for_its_points(opened: Open, plain: Raw) -> None:
    plain["series"].append(json.loads(json.dumps(plain["series"][0])))
    one = opened(plain)
    assert only(one).path == "series[1].id"
    assert len(one.case.series[0].points) == 3


@pytest.mark.parametrize("name", ["lanes", "sources", "deck"])
def test_lanes_sources_and_scenes_have_ids_of_their_own(
    opened: Open, plain: Raw, name: str
) -> None:
    plain[name][0]["id"] = "a"  # as an event has
    for event in plain["events"]:
        event["lane"] = plain["lanes"][0]["id"]
    plain["statements"][0]["lane"] = plain["lanes"][0]["id"]
    assert opened(plain).problems == ()
    plain[name].append(plain[name][0])
    one = opened(plain)
    assert only(one).path == f"{name}[1].id"
    assert len(getattr(one.case, name)) == 1


def test_places_after_an_entry_left_out_are_those_of_the_file(opened: Open, plain: Raw) -> None:
    plain["events"][1]["when"] = 1
    plain["events"][0]["links"] = []
    plain["events"].append(plain["events"][2])
    problem = opened(plain).problems[-1]
    assert problem.path == "events[3].id"
    assert problem.values["first"] == "events[2]"


# --- lanes --------------------------------------------------------------------------------


def test_an_event_in_an_unknown_lane_is_listed_as_broken(opened: Open, plain: Raw) -> None:
    plain["events"][1]["lane"] = "drug"
    plain["events"][2]["lane"] = "zzz"
    one = opened(plain)
    assert [event.id for event in one.case.events] == ["a"]
    first, guessed, other = one.problems
    assert (first.path, first.message) == ("events[0].links[0]", texts.LINK_TO_LEFT_OUT)
    assert "Did you mean “drugs”?" in str(guessed)
    assert (other.path, other.lane, other.title) == ("events[2].lane", None, "Drug c")


@pytest.mark.parametrize(
    ("groups", "left", "path", "message"),
    [
        (["b", "c", None], ["b", "c", None], None, ""),
        (["zzz", None, "b"], [None, None, "b"], "lanes[0].group", texts.UNKNOWN_LANE),
        (["a", None, None], [None, None, None], "lanes[0].group", texts.GROUP_IN_ITSELF),
        (["b", "c", "a"], ["b", "c", None], "lanes[2].group", texts.GROUP_IN_ITSELF),
        (["c", "a", "a"], ["c", "a", None], "lanes[2].group", texts.GROUP_IN_ITSELF),
    ],
)
def test_a_lane_stands_below_another_that_is_there_and_never_below_itself(
    opened: Open,
    plain: Raw,
    groups: list[str | None],
    left: list[str | None],
    path: str | None,
    message: str,
) -> None:
    plain["lanes"] = [
        {"id": id_, "title": id_, "kind": "drug"} | ({"group": group} if group else {})
        for id_, group in zip("abc", groups, strict=True)
    ]
    for part in (*plain["events"], *plain["statements"]):
        part["lane"] = "a"
    one = opened(plain)
    assert [lane.group for lane in one.case.lanes] == left
    assert told(one) == ([("error", path, message)] if path else [])
    assert len(one.case.events) == 3


def test_of_two_lanes_with_one_id_the_group_of_the_first_holds(opened: Open, plain: Raw) -> None:
    lanes = [("a", None), ("b", "a"), ("b", "b")]
    plain["lanes"] = [
        {"id": id_, "title": id_, "kind": "drug"} | ({"group": group} if group else {})
        for id_, group in lanes
    ]
    for part in (*plain["events"], *plain["statements"]):
        part["lane"] = "a"
    one = opened(plain)
    assert [(lane.id, lane.group) for lane in one.case.lanes] == [("a", None), ("b", "a")]
    assert [problem.message for problem in one.problems] == [texts.ID_TWICE]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ({"changes": [{"when": {"day": 2}}]}, 'needs "dose" or "text"'),
        ({"response": {"value": "good"}}, "is CR, PR, SD, PD or NE"),
    ],
)
def test_what_a_treatment_says_must_say_something(
    opened: Open, plain: Raw, part: Raw, words: str
) -> None:
    plain["events"][2] |= part
    assert words in str(opened(plain).problems[0])


def test_a_statement_stays_without_its_lane(opened: Open, plain: Raw) -> None:
    plain["statements"][0]["lane"] = "zzz"
    one = opened(plain)
    assert told(one) == [("warning", "statements[0].lane", texts.UNKNOWN_LANE)]
    assert one.case.statements[0].lane is None


# --- links --------------------------------------------------------------------------------


def test_a_link_that_leads_nowhere_is_left_out(opened: Open, plain: Raw) -> None:
    plain["events"][1]["links"] = ["ct", "zzz", "g1", "drugs"]
    plain["studies"][0]["links"] = ["zzz"]
    plain["reports"][0]["links"] = ["zzz", "biopsy"]
    plain["statements"][0]["series"] = ["glucose", "a"]
    plain["discrepancies"][0]["about"] = ["zzz"]
    plain["deck"][0]["select"] = "zzz"
    one = opened(plain)
    assert {(problem.severity, problem.message) for problem in one.problems} == {
        ("warning", texts.UNKNOWN_LINK)
    }
    assert [problem.path for problem in one.problems] == [
        "events[1].links[1]",
        "events[1].links[3]",
        "statements[0].series[1]",
        "studies[0].links[0]",
        "reports[0].links[0]",
        "discrepancies[0].about[0]",
        "deck[0].select",
    ]
    assert one.case.events[1].links == ("ct", "g1")
    assert one.case.reports[0].links == ("biopsy",)
    assert one.case.statements[0].series == ("glucose",)
    assert one.case.deck[0].select is None


def test_an_event_stands_beside_series_that_are_there(opened: Open, plain: Raw) -> None:
    plain["events"][0]["series"] = ["glucose", "zzz", "a"]
    one = opened(plain)
    assert told(one) == [
        ("warning", "events[0].series[1]", texts.UNKNOWN_LINK),
        ("warning", "events[0].series[2]", texts.UNKNOWN_LINK),
    ]
    assert one.case.events[0].series == ("glucose",)


def test_a_series_that_is_broken_has_nothing_beside_it(opened: Open, plain: Raw) -> None:
    plain["events"][0]["series"] = ["glucose"]
    plain["series"][0]["unit"] = 3
    plain["statements"], plain["discrepancies"] = [], []
    told_of = {problem.path: problem.message for problem in opened(plain).problems}
    assert told_of["events[0].series[0]"] == texts.LINK_TO_LEFT_OUT


def test_a_link_to_a_broken_entry_says_so(opened: Open, plain: Raw) -> None:
    plain["events"][1]["when"] = "soon"
    first, second = opened(plain).problems
    assert (first.path, first.message) == ("events[0].links[0]", texts.LINK_TO_LEFT_OUT)
    assert second.path == "events[1].when"


def test_links_of_entries_left_out_trouble_nobody(opened: Open, plain: Raw) -> None:
    plain["events"] = 12
    plain["studies"] = [12]
    plain["reports"][0]["id"] = 3
    del plain["deck"]
    assert [problem.path for problem in opened(plain).problems] == [
        "events",
        "studies[0]",
        "reports[0].id",
    ]


# --- sources and files --------------------------------------------------------------------


def test_an_unknown_source_is_told_and_kept(opened: Open, plain: Raw) -> None:
    plain["events"][1]["evidence"]["source"] = "papr"
    plain["events"][2]["evidence"]["source"] = "paper"
    one = opened(plain)
    assert told(one) == [("warning", "events[1].evidence.source", texts.UNKNOWN_SOURCE)]
    assert one.case.events[1].evidence.source == "papr"


def test_files_are_looked_for(write: Write, plain: Raw, tmp_path: Path) -> None:
    plain["studies"][0]["figures"] = [
        {"label": "1", "file": "ct.png"},
        {"label": "2", "file": "CT 2.png"},
        {"label": "3", "file": "../../secret.png"},
        {"label": "4", "file": "/etc/passwd"},
    ]
    plain["sources"][0]["file"] = "paper.pdf"
    folder = write(plain)
    (folder / "ct.png").write_bytes(b"png")
    packed = tmp_path / "x.dayline"
    with zipfile.ZipFile(packed, "w") as whole:
        for path in folder.iterdir():
            whole.write(path, path.name)
    for path in (folder, packed):
        one = open_case(path)
        assert told(one) == [
            ("warning", "sources[0].file", texts.ASSET_MISSING),
            ("warning", "studies[0].figures[1].file", texts.ASSET_MISSING),
            ("error", "studies[0].figures[2].file", texts.ASSET_UNSAFE),
            ("error", "studies[0].figures[3].file", texts.ASSET_UNSAFE),
        ]
        files = [figure.file for figure in one.case.studies[0].figures]
        assert files == ["ct.png", "CT 2.png", None, None]
        assert one.assets.read("ct.png") == b"png"


# --- pictures, lesions and slides ---------------------------------------------------------


def test_pictures_may_be_files_or_folders(opened: Open, plain: Raw, write: Write) -> None:
    folder = write(plain)
    (folder / "ct" / "a").mkdir(parents=True)
    (folder / "ct" / "a" / "1.dcm").write_bytes(b"")
    (folder / "he.svs").write_bytes(b"")
    (folder / "empty").mkdir()
    plain["studies"][0]["images"] = [{"path": "ct"}, {"path": "ct/a/1.dcm"}]
    plain["reports"][0]["slides"] = [{"path": "he.svs"}]
    one = opened(plain)
    assert one.problems == ()
    assert [images.path for images in one.case.studies[0].images] == ["ct", "ct/a/1.dcm"]
    plain["studies"][0]["images"].append({"path": "empty"})
    problem = only(opened(plain))
    assert (problem.severity, problem.path) == ("warning", "studies[0].images[2].path")
    assert problem.values == {"name": "empty"}


@pytest.mark.parametrize(
    ("part", "field"), [("studies", "images"), ("reports", "slides")], ids=["images", "slides"]
)
def test_pictures_that_are_not_there_stay_named_and_those_outside_do_not(
    opened: Open, plain: Raw, part: str, field: str
) -> None:
    plain[part][0][field] = [{"path": "gone"}, {"path": "../elsewhere"}, {"path": "/abs"}]
    one = opened(plain)
    assert told(one) == [
        ("warning", f"{part}[0].{field}[0].path", texts.ASSET_MISSING),
        ("error", f"{part}[0].{field}[1].path", texts.ASSET_UNSAFE),
        ("error", f"{part}[0].{field}[2].path", texts.ASSET_UNSAFE),
    ]
    kept = getattr(getattr(one.case, part)[0], field)
    assert [entry.path for entry in kept] == ["gone"]


def test_pictures_are_found_in_a_zip(plain: Raw, tmp_path: Path) -> None:
    plain["studies"][0]["images"] = [{"path": "ct"}, {"path": "gone"}]
    path = tmp_path / "x.dayline"
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("case.json", json.dumps(plain))
        whole.writestr("ct/1.dcm", "")
    assert only(open_case(path)).path == "studies[0].images[1].path"


def lesion(name: str = "A", **more: Any) -> Raw:
    return {"name": name, "diameter_mm": 10, "evidence": {"kind": "reported"}} | more


def test_a_lesion_stands_once_in_a_study(opened: Open, plain: Raw) -> None:
    plain["studies"][0]["lesions"] = [lesion(), lesion("B"), lesion(diameter_mm=30)]
    one = opened(plain)
    problem = only(one)
    assert (problem.severity, problem.path) == ("error", "studies[0].lesions[2].name")
    assert (problem.effect, problem.values) == (texts.PART_LEFT_OUT, {"name": "A"})
    assert [(kept.name, kept.diameter_mm) for kept in one.case.studies[0].lesions] == [
        ("A", 10),
        ("B", 10),
    ]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("diameter_mm", -1),
        ("diameter_mm", 1001),
        ("diameter_mm", "10"),
        ("diameter_mm", None),
        ("name", ""),
        ("is_node", 1),
        ("known_from", "soon"),
        ("evidence", {"kind": "guessed"}),
    ],
)
def test_a_broken_lesion_costs_only_itself(opened: Open, plain: Raw, name: str, wrong: Any) -> None:
    plain["studies"][0]["lesions"] = [lesion("B"), lesion(**{name: wrong})]
    one = opened(plain)
    assert {problem.effect for problem in one.problems} == {texts.PART_LEFT_OUT}
    assert [kept.name for kept in one.case.studies[0].lesions] == ["B"]
    assert len(one.case.studies[0].findings) == 2


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("studies.0.images.0.title", 3),
        ("studies.0.lesions.0.site", []),
        ("reports.0.slides.0.title", {}),
        ("reports.0.slides.0.stain", 3),
        ("reports.0.stains.0.score", 3),
    ],
)
def test_words_beside_a_picture_may_be_lost_alone(
    opened: Open, plain: Raw, write: Write, path: str, wrong: Any
) -> None:
    (write(plain) / "a").write_bytes(b"")
    plain["studies"][0] |= {"images": [{"path": "a"}], "lesions": [lesion()]}
    plain["reports"][0]["slides"] = [{"path": "a"}]
    holder: Any = plain
    *steps, last = path.split(".")
    for step in steps:
        holder = holder[int(step) if step.isdigit() else step]
    holder[last] = wrong
    one = opened(plain)
    assert {problem.effect for problem in one.problems} == {texts.PART_LEFT_OUT}
    (study,), (report,) = one.case.studies, one.case.reports
    found = (study.images, study.lesions, report.slides, report.stains)
    assert [len(each) for each in found] == [1, 1, 1, 1]


def test_unknown_names_in_them_are_told(opened: Open, plain: Raw, write: Write) -> None:
    (write(plain) / "a").write_bytes(b"")
    plain["studies"][0]["images"] = [{"path": "a", "titel": "x"}]
    plain["studies"][0]["lesions"] = [lesion(node=True)]
    plain["reports"][0]["slides"] = [{"path": "a", "marker": "x"}]
    assert [(p.path, p.values.get("guess")) for p in opened(plain).problems] == [
        ("studies[0].images[0].titel", "title"),
        ("studies[0].lesions[0].node", "is_node"),
        ("reports[0].slides[0].marker", None),
    ]


def test_a_scene_may_speak_of_the_sum_of_lesions(opened: Open, plain: Raw) -> None:
    plain["studies"][0]["lesions"] = [lesion()]
    second = plain["studies"][0] | {"id": "ct2", "when": {"day": 9}, "links": []}
    plain["studies"].append(second)
    scene = {"hidden": ["sum-of-lesion-diameters"], "select": "sum-of-lesion-diameters"}
    plain["deck"][0] |= scene
    one = opened(plain)
    assert one.problems == ()
    assert one.case.deck[0].hidden == ("sum-of-lesion-diameters",)
    assert [series.id for series in one.case.series] == ["glucose"]
    second["lesions"] = []
    assert len(opened(plain).problems) == 2
