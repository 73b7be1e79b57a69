"""Parts of small made-up cases for the real window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from viewer.ui.window import Window

REPORTED = {"kind": "reported"}

OpenCase = Callable[..., Window]


def an_event(id_: str, when: dict[str, Any], **more: Any) -> dict[str, Any]:
    plain = {"id": id_, "lane": "drugs", "title": id_, "when": when, "evidence": REPORTED}
    return plain | more


def a_series(id_: str, *values: tuple[float, float], **more: Any) -> dict[str, Any]:
    points = [{"when": {"day": d}, "value": v, "evidence": REPORTED} for d, v in values]
    return {"id": id_, "title": id_, "analyte": id_, "unit": "U/mL", "points": points} | more
