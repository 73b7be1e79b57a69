"""Made-up cases to measure on, written once and kept under `build/bench/`."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from tests.bench import large_case
from tests.bench.report import BUILD
from viewer.model.series import Series

FEW_EVENTS = {"events": 60, "lanes": 8}
MANY_EVENTS = {"events": 100_000, "lanes": 30}
MANY_SAMPLES = 5_000_000
"""In each of six series: 30 million in all."""


def has_long_series() -> bool:
    """Tell whether the format knows series in files of their own."""
    return "samples" in Series.model_fields


def written(**sizes: int) -> Path:
    """Give the folder of a made-up case of these sizes; written anew when its maker changes."""
    source = Path(large_case.__file__).read_bytes()
    sizes = {"series": 6, "samples_per_series": 0, "seed": 1} | sizes
    name = "-".join(f"{key}{value}" for key, value in sorted(sizes.items()))
    maker = hashlib.sha256(source).hexdigest()[:12]
    folder = BUILD / "bench" / maker / name
    if not (folder / "case.json").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        large_case.write_large_case(folder, **sizes)
    return folder
