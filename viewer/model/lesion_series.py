"""Sums of lesion diameters as series that are worked out, and stand in no file of a case.

Their words are in two languages, as those of a case are.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Final

from viewer.model.case import Case
from viewer.model.event import Remark
from viewer.model.lesions import (
    MOST_AN_ORGAN,
    MOST_TARGETS,
    PROGRESSION_PERCENT,
    RESPONSE_PERCENT,
    Assessed,
    Category,
    Change,
    Diameter,
    MeasuredStudy,
    assessed,
    reported,
    too_many,
)
from viewer.model.part import Text
from viewer.model.series import Measurement, Series

SUM_ID: Final = "sum-of-lesion-diameters"
ANALYTE: Final = "sum of lesion diameters"
LEAST_SUMS: Final = 2
"""One sum alone is no course."""
_MINUS, _PERCENT = "\N{MINUS SIGN}", "\N{NARROW NO-BREAK SPACE}%"
_NAMES: Final[dict[Category, tuple[str, str]]] = {
    "CR": ("Complete response (CR)", "完全奏効（CR）"),
    "PR": ("Partial response (PR)", "部分奏効（PR）"),
    "SD": ("Stable disease (SD)", "安定（SD）"),
    "PD": ("Progressive disease (PD)", "進行（PD）"),
    "NE": ("Not evaluable (NE)", "評価不能（NE）"),
}


class WorkedOut(Series):
    """A series that the program works out from other parts; it is never written to a case."""


def with_lesion_sums(case: Case) -> Case:
    """Give a disclosed case with the sum of its reported lesion diameters as a series.

    It is there as soon as two studies have a sum; without that the case is given as it is.
    """
    own = tuple(one for one in case.series if not isinstance(one, WorkedOut))
    sums = sum_series(reported(case.studies), _free_id(case))
    series = own if sums is None else (*own, sums)
    return case if series == case.series else case.model_copy(update={"series": series})


def with_sums_of(case: Case, sums: Iterable[WorkedOut]) -> Case:
    """Give a case with the sums of what reviewers measured behind all its series."""
    more = tuple(sums)
    return case.model_copy(update={"series": (*case.series, *more)}) if more else case


def without_worked_out(case: Case) -> Case:
    """Give a case without the series that were worked out."""
    own = tuple(one for one in case.series if not isinstance(one, WorkedOut))
    return case if len(own) == len(case.series) else case.model_copy(update={"series": own})


def _free_id(case: Case) -> str:
    """Give an id that no part of the case has."""
    parts = (case.statements, case.studies, case.reports, case.notes, case.discrepancies)
    taken: Collection[str] = {
        *case.events.numbers,
        *(one.id for one in case.series if not isinstance(one, WorkedOut)),
        *(part.id for some in parts for part in some),
    }
    id_, number = SUM_ID, 1
    while id_ in taken:
        number += 1
        id_ = f"{SUM_ID}-{number}"
    return id_


def sum_series(studies: Iterable[MeasuredStudy], id_: str, author: str = "") -> WorkedOut | None:
    """Give the sums of studies as a series; None where fewer than two have one.

    `author` is the name of who measured; empty where the source of the case did.
    """
    all_ = assessed(studies)
    points = tuple(_point(one) for one in all_ if one.sum_mm is not None)
    if len(points) < LEAST_SUMS:
        return None
    by = (f", measured by {author}", f"（{author}が計測）") if author else ("", "")
    # Where there is little room, whose it is comes first, so that it is not what is cut.
    short = (f"{author}: lesions", f"{author}：病変径の和") if author else ("Lesions", "病変径の和")
    return WorkedOut(
        id=id_,
        title=_text(f"Sum of lesion diameters{by[0]}", f"病変径の和{by[1]}"),
        short=_text(*short),
        analyte=ANALYTE,
        unit="mm",
        points=points,
        remarks=tuple(Remark(text=text) for text in _remarks(all_)),
    )


def _point(one: Assessed) -> Measurement:
    study = one.study
    why = _text(
        f"The sum of {len(one.targets)} target lesions.", f"標的病変{len(one.targets)}個の径の和。"
    )
    # Made without checks: a day that a horizon has cut is one that no file can hold.
    evidence = study.evidence.model_copy(update={"kind": "derived", "why": why})
    return Measurement.model_construct(
        when=study.when,
        value=one.sum_mm,
        evidence=evidence,
        remarks=tuple(Remark(text=text) for text in said_of(one)),
    )


# -- words ------------------------------------------------------------------------------------


def said_of(one: Assessed) -> tuple[Text, ...]:
    """Say all about the lesions of a study: diameters, changes, response, what is not counted."""
    title = one.study.title
    said = [_in_both(lambda language: _measured(title, one.targets, language))]
    if one.missing:
        said.append(no_sum(one))
    if one.sum_mm is not None and one.from_baseline is None:
        said.append(_text("Baseline.", "ベースライン。"))
    if one.from_baseline is not None and one.from_nadir is not None:
        said.append(_changes(one.from_baseline, one.from_nadir))
    if one.category is not None:
        said.append(_response(one.category))
    if one.others:
        others = one.others
        said.append(
            _text(
                f"Not in the sum, since not measured at baseline: {_listed(others, 'en')}.",
                f"ベースラインで計測がなく、和に含めない：{_listed(others, 'ja')}。",
            )
        )
    return tuple(said)


def no_sum(one: Assessed) -> Text:
    """Say why a study has no sum."""
    title, names = one.study.title, one.missing
    return _text(
        f"No sum for {title.pick('en')}: not measured: {', '.join(names)}.",
        f"{title.pick('ja')}：計測のない病変があるため和はない（{'、'.join(names)}）。",
    )


def _remarks(all_: tuple[Assessed, ...]) -> Iterable[Text]:
    yield _text(
        "Calculated from the diameters of the lesions measured in the first study (RECIST 1.1); "
        "non-target and new lesions are not considered.",
        "最初の検査で計測された病変の径から計算（RECIST 1.1）。非標的病変と新病変は考慮しない。",
    )
    yield from (no_sum(one) for one in all_ if one.missing)
    targets = all_[0].targets
    count = too_many(targets, "en")
    if count is not None:
        yield _text(
            f"{count.targets} target lesions were measured{_in_organs(targets, 'en')}; RECIST 1.1 "
            f"counts at most {MOST_TARGETS}, {MOST_AN_ORGAN} an organ. All of them are in the sum.",
            f"標的病変は{count.targets}個計測されている{_in_organs(targets, 'ja')}。RECIST 1.1では"
            f"最大{MOST_TARGETS}個、1臓器{MOST_AN_ORGAN}個まで。和にはすべてを含む。",
        )


def _in_organs(targets: tuple[Diameter, ...], language: str) -> str:
    count = too_many(targets, language)
    if count is None or not count.organs:
        return ""
    if language == "ja":
        return f"（{MOST_AN_ORGAN}個を超える臓器：{'、'.join(count.organs)}）"
    return f" (more than {MOST_AN_ORGAN} in: {', '.join(count.organs)})"


def _measured(title: Text, targets: tuple[Diameter, ...], language: str) -> str:
    listed = _listed(targets, language)
    if language == "ja":
        return f"{title.pick(language)}：{listed}。"
    return f"{title.pick(language)}: {listed}."


def _listed(diameters: tuple[Diameter, ...], language: str) -> str:
    return ("、" if language == "ja" else ", ").join(_one(one, language) for one in diameters)


def _one(one: Diameter, language: str) -> str:
    site = "" if one.site is None else one.site.pick(language)
    if language == "ja":
        aside = "・".join(word for word in (site, "短径" if one.is_node else "") if word)
        aside = f"（{aside}）" if aside else ""
    else:
        aside = ", ".join(word for word in (site, "short axis" if one.is_node else "") if word)
        aside = f" ({aside})" if aside else ""
    return f"{one.lesion}{aside} {one.mm:.12g} mm"


def _changes(baseline: Change, nadir: Change) -> Text:
    first, least = baseline.since.title, nadir.since.title
    return _text(
        f"{_signed(baseline)} from baseline ({first.pick('en')}); "
        f"{_signed(nadir)} from nadir ({least.pick('en')}).",
        f"ベースライン（{first.pick('ja')}）から{_signed(baseline)}、"
        f"最小値（{least.pick('ja')}）から{_signed(nadir)}。",
    )


def _signed(change: Change) -> str:
    """Give a change with its sign: in percent, or in mm where it began at nothing."""
    if change.percent is None:
        return _with_sign(f"{change.mm:.12g}") + " mm"
    decimals = 1
    limits = RESPONSE_PERCENT, PROGRESSION_PERCENT
    # What is short of a limit must not read as if it had reached it.
    while change.percent not in limits and round(change.percent, decimals) in limits:
        decimals += 1
    return _with_sign(f"{change.percent:.{decimals}f}") + _PERCENT


def _with_sign(figure: str) -> str:
    if not float(figure):
        return figure.removeprefix("-")
    return figure.replace("-", _MINUS) if figure.startswith("-") else f"+{figure}"


def _response(category: Category) -> Text:
    english, japanese = _NAMES[category]
    return _text(
        f"{english} by target lesions alone; non-target and new lesions are not considered.",
        f"{japanese}：標的病変のみによる判定で、非標的病変と新病変は考慮しない。",
    )


def _in_both(say: Callable[[str], str]) -> Text:
    return _text(say("en"), say("ja"))


def _text(english: str, japanese: str) -> Text:
    # Made without checks: very many lesions take more letters than a text of a file may have.
    return Text.model_construct({"en": english, "ja": japanese})
