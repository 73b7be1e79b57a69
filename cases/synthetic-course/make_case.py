"""Make the synthetic course: `python cases/synthetic-course/make_case.py`.

Everything is made up from fixed numbers, so that running it again gives the same files, byte for
byte. `--into FOLDER` writes them elsewhere.
"""

import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True  # nothing but the case stands in its folder


def main() -> None:
    """Write case.json, the sensor's values, both CTs and both slides."""
    # Slides first: they load Pillow, which fails where gdcm's own zlib was loaded before.
    from making import slide_file, dicom, glucose, story  # noqa: I001, PLC0415
    import numpy as np  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=HERE, metavar="FOLDER")
    into: Path = parser.parse_args().into
    into.mkdir(parents=True, exist_ok=True)
    sensor = glucose.sensor()
    np.save(into / "glucose.npy", sensor.values.astype("<f4"))
    text = json.dumps(story.case(sensor), ensure_ascii=False, indent=2)
    (into / "case.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    slide_file.write_all(into / "slides")
    dicom.write_all(into)


if __name__ == "__main__":
    main()
