"""Imaging studies and pathology reports: findings, pictures, lesions, stains, slides."""

from pydantic import Field

from viewer.model.event import Remark
from viewer.model.part import Day, Evidence, Flag, Id, Number, Part, Text, Title, Token
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


class Images(Part):
    """Pictures of a study: a folder or a file of DICOM, a PNG or a JPEG, inside the case folder."""

    path: Token
    """Of a folder or a file inside the case folder."""
    title: Text | None = None
    """What the pictures show, such as "Arterial phase"; else the series say it themselves."""
    known_from: Day | None = None


LARGEST_LESION_MM = 1_000.0


class Lesion(Part):
    """The diameter of one lesion in one study; the same name in another study is the same lesion.

    A lymph node is measured along its short axis, everything else along its longest diameter.
    """

    name: Token
    site: Text | None = None
    diameter_mm: Number = Field(ge=0, le=LARGEST_LESION_MM)
    is_node: Flag = False
    evidence: Evidence
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
    images: tuple[Images, ...] = ()
    lesions: tuple[Lesion, ...] = ()
    remarks: tuple[Remark, ...] = ()
    links: tuple[Id, ...] = ()


class Stain(Part):
    """One row of a stain table."""

    marker: Text
    result: Text
    score: Text | None = None
    """Such as "3+" or "Allred 7"."""
    percent: Number | None = Field(default=None, ge=0, le=100)
    figure: Text | None = None
    known_from: Day | None = None


class Slide(Part):
    """A whole-slide image, or a plain picture of a slide, inside the case folder."""

    path: Token
    """Of a file inside the case folder; of any one of its files where a slide has several."""
    title: Text | None = None
    stain: Text | None = None
    """The marker that it is stained for, as in the stain table, such as "Ki-67"."""
    known_from: Day | None = None


class Report(Part):
    """One pathology report: specimen, morphology, stains, diagnosis, slides."""

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
    slides: tuple[Slide, ...] = ()
    links: tuple[Id, ...] = ()
