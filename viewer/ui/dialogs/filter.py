"""The dialog in which the person says what they want to look at."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.model import view_state
from viewer.model.filter import EVIDENCE, KINDS, NO_FILTER, Filter
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.words.evidence_words import evidence_name
from viewer.ui.words.sign_words import kind_name

translate = QCoreApplication.translate

SHOWN_ROWS = 9
"""Longer lists scroll."""


class FilterDialog(QDialog):
    """Lists of lanes, kinds and evidence, words, and values out of range; nothing ticked is all."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self.setWindowTitle(translate("Filter", "Filter"))
        case, language = session.case, session.language
        lanes = [(lane.id, lane.title.pick(language)) for lane in case.lanes]
        self.lanes = self._list(lanes, translate("Filter", "Lanes"))
        kinds = [(kind, kind_name(kind)) for kind in KINDS]
        self.kinds = self._list(kinds, translate("Filter", "Kinds of lanes"))
        evidence = [(kind, evidence_name(kind)) for kind in EVIDENCE]
        self.evidence = self._list(evidence, translate("Filter", "How a fact is known"))
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self.text.setPlaceholderText(translate("Filter", "Words that must stand in it"))
        self.text.setAccessibleName(translate("Filter", "Words"))
        self.out_of_range = QCheckBox(translate("Filter", "Only values out of range"))
        self._build()
        self._fill(session.state.filter)

    def chosen(self) -> Filter:
        """Give the filter as it is set now."""
        return Filter(
            frozenset(_ticked(self.lanes)),
            frozenset(kind for kind in KINDS if kind in _ticked(self.kinds)),
            frozenset(kind for kind in EVIDENCE if kind in _ticked(self.evidence)),
            self.text.text(),
            self.out_of_range.isChecked(),
        )

    def accept(self) -> None:
        """Look only at what the filter keeps."""
        self._session.apply(partial(view_state.sift, chosen=self.chosen()))
        super().accept()

    def _build(self) -> None:
        em = round(self._look.em_px)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[round(1.5 * em)] * 4)
        column.setSpacing(em)
        what = QLabel(
            translate(
                "Filter",
                "What is left out is drawn faintly and cannot be clicked; tables do not list it. "
                "Where nothing is ticked, everything is kept.",
            )
        )
        what.setWordWrap(True)
        column.addWidget(what)
        lists = QHBoxLayout()
        lists.setSpacing(em)
        in_lanes = QGroupBox(translate("Filter", "Events and statements in lanes"))
        beside = QHBoxLayout(in_lanes)
        for one in (self.lanes, self.kinds):
            beside.addLayout(self._headed(one))
        lists.addWidget(in_lanes, 2)
        of_all = QGroupBox(translate("Filter", "Events, statements and values"))
        below = QVBoxLayout(of_all)
        below.addLayout(self._headed(self.evidence))
        below.addWidget(self.text)
        lists.addWidget(of_all, 1)
        column.addLayout(lists)
        column.addWidget(self.out_of_range)
        kind = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kind.Ok | kind.Cancel)
        self.clear = buttons.addButton(
            translate("Filter", "Clear"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.clear.clicked.connect(self._on_clear_clicked)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(round(54 * self._look.em_px), self.sizeHint().height())

    def _headed(self, list_: QListWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        label = QLabel(list_.accessibleName())
        label.setBuddy(list_)
        column.addWidget(label)
        column.addWidget(list_)
        return column

    def _list(self, rows: Iterable[tuple[str, str]], name: str) -> QListWidget:
        list_ = QListWidget()
        list_.setAccessibleName(name)
        list_.setUniformItemSizes(True)
        list_.setSpacing(2)
        for key, words in rows:
            item = QListWidgetItem(words, list_)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setToolTip(words)
        list_.setMinimumHeight(round(SHOWN_ROWS * 1.6 * self._look.h_px))
        return list_

    def _fill(self, chosen: Filter) -> None:
        lists = ((self.lanes, chosen.lanes), (self.kinds, chosen.kinds))
        for list_, keys in (*lists, (self.evidence, chosen.evidence)):
            for row in range(list_.count()):
                item = list_.item(row)
                is_on = item.data(Qt.ItemDataRole.UserRole) in keys
                item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        self.text.setText(chosen.text)
        self.out_of_range.setChecked(chosen.is_out_of_range)

    def _on_clear_clicked(self) -> None:
        self._fill(NO_FILTER)


def _ticked(list_: QListWidget) -> list[str]:
    items = (list_.item(row) for row in range(list_.count()))
    ticked = (item for item in items if item.checkState() == Qt.CheckState.Checked)
    return [str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked]
