"""Treatments of the course: drugs, nutrition, procedures."""

from making.care import biopsy_result
from making.facts import EMBOLISATION, FREE_OF_ATTACKS, LAST_DAY, RELAPSE
from making.wording import Raw, at, between, detail, dose, during, event, on, remark, say

MG_DAY = ("mg", "day")


def against_attacks() -> list[Raw]:
    """Give the drugs that were to prevent the attacks."""
    return [
        event(
            "against-attacks",
            "diazoxide",
            "Diazoxide",
            "ジアゾキシド",
            during(6, 26),
            dose=dose(150, *MG_DAY),
            changes=[
                {"when": on(10), "dose": dose(300, *MG_DAY)},
                {
                    "when": on(16),
                    "dose": dose(450, *MG_DAY),
                    "text": say("attacks went on", "発作持続"),
                },
            ],
            outcome={"sign": "not_effective"} | remark("attacks went on", "発作持続", 26),
            details=[detail(("Why", "To prevent the attacks"), ("理由", "発作の予防"), 6)],
            links=["night-sweats", "oedema"],
        ),
        event(
            "against-attacks",
            "octreotide",
            "Octreotide, under the skin",
            "オクトレオチド皮下注",
            during(at(17, 8), at(19, 20)),
            dose=dose(100, "µg", "day"),
            outcome={"sign": "stopped"}
            | remark("stopped: nausea, glucose lower", "中止：悪心・血糖低下", 19),
            links=["diazoxide"],
        ),
        event(
            "against-attacks",
            "diazoxide-again",
            "Diazoxide, low dose",
            "ジアゾキシド少量",
            during(between(152, 154), "open"),
            dose=dose(100, *MG_DAY),
            known_from=154,
            links=["attacks-again"],
        ),
    ]


def antitumour() -> list[Raw]:
    """Give the drugs against the tumour: two lines."""
    cycles = [{"number": 1, "when": on(162)}, {"number": 2, "when": on(190)}]
    return [
        event(
            "first-line",
            "everolimus",
            "Everolimus",
            "エベロリムス",
            during(48, 160),
            therapy_line=1,
            dose=dose(10, *MG_DAY),
            changes=[
                {
                    "when": on(84),
                    "dose": dose(0, *MG_DAY),
                    "text": say("pause for stomatitis", "口内炎で休薬"),
                },
                {
                    "when": on(98),
                    "dose": dose(5, *MG_DAY),
                    "text": say("again at half dose", "半量で再開"),
                },
            ],
            outcome={"sign": "stopped"} | remark("stopped: progression", "中止：腫瘍増大", 160),
            links=["stomatitis", "response-1", "response-2"],
        ),
        event(
            "second-line",
            "capecitabine-temozolomide",
            "Capecitabine + temozolomide",
            "カペシタビン＋テモゾロミド",
            during(162, "open"),
            therapy_line=2,
            cycles=cycles,
            details=[
                detail(
                    ("Dose", "Days 1–14 and 10–14 of 28; amounts not stated"),
                    ("用量", "28日周期の1–14日目・10–14日目。量の記載なし"),
                    162,
                )
            ],
            outcome={"sign": "effective"}
            | remark("attacks milder, insulin lower", "発作軽減・インスリン低下", LAST_DAY),
            links=["attacks-again"],
        ),
    ]


def supportive() -> list[Raw]:
    """Give the other drugs."""
    return [
        event(
            "supportive",
            "paracetamol",
            "Paracetamol for fever and pain",
            "アセトアミノフェン（発熱・疼痛）",
            during(at(EMBOLISATION, 19), on(34)),
            dose=dose(1.5, "g", "day"),
            outcome={"sign": "effective"} | remark("no fever from day 35", "第35病日から解熱", 35),
            links=["post-embolisation"],
        )
    ]


def nutrition() -> list[Raw]:
    """Give infusions, meals at bedtime and what ended single attacks."""
    beside = {"series": ["glucose"], "links": ["night-sweats"]}
    rescues = (("rescue-1", 1, 5), ("rescue-2", 11, 3), ("rescue-3", 24, 2), ("rescue-4", 181, 4))
    return [
        event(
            "nutrition",
            "dextrose",
            "Dextrose 10 % into a vein",
            "10 %ブドウ糖 持続静注",
            during(at(3, 14), on(12)),
            dose=dose(40, "mL", "h"),
            changes=[
                {
                    "when": at(6, 20),
                    "dose": dose(60, "mL", "h"),
                    "text": say("for the nights", "夜間低血糖のため"),
                },
                {"when": on(10), "dose": dose(30, "mL", "h")},
            ],
            **beside,
        ),
        event(
            "nutrition",
            "cornstarch",
            "Uncooked cornstarch at bedtime",
            "就寝前コーンスターチ",
            during(12, on(EMBOLISATION)),
            dose=dose(40, "g", "day"),
            outcome={"sign": "not_effective"}
            | remark("nights no better", "夜間低血糖は不変", EMBOLISATION),
            **beside,
        ),
        *(
            event(
                "nutrition",
                identity,
                "Glucose by mouth for an attack",
                "発作時ブドウ糖経口",
                at(day, hour),
                dose=dose(15, "g"),
                series=["glucose"],
            )
            for identity, day, hour in rescues
        ),
        event(
            "nutrition",
            "cornstarch-again",
            "Cornstarch at bedtime again",
            "就寝前コーンスターチ再開",
            during({"earliest": RELAPSE + 1}, "unknown"),
            known_from=157,
            series=["glucose"],
            links=["attacks-again"],
        ),
    ]


def procedures() -> list[Raw]:
    """Give the biopsy, the embolisation and the port."""
    first, last = FREE_OF_ATTACKS
    return [
        event(
            "procedures",
            "biopsy",
            "Needle biopsy of the liver",
            "肝針生検",
            at(7, 14),
            result=biopsy_result(),
            links=["report-biopsy"],
        ),
        event(
            "procedures",
            "embolisation",
            "Embolisation of the liver lesions",
            "肝病変の動脈塞栓術",
            at(EMBOLISATION, 10, 30),
            details=[
                detail(
                    ("Why", "Attacks in spite of diazoxide; octreotide not tolerated"),
                    ("理由", "ジアゾキシド無効、オクトレオチド不耐"),
                    EMBOLISATION,
                ),
                detail(
                    ("After", f"No glucose below 70 mg/dL on days {first}–{last}"),
                    ("経過", f"第{first}–{last}病日は70 mg/dL未満なし"),
                    last,
                ),
            ],
            outcome={"sign": "effective"} | remark("attacks ended", "発作消失", 40),
            links=["study-ct-before", "study-ct-after", "night-sweats", "disagree-day"],
        ),
        event(
            "procedures",
            "port",
            "Port for infusions",
            "皮下ポート留置",
            {"earliest": 160, "latest": 166},
            links=["capecitabine-temozolomide"],
        ),
    ]
