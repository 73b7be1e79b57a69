"""The parts of a case, changed in what may only be known after a day; by the domain's rule."""

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]

NEVER = float("inf")
ALWAYS = float("-inf")
DAYS = ("day", "earliest", "about", "latest")
STRANGE = ["quagga", "zephyr", "marzipan", "oboe", "thimble", "vicuna", "saffron", "kazoo"]
"""Words that stand nowhere in a case that is shipped."""
REPORTED = {"kind": "reported"}


def days_of(raw: Json) -> list[int]:
    """Give every day that a case speaks of or from which a part of it is known."""
    found = set()

    def look(value: Any, name: str = "") -> None:
        if isinstance(value, dict):
            for inner_name, inner in value.items():
                look(inner, inner_name)
        elif isinstance(value, list):
            for inner in value:
                look(inner)
        elif name in (*DAYS, "known_from") and isinstance(value, int | float):
            found.add(int(value // 1))

    look(raw)
    return sorted(found)


def begun(when: Json) -> float:
    """Give the latest day on which it may have begun."""
    instant = when.get("start", when)
    return float(instant.get("day", instant.get("latest", instant.get("about", NEVER))))


def over(when: Json) -> float:
    """Give the latest day of which it speaks."""
    if "start" not in when:
        return begun(when)
    return max(begun(when["start"]), begun(when["end"])) if is_day(when["end"]) else NEVER


def is_day(end: Any) -> bool:
    return isinstance(end, dict)


def is_text(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and set(value) <= {"en", "ja"}


def texts_in(value: Any) -> list[str]:
    """Give all words that stand anywhere in a part."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts_in(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts_in(inner)]
    return [value] if isinstance(value, str) else []


class PartsAfter:
    """The parts of one case at one horizon; methods change what they are given and give it back."""

    def __init__(self, raw: Json, horizon: int) -> None:
        self.raw = raw
        self.horizon = horizon
        self.after = horizon + 1 + 6
        """A day on which nothing can be known yet."""
        self.count = 0
        self.known_ids: set[str] = set()

    def knows(self, day: float) -> bool:
        return day < self.horizon + 1

    def strange(self) -> Json:
        """Give words of another length each time."""
        self.count += 1
        words = [STRANGE[(self.count + i) % len(STRANGE)] for i in range(1 + self.count % 5)]
        return {"en": " ".join(words), "ja": "".join(words)}

    # -- what is not known at all -------------------------------------------------------------

    def other(self, value: Any, name: str = "") -> Any:
        """Give another thing in the place of one that is not known at all."""
        if is_text(value):
            return self.strange()
        if isinstance(value, dict):
            made = {key: self.other(inner, key) for key, inner in value.items()}
            made.pop("links", None)
            made.pop("series", None)
            return made | ({"known_from": self.after} if "known_from" in made else {})
        if isinstance(value, list):
            return [self.other(inner) for inner in value]
        if name in DAYS:
            return value - 5
        if name in ("value", "low", "high", "diameter_mm"):
            return value * 3 + 1
        return {
            "id": f"{value}-x",
            "modality": "MR",
            "name": f"{value}-y",
            "path": f"{value}-y.png",
            "printed": "999",
            "printed_unit": "zz",
            "percent": 3,
            "sign": "effective",
            "reason": "alive",
            "direction": "up",
        }.get(name, value)

    def many(
        self, parts: list[Json], known: Callable[[Json], bool], keep: Callable[[Json], Json]
    ) -> list[Json]:
        """Change what is known, and replace or leave out what is not."""
        made = []
        for at, part in enumerate(parts):
            if known(part):
                made.append(keep(part))
            elif at % 3:
                made.append(self.other(part) | {"known_from": self.after})
        return made

    # -- what is known in part ----------------------------------------------------------------

    def instant(self, instant: Json) -> Json:
        if self.knows(begun(instant)):
            return instant
        later = [name for name in DAYS if name in instant and not self.knows(instant[name])]
        has_other_day = any(name in instant for name in DAYS if name not in later)
        for name in later:
            if name == "latest" and "earliest" in instant and has_other_day and self.horizon % 2:
                del instant[name]
            else:
                instant[name] += 9
        for name in ("why", "wording"):
            instant[name] = self.strange()
        return instant

    def when(self, when: Json) -> Json:
        if "start" not in when:
            return self.instant(when)
        if not self.knows(over(when)):
            when["wording"] = self.strange()
        end = when["end"]
        when["start"] = self.instant(when["start"])
        days = [when["start"][name] for name in DAYS if name in when["start"]]
        when["end"] = self.instant(end) if is_day(end) else {"day": max(*days, self.after) + 30}
        return when

    def evidence(self, part: Json, until: float) -> None:
        """Change why a part is known, where that is told only after the horizon."""
        if part.get("evidence") and not self.knows(until):
            part["evidence"]["why"] = self.strange()

    def title(self, part: Json, last: float) -> None:
        """Change the words of later stages, and add one more."""
        title = part["title"]
        stages = [{"text": title}] if is_text(title) else title
        for stage in stages[1:]:
            if not self.knows(stage.get("known_from", last)):
                stage["text"] = self.strange()
        part["title"] = [*stages, {"text": self.strange(), "known_from": self.after}]

    def remarks(self, part: Json, name: str, last: float, new: Json) -> None:
        def known(remark: Json) -> bool:
            return self.knows(remark.get("known_from", last))

        def keep(remark: Json) -> Json:
            self.evidence(remark, last)
            return remark

        part[name] = self.many(part.get(name, []), known, keep)
        part[name].insert(0, new | {"known_from": self.after})

    def remark(self, part: Json, name: str, last: float, new: Json) -> None:
        found = part.get(name)
        if found is not None and self.knows(found.get("known_from", last)):
            self.evidence(found, last)
        elif self.horizon % 2:
            part.pop(name, None)
        else:
            part[name] = new | {"text": self.strange(), "known_from": self.after}

    def dated(self, part: Json, lists: dict[str, Json], singles: dict[str, Json]) -> Json:
        """Change the later facts of an event, a study or a report that is known as such."""
        last = max(part.get("known_from", begun(part["when"])), over(part["when"]))
        is_closed = self.is_closed(part, lists, singles)
        part["when"] = self.when(part["when"])
        if is_closed:
            return part
        self.title(part, last)
        part["evidence"]["why"] = self.strange()
        for name, new in lists.items():
            self.remarks(part, name, last, new)
        for name, new in singles.items():
            self.remark(part, name, last, new)
        return part

    def is_closed(self, part: Json, lists: dict[str, Json], singles: dict[str, Json]) -> bool:
        """Tell whether to add to a part would make its reasons and codes known later."""
        last = max(part.get("known_from", begun(part["when"])), over(part["when"]))
        members = [m for name in lists for m in part.get(name, [])]
        members += [part[name] for name in singles if part.get(name)]
        stages = [] if is_text(part["title"]) else part["title"]
        whole = max([last, *(m["known_from"] for m in (*members, *stages) if "known_from" in m)])
        return self.knows(whole) and ("why" in part["evidence"] or "codes" in part)

    # -- parts --------------------------------------------------------------------------------

    def is_known(self, part: Json) -> bool:
        return self.knows(part.get("known_from", begun(part["when"])))

    def event(self, event: Json) -> Json:
        singles = {"result": {}, "outcome": {"sign": "improved"}}
        lists = {"details": {"label": self.strange(), "text": self.strange()}}
        is_closed = self.is_closed(event, lists, singles)
        last = max(event.get("known_from", begun(event["when"])), over(event["when"]))
        event = self.dated(event, lists, singles)
        if not is_closed:
            self.treatment(event, last)
        if "codes" not in event and len(event["title"]) > 1 and isinstance(event["title"], list):
            event["codes"] = [{"system": "http://snomed.info/sct", "code": "20955008"}]
        return event

    def treatment(self, event: Json, last: float) -> None:
        """Change later doses, cycles and responses, and add some that are told later."""
        for name in ("changes", "cycles"):
            event[name] = self.many(event.get(name, []), self.is_known, self.dated_part)
        later = {"text": self.strange(), "dose": {"value": 900, "unit": "mg"}}
        event["changes"].append({"when": {"day": self.after}} | later)
        event["cycles"].append({"number": 99, "when": {"day": self.after}})
        told_later = {"when": {"day": min(self.horizon, 0)}, "known_from": self.after}
        event["changes"].append(told_later | later)
        event["cycles"].append(told_later | {"number": 98})
        if not self.knows(event.get("response", {}).get("known_from", last)):
            event["response"] = {"value": "CR", "known_from": self.after}

    def dated_part(self, part: Json) -> Json:
        self.evidence(part, max(part.get("known_from", ALWAYS), begun(part["when"])))
        part["when"] = self.instant(part["when"])
        return part

    def study(self, study: Json) -> Json:
        finding = {"site": self.strange(), "text": self.strange()}
        figure = {"label": self.strange(), "caption": self.strange()}
        remark = {"text": self.strange()}
        images = {"path": f"{self.strange()['en']}.png", "title": self.strange()}
        lesion = {"name": self.strange()["en"], "site": self.strange(), "diameter_mm": 777}
        lists = {"findings": finding, "figures": figure, "remarks": remark}
        lists |= {"images": images, "lesions": lesion | {"evidence": REPORTED}}
        return self.dated(study, lists, {})

    def report(self, report: Json) -> Json:
        finding = {"site": self.strange(), "text": self.strange()}
        stain = {"marker": self.strange(), "result": self.strange(), "percent": 88}
        stain |= {"score": self.strange()}
        figure = {"label": self.strange()}
        slide = {"path": f"{self.strange()['en']}.svs", "stain": self.strange()}
        lists = {"morphology": finding, "stains": stain, "figures": figure, "slides": slide}
        return self.dated(report, lists, {"diagnosis": {}, "grade": {}})

    def statement(self, statement: Json) -> Json:
        last = max(statement.get("known_from", ALWAYS), over(statement["when"]))
        self.evidence(statement, last)
        statement["when"] = self.when(statement["when"])
        return statement

    def point(self, point: Json) -> Json:
        last = max(point.get("known_from", ALWAYS), begun(point["when"]))
        self.evidence(point, last)
        point["when"] = self.instant(point["when"])
        self.remarks(point, "remarks", last, {"text": self.strange()})
        return point

    def series(self, series: Json) -> Json:
        """Change later values; add one of a later day, and one told later of an earlier day."""

        def known(point: Json) -> bool:
            return self.knows(point.get("known_from", begun(point["when"])))

        points = self.many(series.get("points", []), known, self.point)
        later = {"when": {"day": self.after}, "value": 9999, "evidence": REPORTED}
        told_later = {"when": {"latest": 0}, "value": 7777, "evidence": REPORTED}
        series["points"] = [told_later | {"known_from": self.after}, *points, later]
        hidden = {"text": self.strange()}  # nothing says from when on
        remarks = self.many(
            series.get("remarks", []), lambda r: self.knows(r.get("known_from", NEVER)), same
        )
        series["remarks"] = [hidden, *remarks]
        period = {"start": {"day": self.after}, "end": {"day": self.after + 5}}
        limits = {"high": 4444, "laboratory": self.strange(), "period": period}
        series["references"] = [limits, *series.get("references", [])]
        return series

    def prose(self, note: Json) -> Json:
        self.title(note, NEVER)
        self.evidence(note, NEVER)
        return note

    def discrepancy(self, found: Json) -> Json:
        self.remark(found, "reading", found["known_from"], {})
        return found


def same(part: Json) -> Json:
    """Leave a part as it is."""
    return part
