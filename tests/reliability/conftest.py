"""The long forms are run by `make reliability` alone; each has a short one in `make test`."""

from __future__ import annotations

import os
import platform
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability import outcome

STRACE = shutil.which("strace")
GET_STRACE = "sudo apt-get install strace"
HAS_PTRACE = platform.system() == "Linux" and STRACE is not None
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def strace() -> str:
    if not HAS_PTRACE or STRACE is None:
        pytest.skip(f"strace is missing: {GET_STRACE}")
    return STRACE


@pytest.fixture
def scratch(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: for what is only read again."""
    memory = Path("/dev/shm")
    is_there = memory.is_dir() and os.access(memory, os.W_OK)
    with tempfile.TemporaryDirectory(dir=memory if is_there else tmp_path) as folder:
        yield Path(folder)


def pytest_terminal_summary(config: pytest.Config) -> None:
    """Print the table of all promises tried so far."""
    if config.option.markexpr != "reliability":
        return
    print()
    for row in outcome.rows_so_far():
        print(outcome.line(row))
    if not HAS_PTRACE:
        print(f"Left out for want of strace, power cuts and faults. To get it: {GET_STRACE}")
