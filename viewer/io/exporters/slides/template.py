"""The empty presentation that slides are written into: one layout with real placeholders."""

from typing import TYPE_CHECKING, Any

from viewer.io.exporters.slides import slide_words as say
from viewer.io.exporters.slides.pages import FACTS_PT, HEIGHT_PT, MARGIN_PT, TOP_PT, Frame
from viewer.io.exporters.slides.shape_xml import NAMESPACES, emu
from viewer.io.exporters.slides.slide_words import SlideWords
from viewer.io.exporters.slides.things import Box

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

LATIN, JAPANESE = "Arial", "Yu Gothic"
"""Typefaces that office programs have, or know what to take instead of."""
FACTS_IDX, FOOTER_IDX, NUMBER_IDX = 13, 11, 12
LAYOUT = "Scene"
NUMBER_FIELD = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"
INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"'


def empty_deck(frame: Frame, words: SlideWords, title: str) -> "Deck":
    """Give a presentation without slides, and with one layout that is named "Scene"."""
    from pptx import Presentation
    from pptx.oxml.ns import qn
    from pptx.util import Emu

    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(emu(frame.width)), Emu(emu(HEIGHT_PT))
    size: Any = deck.part._element.find(qn("p:sldSz"))
    size.attrib.pop("type", None)  # it names the size of the library's own template
    for layout in [*deck.slide_layouts][1:]:
        deck.slide_layouts.remove(layout)
    _set_layout(deck, frame, words)
    _set_master(deck, frame)
    _set_fonts(deck)
    _drop_leftovers(deck)
    about = deck.core_properties
    about.title, about.author, about.last_modified_by = title, "", ""
    about.comments = words.say(say.FOOTER)
    about.language = words.language
    return deck


def _set_layout(deck: "Deck", frame: Frame, words: SlideWords) -> None:
    from pptx.oxml import parse_xml

    layout = deck.slide_layouts[0]
    layout.name = LAYOUT
    layout._element.attrib.pop("type", None)
    tree = layout.shapes._spTree
    for shape in [*layout.shapes]:
        tree.remove(shape._element)
    title = Box(MARGIN_PT, TOP_PT, frame.inner, 36)
    facts = Box(MARGIN_PT, 56, frame.inner, 17)
    footer = words.say(say.FOOTER)
    number = (
        f'<a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
    )
    for xml in (
        _placeholder(2, "Title", 'type="title"', title, 28, "l", "", is_bold=True),
        _placeholder(
            3, "Facts", f'type="body" sz="quarter" idx="{FACTS_IDX}"', facts, FACTS_PT, "l", ""
        ),
        _placeholder(
            4, "Footer", f'type="ftr" sz="quarter" idx="{FOOTER_IDX}"', frame.footer, 10, "l",
            f'<a:r><a:rPr lang="en-GB"/><a:t>{footer}</a:t></a:r>',
        ),
        _placeholder(
            5, words.say(say.PAGE), f'type="sldNum" sz="quarter" idx="{NUMBER_IDX}"', frame.number,
            10, "r", number,
        ),
    ):  # fmt: skip
        tree.append(parse_xml(xml))


def _placeholder(
    id_: int,
    name: str,
    kind: str,
    box: Box,
    size: float,
    align: str,
    inside: str,
    *,
    is_bold: bool = False,
) -> str:
    bold = ' b="1"' if is_bold else ' b="0"'
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{id_}" name="{name}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{emu(box.left)}" y="{emu(box.top)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></a:xfrm></p:spPr>'
        f"<p:txBody><a:bodyPr {INSETS}><a:normAutofit/></a:bodyPr>"
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{align}"><a:spcBef><a:spcPts val="0"/>'
        f'</a:spcBef><a:buNone/><a:defRPr sz="{round(size * 100)}"{bold}><a:solidFill>'
        '<a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
        f'<a:p>{inside}<a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
    )


def _set_master(deck: "Deck", frame: Frame) -> None:
    """Put the master's placeholders where those of the layout are."""
    from pptx.util import Emu

    body = Box(MARGIN_PT, 80, frame.inner, 420)
    places = {
        "TITLE": Box(MARGIN_PT, TOP_PT, frame.inner, 36),
        "BODY": body,
        "FOOTER": frame.footer,
        "SLIDE_NUMBER": frame.number,
        "DATE": Box(MARGIN_PT, HEIGHT_PT - 40, 100, 14),
    }
    for shape in deck.slide_master.placeholders:
        box = places[shape.placeholder_format.type.name]
        shape.left, shape.top = Emu(emu(box.left)), Emu(emu(box.top))
        shape.width, shape.height = Emu(emu(box.width)), Emu(emu(box.height))


def _set_fonts(deck: "Deck") -> None:
    """Name the typefaces once, in the theme: texts and charts take theirs from it."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.oxml import serialize_part_xml
    from pptx.oxml import parse_xml

    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme: Any = parse_xml(part.blob)
    drawing = theme.nsmap["a"]
    for name in ("majorFont", "minorFont"):
        for fonts in theme.iter(f"{{{drawing}}}{name}"):
            fonts.find(f"{{{drawing}}}latin").set("typeface", LATIN)
            fonts.find(f"{{{drawing}}}ea").set("typeface", JAPANESE)
            for font in fonts.findall(f"{{{drawing}}}font"):
                if font.get("script") == "Jpan":
                    font.set("typeface", JAPANESE)
    part._blob = serialize_part_xml(theme)


def _drop_leftovers(deck: "Deck") -> None:
    """Leave out a printer's settings and the picture of another presentation."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    package = deck.part.package
    for owner, kind in (
        (deck.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS),
        (package, RELATIONSHIP_TYPE.THUMBNAIL),
    ):
        rels = owner._rels
        for r_id in [r_id for r_id, rel in rels.items() if rel.reltype == kind]:
            rels.pop(r_id)
