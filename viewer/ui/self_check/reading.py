"""What the program reads: both cases that come with it, their files, and a case in one file."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from viewer.io.case_store import OpenedCase, open_case
from viewer.io.sample_files import open_samples
from viewer.paths import first_case, synthetic_case
from viewer.ui.self_check.finding import demand

CASES = (first_case, synthetic_case)
Case = Callable[[], Path]
Checks = Iterator[tuple[str, Callable[[], str]]]


def checks(folder: Path) -> Checks:
    """Give what is tried; `folder` may be written to."""
    for case in CASES:
        yield f"case {case().name}", partial(_case, case)
    yield "a case in one file", partial(_packed, folder)
    yield "samples in .npy", _stored_samples
    yield "samples in .csv", partial(_samples, "values.csv", b"day,value\n0,5.5\n1,5.75\n")


def opened(case: Case) -> OpenedCase:
    """Open one of the cases that come with the program, which have no faults."""
    found = open_case(case())
    demand(not found.problems, "; ".join(map(str, found.problems)))
    return found


def _case(case: Case) -> str:
    held = opened(case).case
    demand(held.events and held.series, "it holds no events or no series")
    return f"{len(held.events)} events, {len(held.series)} series, {len(held.studies)} studies"


def _packed(folder: Path) -> str:
    from viewer.ui.export.making import made
    from viewer.ui.export.order import Order

    whole = opened(first_case)
    file = folder / "case.dayline"
    file.write_bytes(made(whole, Order(path=file, keeps_identity=True)))
    again = open_case(file)
    demand(not again.problems, "; ".join(map(str, again.problems)))
    demand(len(again.case.events) == len(whole.case.events), "not all events are in it")
    return f"{file.stat().st_size:,} bytes"


def _stored_samples() -> str:
    held = [one.samples for one in opened(synthetic_case).case.series if one.samples is not None]
    count = sum(len(one.values) for one in held if one.values is not None)
    demand(count > 10_000, f"{count} samples")
    return f"{count:,} samples"


def _samples(name: str, raw: bytes) -> str:
    values = open_samples(name, raw).columns().values.tolist()
    demand(values == [5.5, 5.75], f"{values} were read")
    return "2 samples"
