"""Where all annotations of a case stand: in the strip, in the plots and on the lanes."""

from collections.abc import Mapping
from typing import NamedTuple

from viewer.model.annotation_places import Place, leans_on_another, place_of
from viewer.model.annotation_set import Annotation, AnnotationSet
from viewer.model.case import Case
from viewer.model.noted_series import Noted, NotedSeries, noted_of
from viewer.model.strip_items import Item, Items, item_of


class Standing(NamedTuple):
    """What stands where. Each part is the same object for as long as nothing in it changes."""

    items: Items
    """What the strip of notes shows."""
    by_series: Mapping[str, NotedSeries]
    """What the plot of each series shows, by its id."""
    by_lane: Mapping[str, int]
    """How many are on each lane, by its id; answers are not counted."""


class _Looked(NamedTuple):
    one: Annotation
    place: Place
    item: Item | None
    noted: Noted | None


class PlaceBook:
    """Looks where annotations of a case stand, at each once for as long as it says the same."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._series = {one.id: one for one in case.series}
        self._known: dict[str, _Looked] = {}
        self._items = list[Item]()
        self._noted = dict[str, list[Noted]]()
        self._of: AnnotationSet | None = None
        self._last = Standing(Items(), {}, {})

    def for_equal(self, case: Case) -> "PlaceBook":
        """Give a book of a case that equals this one's, which knows all that is known here.

        The two have nothing in common that either changes.
        """
        book = PlaceBook(case)
        book._known = dict(self._known)
        book._items, book._noted = self._items, self._noted
        book._of, book._last = self._of, self._last
        return book

    def place(self, one: Annotation, annotations: AnnotationSet) -> Place:
        """Give where an annotation stands, as `place_of` does; nowhere once it is deleted."""
        return self._look(one, annotations).place

    def standing(self, annotations: AnnotationSet) -> Standing:
        """Give where all stand that may be shown; takes a while where there are many new ones."""
        if annotations is self._of:
            return self._last
        known, items = dict[str, _Looked](), list[Item]()
        noted, lanes = dict[str, list[Noted]](), dict[str, int]()
        for one in annotations.shown:
            looked = known[one.id] = self._look(one, annotations)
            if looked.noted is not None:
                noted.setdefault(looked.noted.series, []).append(looked.noted)
            if looked.item is not None:
                items.append(looked.item)
                if looked.place.lane is not None:
                    lanes[looked.place.lane] = lanes.get(looked.place.lane, 0) + 1
        last, before = self._last, (self._items, self._noted)
        self._of, self._known, self._items, self._noted = annotations, known, items, noted
        self._last = Standing(
            last.items if items == before[0] else Items.of(items),
            last.by_series if noted == before[1] else _in_order(noted),
            lanes,
        )
        return self._last

    def _look(self, one: Annotation, annotations: AnnotationSet) -> _Looked:
        known, content = self._known.get(one.id), one.content
        if content is None:
            return _Looked(one, Place(None), None, None)
        # What it answers, or the study that somebody added, may have moved.
        if known is None or known.one is not one or leans_on_another(content):
            place = place_of(content, self.case, annotations)
            known = _Looked(one, place, item_of(one, place), noted_of(one, self._series))
            self._known[one.id] = known
        return known


def _in_order(noted: Mapping[str, list[Noted]]) -> dict[str, NotedSeries]:
    return {id_: NotedSeries.of(them) for id_, them in noted.items()}
