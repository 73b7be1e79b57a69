"""A phantom of an abdomen: ellipsoids, cylinders and tubes with plausible CT numbers."""

import numpy as np
from numpy.typing import NDArray

from making.facts import LESIONS, LIVER_HU, PRIMARY, SMALL_LESION, Lesion

SIZE = 256
PIXEL_MM = 1.4
SLICE_MM = 5.0
SLICES = 40
AIR, FAT, MUSCLE, LUNG, BONE = -1000.0, -100.0, 55.0, -850.0, 480.0
PADDING = -2000.0
"""Outside the circle that a scanner would reconstruct."""
NOISE_HU = 7.0
EDGE = -(SIZE - 1) / 2 * PIXEL_MM
"""The centre of the first pixel, to the right and to the front (mm)."""
Floats = NDArray[np.float64]
Point = tuple[float, float, float]
Grid = tuple[Floats, Floats, Floats]
"""Coordinates of the points of a box: x, y and z (mm), shaped to be combined."""


class Phantom:
    """CT numbers on a grid; each shape is painted over those before it, with soft edges."""

    def __init__(self, lowest_mm: float) -> None:
        across = EDGE + np.arange(SIZE) * PIXEL_MM
        self.z: Floats = (lowest_mm + np.arange(SLICES) * SLICE_MM)[:, None, None]
        self.y: Floats = across[None, :, None]
        self.x: Floats = across[None, None, :]
        self.values: Floats = np.full((SLICES, SIZE, SIZE), AIR)

    def ellipsoid(self, centre: Point, axes: Point, value: float) -> None:
        """Fill an ellipsoid with its centre and half axes (mm); an infinite one is a cylinder."""
        grid = self._near(centre, centre, axes)
        offset = [
            (one - middle) / half for one, middle, half in zip(grid, centre, axes, strict=True)
        ]
        radius = np.sqrt(sum(one**2 for one in offset))
        self._blend(grid, (1 - radius) * min(axes), value)

    def tube(self, start: Point, end: Point, radius: float, value: float) -> None:
        """Fill a round tube between two points (mm)."""
        grid = self._near(start, end, (radius, radius, radius))
        along = np.subtract(end, start)
        offset = [one - first for one, first in zip(grid, start, strict=True)]
        part = sum(one * step for one, step in zip(offset, along, strict=True)) / (along @ along)
        part = np.clip(part, 0, 1)
        apart = sum((one - part * step) ** 2 for one, step in zip(offset, along, strict=True))
        self._blend(grid, radius - np.sqrt(apart), value)

    def lesion(self, lesion: Lesion, *, is_after: bool) -> None:
        """Fill a lesion as large as it is in that study."""
        half = (lesion.after if is_after else lesion.before) / 2
        value = lesion.after_hu if is_after else lesion.before_hu
        self.ellipsoid(lesion.centre, (half * lesion.stretch, half, half), value)

    def _near(self, start: Point, end: Point, reach: Point) -> Grid:
        """Give the part of the grid round a line, as x, y and z of its points (mm)."""
        near = []
        for grid, a, b, far in zip(self._axes, start, end, reach, strict=True):
            room = far + 2 * PIXEL_MM
            inside = (grid > min(a, b) - room) & (grid < max(a, b) + room)
            near.append(grid[inside].reshape([-1 if length > 1 else 1 for length in grid.shape]))
        return near[0], near[1], near[2]

    def _blend(self, grid: Grid, inside_mm: Floats, value: float) -> None:
        if not inside_mm.size:
            return
        first = [
            int(np.searchsorted(a.ravel(), b.flat[0]))
            for a, b in zip(self._axes, grid, strict=True)
        ]
        box = tuple(
            slice(at, at + one.size)
            for at, one in zip(reversed(first), reversed(grid), strict=True)
        )
        share = np.clip(0.5 + inside_mm / PIXEL_MM, 0, 1)
        part = self.values[box]
        part += share * (value - part)

    @property
    def _axes(self) -> Grid:
        return self.x, self.y, self.z


def abdomen(lowest_mm: float, *, is_after: bool, seed: int) -> NDArray[np.int16]:
    """Give the phantom before or after treatment: shape (slices, rows, columns), in HU.

    The lowest slice comes first, the front and the patient's right first in each.
    """
    body = Phantom(lowest_mm)
    _wall(body)
    _chest(body)
    _organs(body)
    _vessels(body)
    _spine(body)
    for lesion in (*LESIONS, SMALL_LESION, PRIMARY):
        body.lesion(lesion, is_after=is_after)
    values = body.values
    values += _noise(seed) * (values > AIR + 50)
    values = np.rint(values)
    values[:, (body.x**2 + body.y**2)[0] > (SIZE / 2 * PIXEL_MM) ** 2] = PADDING
    return values.astype(np.int16)


