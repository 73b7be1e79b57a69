"""What was found in a patient, as elements of a phenopacket: features, measurements, samples."""

from collections.abc import Collection, Iterator
from itertools import chain

from viewer.io.exporters.cells import CaseCells, how_known
from viewer.io.exporters.data_words import STATEMENTS, DataWords
from viewer.io.exporters.lesion_cells import lesion_name, lesion_size, stain_result
from viewer.io.exporters.phenopacket_terms import OWN, Json, Terms
from viewer.model.case import Case
from viewer.model.case_texts import value_as_reported
from viewer.model.clinical import Finding, Report, Stain, Study
from viewer.model.event import Event, LaneKind
from viewer.model.part import Evidence, Text, words_of
from viewer.model.series import Measurement, Series, Statement
from viewer.model.time import Instant, Interval


class Findings(CaseCells):
    """Makes the elements of one disclosed case."""

    def __init__(self, case: Case, words: DataWords, terms: Terms) -> None:
        super().__init__(case, words)
        self._terms = terms

    # -- features -----------------------------------------------------------------------------

    def features(self, kinds: Collection[LaneKind]) -> Iterator[Json]:
        """Give the events of lanes of these kinds as phenotypic features."""
        lanes = {lane.id for lane in self.case.lanes if lane.kind in kinds}
        events = map(self.case.events.passing, range(len(self.case.events)))
        yield from (self._feature(event) for event in events if event.lane in lanes)

    def _feature(self, event: Event) -> Json:
        title = words_of(event.title).pick(self.words.language)
        found: Json = {"type": self._terms.coded(event.codes, "event", event.id, title)}
        remarks = (event.result, event.outcome)
        said = [one.text for one in remarks if one is not None]
        description = self.texts([*said, *(one.text for one in event.details)])
        if description is not None:
            found["description"] = description
        when = event.when
        start, end = (when.start, when.end) if isinstance(when, Interval) else (when, None)
        found["onset"] = self._terms.time(start)
        if isinstance(end, Instant) and how_known(end) != "not_told":
            found["resolution"] = self._terms.time(end)
        return found | {"evidence": [self._evidence(event.evidence)]}

    def _evidence(self, evidence: Evidence) -> Json:
        cells = self.evidence(evidence)
        code = self._terms.own("evidence", evidence.kind, evidence.kind)
        reference: Json = {"description": self.words.evidence(evidence)}
        if cells["source"] is not None:
            reference["id"] = f"{OWN}:source_{cells['source']}"
        return {"evidenceCode": code, "reference": reference}

    # -- measurements -------------------------------------------------------------------------

    def measurements(self) -> Iterator[Json]:
        """Give the reported values, statements, and what studies found; samples have no place."""
        for series in self.case.series:
            yield from (self._value(series, point) for point in series.points)
        said = self.words.say(STATEMENTS)
        series_by_id = {one.id: one for one in self.case.series}
        for statement in self.case.statements:
            about = [series_by_id[id_] for id_ in statement.series if id_ in series_by_id]
            assays = [*map(self._assay, about)] or [self._terms.own("statement", "any", said)]
            yield from (self._said(statement, assay) for assay in assays)
        yield from chain.from_iterable(map(self._seen, self.case.studies))

    def _assay(self, series: Series) -> Json:
        title = series.title.pick(self.words.language)
        return self._terms.coded(series.codes, "analyte", series.analyte, title)

    def _value(self, series: Series, point: Measurement) -> Json:
        said = value_as_reported(point, series, self.words.language)
        return {
            "assay": self._assay(series),
            "value": self._measured(series, point, said),
            "timeObserved": self._terms.time(point.when),
            "description": self.words.joined([said, self.words.evidence(point.evidence)]),
        }

    def _measured(self, series: Series, point: Measurement, said: str) -> Json:
        """Give a number as a quantity; "< 5" and "Low" are words, since no number is known."""
        if point.value is None or point.comparator is not None:
            return {"ontologyClass": self._terms.own("reported", said, said)}
        unit = self._terms.own("unit", series.unit, series.unit)
        quantity: Json = {"unit": unit, "value": point.value}
        limits = series.reference_for(point)
        # Borrowed limits must not stand without the name of their laboratory, which has no place
        # here, and a range has no way to say that one side is missing.
        if limits is not None and limits.is_own and None not in (limits.low, limits.high):
            quantity["referenceRange"] = {"unit": unit, "low": limits.low, "high": limits.high}
        return {"quantity": quantity}

    def _said(self, statement: Statement, assay: Json) -> Json:
        text = statement.text.pick(self.words.language)
        return {
            "assay": assay,
            "value": {"ontologyClass": self._terms.own("statement", statement.id, text)},
            "timeObserved": self._terms.time(statement.when),
            "description": self.words.evidence(statement.evidence),
        }

    def _seen(self, study: Study) -> Iterator[Json]:
        for number, finding in enumerate(study.findings, 1):
            site = finding.site.pick(self.words.language)
            text = finding.text.pick(self.words.language)
            name = f"{study.id}.{number}"
            yield {
                "assay": self._terms.own("site", name, self.words.labelled(study.modality, site)),
                "value": {"ontologyClass": self._terms.own("finding", name, text)},
                "timeObserved": self._terms.time(study.when),
            }
        for number, lesion in enumerate(study.lesions, 1):
            label = self.words.labelled(study.modality, lesion_name(lesion, self.words))
            unit = self._terms.own("unit", "mm", "mm")
            yield {
                "assay": self._terms.own("lesion", f"{study.id}.{number}", label),
                "value": {"quantity": {"unit": unit, "value": lesion.diameter_mm}},
                "timeObserved": self._terms.time(study.when),
                "description": self.words.joined(
                    [lesion_size(lesion, self.words), self.words.evidence(lesion.evidence)]
                ),
            }

    # -- pathology ----------------------------------------------------------------------------

    def diseases(self) -> Iterator[Json]:
        """Give the diagnoses of the pathology reports; none of them says when it began."""
        for report in self.case.reports:
            if report.diagnosis is not None:
                yield {"term": self._named("diagnosis", report, report.diagnosis.text)}

    def biosamples(self) -> Iterator[Json]:
        """Give a sample for each pathology report."""
        for report in self.case.reports:
            yield self._sample(report)

    def _sample(self, report: Report) -> Json:
        title = words_of(report.title).pick(self.words.language)
        found: Json = {"id": report.id, "individualId": "patient", "description": title}
        if report.specimen is not None:
            found["sampledTissue"] = self._named("specimen", report, report.specimen)
        found["timeOfCollection"] = self._terms.time(report.when)
        if report.diagnosis is not None:
            diagnosis = self._named("diagnosis", report, report.diagnosis.text)
            found["histologicalDiagnosis"] = diagnosis
        if report.grade is not None:
            found["tumorGrade"] = self._named("grade", report, report.grade.text)
        features = [self._form(report, n, one) for n, one in enumerate(report.morphology, 1)]
        stains = [self._stain(report, n, one) for n, one in enumerate(report.stains, 1)]
        found |= {"phenotypicFeatures": features} if features else {}
        return found | ({"measurements": stains} if stains else {})

    def _named(self, kind: str, report: Report, text: Text) -> Json:
        return self._terms.own(kind, report.id, text.pick(self.words.language))

    def _form(self, report: Report, number: int, finding: Finding) -> Json:
        site, text = (one.pick(self.words.language) for one in (finding.site, finding.text))
        label = self.words.labelled(site, text)
        return {"type": self._terms.own("morphology", f"{report.id}.{number}", label)}

    def _stain(self, report: Report, number: int, stain: Stain) -> Json:
        name = f"{report.id}.{number}"
        marker, result = (one.pick(self.words.language) for one in (stain.marker, stain.result))
        said = stain_result(stain, self.words)
        found: Json = {"assay": self._terms.own("stain", name, marker), "description": said}
        if stain.percent is None:
            return found | {"value": {"ontologyClass": self._terms.own("result", name, result)}}
        unit = self._terms.own("unit", "percent", "%")
        return found | {"value": {"quantity": {"unit": unit, "value": stain.percent}}}
