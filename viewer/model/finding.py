"""From one place of what is sought to the next."""

from collections.abc import Sequence

from viewer.model.case_texts import Hit
from viewer.model.view_state import ViewState


def position(hits: Sequence[Hit], state: ViewState) -> int | None:
    """Give the number of the hit that is selected, the one gone to where there are several.

    None where nothing that was found is selected.
    """
    if state.hit is not None and state.hit in hits:
        return hits.index(state.hit)
    if state.selection is None:
        return None
    return next((at for at, hit in enumerate(hits) if hit.id == state.selection), None)


def next_hit(hits: Sequence[Hit], state: ViewState, steps: int) -> Hit | None:
    """Give the hit `steps` after (before, where negative) the selected one or the cursor.

    After the last comes the first. None without hits.
    """
    if not hits:
        return None
    at = position(hits, state)
    if at is None:
        # What has no place in time comes after all that has one.
        before = sum(h.moment is not None and h.moment < state.cursor - 1e-9 for h in hits)
        at = before - 1 if steps > 0 else before
    return hits[(at + steps) % len(hits)]
