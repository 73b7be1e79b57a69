"""Tissue drawn by a program: the cores of a needle biopsy in two stains.

Stains are amounts from 0 to 255 in whole numbers, so that every machine makes the same pixels.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from making.facts import KI67_PERCENT

WIDTH, HEIGHT = 6000, 5000
MICRONS = 0.5
"""Width and height of a pixel."""
SPACING = 26
"""Between the nuclei of the tumour (pixels)."""
PATCH = 24
"""Nuclei are stamped as squares of this side (pixels)."""
STAMPS = 48
Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Biopsy:
    """Where things lie; both stains are cut from the same block."""

    tissue: Bytes
    """255 in the cores, 0 on the glass: shape (HEIGHT, WIDTH)."""
    tumour: Bytes
    """255 in the nests of the tumour, 0 in the strands between them."""
    texture: Bytes
    nuclei: Places
    """Corners of the stamps of the tumour's nuclei: shape (count, 2), as row and column."""
    strands: Places
    """The same of the slender nuclei between the nests."""


def biopsy(chance: np.random.RandomState) -> Biopsy:
    """Lay out two cores of tumour tissue."""
    tissue = _cores(chance)
    blobs = _field(chance, 100, 84)
    tumour = np.where((blobs > 108) & (tissue > 0), 255, 0).astype(np.uint8)
    texture = (_field(chance, 750, 625) // 2 + _field(chance, 2000, 1667) // 2).astype(np.uint8)
    nuclei = _scattered(chance, tumour, SPACING)
    between = np.where((tissue > 0) & (tumour == 0), 255, 0).astype(np.uint8)
    return Biopsy(tissue, tumour, texture, nuclei, _scattered(chance, between, 46))


def haematoxylin_eosin(block: Biopsy, chance: np.random.RandomState) -> Bytes:
    """Give the slide in H&E: shape (HEIGHT, WIDTH, 3), red green blue."""
    blue = np.where(block.tumour > 0, 14, 0).astype(np.uint8)
    _stamp(blue, block.nuclei, _nuclei(chance, 7.8, 6.3, 132), chance)
    _stamp(blue, block.strands, _nuclei(chance, 9.5, 2.6, 120), chance)
    pink = np.where(block.tumour > 0, 66, 104).astype(np.uint8)
    pink = pink // 2 + (pink.astype(np.uint16) * block.texture // 255).astype(np.uint8)
    return _coloured(block.tissue, (blue, (0.86, 0.96, 0.40)), (pink, (0.16, 0.82, 0.38)))


def ki67(block: Biopsy, chance: np.random.RandomState) -> Bytes:
    """Give the slide in Ki-67: of the tumour's nuclei just the stated percentage is brown."""
    order = chance.permutation(len(block.nuclei))
    count = round(len(order) * KI67_PERCENT / 100)
    brown = np.zeros((HEIGHT, WIDTH), np.uint8)
    _stamp(brown, block.nuclei[order[:count]], _nuclei(chance, 7.8, 6.3, 165), chance)
    blue = (block.texture // 12).astype(np.uint8)
    _stamp(blue, block.nuclei[order[count:]], _nuclei(chance, 7.8, 6.3, 112), chance)
    _stamp(blue, block.strands, _nuclei(chance, 9.5, 2.6, 55), chance)
    return _coloured(block.tissue, (brown, (0.50, 0.92, 1.25)), (blue, (0.82, 0.55, 0.18)))


def _cores(chance: np.random.RandomState) -> Bytes:
    """Draw two long cores with uneven edges, as a needle leaves them."""
    down = np.arange(HEIGHT)[:, None]
    across = np.arange(WIDTH)
    inside = np.zeros((HEIGHT, WIDTH), bool)
    for middle, bend, half in ((1450, 260, 780), (3600, -220, 720)):
        edges = []
        for side in (-1, 1):
            wobble = chance.randint(-60, 61, WIDTH // 150 + 2)
            rough = np.interp(across, np.arange(len(wobble)) * 150, wobble)
            curve = middle + bend * ((across / WIDTH - 0.5) ** 2 * 4 - 0.5)
            edges.append(curve + side * half + rough)
        along = np.clip(np.abs(across / WIDTH - 0.5) * 2.2, 0, 1)
        narrowed = half * (1 - np.sqrt(1 - along**8))  # both ends are round
        inside |= (down > edges[0] + narrowed) & (down < edges[1] - narrowed)
    return np.where(inside, 255, 0).astype(np.uint8)


def _field(chance: np.random.RandomState, columns: int, rows: int) -> Bytes:
    """Give smooth noise over the slide, drawn larger from a coarse picture."""
    coarse = chance.randint(0, 256, (rows, columns)).astype(np.uint8)
    return np.asarray(Image.fromarray(coarse).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC))


def _scattered(chance: np.random.RandomState, where: Bytes, spacing: int) -> Places:
    """Give corners of stamps on an uneven grid, so that no nucleus lies on another."""
    rows = np.arange(PATCH, HEIGHT - 2 * PATCH, spacing * 7 // 8)
    columns = np.arange(PATCH, WIDTH - 2 * PATCH, spacing)
    places = np.stack(np.meshgrid(rows, columns, indexing="ij"), axis=-1)
    places[1::2, :, 1] += spacing // 2
    places += chance.randint(-4, 5, places.shape)
    places = places.reshape(-1, 2)
    middle = places + PATCH // 2
    is_there = where[middle[:, 0], middle[:, 1]] > 0
    for corner in (0, PATCH - 1):  # the whole nucleus lies inside
        is_there &= where[places[:, 0] + corner, places[:, 1] + corner] > 0
    return places[is_there]


def _nuclei(chance: np.random.RandomState, long: float, short: float, amount: int) -> list[Bytes]:
    """Draw nuclei of all directions, with chromatin in clumps: half axes in pixels."""
    y, x = np.mgrid[:PATCH, :PATCH] - (PATCH - 1) / 2
    drawn = []
    for number in range(STAMPS):
        angle = number / STAMPS * np.pi
        grown = 1 + (chance.randint(0, 101) - 50) / 500
        u = x * np.cos(angle) + y * np.sin(angle)
        v = y * np.cos(angle) - x * np.sin(angle)
        inside = (1 - np.hypot(u / (long * grown), v / (short * grown))) * short
        clumps = chance.randint(-36, 37, (PATCH // 3, PATCH // 3)).repeat(3, 0).repeat(3, 1)
        drawn.append(np.rint(np.clip(inside + 0.5, 0, 1) * (amount + clumps)).astype(np.uint8))
    return drawn


def _stamp(onto: Bytes, places: Places, drawn: list[Bytes], chance: np.random.RandomState) -> None:
    which = chance.randint(0, len(drawn), len(places))
    for (row, column), number in zip(places, which, strict=True):
        part = onto[row : row + PATCH, column : column + PATCH]
        np.maximum(part, drawn[number], out=part)


def _coloured(tissue: Bytes, *stains: tuple[Bytes, tuple[float, float, float]]) -> Bytes:
    """Let light pass through the stains: each takes away its share of red, green and blue."""
    slide = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    steps = np.arange(256) / 100
    for colour, glass in enumerate((244, 243, 246)):
        light = np.full((HEIGHT, WIDTH), glass * 256, np.uint32)
        for amounts, strengths in stains:
            passed = np.rint(np.exp(-steps * strengths[colour]) * 1024).astype(np.uint32)
            light *= passed[amounts]
            light >>= 10
        slide[:, :, colour] = np.where(tissue > 0, light >> 8, glass)
    return slide
