"""`dayline --self-check`: try whether this installation does all that the program can.

It tells as JSON on standard output: {"version", "passed", "checks": [{"check", "held", "said"}],
"versions": {part: version}, "missing": [optional parts that are not there]}. What is tried is
written to standard error as it goes. Nothing on the computer is changed.
"""

import json
from dataclasses import asdict
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from viewer import __version__
from viewer.ui.self_check import looks, notes, parts, pictures, reading, views, writing
from viewer.ui.self_check.finding import Findings


def self_check() -> int:
    """Try everything; give the exit code, 0 where all of it held."""
    findings = Findings()
    with TemporaryDirectory(prefix="dayline-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        for check, work in (
            *looks.CHECKS,
            *reading.checks(folder),
            *notes.checks(folder),
            *pictures.checks(folder),
        ):
            findings.attempt(check, work)
        for case in reading.CASES:
            views.try_views(findings, case)
        for check, work in writing.checks():
            findings.attempt(check, work)
    versions = parts.versions()
    findings.attempt("versions of all parts", partial(parts.tell, versions))
    told = {
        "version": __version__,
        "passed": findings.passed,
        "checks": [asdict(one) for one in findings.all],
        "versions": versions,
        "missing": parts.missing(),
    }
    print(json.dumps(told, indent=1, ensure_ascii=True))
    return 0 if findings.passed else 1
