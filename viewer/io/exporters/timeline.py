"""The timeline of a case report as a table, in Markdown and as a page of HTML."""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from viewer.io.exporters import data_words
from viewer.io.exporters.data_words import DataWords
from viewer.io.exporters.timeline_rows import Timeline, TimelineRow
from viewer.model.case import Case
from viewer.model.part import words_of

_MEANT: Final = re.compile(r"([\\`*_\[\]<>#|~&$])")
"""Letters that would be taken for structure."""
_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_STYLE: Final = (
    "body{font-family:sans-serif;margin:2em;color:#000;background:#fff}"
    "table{border-collapse:collapse}"
    "th,td{border:1px solid #666;padding:.3em .5em;text-align:left;vertical-align:top}"
    "th{background:#eee}thead{display:table-header-group}tr{break-inside:avoid}"
)
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is fetched and nothing is run, whatever stands in the case."""


def care_markdown(case: Case, words: DataWords) -> str:
    """Give the timeline of a disclosed case as a table in Markdown (GFM).

    What people wrote is escaped, so that none of it can be taken for structure.
    """
    timeline = Timeline(case, words)
    rows = timeline.rows()
    lines = [f"# {_plain(timeline.title())}", ""]
    lines += [f"- {_plain(line)}" for line in timeline.about()]
    lines.append("")
    if not rows:
        return "\n".join([*lines, _plain(words.say(data_words.NOTHING)), ""])
    lines.append(_row(timeline.heads()))
    lines.append(_row("---" for _ in timeline.heads()))
    for row in rows:
        lines.append(_row("<br>".join(map(_plain, cell)) for cell in _cells(row)))
    return "\n".join([*lines, ""])


def care_html(case: Case, words: DataWords) -> str:
    """Give the timeline of a disclosed case as one page of HTML.

    The page stands alone: no script, nothing from a network; its language is that of the texts.
    """
    timeline = Timeline(case, words)
    rows = timeline.rows()
    title = words_of(case.title).pick(words.language)
    about = "".join(f"<li>{_escaped(line)}</li>\n" for line in timeline.about())
    heads = "".join(f'<th scope="col">{_escaped(head)}</th>' for head in timeline.heads())
    body = "".join(
        "<tr>"
        + "".join(f"<td>{'<br>'.join(map(_escaped, cell))}</td>" for cell in _cells(row))
        # A line each, so that a person who looks into the file finds a row.
        + "</tr>\n"
        for row in rows
    )
    table = f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"
    nothing = f"<p>{_escaped(words.say(data_words.NOTHING))}</p>"
    return (
        f'<!DOCTYPE html>\n<html lang="{_escaped(words.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{_escaped(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{_escaped(timeline.title())}</h1>\n<ul>\n{about}</ul>\n"
        f"{table if rows else nothing}\n</body>\n</html>\n"
    )


def _cells(row: TimelineRow) -> tuple[tuple[str, ...], ...]:
    return ((row.day,), (row.what,), row.details, row.changes, row.outcome, row.source)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(words: str) -> str:
    """Give words on one line, none of them taken for structure."""
    return _MEANT.sub(r"\\\1", _seen(words))


def _escaped(words: str) -> str:
    return escape(_seen(words))


def _seen(words: str) -> str:
    return _UNSEEN.sub("", " ".join(words.split()))
