"""Every sentence a problem can say, in English; the words of the program's tables translate them.

Each is a template whose braces the values of a `Problem` fill. A brace that is meant stands twice.
Write: what is wrong, in one sentence; then, in a text of its own, what to do about it.
"""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001
    """Give the text as it stands; Qt's translation tools find the sentences by this name."""
    return text


# --- a case that cannot be opened at all --------------------------------------------------

NOT_FOUND = QT_TRANSLATE_NOOP("Problem", "There is nothing at “{path}”.")
NOT_FOUND_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Check whether it was moved or renamed, or whether a drive is not connected."
)
NO_CASE_FILE = QT_TRANSLATE_NOOP("Problem", "“{path}” holds no case.json, so it is not a case.")
NO_CASE_FILE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Choose the folder that has a file named case.json in it."
)
NOT_ALLOWED = QT_TRANSLATE_NOOP("Problem", "You do not have permission to read “{path}”.")
NOT_ALLOWED_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Ask its owner for access, or copy it to a place of your own."
)
IS_FOLDER = QT_TRANSLATE_NOOP("Problem", "“{path}” is a folder, not a file.")
IS_PIPE = QT_TRANSLATE_NOOP("Problem", "“{path}” is a pipe, not a file.")
IS_SOCKET = QT_TRANSLATE_NOOP("Problem", "“{path}” is a socket, not a file.")
IS_DEVICE = QT_TRANSLATE_NOOP("Problem", "“{path}” is a device, not a file.")
NOT_A_CASE = QT_TRANSLATE_NOOP("Problem", "“{path}” is not a case.")
CHOOSE_A_CASE = QT_TRANSLATE_NOOP(
    "Problem", "Choose a case folder, its case.json or a .dayline file."
)
READ_FAILED = QT_TRANSLATE_NOOP("Problem", "“{path}” could not be read: {reason}.")
READ_FAILED_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Check the drive or the network, then open it again."
)
FILE_TOO_LARGE = QT_TRANSLATE_NOOP("Problem", "“{path}” is larger than the limit of {limit}.")
CASE_TOO_LARGE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Move long series out of case.json into files beside it."
)
ASSET_TOO_LARGE_REMEDY = QT_TRANSLATE_NOOP("Problem", "Use a smaller copy of the file.")
FILE_EMPTY = QT_TRANSLATE_NOOP("Problem", "The file is empty.")
FILE_EMPTY_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Restore it from a copy; saving or copying it may have been cut short."
)
LINK_LEAVES = QT_TRANSLATE_NOOP("Problem", "“{path}” is a link that leads out of the case.")
LINK_LEAVES_REMEDY = QT_TRANSLATE_NOOP("Problem", "Put the file itself into the case folder.")

# --- a .dayline file ----------------------------------------------------------------------

ZIP_BROKEN = QT_TRANSLATE_NOOP("Problem", "“{path}” is damaged, or is not a .dayline file.")
ZIP_BROKEN_REMEDY = QT_TRANSLATE_NOOP("Problem", "Copy or download it again.")
ZIP_ENCRYPTED = QT_TRANSLATE_NOOP("Problem", "“{entry}” in the .dayline file is encrypted.")
ZIP_ENCRYPTED_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Unpack it with the password, then open the folder or zip it again without one."
)
ZIP_METHOD = QT_TRANSLATE_NOOP(
    "Problem", "“{entry}” in the .dayline file is compressed in a way that is not read here."
)
ZIP_METHOD_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Zip the folder again with ordinary (deflate) compression."
)
ZIP_ENTRIES = QT_TRANSLATE_NOOP(
    "Problem", "The .dayline file holds more files than the limit of {limit}."
)
ZIP_ENTRY_SIZE = QT_TRANSLATE_NOOP(
    "Problem", "“{entry}” in the .dayline file is larger than the limit of {limit}."
)
ZIP_TOTAL = QT_TRANSLATE_NOOP(
    "Problem", "Unpacked, the .dayline file is larger than the limit of {limit}."
)
ZIP_SMALLER_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Open the case as a folder instead, or leave out what it does not need."
)
ZIP_RATIO = QT_TRANSLATE_NOOP(
    "Problem", "“{entry}” in the .dayline file unpacks to more than {limit} times its size."
)
ZIP_UNSAFE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Open it only if you trust where it comes from: unpack it and open the folder."
)
ZIP_NAME = QT_TRANSLATE_NOOP("Problem", "The .dayline file holds an unsafe name: “{entry}”.")
ZIP_LINK = QT_TRANSLATE_NOOP(
    "Problem", "“{entry}” in the .dayline file is a link or a special file."
)
ZIP_TWICE = QT_TRANSLATE_NOOP("Problem", "“{entry}” stands in the .dayline file twice.")
ZIP_AGAIN_REMEDY = QT_TRANSLATE_NOOP("Problem", "Zip the case folder again.")

