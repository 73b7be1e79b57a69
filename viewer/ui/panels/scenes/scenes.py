"""The panel of scenes: the deck in order, and what belongs to the chosen scene."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from viewer.model.part import MOST_LINE
from viewer.model.scene import Scene
from viewer.session.presenting.decks import Decks
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.panel import Panel
from viewer.ui.panels.scenes.editing import SceneEditing
from viewer.ui.panels.scenes.fields import SceneFields
from viewer.ui.panels.scenes.pictures import NoPictures, Pictures
from viewer.ui.panels.scenes.rows import SceneRows
from viewer.ui.panels.scenes.scene_list import SceneList
from viewer.ui.panels.scenes.scene_menu import Act, act_menu
from viewer.ui.widgets.block import Block, Line
from viewer.ui.widgets.empty import Empty
from viewer.ui.widgets.link import Target
from viewer.ui.widgets.page import Page
from viewer.ui.widgets.plain_text import PlainText
from viewer.ui.words.scene_words import deck_name

translate = QCoreApplication.translate


class ScenesPanel(Panel):
    """Lists the scenes of the chosen deck; those of later days only where nothing is hidden."""

    show_wanted = Signal(str)
    """A scene is to be shown in the window."""
    update_wanted = Signal(str)
    """A scene is to show what the window shows."""
    command_wanted = Signal(str)
    """Something that the window does: "add_scene" or "deck_from_template"."""

    def __init__(
        self, session: Session, look: Look, decks: Decks, pictures: Pictures | None = None
    ) -> None:
        super().__init__(session, look, "scenes")
        self.decks = decks
        self.editing = SceneEditing(session, decks, self)
        self._pictures = pictures or NoPictures()
        self._chosen: tuple[str, int] | None = None
        """The chosen scene and its row, at which its copy stands in a copied deck."""
        self._opened = session.opened
        self.owner = QComboBox()
        self.owner.setAccessibleName(translate("Scenes", "Deck"))
        self.owner.activated.connect(self._on_owner_chosen)
        self.rows = SceneRows(session)
        self.list = SceneList(look, self.rows, self._pictures)
        self.list.setAccessibleName(self.title())
        self.fields = SceneFields(look, session.language)
        self.page = Page(look, self.follow)
        self.hidden_words = PlainText(
            translate("Scenes", "Scenes of later days are not listed while later days are hidden."),
            look,
            "when",
            "ink_2",
        )
        self._lay_out()
        self._listen()
        self.show_state()
        self.restyle()

    def _lay_out(self) -> None:
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.list)
        self._halves.addWidget(self.fields)
        # A panel that asks for much room pushes the others about as soon as it is shown.
        self.list.setMinimumHeight(1)
        self._halves.setSizes([200, 100])
        self._halves.setStretchFactor(0, 1)
        self._halves.setStretchFactor(1, 0)
        self._deck = QWidget()
        column = QVBoxLayout(self._deck)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.hidden_words)
        column.addWidget(self._halves, 1)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._deck)
        self._pages.addWidget(self.page)
        whole = QVBoxLayout(self)
        whole.addWidget(self.owner)
        whole.addLayout(self._pages, 1)

    def _listen(self) -> None:
        self.decks.changed.connect(self.show_state)
        self.editing.made.connect(self._choose_place)
        self.rows.retitled.connect(self.editing.rename)
        self.fields.changed.connect(self.editing.change)
        self.fields.rested.connect(self._on_rested)
        self.list.drawing.cut.connect(self._on_title_cut)
        scenes = self.list
        scenes.chosen.connect(self.choose)
        scenes.show_wanted.connect(self.show_wanted)
        scenes.remove_wanted.connect(self.editing.remove)
        scenes.move_wanted.connect(self._on_move_wanted)
        scenes.menu_wanted.connect(self._open_menu)

    def title(self) -> str:
        """Give the panel's name."""
        return translate("Scenes", "Scenes")

    # -- showing ------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Show the scenes that may be listed, and what belongs to the chosen one."""
        is_other = self.session.opened is not self._opened
        self._opened = self.session.opened
        self._chosen = None if is_other else self._chosen
        listed = self.decks.listed()
        is_hidden = self.session.state.horizon is not None
        self._show_owners()
        bar = self.list.verticalScrollBar()
        before = bar.value()
        self.rows.show_scenes(listed)
        bar.setValue(before)
        self.hidden_words.setVisible(is_hidden)
        self._pages.setCurrentWidget(self._deck if listed else self.page)
        if not listed:
            self.page.show_blocks(_empty(self.session))
        self.set_heading(f"{len(listed):,}" if listed else "")
        self._show_chosen()

    def restyle(self) -> None:
        """Take fonts and measures of another look."""
        side = round(0.5 * self.look.h_px)
        layout, deck = self.layout(), self._deck.layout()
        assert layout is not None  # made by the panel itself
        assert deck is not None
        layout.setContentsMargins(side, side, side, side)
        layout.setSpacing(side)
        deck.setSpacing(side)
        self.hidden_words.setFont(self.look.font("when"))
        self.fields.restyle()
        self.page.restyle()
        self.list.doItemsLayout()

    def _show_owners(self) -> None:
        owners = list(self.decks.by_owner)
        known = self.session.annotating.all
        names = [deck_name(owner, known) for owner in owners]
        shown = [self.owner.itemText(at) for at in range(self.owner.count())]
        if shown != names or [self.owner.itemData(at) for at in range(len(shown))] != owners:
            self.owner.clear()
            for owner, name in zip(owners, names, strict=True):
                self.owner.addItem(name, owner)
        self.owner.setCurrentIndex(self.owner.findData(self.decks.deck.owner))
        self.owner.setVisible(len(owners) > 1)

    # -- what is chosen -----------------------------------------------------------------------

    @property
    def chosen(self) -> str | None:
        """The id of the chosen scene; None where none is."""
        return None if self._chosen is None else self._chosen[0]

    @property
    def scene(self) -> Scene | None:
        """The chosen scene."""
        return self.decks.deck.find(self.chosen)

    def choose(self, id_: str | None) -> bool:
        """Choose a scene that is listed; what was typed about the one before is kept first.

        Where it cannot be kept yet that one stays chosen. Tells whether the other one is chosen.
        """
        row = self.rows.row_of(id_)
        if id_ == self.chosen or (id_ is not None and row is None):
            return id_ == self.chosen
        self.fields.commit()  # which may copy the deck, and give its scenes other ids
        if not self.fields.is_kept:
            QTimer.singleShot(0, self._choose_again)  # once the list is done with the click
            return False
        self._chosen = None if row is None else (self.rows.scenes[row].id, row)
        self._show_chosen()
        return True

    def _choose_again(self) -> None:
        self.list.choose(self.chosen)

    def _choose_place(self, place: int) -> None:
        scenes = self.decks.deck.scenes
        if 0 <= place < len(scenes):
            self.choose(scenes[place].id)

    def _show_chosen(self) -> None:
        """Show the chosen scene; where it is gone, the one that stands at its row now."""
        scenes = self.rows.scenes
        row = self.rows.row_of(self.chosen)
        if row is None and self._chosen is not None and scenes:
            row = min(self._chosen[1], len(scenes) - 1)
        self._chosen = None if row is None else (scenes[row].id, row)
        at = self.list.currentIndex()
        if (at.row() if at.isValid() else None) != row:
            self.list.choose(self.chosen)
        self.fields.show_scene(None if row is None else scenes[row])

    def finish_typing(self) -> bool:
        """Keep what is being typed; False where it is not kept yet: a name may be asked for."""
        asked = self.editing.asked
        self.list.finish_editing()
        self.fields.commit()
        return self.fields.is_kept and self.editing.asked == asked

    def give_up_typing(self) -> None:
        """Keep what can be kept as it stands, and give up the rest."""
        self._on_rested()
        self.fields.take_back()

    def _on_rested(self) -> None:
        if self.session.annotating.me is not None:  # nobody is asked for a name while they type
            self.fields.keep_notes()

    def _on_title_cut(self) -> None:
        words = translate("Scenes", "A title has at most {most} letters; the rest was left out.")
        self.fields.say(words.format(most=f"{MOST_LINE:,}"))

    # -- what the person does -----------------------------------------------------------------

    def follow(self, target: Target) -> None:
        """Do what a link of the empty panel is for."""
        if target.kind == "act":
            self.command_wanted.emit(target.id)
        else:
            super().follow(target)

    def _on_owner_chosen(self, at: int) -> None:
        owner = str(self.owner.itemData(at))
        self.fields.commit()  # which may add a deck
        if self.fields.is_kept:
            self._chosen = None
            self.decks.choose(owner)
        else:
            self._show_owners()

    def _on_move_wanted(self, id_: str, row: int) -> None:
        scenes = self.rows.scenes
        if row < len(scenes):
            self.editing.move(id_, scenes[row].id)
            return
        # Under a horizon there may be more scenes than are listed: it stays before those.
        every = self.decks.deck.scenes
        after = (self.decks.deck.index(scenes[-1].id) or 0) + 1
        self.editing.move(id_, every[after].id if after < len(every) else None)

    def _open_menu(self, id_: str, place: QPoint) -> None:
        """Offer what can be done with a scene; an edit gives its copy another id, at its row."""
        if not self.choose(id_):
            return
        id_ = self.chosen or id_
        row, last = self.rows.row_of(id_) or 0, len(self.rows.scenes) - 1
        acts: tuple[Act, ...] = (
            Act(translate("Scenes", "&Show"), "Return", partial(self.show_wanted.emit, id_)),
            Act(translate("Scenes", "&Rename"), "F2", partial(self.list.edit_title, id_)),
            Act(translate("Scenes", "&Update"), "", partial(self.update_wanted.emit, id_)),
            Act(translate("Scenes", "&Duplicate"), "", partial(self.editing.duplicate, id_)),
            Act(
                translate("Scenes", "Move &Earlier"),
                "Alt+Up",
                partial(self._on_move_wanted, id_, row - 1),
                row > 0,
            ),
            Act(
                translate("Scenes", "Move &Later"),
                "Alt+Down",
                partial(self._on_move_wanted, id_, row + 2),
                row < last,
            ),
            Act(translate("Scenes", "Dele&te"), "Delete", partial(self.editing.remove, id_)),
        )
        act_menu(self, acts).popup(place)


def _empty(session: Session) -> tuple[Block, ...]:
    """Give what stands in place of a list: how a deck is begun."""
    if session.opened is None:
        return ()
    words = (
        translate("Scenes", "No scenes of these days. Scenes of later days are not listed.")
        if session.state.horizon is not None
        else translate("Scenes", "No scenes yet. A scene keeps what the window shows.")
    )
    template = translate("Scenes", "Make a deck from a template")
    return (
        Empty(words, translate("Scenes", "Add scene"), Target("act", "add_scene")),
        Line(template, target=Target("act", "deck_from_template")),
    )
