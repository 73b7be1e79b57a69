"""Series of values: the sensor, and a laboratory that does not exist."""

from typing import Any

from making.facts import EMBOLISATION, FREE_OF_ATTACKS, LAST_DAY
from making.glucose import A_DAY, Sensor
from making.wording import RECORD, SENSOR, Raw, at, during, made, on, remark, say

LABORATORY = say("Synthetic laboratory", "合成検査室（架空）")
FAST_END = at(3, 14)
Values = dict[int, float | str]
"""By day; with a comparator before the number where there is one."""
INSULIN: Values = {29: 21.3, 31: 9.8, 50: 8.1, 76: 6.9, 110: 7.4, 140: 9.6, 158: 19.3, 200: 14.2}
C_PEPTIDE: Values = {29: 3.9, 31: 2.4, 50: 1.9, 76: 1.8, 110: 1.9, 140: 2.3, 158: 3.8, 200: 3.1}
AT_FAST = {"insulin": 24.6, "c-peptide": 4.2}
NSE: Values = {0: 48.2, 29: 52.7, 50: 30.4, 76: 17.9, 110: 14.8, 140: 18.6, 158: 34.1, 200: 24.5}
CEA: Values = {0: 4.1, 76: 3.2, 110: 2.9, 158: 5.4, 200: 5.0}
CRP: Values = {0: "<0.1", 29: 0.2, 31: 4.8, 32: 8.9, 34: 5.1, 37: 1.6, 50: "<0.1", 76: "<0.1"}
CRP_LATER: Values = {84: 1.1, 110: "<0.1", 140: "<0.1", 158: 0.4, 200: 0.2}
ALT: Values = {0: 28, 29: 31, 31: 412, 32: 365, 34: 188, 37: 96, 50: 34, 76: 29, 110: 31, 158: 38}
CREATININE: Values = {0: 0.82, 29: 0.79, 31: 0.94, 37: 0.85, 76: 0.83, 110: 0.78, 158: 0.80}
INSULIN_PMOL_L, C_PEPTIDE_PMOL_L = 6.0, 331.0
"""How many of the other unit one µU/mL and one ng/mL are."""


def series(sensor: Sensor) -> list[Raw]:
    """Give all series in the order in which they are drawn."""
    return [
        _sensor(sensor),
        _venous(),
        _hormone("insulin", "Insulin", "インスリン", INSULIN, "µU/mL", (1.7, 10.4))
        | {"printed_unit": "mU/L"},
        _hormone("c-peptide", "C-peptide", "Cペプチド", C_PEPTIDE, "ng/mL", (0.6, 2.1)),
        _ratio(),
        _laboratory(
            "nse", "Neuron-specific enolase", "神経特異エノラーゼ", NSE, "ng/mL", short="NSE"
        )
        | {"references": [_limits(high=16.3)]},
        _laboratory("cea", "Carcinoembryonic antigen", "癌胎児性抗原", CEA, "ng/mL", short="CEA")
        | {"references": [_limits(high=5.0, high_is_outside=True)]},
        _laboratory(
            "crp", "C-reactive protein", "C反応性蛋白", CRP | CRP_LATER, "mg/dL", short="CRP"
        )
        | {"references": [_limits(high=0.3)]},
        _laboratory("alt", "Alanine aminotransferase", "ALT", ALT, "U/L", short="ALT")
        | {"references": [_limits(low=10, high=42)]},
        _laboratory("creatinine", "Creatinine", "クレアチニン", CREATININE, "mg/dL")
        | {"references": _changed_limits()},
    ]


def _sensor(sensor: Sensor) -> Raw:
    first, last = FREE_OF_ATTACKS
    lows = [
        {
            "when": {"day": moment, "precision": "minute"},
            "word": "Low",
            "evidence": made(SENSOR),
            "remarks": [
                remark("The sensor tells no number below 40 mg/dL.", "40 mg/dL未満は数値表示なし。")
            ],
        }
        for moment in sensor.lows
    ]
    return {
        "id": "glucose",
        "title": say("Sensor glucose (synthetic)", "センサーグルコース（合成データ）"),
        "short": say("Glucose", "血糖"),
        "analyte": "glucose",
        "unit": "mg/dL",
        "specimen": say("tissue fluid", "間質液"),
        "points": lows,
        "samples": {
            "file": "glucose.npy",
            "start": 0.0,
            "every_days": 1 / A_DAY,
            "evidence": made(SENSOR),
        },
        "remarks": [
            remark(
                "Gaps: two hours with each new sensor every 14 days, and three sensors that came "
                "off.",
                "欠測：14日ごとのセンサー交換後2時間、およびセンサー脱落3回。",
                LAST_DAY,
            ),
            remark(
                f"No value below 70 mg/dL on days {first}–{last}.",
                f"第{first}–{last}病日に70 mg/dL未満なし。",
                last,
            ),
        ],
    }


