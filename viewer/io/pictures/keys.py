"""What a picture is called wherever it is read; annotations keep their place on it by that."""

import hashlib

MOST_LETTERS = 200
"""A key is no longer, as annotations have it."""
_END = 120
"""So much of the end of a longer name stays to be read."""


def key_of(name: str, frame: str = "") -> str:
    """Give the key for a name, or of a frame of it: itself where a journal can hold it.

    Of one that is too long, or holds what is no letter, it has the end and a fingerprint of all.
    """
    whole = name + frame
    is_text = whole.encode("utf-8", "replace") == whole.encode("utf-8", "surrogatepass")
    if whole and len(whole) <= MOST_LETTERS and is_text:
        return whole
    mark = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    end = whole[-_END:].encode("utf-8", "replace").decode("utf-8")
    return f"{mark}:{end}"
