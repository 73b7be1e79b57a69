"""The commands about scenes, highlights and playing; what they do is in `scene_verbs`."""

from viewer.model.problem_texts import QT_TRANSLATE_NOOP
from viewer.ui.command import Command

SCENE_COMMANDS: tuple[Command, ...] = (
    Command("add_scene", "present", QT_TRANSLATE_NOOP("Command", "&Add Scene"), ("Ctrl+Shift+N",)),
    Command(
        "update_scene", "present", QT_TRANSLATE_NOOP("Command", "&Update Scene"), ("Ctrl+Alt+U",)
    ),
    Command(
        "duplicate_scene",
        "present",
        QT_TRANSLATE_NOOP("Command", "&Duplicate Scene"),
        ("Ctrl+Alt+D",),
    ),
    Command(
        "deck_from_template",
        "present",
        QT_TRANSLATE_NOOP("Command", "Make Deck from &Template"),
        ("Ctrl+Shift+K",),
    ),
    Command(
        "next_scene",
        "present",
        QT_TRANSLATE_NOOP("Command", "&Next Scene"),
        ("Ctrl+PgDown",),
        begins_group=True,
    ),
    Command(
        "previous_scene",
        "present",
        QT_TRANSLATE_NOOP("Command", "P&revious Scene"),
        ("Ctrl+PgUp",),
    ),
    Command(
        "play",
        "present",
        QT_TRANSLATE_NOOP("Command", "Play Day &by Day"),
        ("R",),
        in_chart=True,
        is_switch=True,
    ),
    Command(
        "highlight",
        "present",
        QT_TRANSLATE_NOOP("Command", "&Highlight or Not"),
        ("I",),
        in_chart=True,
        begins_group=True,
    ),
    Command(
        "clear_highlights",
        "present",
        QT_TRANSLATE_NOOP("Command", "&Clear Highlights"),
        ("Shift+I",),
        in_chart=True,
    ),
    Command(
        "show_scenes",
        "present",
        QT_TRANSLATE_NOOP("Command", "Show &Scenes"),
        ("Ctrl+Shift+S",),
        begins_group=True,
    ),
)
