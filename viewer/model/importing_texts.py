"""Every sentence that a problem with imported annotations can say, in English.

Like viewer.model.problem_texts, whose rules hold here too.
"""

from viewer.model.problem_texts import QT_TRANSLATE_NOOP

ABOUT_OTHER_CASE = QT_TRANSLATE_NOOP(
    "Problem", "“{path}” is about the case “{other}”, but “{case}” is open."
)
ABOUT_OTHER_CASE_REMEDY = QT_TRANSLATE_NOOP("Problem", "Open that case and import it there.")
CASE_UNSAID = QT_TRANSLATE_NOOP("Problem", "“{path}” does not say which case it is about.")
CASE_UNSAID_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Ask for the file again; its beginning may have been lost on the way."
)
SEVERAL_AUTHORS = QT_TRANSLATE_NOOP(
    "Problem", "“{path}” holds records of more than one author, so it was put together by hand."
)
SEVERAL_AUTHORS_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Ask each author for their own file; nothing was imported."
)
KEPT_BOTH = QT_TRANSLATE_NOOP(
    "Problem", "Another file of the same notes is there already; the new one was kept as “{path}”."
)
KEPT_BOTH_REMEDY = QT_TRANSLATE_NOOP("Problem", "Both are shown; nothing needs to be done.")
NO_ANNOTATIONS = QT_TRANSLATE_NOOP("Problem", "“{path}” holds no annotations.")
NO_ANNOTATIONS_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Choose a file of notes, or annotations exported as JSON-LD."
)
ITEM_UNREADABLE = QT_TRANSLATE_NOOP("Problem", "An annotation cannot be taken over: {reason}.")
ITEM_UNREADABLE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "The others are imported; correct it in the program that it comes from."
)
TOO_MANY = QT_TRANSLATE_NOOP("Problem", "“{path}” holds more than {limit} annotations.")
TOO_MANY_REMEDY = QT_TRANSLATE_NOOP("Problem", "Export them in several files.")
SAYS_OTHERWISE = QT_TRANSLATE_NOOP(
    "Problem", "{count} annotations that are here already say something else in “{path}”."
)
SAYS_OTHERWISE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "They were left as they are; ask their author for the file of notes itself."
)
NOT_IMPORTED = QT_TRANSLATE_NOOP("Problem", "“{path}” could not be written: {reason}.")
NOT_IMPORTED_REMEDY = QT_TRANSLATE_NOOP(
    "Problem",
    "What was imported before it stays; make room or choose another place, and try again.",
)
