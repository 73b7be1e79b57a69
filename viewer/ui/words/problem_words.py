"""Problems in the language of the window."""

from PySide6.QtCore import QCoreApplication

from viewer.model.problem import Problem

translate = QCoreApplication.translate


def problem_text(problem: Problem) -> str:
    """Say what is wrong, what to do and what it costs until then."""
    said = (problem.message, problem.remedy, problem.effect)
    words = " ".join(translate("Problem", template) for template in said if template)
    return words.format(**problem.values)