def _venous() -> Raw:
    values = [(at(2, 20), 88), (at(3, 8), 61), (FAST_END, 44), (on(EMBOLISATION + 1), 142)]
    values += [(on(76), 98), (on(158), 52), (on(200), 71)]
    return {
        "id": "venous-glucose",
        "title": say("Venous glucose (synthetic)", "静脈血漿グルコース（合成データ）"),
        "short": say("Venous glucose", "静脈血糖"),
        "analyte": "glucose",
        "unit": "mg/dL",
        "specimen": say("venous plasma", "静脈血漿"),
        "laboratory": LABORATORY,
        "points": [{"when": when, "value": value, "evidence": made()} for when, value in values],
        "references": [_limits(low=70, high=109)],
        "codes": [{"system": "http://loinc.org", "code": "2345-7", "display": "Glucose"}],
    }


def _hormone(
    identity: str, en: str, ja: str, values: Values, unit: str, limits: tuple[float, float]
) -> Raw:
    found = _laboratory(identity, en, ja, values, unit)
    at_fast = {"when": FAST_END, "value": AT_FAST[identity], "evidence": made(), "known_from": 4}
    found["points"].insert(0, at_fast | {"id": f"{identity}-fast"})
    found["references"] = [_limits(*limits)]
    return found


def _ratio() -> Raw:
    """Calculate what the two hormones give, where both were measured."""
    insulin, c_peptide = ({3: AT_FAST[name]} | values for name, values in _PAIR)
    points = []
    for day, value in insulin.items():
        ratio = float(value) * INSULIN_PMOL_L / (float(c_peptide[day]) * C_PEPTIDE_PMOL_L)
        when = FAST_END if day == 3 else on(day)
        why = say(
            "Calculated from the made-up insulin (× 6.00 pmol/L) and C-peptide (× 331 pmol/L).",
            "架空のインスリン（×6.00 pmol/L）とCペプチド（×331 pmol/L）から計算。",
        )
        evidence = {"kind": "derived", "source": RECORD, "why": why}
        points.append({"when": when, "value": round(ratio, 3), "evidence": evidence})
    points[0]["known_from"] = 4
    return {
        "id": "insulin-c-peptide-ratio",
        "title": say(
            "Insulin : C-peptide, molar (synthetic)", "インスリン／Cペプチド モル比（合成データ）"
        ),
        "short": say("Molar ratio", "インスリン／CPR比"),
        "analyte": "insulin to C-peptide ratio",
        "unit": "mol/mol",
        "points": points,
        "references": [_limits(high=1.0)],
        "remarks": [
            remark(
                "Below 1 the insulin is the patient's own; above 1 it was injected.",
                "1未満は内因性、1を超えれば外因性インスリンを示唆する。",
                4,
            )
        ],
    }


_PAIR = (("insulin", INSULIN), ("c-peptide", C_PEPTIDE))


def _laboratory(
    identity: str, en: str, ja: str, values: Values, unit: str, short: str | None = None
) -> Raw:
    return {
        "id": identity,
        "title": say(f"{en} (synthetic)", f"{ja}（合成データ）"),
        "short": short or say(en, ja),
        "analyte": identity,
        "unit": unit,
        "specimen": say("serum", "血清"),
        "laboratory": LABORATORY,
        "points": [_point(day, value) for day, value in values.items()],
    }


def _point(day: int, value: float | str) -> Raw:
    point: Raw = {"when": on(day), "evidence": made()}
    if isinstance(value, str):
        return point | {"value": float(value[1:]), "comparator": value[0], "printed": value}
    return point | {"value": value}


def _limits(low: float | None = None, high: float | None = None, **more: Any) -> Raw:
    both = {"low": low, "high": high}
    given = {name: value for name, value in both.items() if value is not None}
    return given | {"laboratory": LABORATORY, "is_own": True} | more


def _changed_limits() -> list[Raw]:
    """Give the limits of creatinine, which changed with the method on day 90."""
    source = say("Method changed on day 90", "第90病日に測定法変更")
    before, since = during(-30, 89), during(90, "open")
    return [
        _limits(0.65, 1.07, period=before),
        _limits(0.60, 1.02, period=since, source=source),
    ]
