"""Where the window was before: what Back and Forward go through."""

from viewer.model.time import Span

SETTLED_SECONDS = 0.7
"""Changes that follow one another faster are one movement of the hand, and one step back."""
MOST_STEPS = 200


class WindowHistory:
    """Windows in the order they were looked at, and which of them is shown now."""

    def __init__(self) -> None:
        self._past: list[Span] = []
        self._future: list[Span] = []
        self._changed_at = -SETTLED_SECONDS

    def forget(self) -> None:
        """Begin anew, with another case or another horizon."""
        self._past, self._future, self._changed_at = [], [], -SETTLED_SECONDS

    def note(self, before: Span, now: float) -> None:
        """Remember the window that is being left; `now` counts seconds and never decreases."""
        is_new_movement = now - self._changed_at >= SETTLED_SECONDS
        self._changed_at = now
        self._future.clear()
        if is_new_movement or not self._past:
            self._past = [*self._past, before][-MOST_STEPS:]

    def back(self, shown: Span) -> Span | None:
        """Give the window before `shown`, which Forward then leads to; None at the beginning."""
        return _step(self._past, self._future, shown)

    def forward(self, shown: Span) -> Span | None:
        """Give the window that Back came from; None where there is none."""
        return _step(self._future, self._past, shown)

    @property
    def has_back(self) -> bool:
        """Whether there is a window to go back to."""
        return bool(self._past)

    @property
    def has_forward(self) -> bool:
        """Whether there is a window to go forward to."""
        return bool(self._future)


def _step(from_: list[Span], to: list[Span], shown: Span) -> Span | None:
    while from_ and from_[-1] == shown:
        from_.pop()
    if not from_:
        return None
    to.append(shown)
    return from_.pop()
