"""Which parts this installation has, in which versions, and which optional ones it lacks."""

import platform
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec

from viewer.ui.self_check.finding import demand

MODULES = (
    "PySide6", "numpy", "pydantic", "pydantic_core", "pyqtgraph", "pydicom", "PIL", "openpyxl",
    "pptx", "fontTools", "platformdirs", "jiter", "lxml",
)  # fmt: skip
OPTIONAL = {"pyarrow": "reads series from .parquet files"}
UNKNOWN = "unknown"


def versions() -> dict[str, str]:
    """Give the version of each part; "missing" and why, where it cannot be had."""
    found = {"python": platform.python_version()}
    for name in MODULES:
        found[name] = _asked(partial(_stated, name))
    found["Qt"] = _asked(_qt)
    found["gdcm"] = _asked(_gdcm)
    found["OpenSlide"] = _asked(_openslide)
    return found


def missing() -> list[str]:
    """Give the optional parts that are not there, with what they would do."""
    return [f"{name}: {use}" for name, use in OPTIONAL.items() if find_spec(name) is None]


def tell(found: dict[str, str]) -> str:
    """Say how many parts there are; raises FailedError where one is not."""
    lacking = [f"{name} {said}" for name, said in found.items() if said.startswith("missing")]
    demand(not lacking, "; ".join(lacking))
    return f"{len(found)} parts"


def _asked(ask: Callable[[], str]) -> str:
    try:
        return ask()
    except Exception as error:  # a damaged part fails in its own way
        return f"missing ({type(error).__name__}: {error})"


def _stated(name: str) -> str:
    module = import_module(name)
    return str(getattr(module, "__version__", UNKNOWN))


def _qt() -> str:
    from PySide6.QtCore import qVersion

    return qVersion()


def _gdcm() -> str:
    from viewer.io.pictures import library

    library.prepare()
    import gdcm

    return str(gdcm.Version.GetVersion())


def _openslide() -> str:
    import openslide

    return str(openslide.__library_version__)