# --- a file that is not JSON in UTF-8 -----------------------------------------------------

NOT_UTF8_GUESS = QT_TRANSLATE_NOOP(
    "Problem", "The file is not written in UTF-8; it looks like {encoding}."
)
NOT_UTF8 = QT_TRANSLATE_NOOP("Problem", "The file is not written in UTF-8.")
NOT_UTF8_REMEDY = QT_TRANSLATE_NOOP("Problem", "Open it in a text editor and save it as UTF-8.")
BYTE_ORDER_MARK = QT_TRANSLATE_NOOP("Problem", "The file begins with a byte order mark.")
BYTE_ORDER_MARK_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "It opens all the same; save it as “UTF-8” rather than “UTF-8 with BOM”."
)
JSON_UNCLOSED = QT_TRANSLATE_NOOP(
    "Problem", "The file ends too early: the “{bracket}” of line {opened} is never closed."
)
JSON_UNCLOSED_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Add the missing bracket, or restore the file from a copy if its end was lost."
)
JSON_MISMATCH = QT_TRANSLATE_NOOP(
    "Problem", "“{found}” cannot close the “{bracket}” of line {opened}."
)
JSON_MISMATCH_REMEDY = QT_TRANSLATE_NOOP("Problem", "Write “{wanted}” here.")
JSON_TRAILING_COMMA = QT_TRANSLATE_NOOP("Problem", "A comma stands before a closing bracket.")
JSON_TRAILING_COMMA_REMEDY = QT_TRANSLATE_NOOP("Problem", "Delete the comma.")
JSON_COMMA = QT_TRANSLATE_NOOP("Problem", "A comma is missing before “{found}”.")
JSON_COMMA_REMEDY = QT_TRANSLATE_NOOP("Problem", "Put a comma between the two entries.")
JSON_COLON = QT_TRANSLATE_NOOP("Problem", "A colon is missing after the name “{name}”.")
JSON_COLON_REMEDY = QT_TRANSLATE_NOOP("Problem", "Write the name, a colon, then the value.")
JSON_KEY = QT_TRANSLATE_NOOP(
    "Problem", "A name in double quotation marks must stand here, not “{found}”."
)
JSON_KEY_REMEDY = QT_TRANSLATE_NOOP("Problem", 'Write, for example, "day": 12.')
JSON_QUOTES = QT_TRANSLATE_NOOP(
    "Problem", "Text must stand in straight double quotation marks, not {found}."
)
JSON_QUOTES_REMEDY = QT_TRANSLATE_NOOP("Problem", 'Replace them with the plain mark ".')
JSON_OPEN_TEXT = QT_TRANSLATE_NOOP("Problem", "The text that begins here is not closed.")
JSON_OPEN_TEXT_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", 'End it with " on the same line; write \\n where a new line is meant.'
)
JSON_CONTROL = QT_TRANSLATE_NOOP("Problem", "The text holds a control character.")
JSON_CONTROL_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Delete it; write \\t where a tabulator is meant."
)
JSON_ESCAPE = QT_TRANSLATE_NOOP("Problem", "“{found}” has no meaning in a text.")
JSON_ESCAPE_REMEDY = QT_TRANSLATE_NOOP("Problem", "Write \\\\ where a backslash is meant.")
JSON_SURROGATE = QT_TRANSLATE_NOOP("Problem", "“{found}” is half a character.")
JSON_SURROGATE_REMEDY = QT_TRANSLATE_NOOP("Problem", "Write the character itself.")
JSON_NUMBER = QT_TRANSLATE_NOOP("Problem", "“{found}” is not a number as JSON writes it.")
JSON_NUMBER_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Write digits with a point, such as 0.5 or -12, without spaces or a plus sign."
)
JSON_COMMENT = QT_TRANSLATE_NOOP("Problem", "A comment stands here; JSON has none.")
JSON_COMMENT_REMEDY = QT_TRANSLATE_NOOP("Problem", "Delete the comment.")
JSON_WORD = QT_TRANSLATE_NOOP("Problem", "“{found}” cannot stand here.")
JSON_WORD_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Put text in double quotation marks; write true, false or null without."
)
JSON_VALUE = QT_TRANSLATE_NOOP("Problem", "A value is missing before “{found}”.")
JSON_VALUE_REMEDY = QT_TRANSLATE_NOOP("Problem", "Write the value, or delete the entry.")
JSON_EXTRA = QT_TRANSLATE_NOOP("Problem", "The file goes on after its end, with “{found}”.")
JSON_EXTRA_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Delete what follows the last bracket, or a bracket that closes too early."
)
JSON_DEPTH = QT_TRANSLATE_NOOP(
    "Problem", "Brackets are nested more deeply than the limit of {limit}."
)
JSON_DEPTH_REMEDY = QT_TRANSLATE_NOOP("Problem", "Check the brackets before this line.")
JSON_OTHER = QT_TRANSLATE_NOOP("Problem", "The file is not JSON: {reason}.")
JSON_OTHER_REMEDY = QT_TRANSLATE_NOOP("Problem", "Correct it, or restore the file from a copy.")

