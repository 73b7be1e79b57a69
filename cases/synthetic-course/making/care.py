"""Events of the course that are no treatments: stays, symptoms, tests, judgements, the end."""

from making.facts import (
    CT_AFTER,
    CT_BEFORE,
    CT_RELAPSE,
    EMBOLISATION,
    FREE_OF_ATTACKS,
    KI67_PERCENT,
    LAST_DAY,
    RELAPSE,
    sum_of,
)
from making.wording import (
    LETTER,
    SENSOR,
    Raw,
    about,
    at,
    between,
    detail,
    during,
    event,
    made,
    on,
    remark,
    say,
    staged,
)

CT_BEFORE_TITLE = staged(
    ("CT of the abdomen", "腹部CT"),
    ("CT before embolisation", "塞栓術前CT"),
    EMBOLISATION,
)
"""What came later is not said before it was known."""
CHANGE_PERCENT = round((sum_of("after") / sum_of("before") - 1) * 100, 1)
GROWTH_PERCENT = round((sum_of("relapse") / sum_of("after") - 1) * 100, 1)


def encounters() -> list[Raw]:
    """Give stays and visits."""
    return [
        event(
            "encounters",
            "referral",
            "Referral by the family doctor",
            "かかりつけ医から紹介",
            {"latest": -1, "wording": say("before day 0", "第0病日より前")},
            evidence=made(LETTER),
            known_from=0,
            links=["night-sweats"],
        ),
        event(
            "encounters",
            "stay-1",
            "Hospital stay: tests",
            "入院（精査）",
            during(at(0, 9), on(12)),
            details=[detail(("Why", "Low glucose at night"), ("理由", "夜間の低血糖"), 0)],
            links=["fast", "study-ct-before", "report-biopsy"],
        ),
        event(
            "encounters",
            "stay-2",
            "Hospital stay",
            "入院",
            during(EMBOLISATION - 2, EMBOLISATION + 7),
            title=staged(
                ("Hospital stay", "入院"),
                ("Hospital stay: embolisation", "入院（塞栓術）"),
                EMBOLISATION,
            ),
            links=["embolisation"],
        ),
        *(
            event("encounters", f"visit-{number}", f"Visit {number}", f"外来 {number}回目", on(day))
            for number, day in enumerate((50, CT_AFTER, 110, 140), 1)
        ),
        event(
            "encounters",
            "stay-3",
            "Hospital stay: relapse",
            "入院（再燃）",
            during(CT_RELAPSE - 1, 166),
            links=["attacks-again", "study-ct-relapse"],
        ),
        event("encounters", "visit-5", "Last visit", "最終外来", on(LAST_DAY)),
    ]


def symptoms() -> list[Raw]:
    """Give what the patient felt."""
    return [
        event(
            "symptoms",
            "night-sweats",
            "Sweating and confusion before breakfast",
            "朝食前の発汗と錯乱",
            during(about(-28, -42, -21), on(EMBOLISATION) | {"known_from": FREE_OF_ATTACKS[0]}),
            evidence=made(LETTER),
            details=[
                detail(
                    ("What", "Better within minutes of a sweet drink"),
                    ("内容", "甘い飲み物で数分以内に改善"),
                    0,
                )
            ],
            links=["embolisation", "attacks-again"],
        ),
        event(
            "symptoms",
            "unconscious",
            "Loss of consciousness",
            "意識消失",
            about(-3, -5, -2),
            evidence=made(LETTER),
            known_from=0,
            details=[
                detail(
                    ("Glucose", "31 mg/dL by meter, told by the letter"),
                    ("血糖", "簡易測定で31 mg/dL（紹介状）"),
                    0,
                )
            ],
        ),
        event(
            "symptoms",
            "attacks-again",
            "Attacks at night came back",
            "夜間発作の再燃",
            during(RELAPSE, "open"),
            evidence=made(SENSOR),
            known_from=RELAPSE + 2,
            outcome={"sign": "improved"}
            | remark("milder with the second line", "二次治療で軽減", LAST_DAY),
            links=["embolisation", "capecitabine-temozolomide", "disagree-relapse"],
        ),
    ]


