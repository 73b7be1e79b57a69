"""The errors of reading: each carries the problem to show."""

from viewer.model.problem import Problem


class UnreadableError(Exception):
    """Something cannot be read at all; `problem` says what and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class CaseUnreadableError(UnreadableError):
    """The case as a whole cannot be opened."""


class AssetUnreadableError(UnreadableError):
    """One file inside a case cannot be read; the case itself is not at fault."""


class PictureUnreadableError(UnreadableError):
    """One picture cannot be decoded; the others of its series may well be."""
