"""How much pictures may take is remembered, and damaged settings mean the usual limits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from viewer.model.pictures import MIB, PictureLimits
from viewer.session.pictures.kept_limits import KEY, keep_limits, limits_in
from viewer.session.settings import Settings


def test_limits_are_remembered(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    assert limits_in(settings) == PictureLimits()
    limits = PictureLimits(picture_bytes=12 * MIB, series_bytes=34 * MIB)
    keep_limits(settings, limits)
    assert limits_in(settings) == limits


@pytest.mark.parametrize("size", [0, -5, True, 1.5, "many", None, 10**12])
def test_what_cannot_be_a_limit_is_passed_over(tmp_path: Path, size: object) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.set_text(KEY, json.dumps({"picture_bytes": size, "series_bytes": 5}))
    assert limits_in(settings) == PictureLimits(series_bytes=5 * MIB)
