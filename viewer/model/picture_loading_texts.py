"""What a problem can say that arises while pictures are loaded for the screen, in English.

Like viewer.model.problem_texts, whose rules hold here too.
"""

from viewer.model.problem_texts import QT_TRANSLATE_NOOP

NOT_DECODED = QT_TRANSLATE_NOOP(
    "Problem", "The picture in “{name}” could not be decoded: {reason}."
)
NOT_DECODED_REMEDY = QT_TRANSLATE_NOOP("Problem", "Ask for the file again; the others are shown.")
NOT_SCANNED = QT_TRANSLATE_NOOP("Problem", "“{name}” could not be looked through: {reason}.")
NOT_SCANNED_REMEDY = QT_TRANSLATE_NOOP("Problem", "See whether the folder can still be read.")
NO_PICTURES = QT_TRANSLATE_NOOP("Problem", "There are no pictures in “{name}”.")
NO_PICTURES_REMEDY = QT_TRANSLATE_NOOP("Problem", "See whether it is the right folder, and there.")
