"""Every sentence that a problem of exporting a case can say, in English.

Like viewer.model.problem_texts, whose rules hold here too.
"""

from viewer.model.problem_texts import QT_TRANSLATE_NOOP

PICTURES_LEFT_OUT = QT_TRANSLATE_NOOP(
    "Problem", "Pictures of studies and slides were left out: {names}."
)
PICTURES_LEFT_OUT_REMEDY = QT_TRANSLATE_NOOP(
    "Problem",
    "DICOM files and slides may name the patient. Pass them on apart, once that was looked into.",
)