def diagnostics() -> list[Raw]:
    """Give the examinations, each with what it showed once that was known."""
    return [
        event(
            "diagnostics",
            "fast",
            "Supervised fast",
            "絶食試験",
            during(at(2, 20), at(3, 14)),
            result=remark(
                "ended after 18 h at 44 mg/dL; insulin 24.6 µU/mL",
                "18時間で血糖44 mg/dL、インスリン24.6 µU/mLで終了",
                4,
            ),
            series=["glucose"],
            links=["venous-glucose", "insulin", "c-peptide"],
        ),
        event(
            "diagnostics",
            "ct-before",
            "CT of the abdomen",
            "腹部CT",
            on(CT_BEFORE),
            title=CT_BEFORE_TITLE,
            result=remark(
                "liver lesions 34 and 26 mm, node 18 mm", "肝病変34・26 mm、リンパ節18 mm", 6
            ),
            links=["study-ct-before"],
        ),
        event(
            "diagnostics",
            "receptor-pet",
            "Somatostatin receptor PET",
            "ソマトスタチン受容体PET",
            between(3, 5),
            known_from=11,
            result=remark("uptake in liver, node, pancreas", "肝・リンパ節・膵に集積", 11),
            links=["study-pet"],
        ),
        event(
            "diagnostics",
            "ct-after",
            "CT after embolisation",
            "塞栓術後CT",
            on(CT_AFTER),
            result=remark(
                "liver lesions 21 and 17 mm, node 9 mm", "肝病変21・17 mm、リンパ節9 mm", 77
            ),
            links=["study-ct-after"],
        ),
        event(
            "diagnostics",
            "ct-relapse",
            "CT at relapse",
            "再燃時CT",
            on(CT_RELAPSE),
            result=remark(
                "liver lesions 29 and 24 mm, node 12 mm", "肝病変29・24 mm、リンパ節12 mm", 159
            ),
            links=["study-ct-relapse"],
        ),
    ]


def responses() -> list[Raw]:
    """Give stage, responses and performance status."""

    def judged(identity: str, en: str, ja: str, day: int, value: str, kind: str) -> Raw:
        scales = {
            "response": "RECIST 1.1",
            "stage": "UICC 8",
            "performance_status": "ECOG",
        }
        response = {"kind": kind, "value": value, "scale": scales[kind]}
        return event("response", identity, en, ja, on(day), response=response)

    status = ("Performance status", "全身状態", "performance_status")
    shrunk = f"{CHANGE_PERCENT:+.1f} %".replace("-", "−")
    grown = f"{GROWTH_PERCENT:+.1f} %"
    sums = [f"{sum_of(name):.0f}" for name in ("before", "after", "relapse")]
    part = judged("response-1", "Partial response", "部分奏効", 77, "PR", "response")
    progress = judged("response-2", "Progression", "進行", 159, "PD", "response")
    part["details"] = [
        detail(
            ("Sum of diameters", f"{sums[0]} → {sums[1]} mm ({shrunk})"),
            ("径和", f"{sums[0]} → {sums[1]} mm（{shrunk}）"),
            77,
        )
    ]
    progress["details"] = [
        detail(
            ("Sum of diameters", f"{sums[1]} → {sums[2]} mm ({grown} from the smallest)"),
            ("径和", f"{sums[1]} → {sums[2]} mm（最小値から{grown}）"),
            159,
        )
    ]
    part["links"], progress["links"] = ["study-ct-after"], ["study-ct-relapse"]
    return [
        judged("status-1", status[0], status[1], 0, "1", status[2]),
        judged("stage", "Stage IV, liver and node", "Stage IV（肝・リンパ節）", 14, "IV", "stage"),
        part,
        judged("status-2", status[0], status[1], 110, "0", status[2]),
        progress,
        judged("status-3", status[0], status[1], 157, "2", status[2]),
        judged("status-4", status[0], status[1], LAST_DAY, "1", status[2]),
    ]


def complications() -> list[Raw]:
    """Give what the treatments did besides."""
    return [
        event(
            "complications",
            "oedema",
            "Ankle oedema",
            "下腿浮腫",
            during(between(12, 16), between(27, 32)),
            details=[
                detail(
                    ("Why", "Thought to be due to diazoxide"),
                    ("原因", "ジアゾキシドによると考えられた"),
                    16,
                )
            ],
            links=["diazoxide"],
        ),
        event(
            "complications",
            "post-embolisation",
            "Fever and pain after embolisation",
            "塞栓後症候群（発熱・疼痛）",
            during(at(EMBOLISATION, 18), on(34)),
            details=[
                detail(
                    ("Highest", "38.4 °C; CRP 8.9 mg/dL on day 32"),
                    ("最高値", "38.4 °C、第32病日のCRP 8.9 mg/dL"),
                    32,
                )
            ],
            links=["embolisation", "crp", "alt"],
        ),
        event(
            "complications",
            "stomatitis",
            "Stomatitis, grade 2",
            "口内炎 Grade 2",
            during(about(80, 78, 83), on(96)),
            known_from=83,
            links=["everolimus"],
        ),
    ]


def outcomes() -> list[Raw]:
    """Give how the course ends."""
    return [
        event(
            "outcome",
            "alive",
            "Alive at the last visit",
            "最終外来時生存",
            on(LAST_DAY),
            outcome={"sign": "other"}
            | remark("alive; made-up course ends", "生存、架空経過の終わり", 200),
        )
    ]


def biopsy_result() -> Raw:
    """Give what stands beside the mark of the biopsy."""
    return remark(
        f"neuroendocrine tumour G2, Ki-67 {KI67_PERCENT} %",
        f"神経内分泌腫瘍 G2、Ki-67 {KI67_PERCENT} %",
        14,
    )
