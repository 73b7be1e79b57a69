"""Problems in the language of the window."""

from PySide6.QtCore import QCoreApplication

from viewer.model.problem import Problem

translate = QCoreApplication.translate


def problem_text(problem: Problem) -> str:
    """Say what is wrong and what to do."""
    parts = (
        translate("Problem", template) for template in (problem.message, problem.remedy) if template
    )
    return " ".join(parts).format(**problem.values)
