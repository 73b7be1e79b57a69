"""Other names that a case itself gives for a word: its glossary, and readings in brackets.

A word in kanji cannot be matched with its kana without knowing how it is read. Where the case
says so, as in "塞栓術（そくせんじゅつ）", both find the same; elsewhere text is taken literally.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from viewer.model.case import Term
from viewer.model.same_text import Sought, fold

_READING = re.compile(r"([\u3005\u4e00-\u9fff]+)[（(]([\u3041-\u3096\u30a1-\u30fc]+)[）)]")
_END_OF_NAME = re.compile(r"[,;:.，、。（(]")


class OtherNames:
    """The other names of words, by the folded word."""

    def __init__(self, glossary: Iterable[Term]) -> None:
        self._others: dict[str, set[str]] = defaultdict(set)
        self._learn(_explained(glossary))

    def read(self, texts: Iterable[str]) -> None:
        """Learn the readings that stand in some texts."""
        self._learn(_read(texts))

    def _learn(self, pairs: Iterable[tuple[str, str]]) -> None:
        for one, other in pairs:
            if one and other and one != other:
                self._others[one].add(other)
                self._others[other].add(one)

    def forms(self, text: str) -> tuple[Sought, ...]:
        """Give what is looked for when a person types `text`: it, then its other names.

        A name in Latin letters counts only as a word of its own: CT is not in octreotide.
        """
        folded = fold(text)
        if not folded:
            return ()
        others = sorted(self._others.get(folded, ()))
        return (Sought(folded), *(Sought(other, is_word=other.isascii()) for other in others))


def _explained(glossary: Iterable[Term]) -> Iterator[tuple[str, str]]:
    for term in glossary:
        root = term.text.root
        for words in (root,) if isinstance(root, str) else root.values():
            # What follows the name explains it.
            yield fold(term.term), fold(_END_OF_NAME.split(words, maxsplit=1)[0])


def _read(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for words in texts:
        if not words.isascii():
            for kanji, kana in _READING.findall(words):
                yield fold(kanji), fold(kana)
