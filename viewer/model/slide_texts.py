"""Every sentence that a problem with a slide can say, in English.

Like viewer.model.problem_texts, whose rules hold here too.
"""

from viewer.model.problem_texts import QT_TRANSLATE_NOOP

NOT_A_SLIDE = QT_TRANSLATE_NOOP(
    "Problem", "“{path}” is no slide and no picture of a kind that is read here."
)
NOT_A_SLIDE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Use the file of a slide scanner, a pyramidal TIFF, DICOM, PNG or JPEG."
)
SLIDE_BROKEN = QT_TRANSLATE_NOOP(
    "Problem",
    "“{path}” cannot be shown: it is damaged, cut short, or stored in a way that is not read here.",
)
SLIDE_BROKEN_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Copy it again from where it is whole, or save it as a pyramidal TIFF."
)
TILE_BROKEN = QT_TRANSLATE_NOOP(
    "Problem", "A part of “{path}” cannot be read: what is shown in its place is coarser."
)
TILE_BROKEN_REMEDY = QT_TRANSLATE_NOOP("Problem", "Copy the file again from where it is whole.")
SLIDE_TOO_LARGE = QT_TRANSLATE_NOOP(
    "Problem",
    "Of “{path}”, {width} × {height} pixels must be decoded at once; the limit is {limit}.",
)
SLIDE_TOO_LARGE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Save it as a pyramidal TIFF, which is read in small parts."
)
