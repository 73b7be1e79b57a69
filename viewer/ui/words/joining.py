"""How pieces of words are joined in the language of the window."""

from collections.abc import Iterable
from functools import reduce

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def in_turn(words: Iterable[str]) -> str:
    """Join what stands for itself; a full stop before the join is left out."""
    *others, last = [word for word in words if word] or [""]
    return translate("Join", "; ").join([*(word.rstrip(".。") for word in others), last])


def in_line(words: Iterable[str]) -> str:
    """Join what belongs together."""
    return translate("Join", ", ").join(word for word in words if word)


def sentences(words: Iterable[str]) -> str:
    """Join whole sentences."""
    join = translate("Join", "{first} {second}")
    said = [word for word in words if word] or [""]
    return reduce(lambda first, second: join.format(first=first, second=second), said)


def labelled(label: str, words: str) -> str:
    """Put a label before words; either alone where the other is empty."""
    if not label or not words:
        return label or words
    return translate("Join", "{label}: {words}").format(label=label, words=words)


def with_aside(words: str, aside: str) -> str:
    """Put an aside in brackets after words."""
    return translate("Join", "{words} ({aside})").format(words=words, aside=aside)
