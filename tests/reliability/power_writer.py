"""A window that edits a case, to be watched by strace: python -m … FOLDER LAST SEED.

It says after each step which edits are saved, as a line "saved 3 4" on its standard output.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from tests.reliability.course_of_edits import journal_of, make, steps

REOPEN_EVERY = 17


def main() -> None:
    folder, last, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    own = journal_of(folder)
    own.open()
    for number, step in enumerate(steps(1, last, random.Random(seed)), 1):
        make(own, step)
        os.write(1, f"saved {' '.join(map(str, step))}\n".encode())
        if number % REOPEN_EVERY == 0:
            own.close()
            own.open()
    own.close()


if __name__ == "__main__":
    main()
