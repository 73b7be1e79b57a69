"""The letters that a drawing in SVG needs, embedded: it looks alike where no font is installed."""

import base64
import io
import re
from collections.abc import Iterator, Mapping

from viewer.paths import resources
from viewer.ui.fonts import FAMILIES, FILES

_WEIGHTS = {"Regular": 400, "Italic": 400, "Medium": 500, "SemiBold": 600, "SemiBoldItalic": 600}
_NAMED = re.compile(r"(?P<family>\w+)-(?P<style>\w+)\.ttf")


def font_faces(used: Mapping[tuple[int, bool], set[str]]) -> Iterator[str]:
    """Give a rule for each bundled font of which letters are used, with just these letters.

    `used` are the letters by the weight of their font and whether it is slanted. A letter comes
    from the first family that has it, as on the screen.
    """
    left = {face: {letter for letter in letters if letter > " "} for face, letters in used.items()}
    for name in FILES:
        named = _NAMED.fullmatch(name)
        assert named is not None  # the names are ours
        face = _WEIGHTS[named["style"]], "Italic" in named["style"]
        if not left.get(face):
            continue
        packed, found = _subset(name, left[face])
        left[face] -= found
        if found:
            family = next(one for one in FAMILIES if one.replace(" ", "") == named["family"])
            slant = "italic" if face[1] else "normal"
            data = base64.b64encode(packed).decode("ascii")
            yield (
                f'@font-face{{font-family:"{family}";font-weight:{face[0]};font-style:{slant};'
                f'src:url("data:font/woff;base64,{data}") format("woff")}}'
            )


def _subset(name: str, letters: set[str]) -> tuple[bytes, set[str]]:
    """Give a bundled font with these letters alone, as WOFF, and those of them that it has."""
    from fontTools import subset

    options = subset.Options(flavor="woff", hinting=False)
    with subset.load_font(str(resources() / "fonts" / name), options) as font:
        known = font.getBestCmap()
        found = {letter for letter in letters if ord(letter) in known}
        if not found:
            return b"", found
        subsetter = subset.Subsetter(options)
        subsetter.populate(text="".join(sorted(found)) + " ")
        subsetter.subset(font)
        out = io.BytesIO()
        subset.save_font(font, out, options)
    return out.getvalue(), found
