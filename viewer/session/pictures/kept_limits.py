"""How much pictures may take, remembered between two starts."""

from dataclasses import replace

from viewer.model.pictures import MIB, PictureLimits
from viewer.session.settings import Settings

KEY = "pictures/limits"
MOST_MIB = 1024 * 1024
"""No limit can be set higher (MiB)."""
ADJUSTABLE = ("picture_bytes", "series_bytes")


def limits_in(settings: Settings) -> PictureLimits:
    """Give the limits that were set; where they are damaged the usual ones."""
    kept, limits = settings.choices(KEY), PictureLimits()
    for name in ADJUSTABLE:
        size = kept.get(name)
        if isinstance(size, int) and size is not True and 0 < size <= MOST_MIB:
            limits = replace(limits, **{name: size * MIB})
    return limits


def keep_limits(settings: Settings, limits: PictureLimits) -> None:
    """Remember the limits, in MiB."""
    sizes = {name: getattr(limits, name) // MIB for name in ADJUSTABLE}
    settings.set_choices(KEY, sizes)
