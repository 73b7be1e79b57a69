"""The process that decodes compressed pictures: started when it is needed, and again if it dies."""

import contextlib
import os
import subprocess
import weakref
from threading import Timer
from typing import IO, Any, cast

import numpy as np
from numpy.typing import NDArray

from viewer import paths
from viewer.io.pictures.decoding_worker import receive, send

LONGEST_S = 60.0
"""A picture that takes longer is given up."""


class DecodingError(Exception):
    """A compressed picture could not be decoded, or brought the decoder down."""


class DecodingProcess:
    """Decodes compressed frames elsewhere, for one thread at a time.

    It starts with the first frame, which takes about 0.3 s, and ends with this object.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._end: weakref.finalize[..., Any] | None = None

    def start(self) -> None:
        """Start the process, unless it runs, without waiting until it is ready."""
        self._running()

    def decoded(
        self, stream: bytes, syntax: str, options: dict[str, Any]
    ) -> tuple[NDArray[Any], dict[str, Any]]:
        """Give the samples of a frame and what was found about them (see `decoding_worker`).

        Raises DecodingError.
        """
        process = self._running()
        watch = Timer(LONGEST_S, process.kill)
        watch.daemon = True
        watch.start()
        try:
            send(cast(IO[bytes], process.stdin), {"syntax": syntax, "options": options}, stream)
            facts, raw = receive(cast(IO[bytes], process.stdout))
        except (EOFError, OSError, ValueError):
            self.close()
            raise DecodingError from None
        finally:
            watch.cancel()
        if not facts["is_decoded"]:
            raise DecodingError
        return np.frombuffer(raw, facts["type"]).reshape(facts["shape"]), facts

    def close(self) -> None:
        """End the process; the next frame starts another."""
        if self._end is not None:
            self._end()
        self._process = self._end = None

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            self._process = _started()
            self._end = weakref.finalize(self, _ended, self._process)
        return self._process


def _started() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [*paths.own_command(), "decode-pictures"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(paths.import_folder())},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _ended(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):  # what it was not sent can no longer be
            cast(IO[bytes], pipe).close()
    process.wait()
