"""Every test file of pydicom is shown, named with a reason, or no picture, as the page says."""

import subprocess
import sys

import pytest

from tests.picture_files_page import PAGE, versions


def test_the_page_of_files_is_current_and_none_of_them_crashes() -> None:
    written = PAGE.read_text(encoding="utf-8")
    pydicom, gdcm = versions()
    if f"pydicom {pydicom}, with gdcm {gdcm}:" not in written:
        pytest.skip("the page is about other versions of pydicom and gdcm")
    # In a process of its own, so that one that dies fails the test instead of ending the tests.
    command = [sys.executable, "-W", "error", "-m", "tests.picture_files_page", "--print"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=PAGE.parents[1])
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == written
