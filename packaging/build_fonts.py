"""Build the bundled fonts: subsets of Inter and Noto Sans JP for resources/fonts.

Needs fontTools and, to read WOFF2 sources, brotli. See resources/fonts/README.md.
"""

# fontTools has no type hints.
# mypy: disable-error-code="import-untyped,import-not-found"

import argparse
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# Latin, spacing accents, combining marks, Greek, Cyrillic, Latin Additional, and the symbol blocks
# from General Punctuation to Misc. Symbols and Arrows. IPA is left out: Inter draws ɩ with the
# glyph of ι, and a PDF would then give back the IPA letter. Circled numbers are left to the
# Japanese font: Inter's are taller than the line.
LATIN_RANGES = (
    (0x0020, 0x024F),
    (0x02C6, 0x02DD),
    (0x0300, 0x04FF),
    (0x1E00, 0x1EFF),
    (0x2000, 0x23FF),
    (0x2500, 0x2775),
    (0x2794, 0x27BF),
    (0x2900, 0x2BFF),
    (0xFFFD, 0xFFFD),
)
# Radicals share glyphs with ideographs; text taken from a PDF would give ⽇ instead of 日.
RADICALS = range(0x2E80, 0x2FE0)
# Always tabular, in the character map itself: glyphs reached through the "tnum" feature have no
# character, so Qt writes a PDF from which the numbers cannot be copied or searched. "tnum" would
# also stretch hyphens, brackets and spaces in running text.
TABULAR = "0123456789+−±"
# "calt" is left out on purpose: it turns -> into an arrow, where the program must show what the
# source says, and exchanges the dashes of −60 and 13–61 for glyphs without a character.
LATIN_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl")
# No "kern" here: it is meant for proportional kana, and the program sets them full width.
JAPANESE_FEATURES = ("mark", "ccmp", "locl")
# Inter's ascent and descent in em, rounded down: lines are equally high in both languages.
ASCENT_EM, DESCENT_EM = 0.968, 0.241
ALMOST_EQUAL = 0x2252  # ≒, in JIS X 0208 and in clinical notes, but not in the source font


def latin_characters() -> set[int]:
    """Return the code points wanted from the Latin font."""
    return {code for first, last in LATIN_RANGES for code in range(first, last + 1)}


def japanese_characters() -> set[int]:
    """Return Windows code page 932 and plane 1 of JIS X 0213, without the radicals."""

    def is_wanted(character: str) -> bool:
        if character.encode("cp932", "ignore"):
            return True
        jis = character.encode("euc_jis_2004", "ignore")
        return bool(jis) and not jis.startswith(b"\x8f")  # 0x8f leads into plane 2, level 4

    return {code for code in range(0x20, 0x30000) if is_wanted(chr(code))} - set(RADICALS)


def make_tabular(font: TTFont) -> None:
    """Let the digits and signs of the character map stand for their tabular forms."""
    names = dict(font.getBestCmap())
    for table in font["cmap"].tables:
        table.cmap.update({ord(sign): names[ord(sign)] + ".tf" for sign in TABULAR})


def add_almost_equal(font: TTFont) -> None:
    """Add ≒, made of the full-width = and two of its full stops."""
    cmap, glyphs = font.getBestCmap(), font["glyf"]
    equal, dot = cmap[0xFF1D], cmap[0xFF0E]
    bars, point = glyphs[equal], glyphs[dot]
    gap = (bars.yMax - bars.yMin) // 2
    pen = TTGlyphPen(font.getGlyphSet())
    pen.addComponent(equal, (1, 0, 0, 1, 0, 0))
    pen.addComponent(
        dot, (1, 0, 0, 1, bars.xMin + gap // 2 - point.xMin, bars.yMax + gap - point.yMin)
    )
    pen.addComponent(
        dot, (1, 0, 0, 1, bars.xMax - gap // 2 - point.xMax, bars.yMin - gap - point.yMax)
    )
    name = "almostequal"
    glyphs[name] = pen.glyph()
    font["hmtx"][name] = (font["hmtx"][equal][0], bars.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format != 14:
            table.cmap[ALMOST_EQUAL] = name


def set_line_height(font: TTFont) -> None:
    """Set every ascent and descent the platforms look at."""
    em = font["head"].unitsPerEm
    ascent, descent = int(ASCENT_EM * em), int(DESCENT_EM * em)
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, descent


def write_subset(
    font: TTFont, characters: set[int], features: tuple[str, ...], folder: Path
) -> Path:
    """Write the font cut down to these characters and features and return the new file."""
    options = Options()
    options.layout_features = list(features)
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    target = folder / f"{font['name'].getDebugName(6)}.ttf"
    font.flavor = None
    font.save(target)
    return target


def build_latin(source: Path, folder: Path) -> Path:
    """Write the subset of one Inter file."""
    font = TTFont(source, recalcTimestamp=False)
    make_tabular(font)
    return write_subset(font, latin_characters(), LATIN_FEATURES, folder)


def build_japanese(source: Path, folder: Path) -> Path:
    """Write the subset of one Noto Sans JP file."""
    font = TTFont(source, recalcTimestamp=False)
    for tag in ("vhea", "vmtx", "BASE", "STAT"):  # vertical setting and variation names: unused
        del font[tag]
    add_almost_equal(font)
    set_line_height(font)
    return write_subset(font, japanese_characters(), JAPANESE_FEATURES, folder)


def main() -> None:
    """Build every font named on the command line and print the sizes in bytes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--latin", type=Path, nargs="+", default=[], help="Inter, TTF or WOFF2")
    parser.add_argument("--japanese", type=Path, nargs="+", default=[], help="Noto Sans JP, TTF")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    arguments = parser.parse_args()
    built = [build_latin(source, arguments.out) for source in arguments.latin]
    built += [build_japanese(source, arguments.out) for source in arguments.japanese]
    for target in built:
        print(f"{target.stat().st_size:>9}  {target.name}")


if __name__ == "__main__":
    main()
