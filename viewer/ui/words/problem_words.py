"""Problems in the language of the window."""

from PySide6.QtCore import QCoreApplication

from viewer.model.problem import Problem
from viewer.ui.words.joining import labelled, sentences

translate = QCoreApplication.translate


def problem_text(problem: Problem) -> str:
    """Say what is wrong, what to do and what it costs until then."""
    said = (problem.message, problem.remedy, problem.effect)
    # Translated before it is filled, so that no text of a case is taken for a template.
    words = sentences(translate("Problem", template) for template in said if template)
    return words.format(**problem.values)


def problem_place(problem: Problem) -> str:
    """Say where the fault is: file, line, and the place inside the file."""
    where = problem.file
    if problem.line is not None:
        words = translate("Problem", "{file} line {line}")
        where = words.format(file=problem.file, line=problem.line)
    return labelled(where, problem.path) if problem.path else where
