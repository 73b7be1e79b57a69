"""What the first case must look like: every fact of the report, written down by hand.

Made from the report and from the domain's description alone, never from `case.json`, so that a
fact lost or bent on its way to the screen is missed. A pattern is a regular expression that is
searched without regard to case; a tuple of patterns means all of them.
"""

from dataclasses import dataclass, field
from typing import Literal

Words = tuple[str, ...]
Time = Literal["exact", "between", "before", "after", "about"]
End = Literal["exact", "between", "unknown", "none"]


@dataclass(frozen=True)
class Fact:
    """One row of the report's course: what it says, where it stands, how sure it is."""

    name: str
    label: Words
    """What its words on the chart must say."""
    told: Words
    """What chart, tooltip and details together must say."""
    kinds: frozenset[str]
    """The kinds of lane it may stand in."""
    earliest: float | None
    """No drawing of it begins before this day; None where the report gives no bound."""
    latest: float | None
    """No drawing of it reaches past the end of this day; None where the end is not stated."""
    time: Time = "exact"
    """How its day, or its beginning, is known."""
    end: End = "none"
    """How the end of a period is known; none for a moment."""
    evidence: Words = ("reported",)
    """How fact and day are known, in the program's words."""
    place: Words = (r"case report|fig\. ?\d|discussion|abstract",)
    """Where it stands in the report."""
    when: Words = field(default=())
    """What the words about its time must say wherever they are written in full."""


def kinds(*names: str) -> frozenset[str]:
    return frozenset(names)


TROUBLE = kinds("symptom", "complication")
ANSWER = kinds("response", "symptom", "complication", "outcome", "diagnostic")

BOUNDS_INFERRED = ("reported", "inferred")