def _wall(body: Phantom) -> None:
    tall = float("inf")
    body.ellipsoid((0, 128, 0), (165, 6, tall), -620)  # the table
    body.ellipsoid((0, 0, 0), (156, 108, tall), 20)  # skin
    body.ellipsoid((0, 0, 0), (154, 106, tall), FAT)
    body.ellipsoid((0, 2, 0), (138, 92, tall), MUSCLE)
    body.ellipsoid((0, -4, 0), (126, 78, tall), FAT + 5)
    for side in (-1, 1):
        body.ellipsoid((side * 38, 72, 0), (26, 20, tall), MUSCLE)  # beside the spine
        body.ellipsoid((side * 36, 44, -95), (15, 15, 75), MUSCLE)


def _chest(body: Phantom) -> None:
    for side in (-1, 1):
        body.ellipsoid((side * 68, 4, 112), (58, 72, 66), LUNG)
    body.ellipsoid((22, -38, 112), (46, 36, 40), 125)  # the heart
    for number in range(12):
        angle = (number + 0.5) / 12 * 2 * np.pi
        if abs(np.cos(angle)) < 0.2:
            continue  # neither in front of the breastbone nor behind the spine
        for level in range(-40, 120, 27):
            tilt = 0.12 if np.cos(angle) > 0 else -0.12
            ends = []
            for step in (-1, 1):
                turned = angle + step * 0.24
                place = 133 * np.cos(turned), 86 * np.sin(turned)
                ends.append((place[0], place[1], level + tilt * 100 * step * np.sin(angle)))
            body.tube(ends[0], ends[1], 4.5, BONE)


def _organs(body: Phantom) -> None:
    body.ellipsoid((-62, -8, 5), (64, 64, 70), LIVER_HU)
    body.ellipsoid((6, -40, 14), (52, 28, 36), LIVER_HU)
    body.ellipsoid((98, 28, 18), (22, 36, 46), 120)  # the spleen
    body.ellipsoid((62, -30, 28), (32, 34, 40), 18)  # the stomach, with air in front
    body.ellipsoid((62, -48, 28), (20, 13, 26), -920)
    body.ellipsoid((28, -2, -14), (46, 11, 12), 100)  # the pancreas: body and tail, head
    body.ellipsoid((-14, -8, -26), (19, 16, 24), 100)
    body.ellipsoid((-40, -50, -34), (13, 18, 18), 8)  # the gallbladder
    for side, level in ((-1, -66), (1, -50)):
        body.ellipsoid((side * 66, 42, level), (25, 27, 50), 175)  # a kidney and its pelvis
        body.ellipsoid((side * 56, 42, level), (11, 12, 26), 40)
    loops = ((-75, -30, -98), (-30, -48, -92), (18, -52, -80), (62, -42, -86), (95, -5, -88))
    for number, (x, y, z) in enumerate(loops):
        body.ellipsoid((x, y, z), (24, 19, 22), 35)
        body.ellipsoid((x, y - 6, z), (13, 8, 14), -700 if number % 2 else -300)


def _vessels(body: Phantom) -> None:
    body.tube((14, 40, -140), (10, 40, 140), 10.5, 165)  # the aorta
    body.tube((-18, 34, -140), (-20, 22, 140), 11, 145)  # the inferior vena cava
    body.tube((6, 2, -18), (-38, -4, 12), 6.5, 160)  # the portal vein and its branches
    body.tube((-38, -4, 12), (-78, -2, 20), 4.5, 160)
    body.tube((-38, -4, 12), (-22, -34, 26), 3.5, 160)
    for x, y in ((-85, -20), (-55, -42), (-20, -45)):  # the hepatic veins
        body.tube((-22, 16, 52), (x, y, 30), 3.2, 150)


def _spine(body: Phantom) -> None:
    tall = float("inf")
    body.ellipsoid((0, 64, 0), (22, 17, tall), BONE)
    body.ellipsoid((0, 64, 0), (19, 14, tall), 210)
    for level in range(-115, 120, 32):
        body.ellipsoid((0, 64, level), (21, 16, 4.5), 80)  # a disc
    body.ellipsoid((0, 86, 0), (13, 11, tall), BONE)
    body.ellipsoid((0, 86, 0), (9, 7, tall), 25)  # the canal
    body.ellipsoid((0, 98, 0), (4, 8, tall), BONE)


def _noise(seed: int) -> Floats:
    """Give noise that hangs together over neighbours, as that of a scanner does."""
    # Of numpy's generators this one promises the same numbers in every version.
    noise = np.random.RandomState(seed).standard_normal((SLICES, SIZE, SIZE))
    for axis in (1, 2):
        noise = noise + np.roll(noise, 1, axis) * 0.8
    return noise * (NOISE_HU / (1 + 0.8**2))


def projection(values: NDArray[np.int16]) -> NDArray[np.int16]:
    """Give a view from the front, head first: shape (rows, columns), pixels as wide as high."""
    dense = np.clip(values.astype(np.float64), AIR, None) - AIR
    rays = dense.mean(axis=1)
    levels = np.arange(0, (SLICES - 1) * SLICE_MM, PIXEL_MM) / SLICE_MM
    low = levels.astype(int)
    part = (levels - low)[:, None]
    rows = rays[low] * (1 - part) + rays[low + 1] * part
    return np.rint(rows[::-1] * 1.6 + AIR).astype(np.int16)
