"""Draw the program's icon in every size that systems ask for, from resources/icons/dayline.svg."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def main() -> int:
    """Write a PNG for each size beside the drawing."""
    app = QGuiApplication(sys.argv)
    drawing = QSvgRenderer(str(ICONS / "dayline.svg"), app)
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        with QPainter(image) as painter:
            drawing.render(painter)
        image.save(str(ICONS / f"dayline-{size}.png"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
