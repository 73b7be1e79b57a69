"""How wide words are, how shapes are written, and which colours they have."""

from __future__ import annotations

from viewer.io.exporters.slides.look import blended, slide_look
from viewer.io.exporters.slides.shape_xml import ShapeXml, around, extent
from viewer.io.exporters.slides.things import Box, Corners, Group, Plate, Run, Stroke, Words
from viewer.io.exporters.slides.type_sizes import (
    BETWEEN_SCRIPTS,
    LONGEST_TEXT,
    elided,
    lines,
    one_line,
    width,
    written,
)


def test_words_grow_with_their_letters_and_their_font() -> None:
    assert width("", 12) == 0
    assert width("ab", 12) > width("a", 12) > 0
    assert width("ab", 24) == 2 * width("ab", 12)
    assert width("ab", 12, is_bold=True) > width("ab", 12)


def test_japanese_letters_are_as_wide_as_high() -> None:
    assert width("血糖", 10) == 20
    both = width("TAE", 10) + width("後", 10) + 10 * BETWEEN_SCRIPTS
    assert abs(width("TAE後", 10) - both) < 1e-9


def test_words_that_do_not_fit_end_in_dots() -> None:
    assert elided("word", 900, 12) == "word"
    cut = elided("Embolisation of the liver", 80, 12)
    assert cut.endswith("…")
    assert width(cut, 12) <= 80
    assert elided("word", 0, 12) == "…"


def test_lines_are_counted() -> None:
    assert lines("one", 200, 12) == 1
    assert lines("one\ntwo", 200, 12) == 2
    assert lines("some words that go on " * 4, 150, 12) > 3
    assert lines("a" * 200, 100, 12) > 5
    assert lines("血糖が低い" * 10, 100, 10) == 5


def test_a_text_is_one_line_that_xml_can_hold() -> None:
    assert one_line(" a\n b\x00 ") == "a b"
    assert len(one_line("x" * 1000)) == LONGEST_TEXT
    assert written("a\x0b\ud800b") == "ab"


def test_colours_are_mixed() -> None:
    assert blended("000000", "FFFFFF", 0.2) == "CCCCCC"
    assert slide_look().kind("unheard of") == slide_look().kind("encounter")


def test_shapes_are_written_with_ids_of_their_own() -> None:
    xml = ShapeXml("en", 7)
    plate = Plate(Box(0, 0, 10, 10), "FF0000", "00FF00", "0000FF", dash="dash", turned=-45)
    made = xml.of(Group("a & b", 'say "so"', (plate, Stroke(0, 9, 9, 0, "000000"))))
    assert 'id="7" name="a &amp; b"' in made
    assert "say" in made
    assert 'rot="18900000"' in made
    assert 'flipV="1"' in made
    assert '<a:prstDash val="dash"/>' in made
    assert 'id="9"' in made


def test_words_keep_their_sides_and_runs_their_distance() -> None:
    runs = (Run("a < b", 12, "000000", is_bold=True), Run("c", 10, "111111", is_italic=True))
    made = ShapeXml("ja", 1).of(Words(Box(0, 0, 10, 10), runs, "right"))
    assert 'algn="r"' in made
    assert "a &lt; b" in made
    assert "<a:t> c</a:t>" in made
    assert 'lang="ja-JP" sz="1000" i="1"' in made
    wrapped = ShapeXml("en", 1).of(Words(Box(0, 0, 10, 10), runs, is_wrapped=True))
    assert '<a:spcPts val="1464"/>' in wrapped


def test_corners_are_written_from_their_own_corner() -> None:
    closed = Corners(((1, 1), (3, 1), (2, 4)), fill="000000")
    made = ShapeXml("en", 1).of(closed)
    assert '<a:moveTo><a:pt x="0" y="0"/></a:moveTo>' in made
    assert "<a:close/>" in made
    line = ShapeXml("en", 1).of(Corners(((1, 1), (3, 1)), line="000000", is_closed=False))
    assert 'fill="none"' in line
    assert "<a:close/>" not in line


def test_extents() -> None:
    assert extent([(1, 2), (4, 3)]) == Box(1, 2, 3, 1)
    assert around([]) == Box(0, 0, 0, 0)
    things = (Plate(Box(1, 1, 1, 1)), Stroke(0, 0, 5, 0, "0"), Corners(((3, 9), (4, 8))))
    assert around(things) == Box(0, 0, 5, 9)
