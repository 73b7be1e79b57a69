"""One problem of the data, in the place where the broken thing would be."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from viewer.model.problem import Problem
from viewer.ui.look import Look
from viewer.ui.widgets.block import Follow, Line
from viewer.ui.widgets.picture import Boxed
from viewer.ui.widgets.sign import Sign
from viewer.ui.words.joining import labelled
from viewer.ui.words.problem_words import problem_place

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ProblemBlock:
    """A problem in a dashed box: how grave it is, where it is, what is wrong, what to do."""

    problem: Problem

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the box."""
        problem = self.problem
        word = severity_word(problem)
        head = labelled(word, problem.title)
        lines = (
            Line(head, Sign("problem", word, problem.severity), role="strong"),
            Line(problem_place(problem), role="small", ink="ink_3"),
            Line(_filled(problem.message, problem)),
            Line(_filled(problem.remedy, problem)),
            Line(_filled(problem.effect, problem), ink="ink_2"),
        )
        return Boxed(tuple(line for line in lines if line.text)).build(look, follow)


def severity_word(problem: Problem) -> str:
    """Name how grave a problem is."""
    if problem.severity == "error":
        return translate("Problem", "Error")
    return translate("Problem", "Warning")


def _filled(template: str, problem: Problem) -> str:
    # Translated before it is filled, so that no text of a case is taken for a template.
    return translate("Problem", template).format(**problem.values) if template else ""
