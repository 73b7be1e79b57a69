"""The numbers that text, pictures and curves share, so that they cannot contradict one another."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

DAY_ZERO = date(2001, 1, 1)
LAST_DAY = 200
CT_BEFORE, EMBOLISATION, CT_AFTER, RELAPSE, CT_RELAPSE = 5, 30, 76, 150, 158
"""Days."""
FAST_BEGINS, FAST_ENDS = 2 + 20 / 24, 3 + 14 / 24
"""The supervised fast (days)."""
FREE_OF_ATTACKS = (33, RELAPSE - 1)
"""The first and the last day of the time without any value below 70 mg/dL."""
LOWEST_SHOWN = 40
"""The sensor says "Low" below it (mg/dL)."""
KI67_PERCENT = 12
LIVER_HU = 110
NODE_HU = 90


@dataclass(frozen=True)
class Lesion:
    """A lesion of the phantom, with its diameter (mm) on the days of the three CTs."""

    name: str
    centre: tuple[float, float, float]
    """Patient coordinates: to the left, to the back, to the head (mm)."""
    before: float
    after: float
    relapse: float
    before_hu: float
    after_hu: float
    stretch: float = 1.0
    """How much longer than the diameter it is from right to left."""


LESIONS = (
    Lesion("L1", (-95.0, 12.0, 20.0), 34, 21, 29, 62, 38),
    Lesion("L2", (-25.0, -38.0, 0.0), 26, 17, 24, 64, 40),
    Lesion("L3", (4.0, 12.0, -45.0), 18, 9, 12, NODE_HU, NODE_HU, 1.4),
)
"""L1 and L2 lie in the liver, L3 is a lymph node, whose diameter is its short axis."""
SMALL_LESION = Lesion("", (-70.0, -45.0, 35.0), 12, 8, 10, 64, 40)
"""In the liver as well; at most two targets an organ are followed."""
PRIMARY = Lesion("", (52.0, 0.0, -15.0), 16, 16, 16, 165, 165)
"""In the tail of the pancreas; it stays as it is."""


def sum_of(which: str) -> float:
    """Give the sum of the target lesions' diameters on one of the three days (mm)."""
    return sum(float(getattr(lesion, which)) for lesion in LESIONS)


def date_of(day: int) -> date:
    """Give the calendar date of a day."""
    return DAY_ZERO + timedelta(days=day)


def uid(name: str) -> str:
    """Give a DICOM identifier that is always the same for the same name."""
    return f"2.25.{uuid.uuid5(uuid.NAMESPACE_OID, f'dayline synthetic-course {name}').int}"
