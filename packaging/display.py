"""A screen that nobody sees, for windows that are tried: Xvfb, on a number of its own.

Standard library only.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tools import need

TURN_S = 0.1


@contextmanager
def screen(size: str = "1600x1000x24") -> Iterator[str]:
    """Give the name of a display, such as ":5", that is there until the end."""
    need({"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"})
    ready, told = os.pipe()
    command = ["Xvfb", "-screen", "0", size, "-nolisten", "tcp", "-displayfd", str(told)]
    null = subprocess.DEVNULL
    with subprocess.Popen(command, pass_fds=(told,), stdout=null, stderr=null) as server:
        os.close(told)
        try:
            with os.fdopen(ready) as stream:
                number = stream.readline().strip()
            yield f":{number}"
        finally:
            server.terminate()


def windows(display: str, title: str, *, patience_s: float = 60.0, count: int = 1) -> list[str]:
    """Give the windows whose title holds some words, as soon as there are so many; else fewer."""
    environ = os.environ | {"DISPLAY": display}
    ends = time.monotonic() + patience_s
    while True:
        asked = ["xdotool", "search", "--onlyvisible", "--name", title]
        done = subprocess.run(asked, env=environ, capture_output=True, text=True, check=False)
        found = done.stdout.split()
        if len(found) >= count or time.monotonic() > ends:
            return found
        time.sleep(TURN_S)
