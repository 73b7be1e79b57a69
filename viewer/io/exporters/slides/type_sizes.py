"""How wide words are on a slide, measured with the fonts that come with the program.

The fonts that a slide names (Arial, Yu Gothic) are no wider than these, so that what fits here fits
there.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any

from viewer.paths import resources

_MEASURED_AT = 100
_CJK = re.compile("([\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\uffef]+)")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FILES = {
    (False, False): "Inter-Regular.ttf",
    (False, True): "Inter-SemiBold.ttf",
    (True, False): "NotoSansJP-Regular.ttf",
    (True, True): "NotoSansJP-SemiBold.ttf",
}
_PIECES = re.compile(r"[\u2e80-\ua4cf\uf900-\uffef]|[^\s\u2e80-\ua4cf\uf900-\uffef]+\s*|\s+")
"""Where a line may end: after a Japanese letter, and after the space behind a word."""
BETWEEN_SCRIPTS = 0.2
LINE = 1.22
"""The height of a line, as a share of the size of its font."""
LONGEST_TEXT = 300
"""Characters of one text on a chart; the whole stands in the program."""


def one_line(text: str) -> str:
    """Make one line of a text, of a length that can be drawn, without what XML cannot hold."""
    line = " ".join(written(text).split())
    return line if len(line) <= LONGEST_TEXT else line[: LONGEST_TEXT - 1] + "…"


def written(text: str) -> str:
    """Give a text without the letters that no XML file can hold."""
    return _NOT_XML.sub("", text)


@lru_cache(maxsize=4)
def _font(is_cjk: bool, is_bold: bool) -> Any:
    from PIL import ImageFont

    path = resources() / "fonts" / _FILES[is_cjk, is_bold]
    return ImageFont.truetype(str(path), _MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=20_000)
def width(text: str, size_pt: float, is_bold: bool = False) -> float:
    """Give the width of a line of words (points).

    Some programs leave a little room between Japanese and Latin letters; it is counted in.
    """
    parts = _CJK.split(text)  # by turns none of these letters, and only such
    share = size_pt / _MEASURED_AT
    letters = sum(
        share * float(_font(bool(number % 2), is_bold).getlength(part))
        for number, part in enumerate(parts)
        if part
    )
    changes = sum(1 for one, next_ in pairwise(parts) if one and next_)
    return letters + BETWEEN_SCRIPTS * size_pt * changes


def elided(text: str, room_pt: float, size_pt: float, is_bold: bool = False) -> str:
    """Give words that fit into `room_pt`, cut and ended with "…" where need be."""
    if width(text, size_pt, is_bold) <= room_pt:
        return text
    least, most = 0, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        if width(text[:middle].rstrip() + "…", size_pt, is_bold) <= room_pt:
            least = middle
        else:
            most = middle - 1
    return text[:least].rstrip() + "…"


def lines(text: str, room_pt: float, size_pt: float, is_bold: bool = False) -> int:
    """Give how many lines a text takes where it is wrapped at `room_pt`."""
    return sum(_wrapped(part, room_pt, size_pt, is_bold) for part in text.split("\n"))


def _wrapped(text: str, room_pt: float, size_pt: float, is_bold: bool) -> int:
    count, at = 1, 0.0
    for piece in _PIECES.findall(text):
        wide = width(piece.rstrip(), size_pt, is_bold)
        if at and at + wide > room_pt:
            count, at = count + 1, 0.0
        if wide > room_pt:  # a word that is wider than the room is broken
            count += int(wide // room_pt)
            at = wide % room_pt
        else:
            at += width(piece, size_pt, is_bold)
    return count
