"""What was decoded last, as much of it as there is room for."""

from collections import OrderedDict
from typing import Generic, TypeVar

from viewer.model.slides import TileKey

Kept = TypeVar("Kept")


class KeptTiles(Generic[Kept]):
    """Tiles by their keys; those that were not asked for longest go first."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._held = 0
        self._tiles = OrderedDict[TileKey, tuple[Kept, int]]()

    @property
    def held_bytes(self) -> int:
        """How much all tiles take together."""
        return self._held

    def get(self, key: TileKey) -> Kept | None:
        """Give a tile, and keep it longer; None where it is not there."""
        found = self._tiles.get(key)
        if found is None:
            return None
        self._tiles.move_to_end(key)
        return found[0]

    def put(self, key: TileKey, tile: Kept, size: int) -> None:
        """Keep a tile of so many bytes; others go where they take too much with it."""
        old = self._tiles.pop(key, None)
        self._held += size - (0 if old is None else old[1])
        self._tiles[key] = tile, size
        while self._held > self._most and len(self._tiles) > 1:
            _, (_, freed) = self._tiles.popitem(last=False)
            self._held -= freed
