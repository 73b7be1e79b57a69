"""The panel beside the chart of a slide: pictures, then a native table of what it tells."""

from collections.abc import Callable, Iterator
from itertools import accumulate

from viewer.io.exporters.slides import slide_words as say
from viewer.io.exporters.slides.ground import Told
from viewer.io.exporters.slides.panel_facts import Fact, Facts
from viewer.io.exporters.slides.pictures import Decoded, decoded
from viewer.io.exporters.slides.things import Box, Cell, Photo, Run, Stroke, Table, Thing, Words
from viewer.io.exporters.slides.type_sizes import LINE, lines, one_line, width, written
from viewer.model.clinical import Figure

Picture = Callable[[str], bytes | None]
"""Reads a file of the case by its path; None where it cannot be read."""
SIZES_PT = (12.0, 11.0, 10.0)
LABEL_SHARES = (0.12, 0.32, 0.45)
"""The least and the usual greatest share of the labels, and that where a long word needs it."""
PICTURES_SHARE = 0.5
"""Pictures take no more of the panel's height than this."""
CELL_PT = (5.0, 2.2)
"""The margins of a cell, across and down."""
GAP_PT = 8.0
LONGEST_CELL = 1500
"""Characters of one cell; the whole stands in the program."""


def panel_things(told: Told, facts: Facts, box: Box, picture: Picture | None) -> Iterator[Thing]:
    """Lay out a panel in its box; of more than it has room for the last rows are counted."""
    look = told.look
    head = Run(one_line(facts.heading), 14.0, look.role("ink"), is_bold=True)
    count = min(2, lines(head.text, box.width, head.size_pt, is_bold=True))
    high = count * LINE * head.size_pt
    yield Stroke(box.left - 10, box.top, box.left - 10, box.bottom, look.role("rule"), 0.75)
    yield Words(Box(box.left, box.top, box.width, high), (head,), is_wrapped=True)
    rest = Box(box.left, box.top + high + 4, box.width, box.height - high - 4)
    shown, missing = _read(facts.figures, picture)
    photos = list(_photos(told, shown, rest))
    yield from photos
    if photos:
        low = max(thing.box.bottom for thing in photos if isinstance(thing, Photo | Words))
        rest = Box(rest.left, low + GAP_PT, rest.width, rest.bottom - low - GAP_PT)
    yield _table(told, facts, (*facts.rows, *_absent(told, missing)), rest)


# -- pictures ---------------------------------------------------------------------------------


Missing = tuple[list[Figure], list[Figure]]
"""Figures that the source does not include, and such as cannot be read."""


def _read(
    figures: tuple[Figure, ...], picture: Picture | None
) -> tuple[list[tuple[Figure, Decoded]], Missing]:
    shown: list[tuple[Figure, Decoded]] = []
    absent, broken = list[Figure](), list[Figure]()
    for figure in figures:
        if figure.file is None:
            absent.append(figure)
            continue
        data = None if picture is None else picture(figure.file)
        found = None if data is None else decoded(data)
        if found is None:
            broken.append(figure)
        else:
            shown.append((figure, found))
    return shown, (absent, broken)


def _absent(told: Told, missing: Missing) -> Iterator[Fact]:
    for figures, text in zip(missing, (say.NOT_INCLUDED, say.UNREADABLE), strict=True):
        names = told.words.in_line(figure.label.pick(told.language) for figure in figures)
        if names:
            yield Fact(told.say(say.ABSENT), told.say(text, names=names))


def _photos(told: Told, shown: list[tuple[Figure, Decoded]], box: Box) -> Iterator[Thing]:
    """Put pictures side by side, two in a row, each with its label under it."""
    if not shown:
        return
    across = min(2, len(shown))
    down = -(-len(shown) // across)
    caption = 10.0 * LINE
    wide = (box.width - GAP_PT * (across - 1)) / across
    high = (PICTURES_SHARE * box.height - GAP_PT * (down - 1)) / down - caption
    for number, (figure, image) in enumerate(shown):
        left = box.left + (number % across) * (wide + GAP_PT)
        top = box.top + (number // across) * (high + caption + GAP_PT)
        share = min(wide / image.width, high / image.height)
        size = share * image.width, share * image.height
        label = figure.label.pick(told.language)
        said = label if figure.caption is None else figure.caption.pick(told.language)
        told_ = one_line(told.words.labelled(label, said) if said != label else label)
        yield Photo(Box(left, top, *size), image.png, told_)
        run = Run(one_line(label), 10.0, told.look.role("ink_2"))
        yield Words(Box(left, top + size[1] + 1, wide, caption), (run,))


# -- the table --------------------------------------------------------------------------------


def _table(told: Told, facts: Facts, rows: tuple[Fact, ...], box: Box) -> Table:
    """Set rows in the largest font in which all fit; else as many as fit in the smallest."""
    rows = tuple(Fact(written(r.label), written(r.text)[:LONGEST_CELL]) for r in rows)
    for size in SIZES_PT:
        columns = _columns(rows, box.width, size)
        heights = [_height(row, columns, size) for row in rows]
        if sum(heights) <= box.height:
            break
    kept = _kept(heights, box.height, size)
    shown = list(zip(rows[:kept], heights[:kept], strict=True))
    if kept < len(rows):
        more = Fact("", told.say(say.ROWS_MORE, count=len(rows) - kept))
        shown.append((more, _height(more, columns, size)))
    cells = tuple(((Cell(row.label, True), Cell(row.text)), high) for row, high in shown)
    whole = Box(box.left, box.top, box.width, sum(high for _, high in cells))
    ink, rule = told.look.role("ink"), told.look.role("rule")
    return Table(whole, columns, cells, size, ink, rule, one_line(facts.heading))


def _columns(rows: tuple[Fact, ...], room: float, size: float) -> tuple[float, ...]:
    """Give the columns their widths: labels are wrapped, their words if possible not broken."""
    pads = 2 * CELL_PT[0] + 2
    widest = max(width(row.label, size, is_bold=True) for row in rows) + pads
    words = [word for row in rows for word in row.label.split()] or [""]
    longest = max(width(word, size, is_bold=True) for word in words) + pads
    label = min(max(widest, LABEL_SHARES[0] * room), LABEL_SHARES[1] * room)
    label = max(label, min(longest, LABEL_SHARES[2] * room))
    return label, room - label


def _height(row: Fact, columns: tuple[float, ...], size: float) -> float:
    """Give the height of a row (points)."""
    inner = [column - 2 * CELL_PT[0] for column in columns]
    count = max(lines(row.label, inner[0], size, is_bold=True), lines(row.text, inner[1], size))
    return count * LINE * size + 2 * CELL_PT[1]


def _kept(heights: list[float], room: float, size: float) -> int:
    """Give how many rows fit, with a row more for those that do not."""
    if sum(heights) <= room:
        return len(heights)
    spare = LINE * size + 2 * CELL_PT[1]
    ends = accumulate(heights)
    return next(number for number, end in enumerate(ends) if end + spare > room)
