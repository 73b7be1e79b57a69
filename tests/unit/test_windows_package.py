"""What the setup for Windows is made of, as far as it can be looked at without Windows."""

from __future__ import annotations

import importlib
import io
import re
import struct
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from viewer import __version__

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "packaging" / "windows"
OURS = (
    "release", "system_libraries", "tools", "given_python", "ico", "launcher", "locked", "parts",
    "pe", "setup", "stage", "wheels",
)  # fmt: skip


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE.parent))
    monkeypatch.syspath_prepend(str(HERE))
    for name in OURS:
        monkeypatch.delitem(sys.modules, name, raising=False)


def script(name: str) -> ModuleType:
    return importlib.import_module(name)


def test_the_icon_has_every_size(tmp_path: Path) -> None:
    icon, made = script("ico"), tmp_path / "dayline.ico"
    icon.write(made)
    data = made.read_bytes()
    reserved, kind, count = struct.unpack_from("<3H", data)
    assert (reserved, kind, count) == (0, 1, len(icon.SIZES))
    end = 6 + 16 * count
    for index, size in enumerate(icon.SIZES):
        width, height, _, _, _, bits, length, place = struct.unpack_from(
            "<4B2H2I", data, 6 + 16 * index
        )
        assert (width or 256, height or 256, bits, place) == (size, size, 32, end)
        assert data[place : place + 8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack_from(">2I", data, place + 16) == (size, size)
        end += length
    assert end == len(data)


def test_the_setup_is_of_the_programs_version(tmp_path: Path) -> None:
    setup = script("setup")
    defined = setup.defines(tmp_path, tmp_path / "made.exe", script("release").version())
    assert defined["VERSION"] == __version__
    assert re.fullmatch(r"\d+\.\d+\.\d+\.\d+", defined["NUMBERS"])
    assert defined["NUMBERS"].startswith(__version__)
    used = set(re.findall(r"\$\{([A-Z_]+)\}", (HERE / "setup.nsi").read_text(encoding="utf-8")))
    assert set(defined) <= used | {"NOTICE"}


@pytest.mark.parametrize(
    ("named", "numbers"),
    [("0.1.0", [0, 1, 0, 0]), ("1.2", [1, 2, 0, 0]), ("1.2.3rc1", [1, 2, 0, 0])],
)
def test_versions_as_windows_compares_them(named: str, numbers: list[int]) -> None:
    assert script("launcher").numbers(named) == numbers


def test_the_name_says_what_the_setup_lacks(tmp_path: Path) -> None:
    setup = script("setup")
    python = tmp_path / setup.FILES.name / "python"
    assert setup.place(tmp_path, tmp_path, "1.0").name.endswith("-setup-without-python.exe")
    python.mkdir(parents=True)
    assert setup.place(tmp_path, tmp_path, "1.0").name.endswith("-setup.exe")
    (python / script("given_python").TRIAL).touch()
    assert setup.place(tmp_path, tmp_path, "1.0").name.endswith("-setup-trial.exe")


def test_files_are_listed_in_order_and_by_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/two $x.txt", "b/one.txt", "a.exe"):
        (tmp_path / name).touch()
    lines = script("setup").listed(tmp_path).splitlines()
    assert [line.split()[0] for line in lines] == [
        "SetOutPath",
        "File",
        "SetOutPath",
        "File",
        "File",
    ]
    assert lines[2] == 'SetOutPath "$INSTDIR\\b"'
    assert lines[4].endswith('/b/two $$x.txt"')


def spec() -> str:
    return (ROOT / "packaging" / "bundle" / "dayline.spec").read_text(encoding="utf-8")


def test_no_part_of_qt_that_the_bundle_leaves_out() -> None:
    parts = script("parts")
    never = set(re.findall(r'"PySide6\.Qt(\w+)"', spec()))
    assert never
    assert not never & set(parts.QT_MODULES)
    unused = re.compile(
        "".join(
            re.findall(r'r"([^"]*)"', spec().partition("UNUSED_QT = ")[2].partition("\n)\n")[0])
        )
    )
    for plugin in parts.QT_PLUGINS:
        folder, _, name = plugin.rpartition("/")
        as_there = f"PySide6/Qt/plugins/{folder}/lib{name.removesuffix('.dll')}.so"
        assert not unused.search(as_there), plugin
    assert unused.search("PySide6/Qt/plugins/tls/libqopensslbackend.so")


def test_python_comes_without_what_the_bundle_leaves_out_of_the_network() -> None:
    python = script("given_python")
    listed = spec().partition("# The network.")[2].partition("# Other windows")[0]
    never = set(re.findall(r'"([a-z_.]+)"', listed)) - {"requests"}
    assert {"socket", "_ssl", "asyncio"} <= never
    for name in never:
        place = name.replace(".", "/")
        assert not (python.is_used(f"{place}.py") and python.is_used(f"{place}/__init__.py")), name
        assert not python.is_used(f"{place}.pyd"), name
    for name in ("libssl-3.dll", "libcrypto-3.dll", "python.exe", "select.pyd", "python311.cat"):
        assert not python.is_used(name), name
    for name in ("python311.dll", "python3.dll", "urllib/parse.pyc", "ctypes/__init__.pyc",
                 "LICENSE.txt", "libffi-8.dll", "concurrent/futures/thread.pyc"):  # fmt: skip
        assert python.is_used(name), name


def test_the_standard_library_is_trimmed_alike_each_time() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("socket.pyc", "os.pyc", "asyncio/__init__.pyc", "abc.pyc"):
            archive.writestr(name, name)
    python = script("given_python")
    once = python.trimmed(made.getvalue())
    assert once == python.trimmed(made.getvalue())
    assert zipfile.ZipFile(io.BytesIO(once)).namelist() == ["abc.pyc", "os.pyc"]


def test_a_folder_without_a_fitting_python_is_refused_with_the_remedy(tmp_path: Path) -> None:
    python, error = script("given_python"), script("release").BuildError
    with pytest.raises(error, match=r"no python3XX\.dll: give the embeddable package"):
        python.library(tmp_path)
    (tmp_path / "python310.dll").touch()
    with pytest.raises(error, match=r"python310\.dll is of another version"):
        python.library(tmp_path)
    (tmp_path / "no.txt").touch()
    with pytest.raises(error, match="neither a folder nor a zip"):
        python.unpacked(tmp_path / "no.txt", tmp_path / "into")


def test_conditions_of_the_lock_are_those_of_windows() -> None:
    lock = "\n".join(
        f"{line} \\\n    --hash=sha256:{'0' * 64}"
        for line in (
            "everywhere==1",
            "mac==1 ; sys_platform == 'darwin'",
            "win==1 ; sys_platform == 'win32'",
            "old==1 ; python_full_version < '3.12'",
            "new==2 ; python_full_version >= '3.12'",
        )
    )
    locked = script("locked")
    names = [line.partition("==")[0] for line in locked.held(lock, "3.13")]
    assert names == ["everywhere", "win", "new"]
    assert [line.partition("==")[0] for line in locked.held(lock, "3.11")][-1] == "old"


def test_every_line_of_the_lock_is_read() -> None:
    lock = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    names = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    held = script("locked").held(lock, "3.11")
    assert {re.split("[=]", line)[0] for line in held} == names
    assert all("--hash=sha256:" in line for line in held)


def test_what_is_no_library_of_windows_is_said_to_be_none(tmp_path: Path) -> None:
    file = tmp_path / "no.dll"
    file.write_bytes(b"ELF" + bytes(200))
    with pytest.raises(ValueError, match="no library or program of Windows"):
        script("pe").Image(file)
