"""A bare window of PySide6, pyqtgraph and pydantic with one plot; measured as the program is."""

from __future__ import annotations

from start_probe import Probe


def parts(window: object) -> list[object]:
    return [window.plot.viewport()]


def is_answered(window: object) -> bool:
    return window.has_answered


def main() -> None:
    import pydantic
    import pyqtgraph as pg
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Value(pydantic.BaseModel):
        day: float
        value: float

    class Bare(QMainWindow):
        def __init__(self) -> None:
            super().__init__()
            self.has_answered = False
            self.plot = pg.PlotWidget()
            self.setCentralWidget(self.plot)
            values = [Value(day=day, value=day * day % 7) for day in range(20)]
            self.plot.plot([v.day for v in values], [v.value for v in values], symbol="o")
            self.resize(1600, 1000)

        def keyPressEvent(self, _event: QKeyEvent) -> None:
            self.has_answered = True

    app = QApplication([])
    window = Bare()
    window.show()
    app.exec()


if __name__ == "__main__":
    Probe("has_answered", parts, is_answered).install()
    main()
