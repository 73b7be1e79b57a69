"""Lesions in words."""

from PySide6.QtCore import QCoreApplication

from viewer.model.clinical import Lesion
from viewer.ui.words.joining import labelled, with_aside
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate


def lesion_text(lesion: Lesion, language: str) -> str:
    """Name a lesion with its site and say its diameter; a node's is that of its short axis."""
    words = (
        translate("Lesion", "short axis {number} mm")
        if lesion.is_node
        else translate("Lesion", "{number} mm")
    )
    site = "" if lesion.site is None else lesion.site.pick(language)
    named = with_aside(lesion.name, site) if site else lesion.name
    return labelled(named, words.format(number=number(lesion.diameter_mm)))
