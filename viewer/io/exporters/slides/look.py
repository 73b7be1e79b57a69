"""The colours of slides: those of the projector's theme."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from viewer.paths import resources

FALLBACK_KIND = "encounter"


@dataclass(frozen=True)
class Look:
    """Colours by their role, six hexadecimal digits each."""

    roles: dict[str, str]
    kinds: dict[str, str]
    tint_fraction: float

    def role(self, name: str) -> str:
        """Give the colour of a role, such as "ink_2"; raises KeyError for none."""
        return self.roles[name]

    def kind(self, name: str) -> str:
        """Give the colour of a kind of lane."""
        return self.kinds.get(name, self.kinds[FALLBACK_KIND])

    def tint(self, kind: str) -> str:
        """Give the tint of a bar: the colour of its kind over the paper."""
        return blended(self.kind(kind), self.role("paper"), self.tint_fraction)


def blended(colour: str, ground: str, share: float) -> str:
    """Lay `share` of a colour over a ground; both and the answer are six hexadecimal digits."""
    mixed = (
        round(share * int(colour[at : at + 2], 16) + (1 - share) * int(ground[at : at + 2], 16))
        for at in (0, 2, 4)
    )
    return "".join(f"{part:02X}" for part in mixed)


@lru_cache(maxsize=1)
def slide_look() -> Look:
    """Read the theme for projectors, once.

    Raises FileNotFoundError where the installation lacks it.
    """
    text = (resources() / "themes" / "projector.toml").read_text("utf-8")
    theme: dict[str, Any] = tomllib.loads(text)
    base = {name: colour.removeprefix("#").upper() for name, colour in theme["base"].items()}
    roles, kinds = (
        {name: base[named] for name, named in theme[table].items()} for table in ("roles", "kinds")
    )
    return Look(roles, kinds, theme["tint_percent"] / 100)
