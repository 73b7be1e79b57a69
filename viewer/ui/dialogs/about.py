"""About: what it is, its version, what it is not for, and whose work it stands on."""

from importlib.metadata import version

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from viewer import __version__
from viewer.ui.look import Look

translate = QCoreApplication.translate

LIBRARIES = (
    ("Qt, PySide6", "PySide6-Essentials", "LGPL-3.0"),
    ("pyqtgraph", "pyqtgraph", "MIT"),
    ("NumPy", "numpy", "BSD-3-Clause"),
    ("pydantic", "pydantic", "MIT"),
    ("jiter", "jiter", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
)
FONTS = (("Inter", "OFL-1.1"), ("Noto Sans JP", "OFL-1.1"))


def not_a_device() -> str:
    """The sentence that stands in every window."""
    return translate("About", "Not a medical device; not for diagnosis or treatment decisions")


class AboutDialog(QDialog):
    """Says what the program is and is not."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("About", "About Dayline"))
        layout = QVBoxLayout(self)
        margin = round(look.em_px * 1.5)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(round(look.em_px * 0.75))
        name = QLabel(translate("About", "Dayline {version}").format(version=__version__))
        name.setFont(look.font("title"))
        warning = QLabel(not_a_device())
        warning.setFont(look.font("strong"))
        what = QLabel(
            translate(
                "About",
                "Shows one patient's course: events, values and findings on one cursor. It never "
                "draws a number that nobody measured. It works without a network and sends "
                "nothing anywhere.",
            )
        )
        libraries = QLabel("\n".join(self._credits()))
        libraries.setFont(look.font("when"))
        for label in (name, warning, what, libraries):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        width = round(look.em_px * 36)
        self.setFixedWidth(width)
        self.resize(width, layout.heightForWidth(width))

    def _credits(self) -> list[str]:
        lines = [translate("About", "Built with:")]
        lines += [f"{name} {version(package)}, {licence}" for name, package, licence in LIBRARIES]
        lines += [f"{name}, {licence}" for name, licence in FONTS]
        return lines
