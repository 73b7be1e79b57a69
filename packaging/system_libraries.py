"""The system libraries that Qt loads on Linux, and how each distribution installs them.

Standard library only: it runs before anything is installed. The tables follow what the
locked Qt libraries name as needed (``objdump -p libQt6Gui.so.6 libqxcb.so``).
"""

from __future__ import annotations

import ctypes
import shutil
from collections.abc import Callable, Iterable, Mapping

# soname: (Debian and Ubuntu package, Arch package)
DRAWING = {
    "libEGL.so.1": ("libegl1", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd"),
    "libX11.so.6": ("libx11-6", "libx11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus"),
    "libfontconfig.so.1": ("fontconfig", "fontconfig"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
}
X11 = {
    "libX11-xcb.so.1": ("libx11-xcb1", "libx11"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
}
WAYLAND = {
    "libwayland-client.so.0": ("libwayland-client0", "wayland"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "wayland"),
}
PACKAGES = DRAWING | X11 | WAYLAND

INSTALL = {
    "apt-get": "apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "zypper": "zypper install -y",
    "pacman": "pacman -S --needed",
}


def has_display(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether a window opened now would be seen by someone."""
    chosen = environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen:
        return chosen not in ("offscreen", "minimal")
    if not platform.startswith("linux"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def needed(platform: str, environ: Mapping[str, str], *, window: bool) -> list[str]:
    """List the sonames Qt must find for a window, or for drawing without; none off Linux."""
    if not platform.startswith("linux"):
        return []
    if not (window and has_display(platform, environ)):
        return list(DRAWING)
    # Where both are there Qt picks by the session, and falls back to X11.
    shown = X11 if environ.get("DISPLAY") else WAYLAND if environ.get("WAYLAND_DISPLAY") else {}
    return [*DRAWING, *shown]


def missing(sonames: Iterable[str], load: Callable[[str], object] = ctypes.CDLL) -> list[str]:
    """Those of ``sonames`` that the dynamic loader cannot load, in the order given."""
    absent = []
    for soname in sonames:
        try:
            load(soname)
        except OSError:
            absent.append(soname)
    return absent


def manager(which: Callable[[str], str | None] = shutil.which) -> str | None:
    """Find this machine's package manager, where we are sure of its package names."""
    return next((name for name in INSTALL if which(name)), None)


def packages(name: str, sonames: Iterable[str]) -> list[str]:
    """List what the package manager ``name`` must install to provide ``sonames``."""
    if name in ("dnf", "zypper"):
        # RPM packages provide their sonames by rule, so no list of names can go stale.
        return [f"'{soname}()(64bit)'" for soname in sonames]
    column = ("apt-get", "pacman").index(name)
    return sorted({PACKAGES[soname][column] for soname in sonames})


def install_line(name: str, wanted: Iterable[str], *, is_root: bool) -> str:
    """One line to copy into a shell that installs the packages ``wanted``."""
    return f"{'' if is_root else 'sudo '}{INSTALL[name]} {' '.join(wanted)}"
