"""Try what accompanies the bundle: its licences, its bill of materials, and the sums of artefacts.

Standard library only; the bill is checked against the format's own schema, which a package for
Python brings. It is installed into an environment that is thrown away.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import venv
from pathlib import Path

import licences
import sbom
import sums
from checking import Checks
from release import DIST, WORK, BuildError, built_bundle
from shipping import Bundle, problems, shipped

VALIDATOR = "cyclonedx-python-lib[json-validation]==11.12.0"
VALIDATE = """
import sys
from pathlib import Path
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(Path(sys.argv[1]).read_text("utf-8"))
sys.exit(str(wrong) if wrong else 0)
"""


def environment_python() -> Path:
    """Give the Python that the bundle was built with."""
    place = WORK / "bundle" / "env"
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def check_licences(checks: Checks) -> None:
    """Try the folder of licences, and whether it is that of this bundle."""
    bundle = Bundle.packed(built_bundle(), environment_python())
    parts = shipped(bundle)
    wrong = problems(bundle, parts)
    number = f"{len(parts)} parts, {len(bundle.libraries)} libraries"
    checks.holds("every part has a licence and its text", not wrong, "; ".join(wrong) or number)
    folder = built_bundle() / "licences"
    there = {file.relative_to(folder / "texts").as_posix() for file in folder.rglob("texts/**/*")}
    absent = [name for part in parts for name in part.texts if name not in there]
    checks.holds("every text is in the folder", not absent, ", ".join(absent))
    listed = (folder / "README.md").read_text("utf-8")
    unlisted = [part.name for part in parts if f"| {part.name} |" not in listed]
    checks.holds("every part is in the list", not unlisted, ", ".join(unlisted))
    said = json.loads((folder / "parts.json").read_text("utf-8"))
    is_same = said["parts"] == licences.told(bundle, parts)["parts"]
    checks.holds("the list is that of this bundle", is_same, "" if is_same else "build it anew")
    unversioned = [part.name for part in parts if not part.version]
    checks.holds("few parts state no version", len(unversioned) < 20, ", ".join(unversioned))


def check_bill(checks: Checks) -> None:
    """Try the bill of materials: its schema, its references, and that it is always the same."""
    made = sbom.build()
    first = made.read_bytes()
    checks.holds("made twice it is the same", sbom.build().read_bytes() == first)
    read = json.loads(first)
    known = {one["bom-ref"] for one in read["components"]} | {sbom.OURS}
    used = {ref for one in read["dependencies"] for ref in (one["ref"], *one["dependsOn"])}
    checks.holds("what it refers to is there", used <= known, ", ".join(used - known))
    python = [one for one in read["components"] if "purl" in one]
    unhashed = [one["name"] for one in python if "hashes" not in one]
    said = ", ".join(unhashed) or f"{len(python)} packages"
    checks.holds("every Python package has the hash of its archive", not unhashed, said)
    place = Path(tempfile.mkdtemp(prefix="dayline-bill-"))
    try:
        venv.create(place, with_pip=True)
        inner = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        install = [str(inner), "-m", "pip", "install", "--quiet", VALIDATOR]
        checks.runs("what knows the schema installs", install)
        checks.runs("it follows CycloneDX 1.6", [inner, "-c", VALIDATE, made])
    finally:
        shutil.rmtree(place)


def check_sums(checks: Checks) -> None:
    """Try the sums with the tool that people use."""
    sums.main()
    if shutil.which("sha256sum"):
        command = ["sh", "-c", f"cd '{DIST}' && sha256sum --check --strict --quiet {sums.NAME}"]
        checks.runs("sha256sum finds every artefact as summed", command)


def main() -> int:
    """Try it all."""
    checks = Checks("licences")
    try:
        check_licences(checks)
        check_bill(checks)
        check_sums(checks)
    except BuildError as problem:
        checks.holds("there is something to check", False, str(problem))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
