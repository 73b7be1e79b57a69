"""The commands about second cursor, periods and pins."""

from viewer.model.problem_texts import QT_TRANSLATE_NOOP
from viewer.ui.command import Command

MEASURE_COMMANDS: tuple[Command, ...] = (
    Command(
        "second_here",
        "measure",
        QT_TRANSLATE_NOOP("Command", "&Second Cursor at the Cursor"),
        ("M",),
        in_chart=True,
    ),
    Command(
        "second_back",
        "measure",
        QT_TRANSLATE_NOOP("Command", "Second Cursor One Day &Back"),
        ("Ctrl+Shift+Left",),
        in_chart=True,
    ),
    Command(
        "second_on",
        "measure",
        QT_TRANSLATE_NOOP("Command", "Second Cursor One Day &On"),
        ("Ctrl+Shift+Right",),
        in_chart=True,
    ),
    Command(
        "second_away",
        "measure",
        QT_TRANSLATE_NOOP("Command", "&Remove Second Cursor"),
        ("Shift+M",),
        in_chart=True,
    ),
    Command(
        "show_measure",
        "measure",
        QT_TRANSLATE_NOOP("Command", "&Measure between the Cursors"),
        ("Ctrl+M",),
    ),
    Command(
        "period_between",
        "measure",
        QT_TRANSLATE_NOOP("Command", "&Period between the Cursors"),
        ("B",),
        in_chart=True,
        begins_group=True,
    ),
    Command(
        "period_selected",
        "measure",
        QT_TRANSLATE_NOOP("Command", "&Use Selection as Period"),
        ("C",),
        in_chart=True,
    ),
    Command(
        "periods_away",
        "measure",
        QT_TRANSLATE_NOOP("Command", "Remove P&eriods"),
        ("Shift+C",),
        in_chart=True,
    ),
    Command(
        "show_compare",
        "measure",
        QT_TRANSLATE_NOOP("Command", "&Compare Periods"),
        ("Ctrl+Shift+B",),
    ),
    Command(
        "copy_comparison",
        "measure",
        QT_TRANSLATE_NOOP("Command", "Cop&y Comparison"),
        ("Ctrl+Alt+C",),
    ),
    Command(
        "pin",
        "measure",
        QT_TRANSLATE_NOOP("Command", "P&in or Unpin Selection"),
        ("Ctrl+D",),
        begins_group=True,
    ),
    Command(
        "show_pinned",
        "measure",
        QT_TRANSLATE_NOOP("Command", "Show Pi&nned Details"),
        ("Ctrl+Shift+P",),
    ),
)
