"""What is said about the scenes of a deck."""

import re
import unicodedata

from PySide6.QtCore import QCoreApplication

from viewer.model.annotation_set import AnnotationSet
from viewer.model.deck import OF_CASE
from viewer.model.numbering import Counting
from viewer.model.part import Text
from viewer.model.scene import MOST_SECONDS, Scene
from viewer.ui.words.day_words import day_name
from viewer.ui.words.joining import in_line, in_turn, labelled

translate = QCoreApplication.translate


def span_words(scene: Scene, counting: Counting) -> str:
    """Say how much of the course a scene tells."""
    if scene.horizon is None:
        return translate("Scenes", "whole course")
    return translate("Scenes", "up to {day}").format(day=day_name(scene.horizon, counting))


def minutes_text(seconds: float) -> str:
    """Write a length of time as minutes and whole seconds, such as "1:30"."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def when_words(scene: Scene, counting: Counting) -> str:
    """Say how much of the course a scene tells, and for how long it is meant to be shown."""
    planned = "" if scene.planned_s is None else minutes_text(scene.planned_s)
    return in_turn((span_words(scene, counting), planned))


def missing_words(ids: tuple[str, ...]) -> str:
    """Say what a scene names and the case lacks; empty for nothing."""
    if not ids:
        return ""
    return labelled(translate("Scenes", "names what the case does not have"), in_line(ids))


def seconds_of(typed: str) -> int | None:
    """Read a planned time: minutes and seconds, or minutes alone; None for none.

    Raises ValueError for what is no such time.
    """
    text = unicodedata.normalize("NFKC", typed).strip()
    if not text:
        return None
    found = re.fullmatch(r"(\d{1,4})(?::([0-5]\d))?", text, re.ASCII)
    seconds = 0 if found is None else 60 * int(found[1]) + int(found[2] or 0)
    if found is None or seconds > MOST_SECONDS:
        raise ValueError(typed)
    return seconds


def deck_name(owner: str, annotations: AnnotationSet) -> str:
    """Name a deck by whose it is."""
    if owner == OF_CASE:
        return translate("Scenes", "Of the case")
    author = annotations.authors.get(owner)
    name = owner if author is None else author.name
    return translate("Scenes", "{author}'s").format(author=name)


def retitled(title: Text, words: str, language: str) -> Text:
    """Give a title other words in one language; what it says in others stays."""
    if isinstance(title.root, str):
        return Text(words)
    known = title.root
    short = language.split("-", maxsplit=1)[0]
    used = next((one for one in (language, short) if one in known), short)
    return Text({**known, used: words})
