"""Decodes compressed pictures in a process of its own, which a damaged file may bring down.

gdcm ends the whole process for some broken pictures, and no care before can tell them all. Requests
and answers are a length, that many bytes of JSON, and the bytes that the JSON tells of.
"""

import json
import struct
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

_LENGTH = struct.Struct(">I")


def send(stream: IO[bytes], facts: dict[str, Any], payload: bytes) -> None:
    """Write one message."""
    head = json.dumps({**facts, "payload": len(payload)}).encode()
    stream.write(_LENGTH.pack(len(head)) + head)
    stream.write(payload)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Read one message; raises EOFError where the other side is gone."""
    head = json.loads(_exactly(stream, _LENGTH.unpack(_exactly(stream, _LENGTH.size))[0]))
    return head, _exactly(stream, head["payload"])


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Decode whatever is asked for, until the other side is gone."""
    from viewer.io.pictures import library

    library.prepare()
    while True:
        try:
            asked, stream = receive(requests)
        except EOFError:
            return
        try:
            values, facts = decoded(stream, asked["syntax"], asked["options"])
        except Exception:  # as many kinds as there are ways to damage a picture
            send(answers, {"is_decoded": False}, b"")
            continue
        told = {
            "is_decoded": True,
            "type": values.dtype.str,
            "shape": values.shape,
            "photometric_interpretation": str(facts["photometric_interpretation"]),
            "bits_stored": facts["bits_stored"],
        }
        send(answers, told, values.tobytes())


def decoded(
    stream: bytes, syntax: str, options: dict[str, Any]
) -> tuple[NDArray[Any], dict[str, Any]]:
    """Give the samples of one compressed frame, and what was found about them.

    Raises whatever the decoders do where the stream is broken.
    """
    from pydicom.encaps import encapsulate
    from pydicom.pixels.decoders.base import get_decoder
    from pydicom.uid import JPEGExtended12Bit

    is_twelve_bits = syntax == JPEGExtended12Bit and options["bits_stored"] != 8
    if is_twelve_bits and options["samples_per_pixel"] == 1:
        return _twelve_bits(stream, options), options
    return get_decoder(syntax).as_array(encapsulate([stream], has_bot=False), index=0, **options)


def _twelve_bits(stream: bytes, options: dict[str, Any]) -> NDArray[Any]:
    """Decode extended JPEG of 12 bits, which gdcm can but pydicom does not ask it to."""
    import gdcm

    fragment = gdcm.Fragment()
    fragment.SetByteStringValue(stream)
    fragments = gdcm.SequenceOfFragments.New()
    fragments.AddFragment(fragment)
    element = gdcm.DataElement(gdcm.Tag(0x7FE0, 0x0010))
    element.SetValue(fragments.__ref__())
    image = gdcm.Image()
    image.SetNumberOfDimensions(2)
    image.SetDimensions((options["columns"], options["rows"], 1))
    image.SetDataElement(element)
    grey = gdcm.PhotometricInterpretation.MONOCHROME2
    image.SetPhotometricInterpretation(gdcm.PhotometricInterpretation(grey))
    syntax = gdcm.TransferSyntax.JPEGExtendedProcess2_4
    image.SetTransferSyntax(gdcm.TransferSyntax(syntax))
    bits = options["bits_stored"]
    image.SetPixelFormat(gdcm.PixelFormat(1, options["bits_allocated"], bits, bits - 1, 0))
    # It hands bytes over as text.
    raw = image.GetBuffer().encode("utf-8", "surrogateescape")
    return np.frombuffer(raw, "<u2").reshape(options["rows"], options["columns"])


def _exactly(stream: IO[bytes], length: int) -> bytes:
    raw = stream.read(length)
    if len(raw) < length:
        raise EOFError
    return raw
