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

    `used` are the letters by the weight of their font and whether it is slanted.
    """
    for name in FILES:
        named = _NAMED.fullmatch(name)
        assert named is not None  # the names are ours
        face = _WEIGHTS[named["style"]], "Italic" in named["style"]
        packed = _subset(name, used.get(face, set()))
        if packed:
            family = next(one for one in FAMILIES if one.replace(" ", "") == named["family"])
            slant = "italic" if face[1] else "normal"
            data = base64.b64encode(packed).decode("ascii")
            yield (
                f'@font-face{{font-family:"{family}";font-weight:{face[0]};font-style:{slant};'
                f'src:url("data:font/woff;base64,{data}") format("woff")}}'
            )


def _subset(name: str, letters: set[str]) -> bytes:
    """Give a bundled font with these letters alone, as WOFF; nothing where it has none of them."""
    if not letters:
        return b""
    from fontTools import subset

    options = subset.Options(flavor="woff", hinting=False)
    with subset.load_font(str(resources() / "fonts" / name), options) as font:
        wanted = {ord(letter) for letter in letters} & set(font.getBestCmap())
        if all(code <= ord(" ") for code in wanted):
            return b""
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        out = io.BytesIO()
        subset.save_font(font, out, options)
        return out.getvalue()
