"""The strip's annotations, rows and places, each made anew only where something changed."""

from typing import NamedTuple

import numpy as np

from viewer.geometry.time_scale import Frame, TimeScale
from viewer.model.annotation import Content
from viewer.model.annotation_places import place_of
from viewer.model.annotation_record import Stamp
from viewer.model.annotation_set import Annotation, Version
from viewer.model.strip_items import DRAFT, Flags, Item, Items, item_of
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.annotate.strip_layout import PlacedNote, Sheet, lay_out, rows_needed
from viewer.ui.text_sizes import TextSizes

ROWS, MOST_ROWS = 3, 5


class _Preview(NamedTuple):
    id: str
    content: Content


class StripPage:
    """What the strip shows of a session; `sizes` and `frame` are given by the strip."""

    def __init__(self, session: Session, sizes: TextSizes) -> None:
        self.sizes = sizes
        self.frame = Frame(0, 0, 1, 0)
        self.is_expanded = False
        self._session = session
        self._preview: _Preview | None = None
        self._previewed: tuple[Items, _Preview, Items] | None = None
        self._draft: Item | None = None
        self._drafted: tuple[Items, Item, Items] | None = None
        self._flags: tuple[Items, frozenset[str], Flags] | None = None
        self._rows: tuple[Items, tuple[object, ...], int] | None = None
        self._placed: tuple[Sheet, tuple[PlacedNote, ...]] | None = None

    def scale(self) -> TimeScale:
        """Give the scale of the window."""
        state = self._session.state
        return self.frame.scale(state.window, state.folds)

    def preview(self, id_: str, content: Content | None) -> None:
        """Show an annotation as it would be; as it is with None."""
        self._preview = None if content is None else _Preview(id_, content)

    def write(self, content: Content | None) -> None:
        """Show an annotation that is being written; none with None."""
        author = self._session.annotating.me
        if content is None or author is None:
            self._draft = None
            return
        made = Stamp(0, "", 0)
        one = Annotation(f"{author.id}{DRAFT}", made, (Version(made, "", content),))
        place = place_of(content, self._session.case, self._session.annotations)
        self._draft = item_of(one, place)

    @property
    def saved(self) -> Items:
        """All that has a day, as it is."""
        session = self._session
        return session.shown.places(session.case).standing(session.annotations).items

    @property
    def items(self) -> Items:
        """All that has a day; what is dragged where it is dragged to."""
        items, preview, known = self._with_draft(), self._preview, self._previewed
        if preview is None:
            return items
        if known is None or known[0] is not items or known[1] != preview:
            moved = items.having(preview.id, preview.content)
            known = self._previewed = items, preview, moved
        return known[2]

    @property
    def new(self) -> frozenset[str]:
        """Ids of what is new."""
        return self._session.annotating.new

    @property
    def new_flags(self) -> Flags:
        """Of each item whether it is new."""
        items, known = self.items, self._flags
        if known is None or known[0] is not items or known[1] is not self.new:
            new = self.new
            flags = np.fromiter((item.id in new for item in items.items), dtype=np.bool_)
            known = self._flags = items, new, flags
        return known[2]

    @property
    def _names(self) -> dict[str, str]:
        authors = self._session.annotations.authors
        return {id_: author.name for id_, author in authors.items()}

    def _with_draft(self) -> Items:
        items, draft, known = self.saved, self._draft, self._drafted
        if draft is None:
            return items
        if known is None or known[0] is not items or known[1] is not draft:
            known = self._drafted = items, draft, Items.of([*items.items, draft])
        return known[2]

    @property
    def rows(self) -> int:
        """How many rows there are: as many as the whole course takes, which a pan keeps."""
        state, items, known = self._session.state, self.saved, self._rows
        key = self.frame, state.bounds, state.folds, self.is_expanded, self.sizes
        if known is None or known[0] is not items or known[1] != key:
            scale = self.frame.scale(state.bounds, state.folds)
            most = MOST_ROWS if self.is_expanded else ROWS
            language = self._session.language
            sheet = Sheet(items, scale, most, self.sizes, language, self._names)
            known = self._rows = items, key, rows_needed(sheet)
        return known[2]

    @property
    def placed(self) -> tuple[PlacedNote, ...]:
        """Everything in its row, with the rectangles and words that are drawn."""
        given = self.items, self.scale(), self.rows, self.sizes
        sheet = Sheet(*given, self._session.language, self._names)
        if self._placed is None or self._placed[0] != sheet:
            self._placed = sheet, lay_out(sheet)
        return self._placed[1]

    def find(self, id_: str | None) -> Annotation | None:
        """Give an annotation that has a day."""
        item = self.saved.find(id_)
        return None if item is None else item.one

    def days_of(self, id_: str) -> Span | None:
        """Give the days of an annotation, as far as the course goes."""
        item, course = self.saved.find(id_), self._session.state.bounds
        if item is None:
            return None
        first, last, _ = item.days
        start = min(max(first, course.start), course.end)
        return Span(start, min(max(last, start), course.end))
