"""The ways in which days can be labelled."""

from typing import Literal, get_args

Kind = Literal["day_0", "day_1", "illness", "hospital", "date", "age"]
KINDS: tuple[Kind, ...] = get_args(Kind)
