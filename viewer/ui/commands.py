"""Every command of the window as a row of one table: its words, menu and keys."""

import re

from viewer.model.problem_texts import QT_TRANSLATE_NOOP
from viewer.ui.annotate.commands import ANNOTATE_COMMANDS, UNDO_COMMANDS
from viewer.ui.command import Command
from viewer.ui.export_commands import EXPORT_COMMANDS
from viewer.ui.measuring.commands import MEASURE_COMMANDS
from viewer.ui.present.commands import PRESENT_COMMANDS
from viewer.ui.scene_commands import SCENE_COMMANDS

MENUS = (
    ("case", QT_TRANSLATE_NOOP("Menu", "&Case")),
    ("edit", QT_TRANSLATE_NOOP("Menu", "&Edit")),
    ("view", QT_TRANSLATE_NOOP("Menu", "&View")),
    ("lanes", QT_TRANSLATE_NOOP("Menu", "&Lanes")),
    ("go", QT_TRANSLATE_NOOP("Menu", "&Go")),
    ("measure", QT_TRANSLATE_NOOP("Menu", "&Measure")),
    ("annotate", QT_TRANSLATE_NOOP("Menu", "&Annotate")),
    ("present", QT_TRANSLATE_NOOP("Menu", "&Present")),
    ("help", QT_TRANSLATE_NOOP("Menu", "&Help")),
)
SUBMENUS = {"day_labels": ("view", QT_TRANSLATE_NOOP("Menu", "&Day Labels"))}
"""Menus inside others, by the menu they stand in and their title."""


