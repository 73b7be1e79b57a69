"""Lesions of a study as exported data tell them: name, site and diameter."""

from viewer.io.exporters import data_words
from viewer.io.exporters.cells import number_text
from viewer.io.exporters.data_words import DataWords
from viewer.model.clinical import Lesion, Stain


def lesion_name(lesion: Lesion, words: DataWords) -> str:
    """Name a lesion, with its site where that is told."""
    site = "" if lesion.site is None else lesion.site.pick(words.language)
    return words.joined([lesion.name, site])


def lesion_size(lesion: Lesion, words: DataWords) -> str:
    """Say a lesion's diameter; of a lymph node that it is the shorter one."""
    said = data_words.SHORT_AXIS if lesion.is_node else data_words.MILLIMETRES
    return words.say(said).format(number=number_text(lesion.diameter_mm))


def stain_result(stain: Stain, words: DataWords) -> str:
    """Say what a stain showed, with its score where it has one."""
    score = "" if stain.score is None else stain.score.pick(words.language)
    return words.joined([stain.result.pick(words.language), score])
