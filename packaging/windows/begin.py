"""Where the program begins on Windows: the launcher runs this file."""

import sys

import no_network  # noqa: F401  # before anything that would import what is left out

from viewer.app import main

if __name__ == "__main__":
    sys.exit(main())
