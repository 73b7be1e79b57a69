"""The problems panel: what is wrong with the data, where, and what to do."""

from PySide6.QtCore import QCoreApplication

from viewer.model.problem import Problem
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.panel import PagePanel
from viewer.ui.panels.problem_block import ProblemBlock
from viewer.ui.widgets.block import Block, Line
from viewer.ui.widgets.empty import Empty

translate = QCoreApplication.translate

MOST_SHOWN = 200
"""A file with more problems has one cause; the first ones tell it."""


class ProblemsPanel(PagePanel):
    """All problems of the case, errors first; none while later days are hidden."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look, "problems")
        session.annotations_changed.connect(self.show_state)
        self.show_state()

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Problems", "Problems")

    def show_state(self) -> None:
        """Show the problems that may be told."""
        problems = self.session.problems
        is_hidden = self.session.state.horizon is not None
        self.page.show_blocks(problem_blocks(problems, is_hidden), is_staying=True)
        self.set_heading(str(len(problems)) if problems else "")


def problem_blocks(problems: tuple[Problem, ...], is_hidden: bool) -> tuple[Block, ...]:
    """Give the problems, errors first, or the sentence that stands for none."""
    if is_hidden:
        words = translate("Problems", "Problems are not shown while later days are hidden.")
        return (Empty(words),)
    if not problems:
        return (Empty(translate("Problems", "No problems in this case.")),)
    ordered = sorted(problems, key=lambda problem: problem.severity != "error")
    blocks: list[Block] = [ProblemBlock(problem) for problem in ordered[:MOST_SHOWN]]
    if len(ordered) > MOST_SHOWN:
        words = translate(
            "Problems", "{count} more, not shown. Correct the first ones, then reopen."
        )
        blocks.append(Line(words.format(count=len(ordered) - MOST_SHOWN), ink="ink_3"))
    return tuple(blocks)