# --- a document that is not a case --------------------------------------------------------

NOT_AN_OBJECT = QT_TRANSLATE_NOOP("Problem", "The file does not hold a case.")
NOT_AN_OBJECT_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", 'A case stands in braces and begins with {{"format": "{format}".'
)
NO_FORMAT = QT_TRANSLATE_NOOP("Problem", "The file does not say that it is a case.")
WRONG_FORMAT = QT_TRANSLATE_NOOP("Problem", "“{found}” is not the format of a case.")
FORMAT_REMEDY = QT_TRANSLATE_NOOP("Problem", 'A case says "format": "{format}".')
NEWER_FORMAT = QT_TRANSLATE_NOOP(
    "Problem", "The case is written in {found}, which is newer than this program."
)
NEWER_FORMAT_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "It opens for reading only, and parts may be missing; update the program."
)

# --- values -------------------------------------------------------------------------------

KEY_TWICE = QT_TRANSLATE_NOOP(
    "Problem", "“{name}” stands twice in the same place, on lines {first} and {second}."
)
KEY_TWICE_ON_LINE = QT_TRANSLATE_NOOP(
    "Problem", "“{name}” stands twice in the same place, both times on line {first}."
)
KEY_TWICE_REMEDY = QT_TRANSLATE_NOOP("Problem", "Delete the one that is wrong.")
NOT_FINITE = QT_TRANSLATE_NOOP("Problem", "{found} is not a number that can be used.")
TOO_GREAT = QT_TRANSLATE_NOOP("Problem", "The number is too great to be used.")
NOT_FINITE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Write the number that the source gives, or leave the entry out."
)
MISSING = QT_TRANSLATE_NOOP("Problem", '"{name}" is required and missing.')
MISSING_REMEDY = QT_TRANSLATE_NOOP("Problem", "Add it.")
MISSING_RENAME = QT_TRANSLATE_NOOP("Problem", 'Did you mean it by "{guess}"? Rename that.')
MUST_BE_NUMBER = QT_TRANSLATE_NOOP("Problem", "This must be a number.")
MUST_BE_WHOLE = QT_TRANSLATE_NOOP("Problem", "This must be a whole number.")
UNQUOTE_NUMBER = QT_TRANSLATE_NOOP("Problem", "Write it without quotation marks.")
NUMBER_REMEDY = QT_TRANSLATE_NOOP("Problem", "Write a number such as 12.")
MUST_BE_FLAG = QT_TRANSLATE_NOOP("Problem", "This must be true or false.")
FLAG_REMEDY = QT_TRANSLATE_NOOP("Problem", "Write true or false, without quotation marks.")
MUST_BE_TEXT = QT_TRANSLATE_NOOP("Problem", "This must be text.")
TEXT_REMEDY = QT_TRANSLATE_NOOP("Problem", "Put it in double quotation marks.")
MUST_BE_WORDS = QT_TRANSLATE_NOOP("Problem", "This must be text, or text by language.")
WORDS_REMEDY = QT_TRANSLATE_NOOP("Problem", 'Write "words", or {{"en": "words", "ja": "言葉"}}.')
MUST_BE_LANGUAGE = QT_TRANSLATE_NOOP("Problem", "“{name}” is not the short name of a language.")
LANGUAGE_REMEDY = QT_TRANSLATE_NOOP("Problem", 'Write, for example, "en", "ja" or "pt-BR".')
MUST_BE_LIST = QT_TRANSLATE_NOOP("Problem", "This must be a list.")
LIST_REMEDY = QT_TRANSLATE_NOOP("Problem", "Put its entries in square brackets [ ].")
MUST_BE_PART = QT_TRANSLATE_NOOP("Problem", "This must be an entry in braces.")
PART_REMEDY = QT_TRANSLATE_NOOP("Problem", "Write names and values in braces {{ }}.")
MUST_BE_TIME = QT_TRANSLATE_NOOP("Problem", "This must be a time.")
TIME_REMEDY = QT_TRANSLATE_NOOP("Problem", 'Write, for example, {{"day": 12}}.')
MUST_BE_END = QT_TRANSLATE_NOOP("Problem", 'This must be a time, "open" or "unknown".')
MUST_BE_ONE_OF = QT_TRANSLATE_NOOP("Problem", "This must be one of: {choices}.")
CHOICE_REMEDY = QT_TRANSLATE_NOOP("Problem", "Write one of them exactly as it stands here.")
CHOICE_GUESS = QT_TRANSLATE_NOOP("Problem", 'Did you mean "{guess}"?')
MUST_BE_ID = QT_TRANSLATE_NOOP("Problem", "This cannot be an id.")
ID_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Use 1 to 100 of the letters A to Z, digits, “.”, “_” and “-”, without spaces."
)
TOO_LONG = QT_TRANSLATE_NOOP("Problem", "The text is longer than {limit} characters.")
TOO_LONG_REMEDY = QT_TRANSLATE_NOOP("Problem", "Shorten it, or divide it.")
EMPTY = QT_TRANSLATE_NOOP("Problem", "This must not be empty.")
EMPTY_REMEDY = QT_TRANSLATE_NOOP("Problem", "Fill it in, or leave the whole entry out.")
AT_LEAST = QT_TRANSLATE_NOOP("Problem", "This must be at least {limit}.")
AT_MOST = QT_TRANSLATE_NOOP("Problem", "This must be at most {limit}.")
RANGE_REMEDY = QT_TRANSLATE_NOOP("Problem", "Compare it with the source.")
DAY_TOO_FAR = QT_TRANSLATE_NOOP(
    "Problem", "A day must lie within {limit} days before or after day zero."
)
DAY_TOO_FAR_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Write days counted from day zero, not a date or a time of day."
)
OTHER_VALUE = QT_TRANSLATE_NOOP("Problem", "This cannot stand here ({reason}).")
OTHER_VALUE_REMEDY = QT_TRANSLATE_NOOP("Problem", "Compare it with the description of the format.")
CORRECT_IT = QT_TRANSLATE_NOOP("Problem", "Correct it in the file and open the case again.")

