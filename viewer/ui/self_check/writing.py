"""What the program writes: every kind of export of the first case, by what its file begins with."""

from functools import partial
from pathlib import Path

from viewer.paths import first_case
from viewer.ui.export.making import made
from viewer.ui.export.order import ENDINGS, Order
from viewer.ui.look import Look
from viewer.ui.self_check.finding import demand
from viewer.ui.self_check.reading import Checks, opened
from viewer.ui.start import application

BEGINNINGS = {
    ".svg": b"<?xml", ".pdf": b"%PDF-", ".png": b"\x89PNG", ".tiff": b"II*\0", ".tif": b"II*\0",
    ".pptx": b"PK", ".csv": b"\xef\xbb\xbf", ".xlsx": b"PK", ".md": b"# ",
    ".html": b"<!doctype html>", ".phenopacket.json": b"{", ".dayline": b"PK",
}  # fmt: skip
LEAST_BYTES = 500


def checks() -> Checks:
    """Give what is tried; no file is left."""
    for ending in ENDINGS:
        order = Order(Path(f"case{ending}"), is_deck=ending == ".pptx", dots_per_inch=150)
        yield f"export as {ending}", partial(_made, order)
    yield "export as a handout", partial(_made, Order(Path("case.pdf"), is_deck=True))
    yield "export as one page", partial(_made, Order(Path("case.pdf"), is_summary=True))
    yield "export in Japanese", partial(_made, Order(Path("case.pdf"), language="ja"))


def _made(order: Order) -> str:
    application()
    Look("light", order.language).dress()
    data = made(opened(first_case), order)
    begins = BEGINNINGS[order.ending]
    demand(data[: len(begins)].lower() == begins.lower(), f"it begins with {data[:8]!r}")
    demand(len(data) > LEAST_BYTES, f"{len(data)} bytes")
    return f"{len(data):,} bytes"
