"""Imaging studies and pathology reports: findings, stains, figures."""

from pydantic import Field

from viewer.model.event import Remark
from viewer.model.part import Day, Evidence, Id, Number, Part, Text, Title, Token
from viewer.model.time import When


class Finding(Remark):
    """What was seen at one site."""

    site: Text


class Figure(Part):
    """A picture the source speaks of; `file` is missing where it is not included."""

    label: Text
    caption: Text | None = None
    file: Token | None = None
    """Path inside the case folder."""
    known_from: Day | None = None


class Study(Part):
    """One imaging examination, with findings, and images when there are any."""

    id: Id
    title: Title
    modality: Token
    when: When
    evidence: Evidence
    known_from: Day | None = None
    findings: tuple[Finding, ...] = ()
    figures: tuple[Figure, ...] = ()
    remarks: tuple[Remark, ...] = ()
    links: tuple[Id, ...] = ()


class Stain(Part):
    """One row of a stain table."""

    marker: Text
    result: Text
    percent: Number | None = Field(default=None, ge=0, le=100)
    figure: Text | None = None
    known_from: Day | None = None


class Report(Part):
    """One pathology report: specimen, morphology, stains, diagnosis."""

    id: Id
    title: Title
    when: When
    evidence: Evidence
    known_from: Day | None = None
    specimen: Text | None = None
    diagnosis: Remark | None = None
    grade: Remark | None = None
    morphology: tuple[Finding, ...] = ()
    stains: tuple[Stain, ...] = ()
    figures: tuple[Figure, ...] = ()
    links: tuple[Id, ...] = ()
