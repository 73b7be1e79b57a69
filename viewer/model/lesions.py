"""What the diameters of lesions come to, study by study, by the rules of RECIST 1.1.

Only target lesions are looked at: those that were measured in the first study that has any. A study
in which not all of them were measured has no sum, and nothing is put in its place.
Source: Eisenhauer 2009, doi 10.1016/j.ejca.2008.10.026
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from viewer.model.clinical import Study
from viewer.model.part import Evidence, Text, words_of
from viewer.model.time import Instant, Interval

Category = Literal["CR", "PR", "SD", "PD", "NE"]
NODE_LIMIT_MM: Final = 10.0
"""A lymph node with a shorter axis than this is not taken for disease."""
RESPONSE_PERCENT: Final = -30.0
PROGRESSION_PERCENT: Final = 20.0
PROGRESSION_MM: Final = 5.0
MOST_TARGETS: Final = 5
MOST_AN_ORGAN: Final = 2
_DECIMALS: Final = 9
"""So many of a sum count: 0.1 and 0.2 come to 0.3."""


class Diameter(NamedTuple):
    """The diameter of a lesion (mm)."""

    lesion: str
    mm: float
    is_node: bool = False
    site: Text | None = None


@dataclass(frozen=True)
class MeasuredStudy:
    """A study and the lesions that were measured in it, each once."""

    title: Text
    when: Instant
    diameters: tuple[Diameter, ...]
    evidence: Evidence
    """How the study is known."""


@dataclass(frozen=True)
class Change:
    """How a sum differs from that of an earlier study."""

    since: MeasuredStudy
    mm: float
    percent: float | None
    """None where the earlier sum is zero."""


@dataclass(frozen=True)
class Assessed:
    """What the lesions of a study come to."""

    study: MeasuredStudy
    targets: tuple[Diameter, ...]
    """Those of the baseline's lesions that were measured."""
    missing: tuple[str, ...]
    """Lesions of the baseline that were not measured: then there is no sum."""
    others: tuple[Diameter, ...]
    """Lesions that were not measured at the baseline; they are in no sum."""
    sum_mm: float | None = None
    from_baseline: Change | None = None
    from_nadir: Change | None = None
    """From the smallest earlier sum."""
    category: Category | None = None
    """The response by target lesions alone; None at the baseline."""


def measured_study(study: Study, diameters: Iterable[Diameter]) -> MeasuredStudy:
    """Give a study with what was measured in it; of a period the start is its day."""
    when = study.when.start if isinstance(study.when, Interval) else study.when
    if when.evidence is None:  # else the day would be as derived as the sum is
        when = when.model_copy(update={"evidence": study.evidence.kind})
    return MeasuredStudy(words_of(study.title), when, tuple(diameters), study.evidence)


def reported(studies: Iterable[Study]) -> tuple[MeasuredStudy, ...]:
    """Give the studies of which diameters are reported."""
    return tuple(
        measured_study(
            study,
            {
                one.name: Diameter(one.name, one.diameter_mm, one.is_node, one.site)
                for one in study.lesions
            }.values(),
        )
        for study in studies
        if study.lesions
    )


def assessed(studies: Iterable[MeasuredStudy]) -> tuple[Assessed, ...]:
    """Assess studies in the order of their days; the first with a diameter is the baseline."""
    ordered = sorted((one for one in studies if one.diameters), key=lambda one: one.when.anchor)
    found: list[Assessed] = []
    for study in ordered:
        found.append(_assessed(study, ordered[0], found))
    return tuple(found)


def _assessed(study: MeasuredStudy, baseline: MeasuredStudy, before: list[Assessed]) -> Assessed:
    measured = {one.lesion: one for one in study.diameters}
    wanted = [one.lesion for one in baseline.diameters]
    targets = tuple(measured[name] for name in wanted if name in measured)
    missing = tuple(name for name in wanted if name not in measured)
    others = tuple(one for one in study.diameters if one.lesion not in wanted)
    if missing:
        return Assessed(study, targets, missing, others, category="NE")
    sum_mm = round(sum(one.mm for one in targets), _DECIMALS)
    earlier = [(one.sum_mm, one.study) for one in before if one.sum_mm is not None]
    if not earlier:
        return Assessed(study, targets, (), others, sum_mm)
    from_baseline = _change(sum_mm, *earlier[0])
    from_nadir = _change(sum_mm, *min(earlier, key=lambda one: one[0]))
    category = _category(targets, from_baseline, from_nadir)
    return Assessed(study, targets, (), others, sum_mm, from_baseline, from_nadir, category)


def _change(sum_mm: float, earlier_mm: float, since: MeasuredStudy) -> Change:
    mm = round(sum_mm - earlier_mm, _DECIMALS)
    return Change(since, mm, round(100 * mm / earlier_mm, _DECIMALS) if earlier_mm else None)


def _category(targets: tuple[Diameter, ...], from_baseline: Change, from_nadir: Change) -> Category:
    if all(one.mm < NODE_LIMIT_MM if one.is_node else one.mm == 0 for one in targets):
        return "CR"
    is_far = from_nadir.percent is None or from_nadir.percent >= PROGRESSION_PERCENT
    if is_far and from_nadir.mm >= PROGRESSION_MM:
        return "PD"
    percent = from_baseline.percent
    return "PR" if percent is not None and percent <= RESPONSE_PERCENT else "SD"


class TooMany(NamedTuple):
    """By how much more was measured than RECIST counts."""

    targets: int
    organs: tuple[str, ...]
    """Sites with more than two, in the language asked for."""


def too_many(targets: Iterable[Diameter], language: str) -> TooMany | None:
    """Tell where more target lesions were measured than RECIST counts; None where not."""
    all_ = list(targets)
    sites = Counter(one.site.pick(language) for one in all_ if one.site is not None)
    organs = tuple(site for site, count in sites.items() if count > MOST_AN_ORGAN)
    return TooMany(len(all_), organs) if len(all_) > MOST_TARGETS or organs else None
