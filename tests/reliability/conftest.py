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
HAS_PTRACE = platform.system() == "Linux" and STRACE is not None
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def strace() -> str:
    if not HAS_PTRACE or STRACE is None:
        pytest.skip(outcome.STRACE)
    return STRACE


@pytest.fixture
def scratch(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: for what is only read again."""
    memory = Path("/dev/shm")
    is_there = memory.is_dir() and os.access(memory, os.W_OK)
    with tempfile.TemporaryDirectory(dir=memory if is_there else tmp_path) as folder:
        yield Path(folder)


def pytest_terminal_summary(config: pytest.Config) -> None:
    """Print the table of all promises, those too that could not be tried."""
    if config.option.markexpr != "reliability":
        return
    there = {outcome.STRACE: HAS_PTRACE, outcome.MOUNTS: IS_ROOT}
    outcome.record_what_was_not_tried([need for need, is_there in there.items() if not is_there])
    print()
    for row in outcome.rows_so_far():
        print(outcome.line(row))
