"""A case with every fact changed that may only be known after a day, and all else as it was.

Written from the domain's rule and not from the program's: a part is known from `known_from` on;
where that is not stated, from the latest day it speaks of; where even that is unknown, never.
"""

import copy
import re
from collections.abc import Callable
from typing import Any

from tests.e2e.later_parts import (
    ALWAYS,
    NEVER,
    REPORTED,
    STRANGE,
    Json,
    PartsAfter,
    begun,
    is_text,
    over,
    same,
    texts_in,
)


def changed_after(raw: Json, horizon: int) -> Json:
    """Give a case in which everything that is not known at the end of day `horizon` is another."""
    return _Change(copy.deepcopy(raw), horizon).case()


class _Change(PartsAfter):
    """The whole case at one horizon: which parts are known, and what is added to them."""

    # -- the whole ----------------------------------------------------------------------------

    def case(self) -> Json:
        raw = self.raw
        raw["id"] = "zephyr-kazoo"
        self.title(raw, NEVER)
        self.subject(raw["subject"])
        if not self.knows(0):
            counts = raw["day_zero"].get("counts_from", "unstated")
            raw["day_zero"] = self.other(raw["day_zero"]) | {"counts_from": counts}
        for source in raw["sources"]:
            if not self.knows(source.get("known_from", NEVER)):
                source["title"] = self.strange()
            elif not is_text(source["title"]):
                self.title(source, NEVER)
        raw["sources"].append({"id": "s2", "title": self.strange(), "known_from": self.after})
        self.events_and_values()
        raw["notes"] = self.undated("notes", self.prose, {"text": self.strange()})
        sides = [{"text": self.strange(), "place": self.strange()}]
        raw["discrepancies"] = self.undated("discrepancies", self.discrepancy, {"sides": sides})
        self.links()
        self.glossary()
        scene = {"id": "later-scene", "title": self.strange(), "horizon": self.after}
        raw["deck"] = [*raw.get("deck", []), scene]
        raw["unheard_of"] = {"text": self.strange()}
        return raw

    def subject(self, subject: Json) -> None:
        known = subject.get("background", [])
        subject["background"] = self.many(
            known, lambda b: self.knows(b.get("known_from", NEVER)), same
        )
        subject["background"].append({"label": self.strange(), "text": self.strange()})
        end = subject.get("follow_up")
        if end and not self.knows(end.get("known_from", over(end["end"]))):
            subject["follow_up"] = {
                "end": {"day": self.after + 700},
                "reason": "alive",
                "text": self.strange(),
            }

    def undated(self, name: str, keep: Callable[[Json], Json], new: Json) -> list[Json]:
        parts = self.raw[name]
        known = [p for p in parts if self.knows(p.get("known_from", NEVER))]
        self.known_ids |= {p["id"] for p in known}
        made = self.many(parts, lambda p: p in known, keep)
        plain = {"id": f"later-{name}", "title": self.strange(), "known_from": self.after}
        return [plain | new, *made]

    def events_and_values(self) -> None:
        raw = self.raw
        told = [e for e in raw["events"] if self.is_known(e)]
        said = [s for s in raw["statements"] if self.knows(s.get("known_from", over(s["when"])))]
        lanes = self.lanes_of([*told, *said])
        spoken_of = {id_ for s in said for id_ in s.get("series", [])}

        def has_value(series: Json) -> bool:
            days = [p.get("known_from", begun(p["when"])) for p in series.get("points", [])]
            is_told = any(self.knows(day) for day in days) or series["id"] in spoken_of
            return is_told and self.knows(series.get("known_from", ALWAYS))

        values = [s for s in raw["series"] if has_value(s)]
        self.known_ids |= {p["id"] for p in (*told, *said, *values)}
        self.known_ids |= {p["id"] for s in values for p in s["points"] if "id" in p}
        raw["events"] = self.many(raw["events"], lambda e: e in told, self.event)
        raw["statements"] = self.many(raw["statements"], lambda s: s in said, self.statement)
        hidden = [
            {**s, "title": self.strange(), "short": self.strange(), "points": []}
            for s in raw["series"]
            if s not in values
        ]
        raw["series"] = [*hidden, *(self.series(s) for s in values)]
        for name, keep in (("studies", self.study), ("reports", self.report)):
            self.known_ids |= {p["id"] for p in raw[name] if self.is_known(p)}
            raw[name] = self.many(raw[name], self.is_known, keep)
        for lane in raw["lanes"]:
            if lane["id"] not in lanes:
                lane["title"] = self.strange()
                lane["group"] = "later-lane"
        self.new_parts([lane for lane in raw["lanes"] if lane["id"] in lanes], values)

    def lanes_of(self, told: list[Json]) -> set[str]:
        """Give the lanes of what is told, and those that they belong to."""
        groups = {lane["id"]: lane.get("group") for lane in self.raw["lanes"]}
        waiting, found = [part.get("lane") for part in told], set[str]()
        while waiting:
            lane = waiting.pop()
            if lane is not None and lane not in found:
                found.add(lane)
                waiting.append(groups.get(lane))
        return found

    def new_parts(self, lanes: list[Json], values: list[Json]) -> None:
        """Add parts of later days, and parts of early days that are told later."""
        raw, after = self.raw, self.after

        def new(name: str, when: Json, **more: Any) -> Json:
            plain = {"id": f"later-{name}", "title": self.strange(), "evidence": REPORTED}
            return plain | {"when": when} | more

        raw["lanes"].insert(0, {"id": "later-lane", "title": self.strange(), "kind": "drug"})
        early = {"day": self.horizon}
        raw["events"].insert(0, new("event", {"day": after}, lane="later-lane"))
        for lane in (*lanes[:1], {"id": "later-lane"}):
            name = f"told-{lane['id']}"
            raw["events"].insert(0, new(name, early, lane=lane["id"], known_from=after))
        raw["studies"].insert(0, new("study", early, modality="PET", known_from=after))
        raw["reports"].insert(0, new("report", early, known_from=after))
        about = {"series": [s["id"] for s in values], "text": self.strange(), "lane": "later-lane"}
        said = new("statement", early, known_from=after) | about
        del said["title"]
        raw["statements"].insert(0, said)
        value = {"when": {"day": after}, "value": 3, "evidence": REPORTED}
        series = {"id": "later-series", "title": self.strange(), "analyte": "glucose"}
        raw["series"].insert(0, series | {"unit": "mg/dL", "points": [value]})

    def links(self) -> None:
        """Let known parts name other parts of later days, and later parts name all known ones."""
        raw = self.raw
        for name in ("events", "studies", "reports", "discrepancies"):
            key = "about" if name == "discrepancies" else "links"
            for part in raw[name]:
                if part["id"] in self.known_ids:
                    kept = [id_ for id_ in part.get(key, []) if id_ in self.known_ids]
                    part[key] = ["later-event", *kept]
                elif key == "links" or part["id"].startswith("later"):
                    part[key] = sorted(self.known_ids)
                else:
                    part[key] = []
        values = sorted({s["id"] for s in raw["series"]} & self.known_ids)
        for event in raw["events"]:
            if event["id"] in self.known_ids:
                kept = [id_ for id_ in event.get("series", []) if id_ in self.known_ids]
                event["series"] = ["later-series", *kept]
            else:
                event["series"] = values
        for statement in raw["statements"]:
            if statement["id"] in self.known_ids:
                kept = [id_ for id_ in statement.get("series", []) if id_ in self.known_ids]
                statement["series"] = kept

    def glossary(self) -> None:
        """Explain terms otherwise that stand in nothing known; all that is not known is strange."""
        rest = {name: value for name, value in self.raw.items() if name != "glossary"}
        words = "\n".join(texts_in(rest))
        for term in self.raw["glossary"]:
            stands = rf"(?<!\w){re.escape(term['term'])}(?!\w)"
            if re.search(stands, words, re.ASCII) is None:
                term["text"] = self.strange()
        strange = [{"term": word, "text": self.strange()} for word in STRANGE]
        self.raw["glossary"] = [*strange, *self.raw["glossary"]]