COMMANDS: tuple[Command, ...] = (
    Command("open_file", "case", QT_TRANSLATE_NOOP("Command", "&Open…"), ("Ctrl+O",)),
    Command(
        "open_folder", "case", QT_TRANSLATE_NOOP("Command", "Open &Folder…"), ("Ctrl+Shift+O",)
    ),
    Command(
        "open_first",
        "case",
        QT_TRANSLATE_NOOP("Command", "Open the &Insulinoma Case"),
        ("Ctrl+Shift+I",),
    ),
    Command(
        "open_synthetic",
        "case",
        QT_TRANSLATE_NOOP("Command", "Open the S&ynthetic Course"),
        ("Ctrl+Shift+X",),
    ),
    Command(
        "add_images",
        "case",
        QT_TRANSLATE_NOOP("Command", "&Add Images…"),
        ("Ctrl+Alt+A",),
        begins_group=True,
    ),
    *EXPORT_COMMANDS,
    Command("quit", "case", QT_TRANSLATE_NOOP("Command", "&Quit"), ("Ctrl+Q",), begins_group=True),
    *UNDO_COMMANDS,
    Command(
        "copy_day",
        "edit",
        QT_TRANSLATE_NOOP("Command", "&Copy What Was Going On"),
        ("Ctrl+Shift+D",),
        begins_group=True,
    ),
    Command("find", "edit", QT_TRANSLATE_NOOP("Command", "&Find…"), ("Ctrl+F",), begins_group=True),
    Command("find_next", "edit", QT_TRANSLATE_NOOP("Command", "Find &Next"), ("F3",)),
    Command("find_previous", "edit", QT_TRANSLATE_NOOP("Command", "Find &Previous"), ("Shift+F3",)),
    Command(
        "fit", "view", QT_TRANSLATE_NOOP("Command", "Fit the &Whole Course"), ("0",), in_chart=True
    ),
    Command("zoom_in", "view", QT_TRANSLATE_NOOP("Command", "Zoom &In"), ("+", "="), in_chart=True),
    Command("zoom_out", "view", QT_TRANSLATE_NOOP("Command", "Zoom &Out"), ("-",), in_chart=True),
    Command(
        "zoom_selected",
        "view",
        QT_TRANSLATE_NOOP("Command", "Zoom to &Selection"),
        ("Return",),
        in_chart=True,
    ),
    Command(
        "zoom_lane",
        "view",
        QT_TRANSLATE_NOOP("Command", "Zoom to &Lane of Selection"),
        ("L",),
        in_chart=True,
    ),
    Command(
        "zoom_period",
        "view",
        QT_TRANSLATE_NOOP("Command", "Zoom to &Period…"),
        ("P",),
        in_chart=True,
    ),
    Command(
        "pan_back",
        "view",
        QT_TRANSLATE_NOOP("Command", "Move View to Ea&rlier Days"),
        ("Shift+Left",),
        in_chart=True,
    ),
    Command(
        "pan_on",
        "view",
        QT_TRANSLATE_NOOP("Command", "Move View to La&ter Days"),
        ("Shift+Right",),
        in_chart=True,
    ),
    Command(
        "back",
        "view",
        QT_TRANSLATE_NOOP("Command", "&Back to Earlier View"),
        ("Alt+Left", "Backspace"),
        in_chart=True,
    ),
    Command(
        "forward",
        "view",
        QT_TRANSLATE_NOOP("Command", "Forward to Later &View"),
        ("Alt+Right", "Shift+Backspace"),
        in_chart=True,
    ),
    Command(
        "fold_gaps",
        "view",
        QT_TRANSLATE_NOOP("Command", "&Fold Long Gaps"),
        ("F",),
        in_chart=True,
        begins_group=True,
    ),
    Command(
        "unfold_all",
        "view",
        QT_TRANSLATE_NOOP("Command", "Show Folded &Days"),
        ("Shift+F",),
        in_chart=True,
    ),
    Command(
        "filter",
        "view",
        QT_TRANSLATE_NOOP("Command", "F&ilter…"),
        ("Ctrl+Shift+F",),
        begins_group=True,
    ),
    Command(
        "clear_filter", "view", QT_TRANSLATE_NOOP("Command", "&Clear Filter"), ("Ctrl+Shift+L",)
    ),
    Command(
        "hide_after",
        "view",
        QT_TRANSLATE_NOOP("Command", "&Hide after This Day"),
        ("Ctrl+H",),
        begins_group=True,
    ),
    Command("show_all", "view", QT_TRANSLATE_NOOP("Command", "Show &All Days"), ("Ctrl+Shift+H",)),
    *(
        Command(f"label_{kind}", "day_labels", words, (f"Ctrl+{number}",), is_choice=True)
        for number, (kind, words) in enumerate(
            (
                ("day_0", QT_TRANSLATE_NOOP("Command", "Day N, from &0")),
                ("day_1", QT_TRANSLATE_NOOP("Command", "Day N, from &1")),
                ("illness", QT_TRANSLATE_NOOP("Command", "&Illness Day")),
                ("hospital", QT_TRANSLATE_NOOP("Command", "&Hospital Day")),
                ("date", QT_TRANSLATE_NOOP("Command", "Calendar &Date")),
                ("age", QT_TRANSLATE_NOOP("Command", "&Age")),
            ),
            start=1,
        )
    ),
    Command(
        "count_from_selected",
        "day_labels",
        QT_TRANSLATE_NOOP("Command", "&Count Days from Selected Event"),
        ("Alt+D",),
        begins_group=True,
    ),
    Command(
        "count_from_zero",
        "day_labels",
        QT_TRANSLATE_NOOP("Command", "Count Days from Day &Zero"),
        ("Ctrl+0",),
    ),
    Command(
        "full_screen",
        "view",
        QT_TRANSLATE_NOOP("Command", "F&ull Screen"),
        ("F11",),
        is_switch=True,
        begins_group=True,
    ),
    Command("next_theme", "view", QT_TRANSLATE_NOOP("Command", "&Next Theme"), ("Ctrl+Shift+T",)),
    Command(
        "other_units",
        "view",
        QT_TRANSLATE_NOOP("Command", "Other &Units"),
        ("U",),
        in_chart=True,
        submenu="plots",
    ),
    Command(
        "next_scale",
        "view",
        QT_TRANSLATE_NOOP("Command", "&Next Scale"),
        ("Y",),
        in_chart=True,
        submenu="plots",
    ),
    Command(
        "shared_axis",
        "view",
        QT_TRANSLATE_NOOP("Command", "&Shared Axis"),
        ("Shift+Y",),
        in_chart=True,
        is_switch=True,
        submenu="plots",
    ),
    Command(
        "overlay",
        "view",
        QT_TRANSLATE_NOOP("Command", "&Overlay"),
        ("O",),
        in_chart=True,
        is_switch=True,
        submenu="plots",
    ),
    Command(
        "follow_window",
        "view",
        QT_TRANSLATE_NOOP("Command", "Axis &Follows the Window"),
        ("Shift+O",),
        in_chart=True,
        is_switch=True,
        submenu="plots",
    ),
    Command("show_glucose", "view", QT_TRANSLATE_NOOP("Command", "&Glucose"), ("Ctrl+Shift+G",)),
    Command(
        "reset_panels", "view", QT_TRANSLATE_NOOP("Command", "&Reset Panels"), ("Ctrl+Shift+R",)
    ),
    Command(
        "collapse_lane",
        "lanes",
        QT_TRANSLATE_NOOP("Command", "&Collapse Lane of Selection"),
        ("[",),
        in_chart=True,
    ),
    Command(
        "expand_lane",
        "lanes",
        QT_TRANSLATE_NOOP("Command", "&Expand Lane of Selection"),
        ("]",),
        in_chart=True,
    ),
    Command(
        "collapse_lanes", "lanes", QT_TRANSLATE_NOOP("Command", "C&ollapse All Lanes"), ("Ctrl+[",)
    ),
    Command(
        "expand_lanes", "lanes", QT_TRANSLATE_NOOP("Command", "E&xpand All Lanes"), ("Ctrl+]",)
    ),
    Command(
        "lane_up",
        "lanes",
        QT_TRANSLATE_NOOP("Command", "Move Lane &Up"),
        ("Ctrl+Up",),
        in_chart=True,
        begins_group=True,
    ),
    Command(
        "lane_down",
        "lanes",
        QT_TRANSLATE_NOOP("Command", "Move Lane &Down"),
        ("Ctrl+Down",),
        in_chart=True,
    ),
    Command(
        "lanes_as_in_case",
        "lanes",
        QT_TRANSLATE_NOOP("Command", "Lanes in the Order of the C&ase"),
        ("Ctrl+Shift+Up",),
    ),
    Command(
        "hide_lane",
        "lanes",
        QT_TRANSLATE_NOOP("Command", "&Hide Lane of Selection"),
        ("H",),
        in_chart=True,
        begins_group=True,
    ),
    Command(
        "show_lanes",
        "lanes",
        QT_TRANSLATE_NOOP("Command", "&Show All Lanes"),
        ("Shift+H",),
    ),
    Command(
        "previous", "go", QT_TRANSLATE_NOOP("Command", "&Previous Event"), ("Left",), in_chart=True
    ),
    Command("next", "go", QT_TRANSLATE_NOOP("Command", "&Next Event"), ("Right",), in_chart=True),
    Command("first", "go", QT_TRANSLATE_NOOP("Command", "&First Event"), ("Home",), in_chart=True),
    Command("last", "go", QT_TRANSLATE_NOOP("Command", "&Last Event"), ("End",), in_chart=True),
    Command(
        "previous_episode",
        "go",
        QT_TRANSLATE_NOOP("Command", "Previous Lo&w Episode"),
        ("Shift+E",),
        in_chart=True,
        begins_group=True,
    ),
    Command(
        "next_episode",
        "go",
        QT_TRANSLATE_NOOP("Command", "Next Low &Episode"),
        ("E",),
        in_chart=True,
    ),
    Command(
        "day_back",
        "go",
        QT_TRANSLATE_NOOP("Command", "Cursor One Day &Back"),
        ("Ctrl+Left",),
        in_chart=True,
        begins_group=True,
    ),
    Command(
        "day_on",
        "go",
        QT_TRANSLATE_NOOP("Command", "Cursor One Day &On"),
        ("Ctrl+Right",),
        in_chart=True,
    ),
    Command("go_to_day", "go", QT_TRANSLATE_NOOP("Command", "&Go to Day…"), ("Ctrl+G",)),
    Command(
        "clear",
        "go",
        QT_TRANSLATE_NOOP("Command", "&Select Nothing"),
        ("Escape",),
        in_chart=True,
        begins_group=True,
    ),
    *MEASURE_COMMANDS,
    *ANNOTATE_COMMANDS,
    *PRESENT_COMMANDS,
    *SCENE_COMMANDS,
    Command("keyboard", "help", QT_TRANSLATE_NOOP("Command", "&Keyboard"), ("F1", "?")),
    Command("legend", "help", QT_TRANSLATE_NOOP("Command", "&Legend of Marks"), ("F2",)),
    Command(
        "about",
        "help",
        QT_TRANSLATE_NOOP("Command", "&About Dayline"),
        ("Ctrl+F1",),
        begins_group=True,
    ),
)


def without_mnemonic(words: str) -> str:
    """Give a menu's words as they are said: without the key to press, "&Open…" or "開く(&O)…"."""
    return re.sub(r"\(&\w\)|&", "", words).removesuffix("…")