# --- what the values of one part must be among themselves ---------------------------------

EXACT_WITH_BOUNDS = QT_TRANSLATE_NOOP(
    "Problem", '"day" is exact: leave out "earliest", "latest" and "about".'
)
NO_DAY = QT_TRANSLATE_NOOP(
    "Problem", 'A time needs "day", or at least one of "earliest", "latest" and "about".'
)
BOUNDS_DECREASE = QT_TRANSLATE_NOOP(
    "Problem", '"earliest", "about" and "latest" must not decrease.'
)
NO_DATE = QT_TRANSLATE_NOOP("Problem", "This is no date such as “2021-04-01”.")
PART_OF_A_DAY = QT_TRANSLATE_NOOP("Problem", 'Part of a day needs a finer "precision".')
ENDS_BEFORE_START = QT_TRANSLATE_NOOP("Problem", "It ends before it starts.")
NO_LIMIT = QT_TRANSLATE_NOOP("Problem", 'A reference interval needs "low" or "high".')
ANNOTATION_INCOMPLETE = QT_TRANSLATE_NOOP("Problem", "The annotation lacks what its kind needs.")
LIMITS_CROSSED = QT_TRANSLATE_NOOP("Problem", '"low" must not lie above "high".')
NO_VALUE = QT_TRANSLATE_NOOP("Problem", 'A measurement needs "value" or "word".')
NO_CHANGE = QT_TRANSLATE_NOOP("Problem", 'A change needs "dose" or "text".')
NO_RESPONSE = QT_TRANSLATE_NOOP("Problem", "A response is CR, PR, SD, PD or NE.")
COMPARATOR_ALONE = QT_TRANSLATE_NOOP("Problem", '"comparator" needs "value".')
HALF_A_SPACING = QT_TRANSLATE_NOOP("Problem", '"start" and "every_days" go together.')

