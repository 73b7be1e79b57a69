"""What is said of a text that has too many letters."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def too_many_letters(field: str, count: int, most: int) -> str:
    """Name the field, how many letters it has and how many can be kept; empty where they can."""
    if count <= most:
        return ""
    words = translate("Annotations", "{field}: {count} letters are too many; {most} can be kept.")
    return words.format(field=field, count=f"{count:,}", most=f"{most:,}")