EVENTS: tuple[Fact, ...] = (
    Fact(
        "symptoms before admission",
        (r"pain|symptom|sweat",),
        (
            r"left",
            r"hypochond|upper abdom|costal|flank",
            r"pain",
            r"occasional|at times|sometimes|now and then|intermittent|episod",
            r"loss of consciousness|lost consciousness|unconscious|faint|syncop",
            r"cold sweat|cold, sweat",
            r"(2|two) months",
        ),
        kinds("symptom"),
        None,
        0,
        "about",
        "between",
    ),
    Fact(
        "emergency admission to the first hospital",
        (r"admi(ssion|tted)", r"emergenc|first"),
        (
            r"emergenc",
            r"first hospital|another hospital|hospital",
            r"loss of consciousness|lost consciousness|unconscious",
            r"20 ?mg/dL",
        ),
        kinds("encounter"),
        None,
        0,
        "before",
        when=(r"day 0 or before|before the day count|day not stated",),
    ),
    Fact(
        "frequent attacks at the first hospital",
        (r"hypogly|attack",),
        (r"frequent|often|repeated", r"hypogly", r"meal|eating", r"intraven|dextrose|infusion"),
        TROUBLE,
        None,
        12,
        "before",
        "between",
        BOUNDS_INFERRED,
        when=(r"12|first TAE", r"inferred"),
    ),
    Fact(
        "transfer to the reporting hospital",
        (r"transfer",),
        (r"transfer", r"reporting hospital|reporting|second hospital"),
        kinds("encounter"),
        0,
        1,
        "about",
        evidence=BOUNDS_INFERRED,
        when=(r"day 0", r"inferred"),
    ),
    Fact(
        "laboratory tests on admission",
        (r"laborator|blood test|lab ",),
        (r"laborator|blood", r"normal"),
        kinds("diagnostic", "encounter"),
        0,
        1,
        "about",
        evidence=BOUNDS_INFERRED,
        when=(r"day 0", r"inferred"),
    ),
    Fact(
        "high-calorie infusion",
        (r"calor",),
        (r"infusion", r"calor", r"end not stated|end is not stated"),
        kinds("nutrition", "drug"),
        0,
        None,
        "between",
        "unknown",
        BOUNDS_INFERRED,
        when=(r"end not stated", r"inferred"),
    ),
    Fact(
        "glucose for each episode",
        (r"glucose|calor",),
        (r"glucose", r"mouth|oral", r"vein|intraven|\biv\b", r"each|every|per episode"),
        kinds("nutrition", "drug"),
        0,
        None,
        "between",
        "unknown",
        BOUNDS_INFERRED,
        when=(r"end not stated", r"inferred"),
    ),
    Fact(
        "diazoxide",
        (r"diazoxide", r"not effective"),
        (r"diazoxide", r"not effective", r"mouth|oral", r"hypogly"),
        kinds("drug"),
        0,
        12,
        "between",
        "between",
        BOUNDS_INFERRED,
        when=(r"between day 0 and day 12", r"inferred", r"order|tells (this|it) after"),
    ),
    Fact(
        "octreotide",
        (r"octreotide", r"stopped"),
        (r"octreotide", r"stopped", r"allerg", r"subcutan"),
        kinds("drug"),
        0,
        12,
        "between",
        "between",
        BOUNDS_INFERRED,
        when=(r"between day 0 and day 12", r"inferred", r"order|tells (this|it) after"),
    ),
    Fact(
        "CT on admission",
        (r"\bCT\b", r"admission"),
        (r"\bCT\b", r"admission", r"fig\. ?1"),
        kinds("diagnostic"),
        0,
        1,
        "about",
        evidence=BOUNDS_INFERRED,
        when=(r"day 0", r"inferred"),
    ),
    Fact(
        "fine-needle biopsy and the diagnosis",
        (r"biops|needle|aspirat",),
        (
            r"needle",
            r"liver|hepatic",
            r"pancrea",
            r"neuroendocrine carcinoma",
            r"grade 3|G3",
            r"fig\. ?2",
        ),
        kinds("diagnostic", "procedure"),
        0,
        12,
        "between",
        evidence=BOUNDS_INFERRED,
        when=(r"between day 0 and day 12", r"inferred"),
    ),
    Fact(
        "CT before TAE",
        (r"\bCT\b", r"before"),
        (r"\bCT\b", r"before (the )?(first )?TAE", r"fig\. ?5", r"not stated|does not say"),
        kinds("diagnostic"),
        None,
        12,
        "before",
        when=(r"before|day 1[12]",),
    ),
    Fact(
        "first TAE",
        (r"TAE|emboli[sz]ation", r"right"),
        (r"embozene", r"right", r"lobe"),
        kinds("procedure"),
        12,
        12,
        when=(r"day 12\b",),
    ),
    Fact(
        "second TAE",
        (r"TAE|emboli[sz]ation", r"left"),
        (r"embozene", r"left", r"lobe"),
        kinds("procedure"),
        22,
        22,
        when=(r"day 22\b",),
    ),
    Fact(
        "contrast CT after TAE",
        (r"\bCT\b", r"after|4 weeks|contrast|follow"),
        (
            r"contrast",
            r"necrosis|necrotic",
            r"decrease|smaller|reduc|shrink|shrank|shrunk",
            r"most",
            r"liver|hepatic",
            r"fig\. ?5",
            r"(4|four) weeks",
        ),
        kinds("diagnostic"),
        40,
        50,
        "between",
        evidence=("reported", "derived"),
        when=(r"day(s)? 40", r"50", r"derived"),
    ),
    Fact(
        "chemotherapy",
        (r"etoposide", r"cisplatin"),
        (r"etoposide", r"cisplatin", r"(3|three) courses", r"end not stated"),
        kinds("drug"),
        41,
        None,
        "exact",
        "unknown",
        when=(r"day 41", r"end not stated"),
    ),
    Fact(
        "liver metastases increase",
        (r"metasta", r"increase|grew|growth|progress|more"),
        (r"liver|hepatic", r"metasta", r"chemotherap|etoposide"),
        kinds("complication", "response", "symptom", "diagnostic", "outcome"),
        41,
        157,
        "between",
        "between",
        BOUNDS_INFERRED,
        when=(r"4[12]", r"15[67]", r"inferred"),
    ),
    Fact(
        "hypoglycaemia recurs",
        (r"hypogly|attack", r"recur|again|return"),
        (r"recur|again|return",),
        TROUBLE,
        61,
        157,
        "between",
        "between",
        ("reported", "derived"),
        when=(r"6[12]", r"15[67]", r"derived"),
    ),
    Fact(
        "fungal infection",
        (r"fung",),
        (r"catheter", r"fung", r"infection", r"deteriorat|worsen|decline"),
        TROUBLE,
        None,
        157,
        "before",
        "between",
        BOUNDS_INFERRED,
        when=(r"157", r"inferred"),
    ),
    Fact(
        "death",
        (r"death|died",),
        (r"death|died",),
        kinds("outcome"),
        157,
        157,
        when=(r"day 157",),
    ),
)