# --- how the parts of a case fit together -------------------------------------------------

UNKNOWN_KEY = QT_TRANSLATE_NOOP("Problem", '"{name}" is not a name that stands here.')
UNKNOWN_KEY_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "It is kept in the file, but nothing is shown of it."
)
UNKNOWN_KEY_GUESS = QT_TRANSLATE_NOOP(
    "Problem", 'Did you mean "{guess}"? It is kept in the file, but nothing is shown of it.'
)
ID_TWICE = QT_TRANSLATE_NOOP("Problem", "The id “{id}” is already taken by {first}.")
ID_TWICE_REMEDY = QT_TRANSLATE_NOOP("Problem", "Give one of the two another id.")
UNKNOWN_LANE = QT_TRANSLATE_NOOP("Problem", "There is no lane “{id}”.")
UNKNOWN_LANE_GUESS = QT_TRANSLATE_NOOP("Problem", "Did you mean “{guess}”?")
UNKNOWN_LANE_REMEDY = QT_TRANSLATE_NOOP("Problem", 'Add it to "lanes", or name another.')
GROUP_IN_ITSELF = QT_TRANSLATE_NOOP("Problem", "The lane “{id}” would stand below itself.")
GROUP_IN_ITSELF_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Delete this “group”, or that of a lane above it."
)
UNKNOWN_LINK = QT_TRANSLATE_NOOP("Problem", "Nothing in the case has the id “{id}”.")
UNKNOWN_LINK_REMEDY = QT_TRANSLATE_NOOP("Problem", "Correct the id, or delete it here.")
LINK_TO_LEFT_OUT = QT_TRANSLATE_NOOP(
    "Problem", "“{id}” is left out of the case for a fault of its own."
)
LINK_TO_LEFT_OUT_REMEDY = QT_TRANSLATE_NOOP("Problem", "Correct that fault first.")
UNKNOWN_COLUMN = QT_TRANSLATE_NOOP("Problem", "There is no lane or series “{id}”.")
UNKNOWN_SERIES = QT_TRANSLATE_NOOP("Problem", "There is no series “{id}”.")
UNKNOWN_EVENT = QT_TRANSLATE_NOOP("Problem", "There is no event “{id}”.")
UNKNOWN_PANEL = QT_TRANSLATE_NOOP("Problem", "There is no panel “{name}”.")
UNKNOWN_PANEL_REMEDY = QT_TRANSLATE_NOOP("Problem", "Name one of: {choices}.")
UNKNOWN_SOURCE = QT_TRANSLATE_NOOP("Problem", "There is no source “{id}”.")
UNKNOWN_SOURCE_REMEDY = QT_TRANSLATE_NOOP("Problem", 'Add it to "sources", or name another.')
ASSET_MISSING = QT_TRANSLATE_NOOP("Problem", "The file “{name}” is not in the case.")
ASSET_MISSING_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Put it into the case folder, or correct its name (capital letters count)."
)
ASSET_UNSAFE = QT_TRANSLATE_NOOP("Problem", "“{name}” does not name a file inside the case.")
ASSET_UNSAFE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Put the file into the case folder and write its name, such as figures/ct.png."
)

# --- the files of long series -------------------------------------------------------------

