"""Writes a note on a case as the program does, for the scripts that try an upgrade.

Runs with the checkout's own Python: write_note.py DATA CASE TEXT; DATA stands for the folder of
the person's own data.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from viewer.io.annotations.identity import IdentityFile, new_journal_id
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import journal_path, places_of
from viewer.io.case_store import open_case
from viewer.model.annotation_record import Record


def main() -> None:
    """Write it, and print the file of the journal."""
    data, place, text = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    case = open_case(place).case.id
    who = IdentityFile(data).save("Reader")
    folder = places_of(place, case, data).folders[0]
    journal = new_journal_id()
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    base = {"journal": journal, "at": at, "author": who.author.id}
    begin = {"op": "begin", "case": case, "name": who.author.name, "device": who.device}
    content = {"kind": "note", "target": {"type": "Case"}, "text": text, "known_from": 0.0}
    note = {"op": "put", "id": f"{who.author.id}-{1:016x}", "content": content}
    own = OwnJournal(journal_path(folder, journal), case)
    own.open()
    own.append(
        [
            Record.model_validate(base | {"number": 1, "clock": 1} | begin),
            Record.model_validate(base | {"number": 2, "clock": 2} | note),
        ]
    )
    own.close()
    print(own.path)


if __name__ == "__main__":
    main()
