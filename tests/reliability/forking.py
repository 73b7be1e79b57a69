"""Processes that are ready at once: a server imports what they need, and forks them."""

from __future__ import annotations

import multiprocessing
import os
import sys
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext

import pytest

LOADED = [
    f"tests.reliability.{name}" for name in ("killing", "injecting", "racing", "course_of_edits")
]


def forks() -> ForkServerContext:
    """Give where processes are started."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LOADED)
    with pytest.MonkeyPatch.context() as environment:
        # The server looks for what it loads where Python does, not where this process does.
        environment.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
        forkserver.ensure_running()
    return context
