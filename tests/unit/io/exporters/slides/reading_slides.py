"""Slides as a program reads them back, and small decks for their tests."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from pptx import Presentation

from viewer.io.exporters.slides.pages import page_of
from viewer.io.exporters.slides.things import Chart, Group, Page, Table, Words
from viewer.io.exporters.slides.writing import slides
from viewer.model.case import Case
from viewer.model.disclosure import disclose
from viewer.model.part import Text
from viewer.model.scene import Days, Scene
from viewer.ui.words.slide_words import slide_words

WORDS = slide_words("en")


def a_scene(horizon: int | None = None, **more: Any) -> Scene:
    plain: dict[str, Any] = {"id": "s", "title": "A scene", "horizon": horizon}
    if isinstance(more.get("window"), tuple):
        more["window"] = Days(start=more["window"][0], end=more["window"][1])
    return Scene.model_validate(plain | more)


def deck_of(case: Case, *scenes: Scene, **more: Any) -> bytes:
    return slides(lambda horizon: disclose(case, horizon), scenes or (a_scene(),), WORDS, **more)


def opened(data: bytes) -> list[Any]:
    return [*Presentation(io.BytesIO(data)).slides]


def first_slide(case: Case, scene: Scene | None = None, **more: Any) -> Any:
    return opened(deck_of(case, scene or a_scene(), **more))[0]


def page(case: Case, scene: Scene | None = None, **more: Any) -> Page:
    scene = scene or a_scene()
    return page_of(disclose(case, scene.horizon), scene, WORDS, **more)


def charts_of(slide: Any) -> list[Any]:
    return [shape for shape in slide.shapes if shape.has_chart]


def table_of(slide: Any) -> list[list[str]]:
    (frame,) = (shape for shape in slide.shapes if shape.has_table)
    return [[cell.text for cell in row.cells] for row in frame.table.rows]


def numbers_of(chart_frame: Any) -> dict[str, list[tuple[float, float]]]:
    """Give the points of a chart by the names of its series."""
    found: dict[str, list[tuple[float, float]]] = {}
    for series in chart_frame.chart.plots[0].series:
        days = [float(v.text) for v in series._element.xpath("c:xVal//c:v")]
        values = [float(v.text) for v in series._element.xpath("c:yVal//c:v")]
        found.setdefault(series.name, []).extend(zip(days, values, strict=True))
    return found


def labels_of(chart_frame: Any) -> list[str]:
    texts = chart_frame.chart._chartSpace.xpath(".//c:dLbl")
    return ["".join(t.text for t in one.xpath(".//a:t")) for one in texts]


def texts_of(slide: Any) -> list[str]:
    """Give every text of a slide's shapes, those in groups too."""
    return [t.text for t in slide._element.xpath(".//a:t")]


def words_on(page: Page) -> list[str]:
    """Give the words of a page that was laid out, those in groups and tables too."""
    found: list[str] = []
    for thing in page.things:
        if isinstance(thing, Words):
            found.append(thing.text)
        elif isinstance(thing, Group):
            found += [one.text for one in thing.things if isinstance(one, Words)]
        elif isinstance(thing, Table):
            found += [cell.text for cells, _ in thing.rows for cell in cells]
    return found


def charts_on(page: Page) -> list[Chart]:
    return [thing for thing in page.things if isinstance(thing, Chart)]


def unpacked(data: bytes) -> dict[str, bytes]:
    """Give every file in a PPTX, those in the sheets of its charts too."""
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            held = archive.read(name)
            if name.endswith(".xlsx"):
                found |= {f"{name}/{inner}": one for inner, one in unpacked(held).items()}
            else:
                found[name] = held
    return found


def titled(words: str) -> Text:
    return Text(words)