STATEMENTS: tuple[Fact, ...] = (
    Fact(
        "glucose normal from the day after the first TAE",
        (r"normal", r"glucose|glyc|within|to normal"),
        (r"normal",),
        ANSWER,
        13,
        None,
        "exact",
        "unknown",
        when=(r"day 13",),
    ),
    Fact(
        "no hypoglycaemia",
        (r"no (episode of )?hypogly|free of hypogly|without hypogly",),
        (r"no hypogly|free|without",),
        ANSWER,
        13,
        61,
        "exact",
        "exact",
        place=(r"fig\. ?3|case report",),
        when=(r"days 13–61",),
    ),
    Fact(
        "abdominal symptoms improve for a time",
        (r"abdom", r"improve|better|eased|relie"),
        (r"abdom", r"for a time|temporar|transient|for a while", r"after TAE|after the"),
        ANSWER,
        12,
        157,
        "after",
        "unknown",
        place=(r"discussion",),
    ),
)

MARKER_STATEMENTS: dict[str, Words] = {
    "CA19-9": (r"decrease|fell|lower", r"tend"),
    "NSE": (r"decrease|fell|lower", r"tend"),
    "insulin": (r"decrease|fell|lower",),
    "C-peptide": (r"decrease|fell|lower",),
}
"""What is said, without a value, of four analytes after TAE; first possible day: 12."""
MARKERS_FROM_DAY = 12.0


@dataclass(frozen=True)
class Value:
    """One reported value, and the upper limit of the default laboratory."""

    analyte: Words
    value: float
    unit: str
    day: float | None
    """None where the report gives no day: before the day count."""
    limit: float | None = None
    """What it is a multiple of; None for glucose, which is drawn in mg/dL."""
    laboratory: str = ""
    hospital: str = "reporting"


VALUES: tuple[Value, ...] = (
    Value((r"glucose",), 20.0, "mg/dL", None, hospital="first"),
    Value((r"glucose",), 54.0, "mg/dL", 0.0),
    Value((r"insulin|IRI",), 67.5, "µU/mL", 0.0, 10.4, "LSI"),
    Value((r"C-peptide",), 6.3, "ng/mL", 0.0, 2.09, "SRL"),
    Value((r"CA ?19[-‑]9",), 53.7, "U/mL", 0.0, 37.0, "Niigata"),
    Value((r"NSE",), 169.9, "ng/mL", 0.0, 16.3, "SRL"),
    Value((r"DUPAN[-‑]2",), 235.0, "U/mL", 0.0, 150.0, "LSI"),
    Value((r"SPan[-‑]1",), 36.1, "U/mL", 0.0, 30.0, "JLAC10|5D220"),
)

CONVERSIONS: tuple[Words, ...] = (
    (r"3\.00 ?mmol/L", r"18\.016"),
    (r"405 ?pmol/L", r"6\.00"),
    (r"2\.09 ?nmol/L", r"0\.331"),
)
"""Other units, each with the factor named beside it."""

LIMITS: dict[str, tuple[Words, ...]] = {
    "insulin": ((r"1\.7–10\.4", r"LSI"), (r"2\.2–12\.4", r"BML")),
    "C-peptide": ((r"0\.61–2\.09", r"SRL"), (r"0\.6–1\.8", r"LSI")),
    "CA19-9": ((r"< ?37\b", r"Niigata"),),
    "NSE": ((r"≤ ?16\.3", r"SRL"),),
    "DUPAN-2": ((r"≤ ?150\b", r"LSI"),),
    "SPan-1": ((r"≤ ?30\b", r"JLAC10|5D220"),),
}
"""Every borrowed limit with the laboratory whose it is; none is the reporting hospital's."""
BORROWED = r"borrowed|not the (reporting hospital|laboratory)"

