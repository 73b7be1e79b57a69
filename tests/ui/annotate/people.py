"""People who annotate one case: each at their own computer, in real journals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from viewer.io.case_store import open_case
from viewer.model.annotating import Edit, decision
from viewer.model.annotation import Content
from viewer.session.session import Session


class People:
    """Ann, who sits here, and colleagues who write into the same folder."""

    def __init__(self, case: Path, qtbot: Any, home: Path, monkeypatch: Any) -> None:
        self.case, self.qtbot, self.home, self._patch = case, qtbot, home, monkeypatch
        self.sessions: list[Session] = []
        self.session = self.sit_down("Ann")

    def sit_down(self, name: str) -> Session:
        """Open the case as another person at another computer."""
        data = self.home / "people" / name
        for variable in ("XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA", "HOME", "USERPROFILE"):
            self._patch.setenv(variable, str(data))
        session = Session(open_case(self.case))
        session.annotating.sign(name)
        self.sessions.append(session)
        self.wait_saved(session)
        return session

    def wait_saved(self, session: Session | None = None) -> None:
        annotating = (session or self.session).annotating
        keeping = annotating.keeping
        assert keeping is not None
        self.qtbot.waitUntil(
            lambda: keeping.read is not None and annotating.saving == "saved", timeout=10_000
        )

    def colleague(self, name: str, *contents: Content, resolve: int | None = None) -> list[str]:
        """Let a colleague write into the same folder, and wait until it is seen here."""
        theirs = self.sit_down(name)
        ids = self.put(*contents, session=theirs)
        if resolve is not None:
            self.put(decision(ids[resolve], is_resolved=True), session=theirs)
        self.wait_saved(theirs)
        theirs.annotating.finish()
        self.qtbot.waitUntil(lambda: ids[-1] in self.session.annotations, timeout=10_000)
        self.settle()
        return ids

    def put(self, *contents: Content, session: Session | None = None) -> list[str]:
        annotating = (session or self.session).annotating
        puts = {annotating.new_id(): content for content in contents}
        annotating.edit(Edit("Add", puts))
        self.settle()
        return list(puts)

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def content(self, id_: str) -> Content:
        content = self.session.annotations.content(id_)
        assert content is not None
        return content

    def leave(self) -> None:
        """Let everybody go home."""
        for session in self.sessions:
            session.annotating.finish()
