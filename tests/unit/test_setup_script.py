"""The decisions of the set-up scripts: which library, which package, which words."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
X11 = {"DISPLAY": ":0"}


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    for name in ("system_libraries", "prepare", "start"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module(request.param)


libraries = pytest.mark.parametrize("script", ["system_libraries"], indirect=True)
prepare = pytest.mark.parametrize("script", ["prepare"], indirect=True)
start = pytest.mark.parametrize("script", ["start"], indirect=True)


@libraries
@pytest.mark.parametrize(
    ("platform", "environ", "seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", X11, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", X11 | {"QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_display(script: ModuleType, platform: str, environ: dict[str, str], seen: bool) -> None:
    assert script.has_display(platform, environ) is seen


@libraries
def test_each_way_of_showing_needs_its_libraries(script: ModuleType) -> None:
    drawing = script.needed("linux", {}, window=True)
    assert "libEGL.so.1" in drawing
    assert not any("xcb" in name or "wayland" in name for name in drawing)
    assert "libxcb-cursor.so.0" in script.needed("linux", X11, window=True)
    assert script.needed("linux", X11, window=False) == drawing
    wayland = script.needed("linux", {"WAYLAND_DISPLAY": "wayland-0"}, window=True)
    assert "libwayland-client.so.0" in wayland
    assert script.needed("darwin", {}, window=True) == []
    assert script.needed("win32", {}, window=True) == []


@libraries
def test_missing_is_what_does_not_load(script: ModuleType) -> None:
    def load(soname: str) -> None:
        if "EGL" in soname:
            raise OSError(soname)

    assert script.missing(["libGL.so.1", "libEGL.so.1"], load) == ["libEGL.so.1"]


@libraries
def test_packages_of_each_manager(script: ModuleType) -> None:
    absent = ["libGL.so.1", "libEGL.so.1"]
    assert script.packages("apt-get", absent) == ["libegl1", "libgl1"]
    assert script.packages("pacman", absent) == ["libglvnd"]
    assert script.packages("dnf", ["libGL.so.1"]) == ["'libGL.so.1()(64bit)'"]


@libraries
def test_the_manager_is_the_one_that_is_there(script: ModuleType) -> None:
    assert script.manager(lambda name: name if name == "zypper" else None) == "zypper"
    assert script.manager(lambda _: None) is None


@prepare
def test_advice_is_one_line_to_copy(script: ModuleType) -> None:
    text = script.advice("apt-get", ["libEGL.so.1"], True, is_root=False)
    line = "sudo apt-get install -y --no-install-recommends"
    assert f"\n{line} python3.{sys.version_info[1]}-venv libegl1\n" in text
    assert "sudo" not in script.advice("apt-get", ["libEGL.so.1"], False, is_root=True)


@prepare
def test_advice_names_the_libraries_where_no_manager_is_known(script: ModuleType) -> None:
    text = script.advice(None, ["libEGL.so.1", "libGL.so.1"], False, is_root=False)
    assert "libEGL.so.1, libGL.so.1" in text
    assert "Install with" not in text


@prepare
def test_advice_without_a_package_name_for_ensurepip(script: ModuleType) -> None:
    text = script.advice("pacman", [], True, is_root=False)
    assert "ensurepip" in text
    assert "Install with" not in text
    assert "PYTHON=" in text


@prepare
def test_a_person_who_is_not_root_gets_the_line_and_a_failure(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(script.system_libraries, "missing", lambda _: ["libGL.so.1"])
    monkeypatch.setattr(script.system_libraries, "manager", lambda: "apt-get")
    monkeypatch.setattr(script, "install_lock", lambda *_: pytest.fail("went on"))
    assert script.main(["dev"]) == 1
    assert "sudo apt-get install -y --no-install-recommends libgl1" in capsys.readouterr().err


@prepare
def test_root_installs_and_goes_on(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    absent, run = ["libGL.so.1"], []

    def call(command: list[str], _: str, **environ: str) -> None:
        run.append((command[0], command[-1], environ))
        absent.clear()

    monkeypatch.setattr(script.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(script.system_libraries, "missing", lambda _: list(absent))
    monkeypatch.setattr(script.system_libraries, "manager", lambda: "apt-get")
    monkeypatch.setattr(script.subprocess, "run", lambda *_, **__: None)  # apt-get update
    monkeypatch.setattr(script, "call", call)
    script.see_to_system(["libGL.so.1"], venv_wanted=False)
    assert run == [("apt-get", "libgl1", {"DEBIAN_FRONTEND": "noninteractive"})]


@prepare
def test_the_stamp_follows_lock_and_version(script: ModuleType, tmp_path: Path) -> None:
    lock = tmp_path / "run.txt"
    lock.write_text("a==1\n")
    first = script.fingerprint(lock, "3.11")
    assert script.fingerprint(lock, "3.11") == first
    assert script.fingerprint(lock, "3.12") != first
    lock.write_text("a==2\n")
    assert script.fingerprint(lock, "3.11") != first


def test_nothing_that_a_locked_package_needs_is_missing() -> None:
    # The lock is installed as it stands, without looking for what it may lack.
    check = [sys.executable, "-m", "pip", "--disable-pip-version-check", "check"]
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONWARNINGS"}
    done = subprocess.run(check, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@start
def test_without_a_display_the_window_is_drawn(script: ModuleType) -> None:
    arguments, extra = script.options("linux", {}, [])
    assert arguments == ["--screenshot", str(script.PICTURE), str(script.CASE)]
    assert extra == {"PYTHONPATH": str(script.ROOT), "QT_QPA_PLATFORM": "offscreen"}


@start
def test_with_a_display_the_window_opens(script: ModuleType) -> None:
    arguments, extra = script.options("linux", X11 | {"PYTHONPATH": "more"}, ["a case"])
    assert arguments == ["a case"]
    assert extra == {"PYTHONPATH": f"{script.ROOT}{os.pathsep}more"}


def _with_python(tmp_path: Path, versions: dict[str, str], **environ: str) -> tuple[int, str]:
    """Run with-python where only these stand-ins for Python exist; they judge as told."""
    for name, answer in versions.items():
        path = tmp_path / name
        path.write_text(
            '#!/bin/sh\nif [ "$1" = -I ]; then\n'
            f'  case "$3" in *ensurepip*) exit {answer[0]};; *) exit {answer[1]};; esac\n'
            f"fi\necho {name} ran $1\n"
        )
        path.chmod(0o755)
    shell = shutil.which("sh")
    assert shell
    done = subprocess.run(
        [shell, PACKAGING / "with-python", "script.py"],
        env={"PATH": str(tmp_path), **environ},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


posix = pytest.mark.skipif(os.name == "nt", reason="stands in for Python with shell scripts")


@posix
@pytest.mark.parametrize(
    ("versions", "chosen"),
    [
        ({"python3": "00", "python3.12": "00"}, "python3"),
        ({"python3": "11", "python3.12": "00"}, "python3.12"),  # too old
        ({"python3": "10", "python3.12": "00"}, "python3.12"),  # fits, without ensurepip
        ({"python3": "11", "python3.11": "10"}, "python3.11"),  # ensurepip nowhere
    ],
)
def test_the_first_python_that_fits(tmp_path: Path, versions: dict[str, str], chosen: str) -> None:
    assert _with_python(tmp_path, versions) == (0, f"{chosen} ran script.py\n")


@posix
def test_no_python_that_fits(tmp_path: Path) -> None:
    code, text = _with_python(tmp_path, {"python3": "11"})
    assert code == 1
    assert "no Python from 3.11 to 3.14 was found" in text


@posix
def test_the_named_python_must_fit(tmp_path: Path) -> None:
    named = str(tmp_path / "python3")
    code, text = _with_python(tmp_path, {"python3": "11", "python3.12": "00"}, PYTHON=named)
    assert code == 1
    assert f"PYTHON={named} is not a Python from 3.11 to 3.14" in text
