"""Write dist/dayline-VERSION.cdx.json, the bill of materials of the bundle (CycloneDX 1.6).

Standard library only. It is made of dist/dayline/licences/parts.json, which building the bundle
writes. The same bundle gives the same file: its serial number is derived from what it says, and its
date is that of the commit.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from release import DIST, BuildError, built_bundle, committed_at, machine, tell, version

NAMESPACE = uuid.UUID("6f1c2d0e-8a57-5d0b-9a3e-2b7f6c1d4e90")
"""Serial numbers of our bills of materials are made within it."""
SIMPLE = re.compile(r"[A-Za-z0-9.+-]+")
OURS = "dayline"


def materials() -> dict[str, Any]:
    """Give the bill of materials of the built bundle."""
    file = built_bundle() / "licences" / "parts.json"
    if not file.is_file():
        raise BuildError("the bundle has no licences/parts.json: make package-bundle")
    told = json.loads(file.read_text(encoding="utf-8"))
    components = [component(part) for part in told["parts"]]
    components.sort(key=lambda one: str(one["bom-ref"]))
    known = {part["name"]: reference(part) for part in told["parts"]}
    links: dict[str, list[str]] = {OURS: sorted(known.values())}
    for part in told["parts"]:
        owner = known.get(part.get("of", ""))
        if owner is not None:
            links.setdefault(owner, []).append(reference(part))
    rest = {
        "metadata": metadata(told),
        "components": components,
        "dependencies": [{"ref": ref, "dependsOn": sorted(links[ref])} for ref in sorted(links)],
    }
    said = json.dumps(rest, sort_keys=True)
    serial = uuid.uuid5(NAMESPACE, said)
    head = {"$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX"}
    return head | {"specVersion": "1.6", "serialNumber": f"urn:uuid:{serial}", "version": 1} | rest


def metadata(told: Mapping[str, Any]) -> dict[str, Any]:
    """Tell what the bill of materials is of, and of when."""
    when = datetime.datetime.fromtimestamp(committed_at(), datetime.UTC)
    program = {
        "type": "application",
        "bom-ref": OURS,
        "name": "Dayline",
        "version": version(),
        "description": "Shows one patient's course on one cursor. Not a medical device.",
        "licenses": [{"license": {"name": "All rights reserved; no licence chosen yet"}}],
        "hashes": [{"alg": "SHA-256", "content": told["sha256"]}],
        "properties": [{"name": "dayline:platform", "value": f"{sys.platform}-{machine()}"}],
    }
    return {"timestamp": when.strftime("%Y-%m-%dT%H:%M:%SZ"), "component": program}


def reference(part: Mapping[str, Any]) -> str:
    """Give the name that a part goes by within the bill."""
    return purl(part) or f"part:{plain(part['name'])}"


def plain(name: str) -> str:
    """Write a name without what a reference should not hold."""
    return re.sub(r"[^a-z0-9.+]+", "-", name.lower()).strip("-")


def purl(part: Mapping[str, Any]) -> str:
    """Give the address of a Python package; other parts have none that could be looked up."""
    return f"pkg:pypi/{part['name']}@{part['version']}" if part["kind"] == "python" else ""


def component(part: Mapping[str, Any]) -> dict[str, Any]:
    """Tell of a part."""
    said: dict[str, Any] = {"type": "data" if part["kind"] == "font" else "library"}
    said |= {"bom-ref": reference(part), "name": part["name"]}
    if part.get("version"):
        said["version"] = part["version"]
    if part.get("note"):
        said["description"] = part["note"]
    if part.get("archive"):
        said["hashes"] = [{"alg": "SHA-256", "content": part["archive"]}]
    said["licenses"] = licences(part["licence"])
    if purl(part):
        said["purl"] = purl(part)
    if str(part.get("sources", "")).startswith("https://"):
        url = part["sources"].split(" ")[0].rstrip(",")
        said["externalReferences"] = [{"type": "source-distribution", "url": url}]
    inner = [library(part, file, hash_) for file, hash_ in sorted(part["files"].items())]
    inner += [crate(part, one) for one in part["crates"]]
    if inner:
        said["components"] = inner
    if part.get("chosen"):
        said["properties"] = [{"name": "dayline:passed-on-under", "value": part["chosen"]}]
    inside = [{"name": "dayline:inside", "value": file} for file in part.get("inside", ())]
    if inside:
        said["properties"] = said.get("properties", []) + inside
    return said


def licences(said: str) -> list[dict[str, Any]]:
    """Word a licence as the format wants it: one of the list, one by name, or an expression."""
    if SIMPLE.fullmatch(said):
        kind = "name" if said.startswith("LicenseRef-") else "id"
        return [{"license": {kind: said}}]
    return [{"expression": said}]


def library(part: Mapping[str, Any], file: str, hash_: str) -> dict[str, Any]:
    """Tell of a library that is a file of the bundle."""
    ref = f"{reference(part)}#{file}"
    hashes = [{"alg": "SHA-256", "content": hash_}]
    return {"type": "file", "bom-ref": ref, "name": file, "hashes": hashes}


def crate(part: Mapping[str, Any], one: Mapping[str, str]) -> dict[str, Any]:
    """Tell of a Rust crate that a package says it contains."""
    ref = f"{reference(part)}#{one['purl']}"
    told = {"type": "library", "bom-ref": ref, "name": one["name"], "version": one["version"]}
    return told | {"licenses": licences(one["licence"]), "purl": one["purl"]}


def build() -> Path:
    """Write the file; give its place."""
    made = DIST / f"dayline-{version()}.cdx.json"
    made.write_text(json.dumps(materials(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return made


def main() -> int:
    """Write it, and say how large it is."""
    try:
        tell(build())
    except BuildError as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
