"""How a treatment was given and what it did: dose, changes, cycles; response, stage, status."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from viewer.model import problem_texts
from viewer.model.part import Day, Evidence, Number, Part, Text, Token
from viewer.model.time import Instant

Count = Annotated[int, Field(strict=True, ge=1, le=999)]
Judged = Literal["response", "stage", "performance_status"]
RESPONSES = ("CR", "PR", "SD", "PD", "NE")


class Dose(Part):
    """How much was given, in the words and unit of the source."""

    value: Annotated[Number, Field(ge=0)]
    unit: Token
    per: Token | None = None
    """What the amount is for, such as "day", "h" or "kg"."""


class Change(Part):
    """Another dose, or another way of giving it, from a moment on."""

    when: Instant
    dose: Dose | None = None
    text: Text | None = None
    """What was changed, and why."""
    known_from: Day | None = None
    """The latest day its time speaks of, where it is left out."""
    evidence: Evidence | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.dose is None and self.text is None:
            raise ValueError(problem_texts.NO_CHANGE)
        return self


class Cycle(Part):
    """One course of a treatment that is given in courses; drawn as "C1", "C2" and so on."""

    number: Count
    when: Instant
    known_from: Day | None = None
    """The latest day its time speaks of, where it is left out."""
    evidence: Evidence | None = None


class Response(Part):
    """How the disease, or the patient, was judged: shown in letters."""

    kind: Judged = "response"
    value: Annotated[str, Field(min_length=1, max_length=8)]
    """CR, PR, SD, PD or NE for a response; the stage or the status as it is written else."""
    scale: Text | None = None
    """What it was judged by, such as "RECIST 1.1", "UICC 8" or "ECOG"."""
    known_from: Day | None = None
    """The latest day the event speaks of, where it is left out."""
    evidence: Evidence | None = None

    @model_validator(mode="after")
    def _is_a_response(self) -> Self:
        if self.kind == "response" and self.value not in RESPONSES:
            raise ValueError(problem_texts.NO_RESPONSE)
        return self
