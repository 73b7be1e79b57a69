"""Runs before the bundled program: stand-ins for what libraries import and the program never uses.

The bundle has no network library, so that there is nothing to open a connection with. `socket` is
imported by the standard library's `email`, which importlib.metadata needs, `urllib.request` by its
`xml.sax`, which python-pptx needs for one function on texts, and pyqtgraph's way of drawing in
another process by pyqtgraph itself. None of them is used.
"""

import os
import sys
import types


def stand_in(name: str, **holding: object) -> None:
    """Put a module in place that holds nothing else."""
    module = types.ModuleType(name, "Stands in for what this program does not ship.")
    vars(module).update(holding)
    sys.modules[name] = module


# `platform` asks it on Windows for the name of the machine, which the program tells holders of
# notes apart by.
stand_in("socket", gethostname=lambda: os.environ.get("COMPUTERNAME", ""))
stand_in("urllib.request")
stand_in("pyqtgraph.multiprocess")
stand_in(
    "pyqtgraph.widgets.RemoteGraphicsView", RemoteGraphicsView=type("RemoteGraphicsView", (), {})
)
