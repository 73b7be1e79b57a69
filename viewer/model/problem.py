"""Faults in data, as values: what is wrong, where, and what to do."""

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """A fault in data, reported as a value with the place it is at and what to do.

    `message`, `remedy` and `effect` are English templates of `problem_texts`; `values` fills their
    braces, after translation.
    """

    severity: Severity
    message: str
    remedy: str
    values: dict[str, str] = field(default_factory=dict)
    file: str = ""
    """File inside the case, such as "case.json"."""
    line: int | None = None
    path: str = ""
    """Place inside the file, such as "events[3].when.day"."""
    lane: str | None = None
    """Id of the lane that the broken event stood in, where that is known."""
    title: str = ""
    """What the broken part calls itself, where it does."""
    effect: str = ""
    """What the fault costs until it is corrected; a template like `message`."""

    @property
    def place(self) -> str:
        """The place in words: "case.json line 41: events[3].when.day"."""
        line = f" line {self.line}" if self.line is not None else ""
        return f"{self.file}{line}: {self.path}" if self.path else f"{self.file}{line}"

    def __str__(self) -> str:
        said = (self.message, self.remedy, self.effect)
        text = " ".join(template for template in said if template).format(**self.values)
        return f"{self.place}: {text}" if self.place else text
