"""Signs of outcome, direction and doubt, and the marks of the lanes, as native shapes."""

from collections.abc import Iterator

from viewer.io.exporters.slides.look import Look
from viewer.io.exporters.slides.things import Box, Corners, Dash, Form, Plate, Run, Stroke, Words
from viewer.model.part import EvidenceKind

FORMS: dict[str, Form] = {
    "encounter": "rectangle",
    "symptom": "circle",
    "drug": "capsule",
    "nutrition": "drop",
    "procedure": "triangle",
    "diagnostic": "diamond",
    "response": "capsule",
    "complication": "hexagon",
    "outcome": "rectangle",
}
_ARROWS = {"up": -1, "improved": -1, "down": 1, "worsened": 1}
_RINGED = ("effective", "improved", "worsened", "other", "disagreement")
_SHARES: dict[str, tuple[float, float]] = {
    "encounter": (0.8, 0.8),
    "drug": (1.15, 0.55),
    "outcome": (0.36, 1.1),
    "diagnostic": (1.05, 1.05),
}
"""Width and height of a mark against its size."""


def sign_things(sign: str, box: Box, look: Look) -> Iterator[Plate | Stroke | Corners | Words]:
    """Draw the sign of an outcome, a direction or a disagreement in ink."""
    ink, wide = look.role("ink"), 0.09 * box.height
    centre_x, centre_y, half = box.left + box.width / 2, box.middle, box.height / 2
    if sign in _RINGED:
        yield Plate(box.grown(-wide / 2, -wide / 2), line=ink, line_pt=wide, form="circle")
        half *= 0.56
    if sign == "not_effective":
        yield Plate(box, fill=ink, form="no_sign")
    elif sign == "stopped":
        yield Plate(Box(box.left - 0.1 * half, box.top, 1.8 * half, box.height), ink, form="cross")
        right = box.right - wide
        yield Stroke(right, box.top + 0.1 * half, right, box.bottom - 0.1 * half, ink, wide)
    elif sign == "death":
        yield Plate(Box(centre_x - 0.35 * half, box.top, 0.7 * half, box.height), ink)
    elif sign in _ARROWS:
        tip = centre_y + _ARROWS[sign] * half * 0.85
        tail, wing = 2 * centre_y - tip, tip - _ARROWS[sign] * half * 0.6
        yield Stroke(centre_x, tail, centre_x, tip, ink, wide)
        ends = ((centre_x - 0.55 * half, wing), (centre_x, tip), (centre_x + 0.55 * half, wing))
        yield _open(ends, ink, wide)
    elif sign == "steady":
        tip, back = box.right - 0.15 * half, box.right - 0.75 * half
        yield Stroke(box.left + 0.15 * half, centre_y, tip, centre_y, ink, wide)
        wings = centre_y - 0.55 * half, centre_y + 0.55 * half
        yield _open(((back, wings[0]), (tip, centre_y), (back, wings[1])), ink, wide)
    elif sign == "effective":
        foot = centre_x - 0.2 * half, centre_y + 0.55 * half
        end = centre_x + 0.75 * half, centre_y - 0.6 * half
        yield _open(((centre_x - 0.7 * half, centre_y), foot, end), ink, wide)
    elif sign == "disagreement":
        yield Words(box, (Run("≠", 0.72 * box.height, ink, is_bold=True),), "center")
    else:
        yield Plate(
            Box(centre_x - 0.25 * half, centre_y - 0.25 * half, half / 2, half / 2),
            ink,
            form="circle",
        )


def _open(points: tuple[tuple[float, float], ...], ink: str, wide: float) -> Corners:
    return Corners(points, line=ink, line_pt=wide, is_closed=False)


def mark_things(
    kind: str, evidence: EvidenceKind, box: Box, look: Look
) -> Iterator[Plate | Stroke | Corners | Words]:
    """Draw the mark of an event: shape and colour of its lane's kind, filled by how it is known."""
    colour, paper = look.kind(kind), look.role("paper")
    wide, high = _SHARES.get(kind, (0.92, 0.92))
    size = Box(0, 0, wide * box.width, high * box.height)
    place = Box(
        box.left + (box.width - size.width) / 2,
        box.middle - size.height / 2,
        size.width,
        size.height,
    )
    form = FORMS.get(kind, "rectangle")
    turned = -45.0 if form == "drop" else 0.0
    is_full = evidence == "reported"
    dash: Dash = "dash" if evidence == "inferred" else "solid"
    yield Plate(place, colour if is_full else paper, None, colour, 1.0, dash, form, turned)
    inner = min(place.width, place.height) * 0.32
    if evidence == "digitised":
        dot = Box(place.left + (place.width - inner) / 2, place.middle - inner / 2, inner, inner)
        yield Plate(dot, colour, form="circle")
    elif evidence == "synthetic":
        cross = Box(
            place.left + place.width / 2 - inner, place.middle - inner, 2 * inner, 2 * inner
        )
        yield Plate(cross, colour, form="cross")
    elif evidence == "derived":
        yield Corners(_left_half(form, place), fill=colour)


def _left_half(form: Form, box: Box) -> tuple[tuple[float, float], ...]:
    """Give the corners of the left half of a mark."""
    middle, left, top, bottom = box.left + box.width / 2, box.left, box.top, box.bottom
    if form == "triangle":
        return ((left, top), (middle, top), (middle, bottom))
    if form == "rectangle":
        return ((left, top), (middle, top), (middle, bottom), (left, bottom))
    if form in ("diamond", "drop"):
        return ((left, box.middle), (middle, top), (middle, bottom))
    corner = min(box.width, box.height) / 4
    return (
        (middle, top),
        (left + corner, top + 0.07 * box.height),
        (left, box.middle),
        (left + corner, bottom - 0.07 * box.height),
        (middle, bottom),
    )
