"""The case as a whole: subject, sources, lanes, statements, disagreements, notes, words."""

from making import care, treatment
from making.deck import deck
from making.facts import (
    DAY_ZERO,
    EMBOLISATION,
    FREE_OF_ATTACKS,
    KI67_PERCENT,
    LAST_DAY,
    RELAPSE,
    sum_of,
)
from making.glucose import Sensor
from making.pictures import report, studies
from making.values import series
from making.wording import LETTER, RECORD, SENSOR, Raw, detail, during, made, on, remark, say

FIRST, LAST = FREE_OF_ATTACKS


def case(sensor: Sensor) -> Raw:
    """Give everything that stands in case.json."""
    lanes, events = _lanes(), _events()
    return {
        "$schema": "../../resources/case.schema.json",
        "format": "dayline-case/1",
        "id": "synthetic-course",
        "title": _titles(),
        "subject": _subject(),
        "day_zero": {
            "text": say(
                "Day 0 is the first hospital day of a made-up course; its date is made up, too",
                "第0病日は架空の経過の入院日（日付も架空）",
            ),
            "short": say("Days from admission (synthetic)", "入院からの日数（合成データ）"),
            "counts_from": 0,
            "date": DAY_ZERO.isoformat(),
            "is_midnight": True,
            "evidence": made(),
        },
        "sources": _sources(),
        "lanes": lanes,
        "events": events,
        "series": series(sensor),
        "statements": _statements(),
        "studies": studies(),
        "reports": [report()],
        "notes": _notes(),
        "discrepancies": _discrepancies(),
        "glossary": _glossary(),
        "deck": deck(),
    }


def _titles() -> list[Raw]:
    stages = (
        (None, "Synthetic course: low glucose at night", "合成データの経過：夜間の低血糖"),
        (
            14,
            "Synthetic course: insulinoma with liver metastases",
            "合成データの経過：インスリノーマ・肝転移",
        ),
        (
            EMBOLISATION,
            "Synthetic course: insulinoma, liver metastases embolised",
            "合成データの経過：インスリノーマ・肝転移の塞栓術",
        ),
    )
    return [
        {"text": say(en, ja)} | ({} if day is None else {"known_from": day})
        for day, en, ja in stages
    ]


def _subject() -> Raw:
    return {
        "sex": "male",
        "age_years": 58,
        "is_synthetic": True,
        "background": [
            detail(
                ("Synthetic", "A program made all of this up; there is no patient"),
                ("合成データ", "すべてプログラムが作成。実在の患者ではない"),
                0,
            ),
            detail(
                ("Before", "No diabetes, no glucose-lowering drugs"),
                ("既往", "糖尿病・血糖降下薬なし"),
                0,
            ),
        ],
        "follow_up": {
            "end": on(LAST_DAY),
            "reason": "alive",
            "text": say("Alive on day 200, where the course ends", "第200病日生存、経過終了"),
            "known_from": LAST_DAY,
            "evidence": made(),
        },
    }


def _sources() -> list[Raw]:
    return [
        {"id": RECORD, "title": say("Made-up hospital record", "架空の診療録"), "known_from": 0},
        {"id": LETTER, "title": say("Made-up referral letter", "架空の紹介状"), "known_from": 0},
        {
            "id": SENSOR,
            "title": say("Made-up sensor download", "架空のセンサー記録"),
            "known_from": 0,
        },
    ]


def _lanes() -> list[Raw]:
    lanes = (
        ("encounters", "Encounters", "受診・入院", "encounter", None),
        ("symptoms", "Symptoms", "症状", "symptom", None),
        ("procedures", "Procedures", "手技", "procedure", None),
        ("diagnostics", "Diagnostics", "検査", "diagnostic", None),
        ("response", "Response", "治療効果", "response", None),
        ("drugs", "Drugs", "薬剤", "drug", None),
        ("against-attacks", "Against attacks", "発作予防", "drug", "drugs"),
        ("antitumour", "Against the tumour", "抗腫瘍薬", "drug", "drugs"),
        ("first-line", "First line", "一次治療", "drug", "antitumour"),
        ("second-line", "Second line", "二次治療", "drug", "antitumour"),
        ("supportive", "Supportive", "支持療法", "drug", "drugs"),
        ("nutrition", "Nutrition", "栄養・輸液", "nutrition", None),
        ("complications", "Complications", "合併症", "complication", None),
        ("outcome", "Outcome", "転帰", "outcome", None),
    )
    return [
        {"id": identity, "title": say(en, ja), "kind": kind} | ({"group": group} if group else {})
        for identity, en, ja, kind, group in lanes
    ]


def _events() -> list[Raw]:
    parts = (
        care.encounters,
        care.symptoms,
        treatment.against_attacks,
        treatment.antitumour,
        treatment.supportive,
        treatment.nutrition,
        treatment.procedures,
        care.diagnostics,
        care.responses,
        care.complications,
        care.outcomes,
    )
    return [event for part in parts for event in part()]