SAMPLES_KIND = QT_TRANSLATE_NOOP("Problem", "“{file}” is no file of a kind that is read here.")
SAMPLES_KIND_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Save the values as .npy or .csv, or as .parquet where pyarrow is installed."
)
NO_PYARROW = QT_TRANSLATE_NOOP(
    "Problem", "“{file}” is a Parquet file, and pyarrow, which reads such files, is not installed."
)
NO_PYARROW_REMEDY = QT_TRANSLATE_NOOP("Problem", "Install pyarrow, or save the file as .npy.")
PARQUET_BROKEN = QT_TRANSLATE_NOOP("Problem", "“{file}” is damaged, or is not a Parquet file.")
NPY_BROKEN = QT_TRANSLATE_NOOP("Problem", "“{file}” is damaged, or is not an .npy file.")
SAVE_AGAIN = QT_TRANSLATE_NOOP("Problem", "Save it again, or copy it again from where it is whole.")
NPY_OBJECTS = QT_TRANSLATE_NOOP(
    "Problem", "“{file}” holds Python objects, which could run code; it is not read."
)
NPY_KIND = QT_TRANSLATE_NOOP("Problem", "“{file}” holds values of the kind {kind}.")
NPY_KIND_REMEDY = QT_TRANSLATE_NOOP("Problem", "Save plain numbers: float32 or float64.")
NPY_SHAPE = QT_TRANSLATE_NOOP("Problem", "“{file}” holds an array of the shape {shape}.")
NPY_SHAPE_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Save one row of values, or two rows: the days and the values."
)
NPY_LENGTH = QT_TRANSLATE_NOOP(
    "Problem", "“{file}” announces {wanted} bytes of values but holds {found}."
)
SAMPLES_NO_DAYS = QT_TRANSLATE_NOOP("Problem", "“{file}” holds values without their days.")
SAMPLES_NO_DAYS_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", 'Write "start" and "every_days" beside "file", or save the days too.'
)
CSV_HEADER = QT_TRANSLATE_NOOP("Problem", "The first line of “{file}” names no column “value”.")
CSV_HEADER_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "Let the first line be: day,value (or value alone, for regular values)."
)
SAMPLES_TOO_MANY = QT_TRANSLATE_NOOP(
    "Problem", "With “{file}” the case holds more samples than the limit of {limit}."
)
SAMPLES_TOO_MANY_REMEDY = QT_TRANSLATE_NOOP("Problem", "Leave out what the case does not need.")
SAMPLES_TEXT = QT_TRANSLATE_NOOP(
    "Problem", "“{file}” holds rows that are not numbers, first in line {row} (“{found}”): {count}."
)
SAMPLES_NONE = QT_TRANSLATE_NOOP("Problem", "“{file}” holds no values.")
SAMPLES_NO_TIME = QT_TRANSLATE_NOOP("Problem", "“{file}” holds samples without a day: {count}.")
SAMPLES_TOO_FAR = QT_TRANSLATE_NOOP(
    "Problem", "“{file}” holds samples more than {limit} days from day zero: {count}."
)
SAMPLES_UNSORTED = QT_TRANSLATE_NOOP("Problem", "The days in “{file}” are not in order.")
SAMPLES_UNSORTED_REMEDY = QT_TRANSLATE_NOOP(
    "Problem", "They are sorted for the screen; the file stays as it is."
)
SAMPLES_TWICE = QT_TRANSLATE_NOOP(
    "Problem", "“{file}” holds samples at the moment of another one: {count}."
)
SAMPLES_TWICE_REMEDY = QT_TRANSLATE_NOOP("Problem", "All of them are shown.")
SAMPLES_INFINITE = QT_TRANSLATE_NOOP("Problem", "“{file}” holds infinite values: {count}.")
SAMPLES_LEFT_OUT = QT_TRANSLATE_NOOP("Problem", "They are left out; the others are shown.")

# --- what a fault costs -------------------------------------------------------------------

ENTRY_LEFT_OUT = QT_TRANSLATE_NOOP(
    "Problem", "Until it is corrected, the entry is left out; the rest of the case is shown."
)
PART_LEFT_OUT = QT_TRANSLATE_NOOP(
    "Problem", "Until it is corrected, only this part is left out; the rest is shown."
)
STAND_IN_SHOWN = QT_TRANSLATE_NOOP(
    "Problem", "Until it is corrected, a stand-in is shown in its place."
)
