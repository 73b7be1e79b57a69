"""What every part of a case shares: texts, days, ids and how a fact is known."""

import datetime
import re
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    WithJsonSchema,
)

from viewer.model import problem_texts

DAY_LIMIT = 36_500
"""No day lies further than a century from day zero (days)."""

Day = Annotated[
    float, Field(strict=True, allow_inf_nan=False, ge=-DAY_LIMIT, le=DAY_LIMIT, title="Day")
]
"""Time relative to day zero, in days."""

DATE_YEARS = (1000, 9000)
"""Dates lie in these years, so that every day of a course has a date."""


def _a_date(text: str) -> str:
    """Refuse what is no day of the calendar, written as 2021-04-01."""
    try:
        # Other forms that Python reads, such as 20210401, are not what the format says.
        date = datetime.date.fromisoformat(text) if re.fullmatch(r"[0-9-]{10}", text) else None
    except ValueError:
        date = None
    if date is None or not DATE_YEARS[0] <= date.year <= DATE_YEARS[1]:
        raise ValueError(problem_texts.NO_DATE)
    return text


CalendarDate = Annotated[
    str, AfterValidator(_a_date), WithJsonSchema({"type": "string", "format": "date"})
]
"""A day of the calendar, such as "2021-04-01"."""

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Flag = Annotated[bool, Field(strict=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")]
MOST_LINE = 20_000
"""Words in one language are at most so long (characters)."""
Line = Annotated[str, StringConstraints(min_length=1, max_length=MOST_LINE)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Token = Annotated[str, StringConstraints(min_length=1, max_length=200)]

EvidenceKind = Literal["reported", "derived", "digitised", "inferred", "synthetic"]


class Part(BaseModel):
    """A frozen part of a case. Unknown keys are kept, so that they survive a rewrite."""

    # The words under the fields reach the JSON Schema by viewer.io.schema: pydantic would read and
    # parse the source of every kind of part at each start.
    model_config = ConfigDict(frozen=True, extra="allow")


class Text(RootModel[Line | Annotated[dict[Language, Line], Field(min_length=1)]]):
    """Words in one or more languages: a plain string, or `{"en": …, "ja": …}`."""

    model_config = ConfigDict(frozen=True)

    def pick(self, language: str) -> str:
        """Give the words in `language` (as "ja" or "ja-JP"), else English, else the first."""
        if isinstance(self.root, str):
            return self.root
        for wanted in (language, language.split("-", maxsplit=1)[0], "en"):
            if wanted in self.root:
                return self.root[wanted]
        return next(iter(self.root.values()))

    @property
    def languages(self) -> frozenset[str]:
        """The languages the text is written in; empty where it does not say."""
        return frozenset() if isinstance(self.root, str) else frozenset(self.root)


class Evidence(Part):
    """How a fact is known, and where in which source it stands."""

    kind: EvidenceKind
    """reported: the source states it; derived: calculated from reported values; digitised: read
    off a figure; inferred: the curator's reading; synthetic: made up."""
    source: Id | None = None
    """Id of the source; the first source where it is left out."""
    place: Text | None = None
    """Where in the source, for example "Case Report, 3rd paragraph" or "Fig. 1 caption"."""
    why: Text | None = None
    """What an inference or a calculation rests on."""


class Code(Part):
    """A code from a public terminology."""

    system: Token
    code: Token
    display: Token | None = None


class Version(Part):
    """Words that hold from a day on, such as a title that grows with what is known."""

    text: Text
    known_from: Day | None = None


Title = Text | Annotated[tuple[Version, ...], Field(min_length=1)]
"""Words, or the words of each stage of knowledge in order."""


def words_of(title: Title) -> Text:
    """Give the words of the last stage that a title has."""
    return title if isinstance(title, Text) else title[-1].text