def _statements() -> list[Raw]:
    return [
        {
            "id": "no-attacks",
            "text": say(f"No attacks, days {FIRST}–{LAST}", f"発作なし・第{FIRST}–{LAST}病日"),
            "when": during(FIRST, LAST),
            "evidence": made(),
            "series": ["glucose"],
            "lane": "symptoms",
            "direction": "none",
            "known_from": LAST,
        },
        {
            "id": "markers-fell",
            "text": say("NSE fell after embolisation", "塞栓術後にNSE低下"),
            "when": during(EMBOLISATION, 110),
            "evidence": made(),
            "series": ["nse"],
            "direction": "down",
            "known_from": 110,
        },
    ]


def _discrepancies() -> list[Raw]:
    return [
        {
            "id": "disagree-day",
            "title": say("Embolisation: day 30 or day 31", "塞栓術：第30病日か第31病日か"),
            "sides": [
                {
                    "text": say("Day 30, 10:30", "第30病日 10:30"),
                    "place": say("Made-up hospital record, procedure", "架空の診療録・手技記録"),
                },
                {
                    "text": say("“embolised on day 31”", "「第31病日に塞栓術」"),
                    "place": say("Made-up letter after the stay", "架空の退院時紹介状"),
                },
            ],
            "reading": remark(
                "Day 30: the sensor glucose rises on that afternoon.",
                "第30病日とする。同日午後からセンサー値が上昇している。",
                37,
            ),
            "about": ["embolisation"],
            "known_from": 37,
        },
        {
            "id": "disagree-relapse",
            "title": say(
                "Return of attacks: noticed later than seen", "再燃：自覚はセンサーより遅い"
            ),
            "sides": [
                {
                    "text": say(
                        f"Values below 70 mg/dL again from day {RELAPSE}",
                        f"第{RELAPSE}病日から70 mg/dL未満",
                    ),
                    "place": say("Made-up sensor download", "架空のセンサー記録"),
                },
                {
                    "text": say(
                        "Sweating at night “since about day 156”", "「第156病日頃から寝汗」"
                    ),
                    "place": say("Made-up hospital record, day 157", "架空の診療録・第157病日"),
                },
            ],
            "reading": remark("The sensor is followed.", "センサー記録に従う。", 157),
            "about": ["attacks-again", "glucose"],
            "known_from": 157,
        },
    ]


def _notes() -> list[Raw]:
    sums = [f"{sum_of(name):.0f}" for name in ("before", "after", "relapse")]
    notes = (
        (
            "note-synthetic",
            0,
            ("This course is synthetic", "この経過は合成データ"),
            "Every value, date, picture and word here was made up by a program. It shows what "
            "Dayline can do "
            "and tells nothing about any person, hospital or treatment.",
            "数値・日付・画像・文章はすべてプログラムが作成した。Daylineの機能を示すためのもので、"
            "実在の人物・施設・治療について何も示さない。",
        ),
        (
            "note-before",
            14,
            ("Before treatment", "治療前"),
            "A fast of 18 hours ended at 44 mg/dL with insulin 24.6 µU/mL and C-peptide 4.2 "
            "ng/mL. CT showed "
            "liver lesions of 34 and 26 mm; biopsy a neuroendocrine tumour G2, Ki-67 "
            f"{KI67_PERCENT} %.",
            "18時間の絶食試験は血糖44 mg/dL、インスリン24.6 µU/mL、Cペプチド4.2 ng/mLで終了。"
            "CTで34・26 mmの"
            f"肝病変、生検で神経内分泌腫瘍G2、Ki-67 {KI67_PERCENT} %。",
        ),
        (
            "note-after",
            LAST,
            ("After embolisation", "塞栓術後"),
            f"No sensor value was below 70 mg/dL on days {FIRST}–{LAST}; the sum of diameters "
            "fell from "
            f"{sums[0]} to {sums[1]} mm.",
            f"第{FIRST}–{LAST}病日にセンサー値70 mg/dL未満はなく、径和は{sums[0]}から{sums[1]} "
            "mmへ縮小した。",
        ),
        (
            "note-relapse",
            LAST_DAY,
            ("Relapse", "再燃"),
            f"Attacks came back from day {RELAPSE}, and the sum of diameters rose to {sums[2]} "
            "mm. With the second "
            "line they grew milder; the patient of this story is alive on day 200.",
            f"第{RELAPSE}病日から発作が再燃し、径和は{sums[2]} mmに増大。二次治療で軽減し、"
            "物語の患者は第200病日に生存。",
        ),
    )
    return [
        {
            "id": identity,
            "title": say(*title),
            "text": say(en, ja),
            "known_from": day,
            "evidence": made(),
        }
        for identity, day, title, en, ja in notes
    ]


def _glossary() -> list[Raw]:
    terms = (
        ("ALT", "alanine aminotransferase", "アラニンアミノトランスフェラーゼ"),
        ("CEA", "carcinoembryonic antigen", "癌胎児性抗原"),
        ("CRP", "C-reactive protein", "C反応性蛋白"),
        ("ECOG", "scale of performance status from 0 to 5", "0～5の全身状態の尺度"),
        ("NET", "neuroendocrine tumour", "神経内分泌腫瘍"),
        ("NSE", "neuron-specific enolase", "神経特異エノラーゼ"),
        ("PET", "positron emission tomography", "陽電子放出断層撮影"),
        ("RECIST", "rules for judging response by diameters", "病変径による効果判定規準"),
        ("SSTR2", "somatostatin receptor 2", "ソマトスタチン受容体2"),
    )
    return [{"term": term, "text": say(en, ja)} for term, en, ja in terms]
