"""Every sentence that a problem with annotations can say, in English.

Like viewer.model.problem_texts, whose rules hold here too.
"""

from viewer.model.problem_texts import QT_TRANSLATE_NOOP

LINE_DAMAGED = QT_TRANSLATE_NOOP("Problem", "A line of the notes was damaged: {count} bytes.")
LINE_DAMAGED_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "It stays in the file as it is. Compare with a copy of the file, if there is one."
)
TAIL_TORN = QT_TRANSLATE_NOOP("Problem", "The last line of the notes was not written to its end.")
TAIL_TORN_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "It had not been shown as saved. The rest of the notes is whole."
)
RECORD_UNKNOWN = QT_TRANSLATE_NOOP("Problem", "A line of the notes cannot be understood: {reason}.")
RECORD_UNKNOWN_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "It stays in the file. A newer version of the program may have written it."
)
OTHER_CASE = QT_TRANSLATE_NOOP("Problem", "The notes in “{path}” are about another case: {case}.")
OTHER_CASE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Move the file to the notes of that case; it is not shown here."
)
NOT_A_JOURNAL = QT_TRANSLATE_NOOP("Problem", "“{path}” holds no notes that can be read.")
NOT_A_JOURNAL_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Restore it from a copy; what it holds is left as it is."
)
NOTES_UNREADABLE = QT_TRANSLATE_NOOP(
    "Problem", "The notes in “{path}” could not be read: {reason}."
)
NOTES_UNREADABLE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Check the drive or the network; notes are read again when the file changes."
)
TOO_MANY_JOURNALS = QT_TRANSLATE_NOOP(
    "Problem", "“{path}” holds {count} files of notes; only {most} of them are read."
)
TOO_MANY_JOURNALS_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Move those that are not needed elsewhere; nothing in them was changed."
)
NOT_WRITTEN = QT_TRANSLATE_NOOP("Problem", "“{path}” could not be written: {reason}.")
NOT_WRITTEN_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Nothing is lost while this window is open: try again, save elsewhere, or copy it."
)
WRITTEN_BY_OTHER = QT_TRANSLATE_NOOP(
    "Problem", "Another window writes your notes on this case ({holder})."
)
WRITTEN_BY_OTHER_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Here they can only be read, unless this window takes over."
)
STILL_THERE = QT_TRANSLATE_NOOP(
    "Problem", "What was removed for good still stands in “{path}”: {reason}."
)
STILL_WRITTEN = QT_TRANSLATE_NOOP(
    "Problem", "What was removed for good still stands in “{path}”, which is in use ({holder})."
)
STILL_THERE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem",
    "It is shown nowhere. It goes from there when the case is opened and the file can be written.",
)
