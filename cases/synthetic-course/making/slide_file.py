"""A slide as a tiled TIFF with coarser levels, laid out so that its scale and power are read."""

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from making.tiff import Size, Tiff
from making.tissue import HEIGHT, MICRONS, WIDTH, Bytes, biopsy, haematoxylin_eosin, ki67

TILE = 256
QUALITY = 62
COARSER = (4, 16)
"""How many times coarser the other levels are."""
POWER = 20
SLIDES = (("he.svs", "H&E", haematoxylin_eosin), ("ki-67.svs", "Ki-67", ki67))


def write_all(into: Path) -> None:
    """Write both slides, cut from one block."""
    into.mkdir(parents=True, exist_ok=True)
    block = biopsy(np.random.RandomState(67))
    for number, (name, stain, draw) in enumerate(SLIDES):
        _write(into / name, Image.fromarray(draw(block, np.random.RandomState(number))), stain)


def _write(path: Path, slide: Image.Image, stain: str) -> None:
    # Readers take a file for one of this layout, and read its scale, by the first word.
    words = (
        f"Aperio layout; SYNTHETIC: {stain} drawn by a program, no scanner, not a patient\n"
        f"{WIDTH}x{HEIGHT} ({TILE}x{TILE}) JPEG/RGB Q={QUALITY}"
        f"|AppMag = {POWER}|MPP = {MICRONS:.4f}|Title = SYNTHETIC {stain}"
    )
    file = Tiff()
    _add(file, slide, words, TILE)
    _add(file, slide.reduce(12), f"SYNTHETIC {stain}\nthumbnail")
    for times in COARSER:
        _add(file, slide.reduce(times), f"{words}\n1:{times}", TILE)
    _add(file, _label(stain), f"Aperio layout; SYNTHETIC {stain}\nlabel 384x256", kind=1)
    file.save(path)


def _add(
    file: Tiff, picture: Image.Image, words: str, tile: int | None = None, kind: int = 0
) -> None:
    parts = _tiles(picture) if tile else iter([_jpeg(picture)])
    tables = _jpeg(picture.crop((0, 0, 16, 16)), streamtype=1)
    file.add(Size(picture.width, picture.height, tile, kind), parts, tables, words)


def _tiles(picture: Image.Image) -> Iterator[bytes]:
    pixels: Bytes = np.asarray(picture)
    for top in range(0, picture.height, TILE):
        for left in range(0, picture.width, TILE):
            part = pixels[top : top + TILE, left : left + TILE]
            lacking = [(0, TILE - part.shape[0]), (0, TILE - part.shape[1]), (0, 0)]
            yield _jpeg(Image.fromarray(np.pad(part, lacking, "edge")))


def _jpeg(picture: Image.Image, streamtype: int = 2) -> bytes:
    """Give a JPEG without its tables, which stand once in the file; with 1 the tables alone."""
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=QUALITY, subsampling="4:2:0", streamtype=streamtype)
    return data.getvalue()


def _label(stain: str) -> Image.Image:
    """Draw what stands on the slide's label."""
    small = Image.new("RGB", (96, 64), "white")
    font = ImageFont.load_default_imagefont()
    for line, text in enumerate(("SYNTHETIC", "not a patient", stain)):
        ImageDraw.Draw(small).text((6, 6 + line * 18), text, "black", font)
    return small.resize((384, 256), Image.Resampling.NEAREST)