OTHERWISE_NORMAL: Words = (r"blood count", r"chemistr", r"normal")

PATHOLOGY: tuple[Words, ...] = (
    (r"H&E|h(a)?ematoxylin", r"atypical"),
    (r"oval", r"eccentric|off-cent", r"nucle"),
    (r"chromatin", r"deep|dark|dens|hyperchrom"),
    (r"eosinophil", r"cytoplasm"),
    (r"chromogranin A",),
    (r"synaptophysin",),
    (r"CD56",),
    (r"positive|\+",),
    (r"Ki-67", r"27[\s\u202f\u2009]?%"),
    (r"grade 3|G3", r"small[- ]cell", r"neuroendocrine carcinoma", r"WHO"),
    (r"fig\. ?2 ?A", r"fig\. ?2 ?B", r"fig\. ?2 ?C", r"fig\. ?2 ?D"),
)

IMAGING: tuple[Words, ...] = (
    (r"2\.7[\s\u202f\u2009]?cm", r"bod(y|ies)"),
    (r"dilat", r"main pancreatic duct|duct", r"caudal|tail|downstream|upstream"),
    (r"portal", r"infiltrat|inva"),
    (r"node", r"head", r"enlarged|swollen"),
    (r"liver", r"ring", r"early|arterial"),
    (r"wash(ed)?[- ]?out|washout", r"late|portal"),
    (r"fig\. ?1 ?A", r"arterial", r"fig\. ?1 ?B", r"portal"),
    (r"fig\. ?5 ?A", r"fig\. ?5 ?B"),
    (r"not (included|in the source|part of)|no picture",),
)

DISCREPANCIES: tuple[tuple[str, Words], ...] = (
    ("the tumour's enhancement", (r"clear", r"diminish|reduced|weak|less", r"ill-defined|border")),
    ("the unit of IRI", (r"67\.5", r"µU/mL", r"\bU/mL")),
    ("the markers' course", (r"decrease", r"tend")),
    ("attacks during chemotherapy", (r"13", r"61", r"continu", r"recur")),
    ("when chemotherapy was ineffective", (r"abstract", r"ineffective|no effect", r"41")),
    ("octreotide", (r"unavailable|not available", r"allerg")),
    ("how the drugs act", (r"ATP", r"open", r"block", r"antagonist", r"analogue")),
    ("survival", (r"(4|four) months", r"157", r"145", r"135", r"116")),
    ("lost glyphs", (r"percent|%", r"5\.4", r"27", r"lost|extract|garbl|read")),
)

LOST_LABEL: Words = (r"day ?55",)
"""A label whose meaning is lost: mentioned, and used for nothing."""

NO_DAY_55 = r"\bday 55\b"

IDENTITY: Words = (
    r"woman|female",
    r"\b45\b",
    r"day 0|day zero|day count",
    r"not stated|does not (say|state|define)|unstated",
    r"death",
    r"157",
)
DAY_ZERO: tuple[Words, ...] = (
    (r"0 or (from )?(day )?1|whether the first (day )?is|counts? from",),
    (r"does not (say|state|define)|not stated", r"transfer"),
)

COMPARISON: tuple[Words, ...] = (
    (r"5th|fifth",),
    (r"14", r"31", r"months"),
    (r"(4|four) (earlier|previous|other|reported|cases)|earlier",),
    (r"(2|two)\s?(–|-|to|or)\s?(3|three) times", r"(3|three)"),
    (r"64–93", r"1–18|1 to 18"),
    (r"37–74",),
    (r"40–54", r"(5|five)-year"),
)

BACKGROUND: tuple[Words, ...] = (
    (r"no (family )?history|no family|no [a-z ]*in the family", r"endocrine"),
    (r"physical examination|examination", r"unremarkable|no abnormal|normal"),
)
