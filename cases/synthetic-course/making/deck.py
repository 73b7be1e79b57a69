"""Scenes for a conference; each stops at the day it is about."""

from typing import Any

from making.facts import CT_AFTER, EMBOLISATION, LAST_DAY
from making.wording import Raw, say

LABORATORY = ("nse", "cea", "crp", "alt", "creatinine")
QUIET = ("venous-glucose", "insulin-c-peptide-ratio", "cea", "alt")
HORMONES = ("venous-glucose", "insulin", "c-peptide", "insulin-c-peptide-ratio")


def deck() -> list[Raw]:
    """Give the scenes in the order in which they are told."""
    return [
        _scene(
            "beginning",
            ("Synthetic: confused before breakfast. Why?", "合成データ：朝食前の錯乱。原因は？"),
            "A made-up man of 58 sweats and is confused before breakfast. Ask: what would you "
            "measure first?",
            "架空の58歳男性。朝食前に発汗と錯乱がある。問いかけ：まず何を測るか？",
            horizon=1,
            window={"start": -8, "end": 2},
            cursor=1.2,
            select="night-sweats",
            hidden=[*LABORATORY, *HORMONES],
        ),
        _scene(
            "fast",
            ("Synthetic: 44 mg/dL after 18 hours", "合成データ：絶食18時間で44 mg/dL"),
            "Insulin was 24.6 µU/mL and C-peptide 4.2 ng/mL at 44 mg/dL. Ask: is the insulin the "
            "patient's own?",
            "血糖44 mg/dLでインスリン24.6 µU/mL、Cペプチド4.2 ng/mL。問いかけ：内因性か？",
            horizon=4,
            window={"start": 0, "end": 5},
            cursor=3.58,
            select="fast",
            hidden=list(LABORATORY),
        ),
        _scene(
            "pictures",
            ("Synthetic CT: three lesions are followed", "合成CT：3病変を追う"),
            "Two liver lesions and a node are measured. Scroll through them; the pictures are a "
            "phantom.",
            "肝2病変とリンパ節を計測。画像はファントムである。スクロールして示す。",
            horizon=6,
            window={"start": 0, "end": 7},
            cursor=5.5,
            select="study-ct-before",
            hidden=[*LABORATORY, *HORMONES],
            panel="imaging",
        ),
        _scene(
            "biopsy",
            ("Synthetic biopsy: what would you give?", "合成生検：治療は？"),
            "Compare H&E with Ki-67 at the same place, then ask how the room would prevent the "
            "attacks.",
            "H&EとKi-67を同じ位置で比べ、発作をどう防ぐかを問いかける。",
            horizon=14,
            window={"start": 0, "end": 15},
            cursor=14.5,
            select="report-biopsy",
            hidden=[*LABORATORY, *HORMONES],
            panel="pathology",
        ),
        _scene(
            "drugs",
            ("Synthetic: attacks in spite of drugs", "合成データ：薬剤でも続く発作"),
            "Diazoxide up to 450 mg a day and two days of octreotide did not end the attacks. "
            "What is left?",
            "ジアゾキシド450 mg/日まで、オクトレオチド2日間でも発作が続いた。残る手は？",
            horizon=29,
            window={"start": 0, "end": 30},
            cursor=26.5,
            select="diazoxide",
            highlights=["diazoxide", "octreotide"],
            hidden=[*LABORATORY, *HORMONES],
        ),
        _scene(
            "embolisation",
            ("Synthetic: embolisation on day 30", "合成データ：第30病日の塞栓術"),
            "The attacks end. Ask: how long will it hold?",
            "発作が消失。問いかけ：効果はどれだけ続くか？",
            horizon=40,
            window={"start": 14, "end": 41},
            cursor=EMBOLISATION + 0.44,
            select="embolisation",
            hidden=["creatinine", "cea", "insulin-c-peptide-ratio"],
        ),
        _scene(
            "response",
            ("Synthetic CT on days 5 and 76", "合成CT：第5病日と第76病日"),
            "Show both studies side by side: 34 to 21 mm, 26 to 17 mm, node 18 to 9 mm.",
            "2つのCTを並べて示す：34→21 mm、26→17 mm、リンパ節18→9 mm。",
            horizon=CT_AFTER + 2,
            window={"start": 0, "end": 80},
            cursor=CT_AFTER + 0.5,
            select="study-ct-after",
            hidden=[*LABORATORY, *HORMONES],
            panel="imaging",
        ),
        _scene(
            "relapse",
            ("Synthetic: attacks again", "合成データ：発作の再燃"),
            "The sensor saw it a week before the patient did. Ask: second line, or embolise again?",
            "センサーは自覚の約1週間前に再燃を捉えた。問いかけ：二次治療か、再塞栓か？",
            horizon=160,
            window={"start": 120, "end": 161},
            cursor=158.5,
            select="attacks-again",
            highlights=["response-2"],
            hidden=["cea", "creatinine", "alt", "crp"],
        ),
        _scene(
            "end",
            ("Synthetic: the whole course", "合成データ：全経過"),
            "Milder attacks with the second line; alive on day 200. Nothing here happened.",
            "二次治療で発作は軽減、第200病日生存。すべて架空である。",
            window={"start": -8, "end": LAST_DAY + 1},
            cursor=LAST_DAY + 0.5,
            select="alive",
            hidden=["encounters", "nutrition", "supportive", "crp", "creatinine", *QUIET],
        ),
    ]


def _scene(identity: str, title: tuple[str, str], en: str, ja: str, **more: Any) -> Raw:
    words = {"id": identity, "title": say(*title), "notes": say(en, ja), "planned_s": 60}
    return words | more | {"annotations": False}
