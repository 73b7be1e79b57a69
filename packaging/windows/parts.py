"""What of Qt, of Python and of the libraries goes to Windows; the bundle's lists, for Windows.

packaging/bundle/dayline.spec says what the bundle leaves out and why. A test holds the two side
by side.
"""

from __future__ import annotations

import re

QT_MODULES = ("Core", "Gui", "OpenGL", "OpenGLWidgets", "PrintSupport", "Svg", "Widgets")
"""What the program and pyqtgraph import of PySide6; the libraries they are linked to come along."""

QT_PLUGINS = (
    "platforms/qwindows.dll",
    "platforms/qoffscreen.dll",
    "styles/qmodernwindowsstyle.dll",
    "imageformats/qjpeg.dll",
)
"""Pictures other than JPEG are read by Pillow, or by Qt itself."""

QT_OTHER = re.compile(
    r"PySide6/(__init__|_config|_git_pyside_version)\.py|PySide6/support/.*\.py"
    r"|PySide6/translations/qtbase_(en|ja)\.qm"
)

UNUSED = re.compile(
    r"(^|/)(tests?|testing/_private|include|XML)/|^bin/"
    r"|^(PySide6|shiboken6)/.*\.(pyi|lib|exe|h|cmake|xml|json)$"
    r"|\.(pyi|lib|a|exe|h|hpp|pxd|pxi|pyx|c|cpp|cmake|rst|typed|whl)$"
    r"|^numpy/(f2py|distutils|_pyinstaller)/"
    r"|^fontTools/.*/__main__\.py$"
    r"|^pyqtgraph/(examples|multiprocess|opengl|jupyter)/"
    r"|^pydicom/(cli|data/(test_files|charset_files|palettes/.*dcm$))"
    r"|^lxml/(html|isoschematron)/"
    r"|^[^/]+\.dist-info/(?!METADATA|entry_points|licenses/|LICEN|COPYING|NOTICE|AUTHORS)"
    r"|^[^/]+\.data/(?!platlib/|purelib/)"
)
"""Of the libraries: what tells about them, tests them or builds against them."""

NETWORK = re.compile(
    r"^(_?socket|_?ssl|_?select|selectors|_asyncio|asyncio|_overlapped|http|ftplib|smtplib|poplib"
    r"|imaplib|nntplib|telnetlib|xmlrpc|socketserver|wsgiref|webbrowser|cgi|cgitb"
    r"|_?multiprocessing|libssl-.*|libcrypto-.*|_hashlib)([./]|$)"
    r"|^(urllib/(request|robotparser)|concurrent/futures/process)\."
)
"""Of Python: what opens connections. With it goes what encrypts them; hashing needs none of it."""

UNUSED_PYTHON = re.compile(
    r"^(_?tkinter|tcl.*|tk\d.*|turtle|turtledemo|idlelib|lib2to3|distutils|ensurepip|venv|pip"
    r"|setuptools|site-packages|test|unittest|doctest|pydoc_data|pdb|_?msi(lib)?|winsound"
    r"|_?sqlite3|__pycache__|config-.*|lib-dynload|python\.exe|pythonw\.exe|python.*\.cat)([./]|$)"
)
"""Of Python: other windows than ours, what builds or tests, and its own programs."""
