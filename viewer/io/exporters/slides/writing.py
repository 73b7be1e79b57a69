"""A deck as PPTX: every scene a slide with native charts, shapes, tables and speaker notes."""

import io
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from viewer.io.exporters.slides.chart_writing import add_chart, add_table
from viewer.io.exporters.slides.pages import frame_of, page_of
from viewer.io.exporters.slides.shape_xml import NAMESPACES, ShapeXml, emu, line_spacing, runs_xml
from viewer.io.exporters.slides.side_panel import Picture
from viewer.io.exporters.slides.slide_words import SlideWords
from viewer.io.exporters.slides.template import (
    FACTS_IDX,
    FOOTER_IDX,
    NUMBER_IDX,
    empty_deck,
)
from viewer.io.exporters.slides.things import Box, Chart, Page, Photo, Table, Thing, Words
from viewer.io.exporters.slides.type_sizes import one_line, written
from viewer.model.case import Case
from viewer.model.part import words_of
from viewer.model.scene import Scene

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

CaseAt = Callable[[int | None], Case]
"""Gives the case as it may be told at the end of a day (all of it for None), without identity."""
Progress = Callable[[int, int], None]
"""Is told how many slides are done, and of how many; an exception from it ends the export."""


class NoScenesError(ValueError):
    """There is nothing to make slides of."""


def slides(
    case_at: CaseAt,
    scenes: Sequence[Scene],
    words: SlideWords,
    *,
    is_wide: bool = True,
    has_notes: bool = True,
    picture: Picture | None = None,
    progress: Progress | None = None,
) -> bytes:
    """Give a deck as the bytes of a PPTX file, a slide a scene, of 16:9 or (not wide) 4:3.

    Everything on a slide comes from `case_at` at the scene's own horizon; what a scene names and
    that case lacks is left out. Title and speaker notes are the presenter's own and may speak of
    later days; `has_notes` tells whether the notes go along. `picture` reads a file of the case.
    `progress` is called before the first slide and after each one.

    Raises NoScenesError, a ValueError, for an empty deck, and whatever `progress` raises.
    """
    if not scenes:
        raise NoScenesError("There are no scenes to make slides of.")
    tell = progress or _nothing
    tell(0, len(scenes))
    title = words_of(case_at(scenes[0].horizon).title).pick(words.language)
    deck = empty_deck(frame_of(is_wide), words, one_line(title)[:255])
    _count_parts(deck)
    for number, scene in enumerate(scenes, 1):
        case = case_at(scene.horizon)
        page = page_of(case, scene, words, is_wide=is_wide, has_notes=has_notes, picture=picture)
        _add_slide(deck, page, words.language)
        tell(number, len(scenes))
    written_to = io.BytesIO()
    deck.save(written_to)
    return written_to.getvalue()


def _nothing(_done: int, _count: int) -> None:
    """Tell nobody."""


def _count_parts(deck: "Deck") -> None:
    """Number the parts of the file by counting: the library looks through all of them each time."""
    from pptx.opc.packuri import PackURI

    package: Any = deck.part.package
    counts = dict[str, int]()
    taken = {str(part.partname) for part in package.iter_parts()}

    def next_partname(template: str) -> PackURI:
        number = counts.get(template, 0) + 1
        while template % number in taken:
            number += 1
        counts[template] = number
        return PackURI(template % number)

    package.next_partname = next_partname


def _add_slide(deck: "Deck", page: Page, language: str) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    _set_placeholders(slide, page, language)
    shapes: Any = slide.shapes
    for is_shape, things in groupby(
        page.things, lambda t: not isinstance(t, Chart | Table | Photo)
    ):
        if is_shape:
            _add_shapes(shapes, [*things], language)
            continue
        for thing in things:
            _add_other(shapes, thing, language)
    if page.notes:
        slide.notes_slide.notes_text_frame.text = page.notes


def _add_shapes(shapes: Any, things: list[Any], language: str) -> None:
    from pptx.oxml import parse_xml

    xml = ShapeXml(language, shapes._spTree.max_shape_id + 1)
    parsed: Any = parse_xml(f"<p:cSld {NAMESPACES}>{xml.all_of(things)}</p:cSld>")
    for element in [*parsed]:
        shapes._spTree.append(element)


def _add_other(shapes: Any, thing: Thing, language: str) -> None:
    from pptx.util import Emu

    if isinstance(thing, Chart):
        add_chart(shapes, thing, language)
    elif isinstance(thing, Table):
        add_table(shapes, thing, language)
    else:
        assert isinstance(thing, Photo)  # all else is written as shapes
        place = (thing.box.left, thing.box.top, thing.box.width, thing.box.height)
        image = shapes.add_picture(io.BytesIO(thing.png), *(Emu(emu(side)) for side in place))
        names = image._element.nvPicPr.cNvPr
        names.set("name", written(thing.told)[:100])
        names.set("descr", written(thing.told))


def _set_placeholders(slide: Any, page: Page, language: str) -> None:
    """Fill the placeholders; footer and number are copied from the layout, as a program would."""
    from copy import deepcopy

    for shape in slide.slide_layout.placeholders:
        if shape.placeholder_format.idx in (FOOTER_IDX, NUMBER_IDX):
            slide.shapes._spTree.append(deepcopy(shape._element))
    by_idx = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
    for idx, words in ((0, page.title), (FACTS_IDX, page.facts), (FOOTER_IDX, page.footer)):
        _write(by_idx[idx], words, language)


def _write(shape: Any, words: Words, language: str) -> None:
    from pptx.oxml import parse_xml
    from pptx.util import Emu

    box: Box = words.box
    shape.left, shape.top = Emu(emu(box.left)), Emu(emu(box.top))
    shape.width, shape.height = Emu(emu(box.width)), Emu(emu(box.height))
    body = shape.text_frame._txBody
    runs = runs_xml(words.runs, language)
    spaced = f"<a:pPr>{line_spacing(words.runs[0].size_pt)}</a:pPr>"
    paragraph: Any = parse_xml(f"<a:p {NAMESPACES}>{spaced}{runs}</a:p>")
    for old in [*body.p_lst]:
        body.remove(old)
    body.append(paragraph)
