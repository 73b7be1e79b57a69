"""Fill what the Wine of this machine lacks of Windows 10, in a prefix for trials, nowhere else.

Standard library and mingw-w64. Wine 8 has no bcryptprimitives.dll, which gives random numbers, no
icuuc.dll, which Qt asks about rare encodings, and leaves complex numbers out of its C library.
Windows has all three; none of this is ever packed.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pe
from borrowed_python import table_of_forwards
from tools import need

RANDOM = """\
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size)
{
    while (size) {
        ULONG part = size > 65536 ? 65536 : (ULONG)size;
        if (!RtlGenRandom(data, part)) return FALSE;
        data += part;
        size -= part;
    }
    return TRUE;
}
"""
NO_ENCODING = """\
__declspec(dllexport) void *ucnv_open(const char *name, int *error) {{ *error = 2; return 0; }}
{others}
"""
COMPLEX = """\
typedef struct { float real, imaginary; } single;
typedef struct { double real, imaginary; } twice;
float own_crealf(single z) { return z.real; }
float own_cimagf(single z) { return z.imaginary; }
double own_creal(twice z) { return z.real; }
double own_cimag(twice z) { return z.imaginary; }
"""
OWN = ("crealf", "cimagf", "creal", "cimag")
OVERRIDES = "ucrtbase=n"


def compiled(made: Path, source: str, *more: str) -> None:
    """Build a library from its source."""
    written = made.with_suffix(".c")
    written.write_text(source, encoding="ascii")
    command = ["x86_64-w64-mingw32-gcc", "-shared", "-O2", "-s", "-o", str(made), str(written)]
    subprocess.run([*command, *more], check=True)
    written.unlink()


def asked_of_icu(qt: Path) -> list[str]:
    """Give the names that Qt's core asks of icuuc.dll."""
    return sorted(pe.Image(qt).asked_of("icuuc.dll"))


def fill(system: Path, qt: Path) -> str:
    """Fill the gaps in a prefix's system32; say what was filled."""
    if (system / "bcryptprimitives.dll").exists():
        return ""
    need({"x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64"})
    compiled(system / "bcryptprimitives.dll", RANDOM, "-ladvapi32")
    others = [name for name in asked_of_icu(qt) if name != "ucnv_open"]
    empty = "\n".join(
        f"__declspec(dllexport) void *{name}(void) {{ return 0; }}" for name in others
    )
    compiled(system / "icuuc.dll", NO_ENCODING.format(others=empty))
    c_library, as_it_was = system / "ucrtbase.dll", system / "ucrtwine.dll"
    c_library.rename(as_it_was)
    table = system / "ucrtbase.def"
    table_of_forwards(as_it_was, table, "ucrtbase", OWN)
    compiled(c_library, COMPLEX, str(table), "-nostdlib", "-Wl,-e,0")
    table.unlink()
    return "bcryptprimitives.dll, icuuc.dll and complex numbers stand in for what Wine 8 lacks"
