"""Every sentence that a problem with pictures can say, and the remarks that stand on them.

Like viewer.model.problem_texts, whose rules hold here too.
"""

from viewer.model.problem_texts import QT_TRANSLATE_NOOP

# --- a file or a picture that cannot be shown ---------------------------------------------

ASK_AGAIN = QT_TRANSLATE_NOOP(
    "Problem", "Ask for the file again; it may have been damaged on the way."
)
DAMAGED = QT_TRANSLATE_NOOP("Problem", "“{name}” is damaged: its header cannot be read.")
EMPTY = QT_TRANSLATE_NOOP("Problem", "“{name}” is empty.")
NOT_DICOM = QT_TRANSLATE_NOOP("Problem", "“{name}” is named like a DICOM file but is none.")
NOT_DICOM_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Remove it, or ask for the picture that it stands for."
)
NO_PICTURE = QT_TRANSLATE_NOOP("Problem", "“{name}” is DICOM, but holds no picture.")
NO_PICTURE_BUT = QT_TRANSLATE_NOOP("Problem", "“{name}” is DICOM, but holds no picture: {what}.")
NO_PICTURE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Nothing needs to be done; open it in a program for its kind."
)
SAME_PICTURE = QT_TRANSLATE_NOOP("Problem", "“{name}” holds the same picture as “{other}”.")
SAME_PICTURE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Nothing needs to be done; the picture is shown once."
)
NO_SIZE = QT_TRANSLATE_NOOP("Problem", "“{name}” does not say how large its picture is.")
UNREADABLE_PIXELS = QT_TRANSLATE_NOOP(
    "Problem", "The pixels of “{name}” cannot be decoded; they are damaged or of a rare kind."
)
TRUNCATED = QT_TRANSLATE_NOOP("Problem", "“{name}” ends before its picture does.")
NO_DECODER = QT_TRANSLATE_NOOP(
    "Problem", "“{name}” is compressed as {syntax}, which cannot be decoded here."
)
NO_DECODER_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Ask for it in another form, such as uncompressed or JPEG 2000."
)
WRONG_SIZE = QT_TRANSLATE_NOOP(
    "Problem", "“{name}” says it is {said} pixels, but its compressed picture is {found}."
)
CHANGED = QT_TRANSLATE_NOOP("Problem", "“{name}” is no longer the file that was found before.")
CHANGED_REMEDY = QT_TRANSLATE_NOOP("Problem", "Look for the pictures of the study again.")
BAD_RESCALE = QT_TRANSLATE_NOOP(
    "Problem", "“{name}” does not say properly what its values mean, so none are shown."
)
ODD_COLOURS = QT_TRANSLATE_NOOP("Problem", "“{name}” stores its colours as {what}, which is rare.")
PICTURE_TOO_LARGE = QT_TRANSLATE_NOOP(
    "Problem", "A picture of “{name}” takes {size} once decoded; {limit} are allowed."
)
SERIES_TOO_LARGE = QT_TRANSLATE_NOOP(
    "Problem", "The pictures of “{name}” take {size} once decoded; {limit} are allowed."
)
FILE_TOO_LARGE = QT_TRANSLATE_NOOP("Problem", "“{name}” is {size} long; {limit} are allowed.")
LIMIT_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Raise the limit in the settings where the computer has room for it."
)
TOO_MANY_FRAMES = QT_TRANSLATE_NOOP(
    "Problem", "“{name}” says it holds {count} pictures, more than there is room for in it."
)
TOO_MANY_FILES = QT_TRANSLATE_NOOP(
    "Problem", "More than {limit} files were found; the others were not looked at."
)
TOO_MANY_FILES_REMEDY = QT_TRANSLATE_NOOP("Problem", "Choose a folder that holds one study.")

REMEDIES = {
    NOT_DICOM: NOT_DICOM_REMEDY,
    NO_PICTURE: NO_PICTURE_REMEDY,
    NO_PICTURE_BUT: NO_PICTURE_REMEDY,
    SAME_PICTURE: SAME_PICTURE_REMEDY,
    NO_DECODER: NO_DECODER_REMEDY,
    ODD_COLOURS: NO_DECODER_REMEDY,
    CHANGED: CHANGED_REMEDY,
    PICTURE_TOO_LARGE: LIMIT_REMEDY,
    SERIES_TOO_LARGE: LIMIT_REMEDY,
    FILE_TOO_LARGE: LIMIT_REMEDY,
    TOO_MANY_FILES: TOO_MANY_FILES_REMEDY,
}
"""What to do about each, where it is more than asking for the file again."""

# --- what is said on the pictures of a series ---------------------------------------------

UNEVEN = QT_TRANSLATE_NOOP("Problem", "The slices are unevenly spaced: {least} to {most} mm apart.")
TILTED = QT_TRANSLATE_NOOP("Problem", "The gantry was tilted by {degrees}°.")
NO_PLACE = QT_TRANSLATE_NOOP(
    "Problem", "The file does not say where these pictures lie in the patient."
)
NO_PIXEL_SIZE = QT_TRANSLATE_NOOP("Problem", "The file does not say how large a pixel is.")
PROJECTED = QT_TRANSLATE_NOOP(
    "Problem", "A projection: lengths are those on the detector, larger than in the patient."
)
MIXED = QT_TRANSLATE_NOOP(
    "Problem", "The series holds pictures of {count} kinds; each kind is shown apart."
)
TURNING = QT_TRANSLATE_NOOP("Problem", "These pictures lie in different directions.")
DUPLICATES = QT_TRANSLATE_NOOP("Problem", "Pictures that lie where another lies already: {count}.")
SAME_PLACE = QT_TRANSLATE_NOOP("Problem", "All {count} pictures lie in the same place.")
SINGLE = QT_TRANSLATE_NOOP("Problem", "There is one slice alone.")
BAD_WINDOW = QT_TRANSLATE_NOOP("Problem", "The file’s own grey window is not usable.")
NOTHING_RESAMPLED = QT_TRANSLATE_NOOP(
    "Problem", "The pictures are shown as they were taken; nothing is resampled."
)
NOT_MEASURED = QT_TRANSLATE_NOOP("Problem", "No lengths can be measured on them.")
MEASURE_WITH_CARE = QT_TRANSLATE_NOOP("Problem", "Compare lengths within this picture only.")
ONE_OF_THEM = QT_TRANSLATE_NOOP("Problem", "They follow one another in the order of their numbers.")
WINDOW_OF_VALUES = QT_TRANSLATE_NOOP(
    "Problem", "A window that fits the values of the picture is used instead."
)
ASK_FOR_ALL = QT_TRANSLATE_NOOP("Problem", "Ask whether others of the series are missing.")

# --- how a picture was taken --------------------------------------------------------------

MODALITY = QT_TRANSLATE_NOOP("PictureFact", "Modality")
SERIES = QT_TRANSLATE_NOOP("PictureFact", "Series")
THICKNESS = QT_TRANSLATE_NOOP("PictureFact", "Slice thickness")
VOLTAGE = QT_TRANSLATE_NOOP("PictureFact", "Tube voltage")
KERNEL = QT_TRANSLATE_NOOP("PictureFact", "Kernel")
MATRIX = QT_TRANSLATE_NOOP("PictureFact", "Matrix")
STORED_AS = QT_TRANSLATE_NOOP("PictureFact", "Stored as")
