"""Text made comparable, so that what a person types finds what a source prints.

Alike are: upper and lower case; full- and half-width forms; hiragana and katakana; all dashes and
the minus sign; all spaces, however many. The mark of a long vowel is kept: it changes the word.
The same word in kana and in kanji is alike only where a text gives the reading (`finding.py`).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207b\u208b\u2212\ufe58\ufe63\uff0d"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens, joiners and marks of breaks: nobody types them."""
_KATAKANA = (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)
_ALIKE = (
    {ord(dash): "-" for dash in _DASHES}
    | dict.fromkeys(map(ord, _UNSEEN), "")
    | {letter: chr(letter - 0x60) for letter in _KATAKANA}
)
_SPACES = re.compile(r"[^\S ]\s*| \s+")
"""Every run of spaces but the single plain one, which is left as it is."""
_VOICED = "\uff9e\uff9f"
"""The half-width marks that belong to the letter before them."""
_APART = "\1"
"""Stands between texts that are folded together; no text of a case has a use for it."""
_JAMO = range(0x1160, 0x1200)
"""Vowels and ends of Korean syllables that are written letter by letter."""


class Passage(NamedTuple):
    """The letters from `start` up to `end` of a text."""

    start: int
    end: int


class Sought(NamedTuple):
    """Folded letters that are looked for; as a word of its own where they are an abbreviation."""

    letters: str
    is_word: bool = False


def fold(text: str) -> str:
    """Give what is compared of a text; of plain letters nearly nothing but their case changes."""
    return _SPACES.sub(" ", _fold_letters(text)).strip()


def fold_all(texts: Sequence[str]) -> list[str]:
    """Fold many texts, in much less time than one by one."""
    together = fold(_APART.join(texts)).split(_APART)
    return together if len(together) == len(texts) else [fold(text) for text in texts]


def _fold_letters(text: str) -> str:
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", folded).translate(_ALIKE)


def stretches(text: str, forms: Iterable[Sought]) -> tuple[Passage, ...]:
    """Give where in a text stands any of what is sought; none for nothing.

    They are stretches of the text as it is, in order; those of two forms may overlap.
    """
    wanted = [form for form in forms if form.letters]
    if not wanted:
        return ()
    letters, places = _with_places(text)
    found = {
        # A letter may have become several, such as "㎎": all of it is found.
        Passage(places[match.start()].start, places[match.end() - 1].end)
        for form in wanted
        for match in pattern(form).finditer(letters)
    }
    return tuple(sorted(found))


def pattern(form: Sought) -> re.Pattern[str]:
    """Give what finds a form in folded text."""
    letters = re.escape(form.letters)
    return re.compile(rf"(?<!\w){letters}(?!\w)" if form.is_word else letters, re.ASCII)


def _with_places(text: str) -> tuple[str, list[Passage]]:
    """Fold a text letter by letter, and tell of each folded one where it comes from."""
    letters: list[str] = []
    places: list[Passage] = []
    for start, end in _clusters(text):
        for letter in _fold_letters(text[start:end]):
            is_space = letter.isspace()
            if is_space and letters and letters[-1] == " ":
                places[-1] = Passage(places[-1].start, end)
                continue
            letters.append(" " if is_space else letter)
            places.append(Passage(start, end))
    return "".join(letters), places


def _clusters(text: str) -> Iterator[Passage]:
    """Give each letter with the marks that belong to it."""
    start = 0
    for at in range(1, len(text)):
        if not _belongs_to_last(text[at]):
            yield Passage(start, at)
            start = at
    if text:
        yield Passage(start, len(text))


def _belongs_to_last(letter: str) -> bool:
    return letter in _VOICED or ord(letter) in _JAMO or unicodedata.combining(letter) > 0
