"""Every sentence that a problem with pictures to be added can say, in English.

Like viewer.model.problem_texts, whose rules hold here too.
"""

from viewer.model.problem_texts import QT_TRANSLATE_NOOP

NOT_THERE = QT_TRANSLATE_NOOP("Problem", "The pictures were expected at “{path}”.")
NOT_THERE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Choose where they are now; the drive they lie on may not be connected."
)
ON_THE_NET = QT_TRANSLATE_NOOP(
    "Problem", "{author} keeps the pictures on another computer, at “{path}”."
)
ON_THE_NET_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "It is not looked at unasked; ask {author} for a copy, and add that."
)
NOT_SEARCHED = QT_TRANSLATE_NOOP("Problem", "“{path}” cannot be looked through: {reason}.")
NOT_SEARCHED_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Check whether it is still there and may be read, then choose it again."
)
NOTHING_FOUND = QT_TRANSLATE_NOOP("Problem", "There are no pictures in “{path}”.")
NOTHING_FOUND_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Choose a folder with DICOM files, or with PNG or JPEG pictures."
)
