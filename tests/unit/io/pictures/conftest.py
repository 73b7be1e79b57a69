import importlib.util
from pathlib import Path

import pytest


@pytest.fixture
def bundled() -> Path:
    """The folder of the test files that come with pydicom."""
    spec = importlib.util.find_spec("pydicom")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "data" / "test_files"


@pytest.fixture
def philips() -> Path:
    """The folder of a real CT; the test is skipped where it is not."""
    folder = Path(__file__).resolve().parents[5] / "shared" / "data" / "dicom" / "philips-ct-5mm"
    if not folder.is_dir():
        pytest.skip("the real CT is not there")
    return folder
