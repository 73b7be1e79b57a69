"""Imaging studies and the pathology report, in the numbers that the pictures are drawn from."""

from making.care import CT_BEFORE_TITLE
from making.facts import CT_AFTER, CT_BEFORE, CT_RELAPSE, KI67_PERCENT, LESIONS, SMALL_LESION
from making.wording import Raw, at, between, made, on, remark, say

SITES = {
    "L1": say("Liver, segment VII", "肝 S7"),
    "L2": say("Liver, segment IV", "肝 S4"),
    "L3": say("Lymph node beside the aorta", "大動脈周囲リンパ節"),
}


def studies() -> list[Raw]:
    """Give the three CTs and the PET; the first two CTs have pictures."""
    return [
        _ct("study-ct-before", "CT before embolisation", "塞栓術前CT", CT_BEFORE, "before")
        | {"title": CT_BEFORE_TITLE, "images": [_phantom("ct-day-5")]},
        _pet(),
        _ct("study-ct-after", "CT after embolisation", "塞栓術後CT", CT_AFTER, "after")
        | {"images": [_phantom("ct-day-76")]},
        _ct("study-ct-relapse", "CT at relapse", "再燃時CT", CT_RELAPSE, "relapse")
        | {"figures": [_not_made(CT_RELAPSE + 1)]},
    ]


def _phantom(folder: str) -> Raw:
    return {"path": folder, "title": say("Phantom", "ファントム")}


def _not_made(told: int) -> Raw:
    caption = say("Not made for this study", "この検査の画像は作成していない")
    return {"label": say("Picture", "画像"), "caption": caption, "known_from": told}


def _ct(identity: str, en: str, ja: str, day: int, which: str) -> Raw:
    told = day + 1
    sizes = [getattr(lesion, which) for lesion in LESIONS]
    small = getattr(SMALL_LESION, which)
    return {
        "id": identity,
        "title": say(en, ja),
        "modality": "CT",
        "when": on(day),
        "evidence": made(),
        "findings": [
            _finding(("Liver", "肝"), *_liver(which, sizes[0], sizes[1], small), told),
            _finding(
                ("Lymph node", "リンパ節"),
                f"Beside the aorta, short axis {sizes[2]} mm",
                f"大動脈周囲、短径{sizes[2]} mm",
                told,
            ),
            _finding(
                ("Pancreas", "膵"),
                "Enhancing tumour of 16 mm in the tail"
                + ("" if which == "before" else ", unchanged"),
                "尾部に16 mmの濃染腫瘍" + ("" if which == "before" else "、不変"),
                told,
            ),
        ],
        "lesions": [
            {
                "name": lesion.name,
                "site": SITES[lesion.name],
                "diameter_mm": size,
                "is_node": lesion.name == "L3",
                "evidence": made(),
                "known_from": told,
            }
            for lesion, size in zip(LESIONS, sizes, strict=True)
        ],
        "remarks": [
            remark(
                "Synthetic. Targets are two liver lesions and a node: RECIST 1.1 takes at most "
                "two an organ.",
                "合成データ。標的は肝2病変とリンパ節（RECIST 1.1では1臓器2病変まで）。",
                told,
            )
        ],
        "links": [f"ct-{which}", "embolisation"],
    }


def _liver(which: str, first: float, second: float, small: float) -> tuple[str, str]:
    looks = {
        "before": ("Round lesions, darker than the liver", "肝より低吸収の円形病変"),
        "after": ("Smaller and without enhancement", "縮小し造影効果なし"),
        "relapse": ("Growing again, with new enhancement", "再増大し造影効果が再出現"),
    }
    en, ja = looks[which]
    return (
        f"{en}: {first} mm (segment VII), {second} mm (IV), {small} mm (VIII)",
        f"{ja}：{first} mm（S7）、{second} mm（S4）、{small} mm（S8）",
    )


def _finding(site: tuple[str, str], en: str, ja: str, told: int) -> Raw:
    return {"site": say(*site), "text": say(en, ja), "known_from": told}


def _pet() -> Raw:
    return {
        "id": "study-pet",
        "title": say("Somatostatin receptor PET", "ソマトスタチン受容体PET"),
        "modality": "PT",
        "when": between(3, 5),
        "evidence": made(),
        "findings": [
            _finding(
                ("Whole body", "全身"),
                "Uptake in the liver lesions, the node and the tail of the pancreas; none "
                "elsewhere",
                "肝病変・リンパ節・膵尾部に集積、他に異常なし",
                11,
            )
        ],
        "figures": [_not_made(11)],
        "links": ["receptor-pet"],
    }


def report() -> Raw:
    """Give the report of the biopsy, with the two slides."""
    told = 14
    percent = f"{KI67_PERCENT} %"
    stains = (
        ("H&E", "nests of uniform cells", "均一な細胞の胞巣", {}),
        ("Synaptophysin", "+", "+", {"score": "3+", "percent": 100}),
        ("Chromogranin A", "+", "+", {"score": "2+", "percent": 80}),
        ("Insulin", "+", "+", {"score": "2+", "percent": 60}),
        ("SSTR2", "+", "+", {"score": "3+", "percent": 90}),
        ("Ki-67", percent, percent, {"percent": KI67_PERCENT}),
    )
    return {
        "id": "report-biopsy",
        "title": say("Needle biopsy of the liver", "肝針生検"),
        "when": at(7, 14),
        "evidence": made(),
        "known_from": told,
        "specimen": say(
            "Two cores from the lesion in segment IV (synthetic)", "S4病変の針生検2本（合成データ）"
        ),
        "diagnosis": remark(
            "Metastasis of an insulin-producing neuroendocrine tumour",
            "インスリン産生神経内分泌腫瘍の肝転移",
            told,
        ),
        "grade": remark(
            f"NET G2 (WHO 2022), Ki-67 {percent}", f"NET G2（WHO 2022）、Ki-67 {percent}", told
        ),
        "morphology": [
            _finding(
                ("Growth", "構築"),
                "Nests between strands of fibres",
                "線維性間質に囲まれた胞巣",
                told,
            ),
            _finding(("Nuclei", "核"), "Round to oval, uniform", "円形～卵円形、均一", told),
            _finding(("Necrosis", "壊死"), "None", "なし", told),
        ],
        "stains": [
            {"marker": marker, "result": say(en, ja), "known_from": told} | more
            for marker, en, ja, more in stains
        ],
        "slides": [
            {
                "path": "slides/he.svs",
                "title": say("H&E (synthetic)", "H&E（合成画像）"),
                "stain": "H&E",
            },
            {
                "path": "slides/ki-67.svs",
                "title": say("Ki-67 (synthetic)", "Ki-67（合成画像）"),
                "stain": "Ki-67",
            },
        ],
        "links": ["biopsy"],
    }
