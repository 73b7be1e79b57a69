"""The commands that export, as rows of the table of commands; what they do is in `export_verbs`."""

from viewer.model.problem_texts import QT_TRANSLATE_NOOP
from viewer.ui.command import Command

EXPORT_COMMANDS: tuple[Command, ...] = (
    Command(
        "export_figure",
        "case",
        QT_TRANSLATE_NOOP("Command", "&Export Figure…"),
        ("Ctrl+Shift+E",),
        begins_group=True,
    ),
    Command(
        "export_slides", "case", QT_TRANSLATE_NOOP("Command", "Export &Slides…"), ("Ctrl+Alt+S",)
    ),
    Command(
        "export_handout", "case", QT_TRANSLATE_NOOP("Command", "Export &Handout…"), ("Ctrl+Alt+H",)
    ),
    Command("export_data", "case", QT_TRANSLATE_NOOP("Command", "Export &Data…"), ("Ctrl+Alt+X",)),
    Command("print", "case", QT_TRANSLATE_NOOP("Command", "&Print…"), ("Ctrl+P",)),
)
