"""vis-timeline in a Chromium without a screen, spoken to through a pair of pipes."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any

SIZE = (1600, 1000)
PATIENCE_MS = 120_000
DAY_MS = 86_400_000
SHELL = 'exec "${@:3}" 3<&"$1" 4>&"$2"'
"""Runs what follows two numbers; Chromium reads from 3 and writes to 4."""

PAGE = """<!DOCTYPE html><meta charset="utf-8">
<link rel="stylesheet" href="{css}"><script src="{js}"></script>
<body style="margin:0"><div id="place"></div><script>
const items = new vis.DataSet({items});
const options = {{stack: false, height: "{height}px", start: {start}, end: {end}}};
const timeline = new vis.Timeline(document.getElementById("place"), items, options);
let drawn = 0;
timeline.on("changed", () => drawn++);
const frame = () => new Promise(done => requestAnimationFrame(done));
async function settled() {{ for (let i = 0; i < 5; i++) await frame(); return count(); }}
function count() {{ return document.querySelectorAll(".vis-item").length; }}
async function step(number) {{
  const shown = timeline.getWindow(), from = +shown.start, to = +shown.end;
  const by = (number % 2 ? 1 : -1) * {share} * (to - from), before = drawn;
  const started = performance.now();
  timeline.setWindow(from + by, to + by, {{animation: false}});
  do {{ await frame(); }} while (drawn === before);
  await frame();
  return (performance.now() - started) / 1000;
}}
</script>"""


class VisTimeline:
    """A page with a timeline of a case's events; each step is one pan, painted."""

    def __init__(self, browser: str, package: Path, case: Path, shown: float, share: float) -> None:
        self._folder = tempfile.TemporaryDirectory()
        page = Path(self._folder.name, "page.html")
        page.write_text(_page(package, case, shown, share), "utf-8")
        self._number = 0
        self._asked = 0
        out_read, self._write = os.pipe()
        self._read, in_write = os.pipe()
        profile = Path(self._folder.name, "profile")
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
        command += ["--remote-debugging-pipe", f"--user-data-dir={profile}"]
        command += [f"--window-size={SIZE[0]},{SIZE[1]}", "--disable-extensions"]
        self._browser = subprocess.Popen(
            ["bash", "-c", SHELL, "bash", str(out_read), str(in_write), *command],
            pass_fds=(out_read, in_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(out_read)
        os.close(in_write)
        self._rest = b""
        target = self._ask("Target.createTarget", url=page.as_uri())["targetId"]
        found = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = found["sessionId"]
        self.items_drawn = 0
        while not self.items_drawn:
            self.items_drawn = self._evaluate("typeof settled === 'function' ? settled() : 0")

    def __call__(self) -> float:
        seconds = float(self._evaluate(f"step({self._number})"))
        self._number += 1
        return seconds

    def assert_changes_the_picture(self) -> None:
        """Fail where a step leaves the same picture."""
        first = self._picture()
        self()
        assert self._picture() != first, "a step leaves the page as it was"

    def version(self) -> str:
        """Give the browser's name and version."""
        return str(self._ask("Browser.getVersion")["product"])

    def __enter__(self) -> VisTimeline:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._browser.terminate()
        self._browser.wait(20)
        os.close(self._read)
        os.close(self._write)
        self._folder.cleanup()

    # -- the pipes ----------------------------------------------------------------------------

    def _picture(self) -> bytes:
        answer = self._ask("Page.captureScreenshot", in_page=True)
        return base64.b64decode(answer["data"])

    def _evaluate(self, script: str) -> Any:
        answer = self._ask(
            "Runtime.evaluate",
            in_page=True,
            expression=script,
            awaitPromise=True,
            returnByValue=True,
            timeout=PATIENCE_MS,
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def _ask(self, method: str, *, in_page: bool = False, **params: Any) -> dict[str, Any]:
        self._asked += 1
        message: dict[str, Any] = {"id": self._asked, "method": method, "params": params}
        if in_page:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = json.loads(self._next())
            if answer.get("id") == self._asked:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return dict(answer["result"])

    def _next(self) -> bytes:
        while b"\0" not in self._rest:
            read = os.read(self._read, 1 << 20)
            if not read:
                raise RuntimeError("the browser has gone")
            self._rest += read
        message, _, self._rest = self._rest.partition(b"\0")
        return message


def _page(package: Path, case: Path, shown: float, share: float) -> str:
    """Give a page with the same events and the same days in view as ours.

    Without groups: with one for each lane it takes minutes to open and each step twice as long.
    """
    data = json.loads((case / "case.json").read_text("utf-8"))
    items = []
    for event in data["events"]:
        when = event["when"]
        first = when["start"]["day"] if "start" in when else when["day"]
        item = {"id": event["id"], "content": event["title"]}
        item |= {"start": first * DAY_MS}
        if "end" in when:
            item |= {"end": when["end"]["day"] * DAY_MS}
        items.append(item)
    last = max(item.get("end", item["start"]) for item in items)
    margin = (1 - shown) / 2 * last
    return PAGE.format(
        css=(package / "styles/vis-timeline-graph2d.min.css").as_uri(),
        js=(package / "standalone/umd/vis-timeline-graph2d.min.js").as_uri(),
        items=json.dumps(items),
        height=SIZE[1],
        start=margin,
        end=last - margin,
        share=share,
    )
