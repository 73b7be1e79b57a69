"""What a spreadsheet would carry out is plain text to it."""

from __future__ import annotations

import pytest

from viewer.model.table_cells import harmless


@pytest.mark.parametrize(
    ("cell", "copied"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+", "'+"),
        ("-x", "'-x"),
        ("@cmd", "'@cmd"),
        ("＝1", "'＝1"),
        ("\N{MINUS SIGN}5", "-5"),
        ("-5.25", "-5.25"),
        ("\N{MINUS SIGN}5+1", "'-5+1"),
        ("\t =1", "'=1"),
        ("two\nlines", "two lines"),
        ("\r\n@x", "'@x"),
        ("\u3000＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠x", "'＠x"),
        ("\ufeff=1", "'=1"),
        ("\u200b\x00+1", "'+1"),
        ("< 5", "< 5"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell: str, copied: str) -> None:
    assert harmless(cell) == copied
