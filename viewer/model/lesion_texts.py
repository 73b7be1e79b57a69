"""Every sentence that a problem with lesions can say, in English.

Like viewer.model.problem_texts, whose rules hold here too.
"""

from viewer.model.problem_texts import QT_TRANSLATE_NOOP

LESION_TWICE = QT_TRANSLATE_NOOP(
    "Problem", "The study gives the diameter of the lesion “{name}” twice."
)
LESION_TWICE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Give each lesion of a study once, under a name of its own."
)
