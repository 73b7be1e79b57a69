"""Names of outcomes and of lane kinds."""

from PySide6.QtCore import QCoreApplication

from viewer.model.event import LaneKind, Sign

translate = QCoreApplication.translate


def sign_name(sign: Sign) -> str:
    """Name an outcome."""
    return {
        "effective": translate("Outcome", "effective"),
        "not_effective": translate("Outcome", "not effective"),
        "stopped": translate("Outcome", "stopped"),
        "death": translate("Outcome", "death"),
        "improved": translate("Outcome", "improved"),
        "worsened": translate("Outcome", "worsened"),
        "other": translate("Outcome", "outcome"),
    }[sign]


def kind_name(kind: LaneKind) -> str:
    """Name the kind of a lane."""
    return {
        "encounter": translate("Kind", "encounter"),
        "symptom": translate("Kind", "symptom"),
        "drug": translate("Kind", "drug"),
        "nutrition": translate("Kind", "nutrition"),
        "procedure": translate("Kind", "procedure"),
        "diagnostic": translate("Kind", "diagnostic"),
        "response": translate("Kind", "response"),
        "complication": translate("Kind", "complication"),
        "outcome": translate("Kind", "outcome"),
    }[kind]
