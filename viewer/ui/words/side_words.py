"""On which side of its limits a value lies, in words."""

from PySide6.QtCore import QCoreApplication

from viewer.model.sides import Side

translate = QCoreApplication.translate


def side_name(side: Side) -> str:
    """Name the side of the limits; empty where nobody gave any."""
    return {
        "level_2": translate("Side", "low, level 2"),
        "level_1": translate("Side", "low, level 1"),
        "below": translate("Side", "below"),
        "within": translate("Side", "within"),
        "above": translate("Side", "above"),
        "not_low": translate("Side", "not low"),
        "open": translate("Side", "cannot be told"),
        "no_limits": translate("Side", "no interval given"),
    }[side]
