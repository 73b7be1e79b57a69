"""The commands that present, as rows of the table of commands."""

from viewer.model.problem_texts import QT_TRANSLATE_NOOP
from viewer.ui.command import Command

PRESENT_COMMANDS: tuple[Command, ...] = (
    Command("present", "present", QT_TRANSLATE_NOOP("Command", "&Present"), ("F5",)),
    Command(
        "present_here",
        "present",
        QT_TRANSLATE_NOOP("Command", "Present from This &Scene"),
        ("Shift+F5",),
    ),
    Command(
        "present_windowed",
        "present",
        QT_TRANSLATE_NOOP("Command", "Present in a &Window"),
        ("Ctrl+F5",),
    ),
    Command(
        "scenes_glide",
        "present",
        QT_TRANSLATE_NOOP("Command", "Scenes &Glide"),
        ("Alt+F5",),
        is_switch=True,
        begins_group=True,
    ),
    Command(
        "pass_over",
        "present",
        QT_TRANSLATE_NOOP("Command", "&Leave Out Broken Scenes"),
        ("Ctrl+Shift+F5",),
        is_switch=True,
    ),
    Command(
        "copy_picture",
        "present",
        QT_TRANSLATE_NOOP("Command", "&Copy Picture"),
        ("Ctrl+Shift+C",),
        begins_group=True,
    ),
)
