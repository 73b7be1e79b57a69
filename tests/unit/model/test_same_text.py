"""Text made comparable: what is alike, what is not, and where in the text it stood."""

import random
import unicodedata

import pytest

from viewer.model.same_text import Sought, fold, stretches


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("TAE", "tae"),
        ("ＴＡＥ", "TAE"),
        ("ｲﾝｽﾘﾝ", "インスリン"),
        ("ｸﾞﾙｺｰｽ", "グルコース"),
        ("いんすりん", "インスリン"),
        ("か\u3099ん", "ガン"),
        ("ヴ", "ゔ"),
        ("ゝ", "ヽ"),
        ("CA19-9", "CA19−9"),
        ("CA19-9", "CA19\u20139"),
        ("ca19-9", "ＣＡ１９－９"),
        ("\u00b5U/mL", "\u03bcu/ml"),
        ("27 %", "27\u202f%"),
        ("27 %", "27\u3000\u00a0%"),
        ("  two   words ", "Two\nwords"),
        ("㎎", "mg"),
        ("Straße", "STRASSE"),
        ("dia\u00adzox\u200bide", "diazoxide"),
        ("é", "e\u0301"),
    ],
)
def test_what_is_alike(typed: str, printed: str) -> None:
    assert fold(typed) == fold(printed)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ビル", "ビール"), ("肝", "きも"), ("は", "ば"), ("a b", "ab"), ("1.5", "15"), ("<5", ">5")],
)
def test_what_is_not_alike(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("TAE, right hepatic lobe", "ＲＩＧＨＴ", ["right"]),
        ("ｸﾞﾙｶｺﾞﾝとグルカゴン", "ぐるかごん", ["ｸﾞﾙｶｺﾞﾝ", "グルカゴン"]),
        ("10㎎ of it", "mg", ["㎎"]),
        ("10㎎ of it", "g", ["㎎"]),
        ("two  \n words", "two words", ["two  \n words"]),
        ("dia\u200bzoxide", "diaz", ["dia\u200bz"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("e\u0301tude", "é", ["e\u0301"]),
        ("nothing", "some", []),
        ("nothing", "", []),
        ("", "a", []),
    ],
)
def test_where_it_stands(text: str, typed: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in stretches(text, [Sought(fold(typed))])] == found


def _text(choose: random.Random) -> str:
    letters = "aAｱアあｶﾞガ゛ー－-−ß㎎\u0301\u3099 \n\u3000%１1µ漢\u200bｰ각\u1100\u1161ﾊﾟパヴ"
    return "".join(choose.choice(letters) for _ in range(choose.randrange(0, 12)))


def test_a_text_holds_what_was_sought_just_where_a_stretch_of_it_is_alike() -> None:
    for seed in range(3000):
        choose = random.Random(seed)
        text = unicodedata.normalize("NFC", _text(choose))
        sought = fold(_text(choose)[:3])
        if not sought:
            continue
        found = stretches(text, [Sought(sought)])
        assert bool(found) == (sought in fold(text)), (text, sought)
        assert all(sought in fold(text[start:end]) for start, end in found), (text, sought)
        assert [one for one, _ in found] == sorted(one for one, _ in found)
        assert all(one < end for one, end in found)


def test_an_abbreviation_is_found_as_a_word_of_its_own() -> None:
    text = "CT, octreotide, PET/CT; ＣＴ"
    found = stretches(text, [Sought("ct", is_word=True)])
    assert [text[start:end] for start, end in found] == ["CT", "CT", "ＣＴ"]
