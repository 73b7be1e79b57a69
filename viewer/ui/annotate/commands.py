"""The commands about annotations."""

from viewer.model.problem_texts import QT_TRANSLATE_NOOP
from viewer.ui.command import Command

UNDO_COMMANDS: tuple[Command, ...] = (
    Command("undo", "edit", QT_TRANSLATE_NOOP("Command", "&Undo"), ("Ctrl+Z",)),
    Command("redo", "edit", QT_TRANSLATE_NOOP("Command", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
)

ANNOTATE_COMMANDS: tuple[Command, ...] = (
    Command(
        "note_here",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "&Note on Selection or Day…"),
        ("N",),
        in_chart=True,
    ),
    Command(
        "note_period",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Note on &Period between the Cursors…"),
        ("Shift+N",),
        in_chart=True,
    ),
    Command(
        "note_case",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Note on the &Whole Case…"),
        ("Ctrl+Alt+N",),
    ),
    Command(
        "outcome_here",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Conference &Outcome…"),
        ("D",),
        in_chart=True,
    ),
    Command(
        "add_event",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Add &Event…"),
        ("A",),
        in_chart=True,
    ),
    Command(
        "add_value",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Add &Value…"),
        ("V",),
        in_chart=True,
    ),
    Command(
        "keep_distance",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "&Keep Distance between the Cursors"),
        ("K",),
        in_chart=True,
    ),
    Command(
        "mark_important",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Mark as &Important"),
        ("1",),
        in_chart=True,
        begins_group=True,
    ),
    Command(
        "mark_question",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Mark as &Question"),
        ("2",),
        in_chart=True,
    ),
    Command(
        "mark_disagree",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Mark as &Disagreed"),
        ("3",),
        in_chart=True,
    ),
    Command(
        "mark_done",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Mark as D&one"),
        ("4",),
        in_chart=True,
    ),
    Command(
        "annotation_next",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Ne&xt Annotation"),
        ("J",),
        in_chart=True,
        begins_group=True,
    ),
    Command(
        "annotation_previous",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Pre&vious Annotation"),
        ("Shift+J",),
        in_chart=True,
    ),
    Command(
        "annotation_edit", "annotate", QT_TRANSLATE_NOOP("Command", "Edit Annota&tion…"), ("F4",)
    ),
    Command("annotation_reply", "annotate", QT_TRANSLATE_NOOP("Command", "Rep&ly…"), ("Ctrl+R",)),
    Command(
        "annotation_resolve",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Re&solve or Reopen"),
        ("Ctrl+E",),
    ),
    Command(
        "annotation_history",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "&History…"),
        ("Ctrl+Shift+Y",),
    ),
    Command(
        "annotation_delete",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "&Delete Annotation"),
        ("Delete",),
        in_chart=True,
    ),
    Command(
        "annotation_purge",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Pur&ge Annotation…"),
        ("Ctrl+Shift+Delete",),
    ),
    Command(
        "show_annotations",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Show &Annotations"),
        ("Ctrl+Shift+A",),
        begins_group=True,
    ),
    Command(
        "seen_all",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Mark All as &Read"),
        ("Ctrl+Shift+M",),
    ),
    Command(
        "import_annotations",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "I&mport Annotations…"),
        ("Ctrl+Alt+I",),
        begins_group=True,
    ),
    Command(
        "export_annotations",
        "annotate",
        QT_TRANSLATE_NOOP("Command", "Expo&rt Annotations…"),
        ("Ctrl+Alt+E",),
    ),
    Command("author", "annotate", QT_TRANSLATE_NOOP("Command", "A&uthor…"), ("Ctrl+Shift+U",)),
)
