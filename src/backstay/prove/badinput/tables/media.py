"""Bodies that say they are something else."""

import gzip
import json
from collections.abc import Iterable

from backstay.prove.badinput.case import Attack, Due, Headers
from backstay.prove.badinput.operation import Operation
from backstay.prove.badinput.probe import Attacks, Probe
from backstay.prove.badinput.scene import JSON, Scene

_XML = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
_YAML = b"!!python/object/apply:os.system ['true']"
_PICKLE = b"\x80\x04N."
_PARTS = b'--x\r\nContent-Disposition: form-data; name="a"; filename="../a"\r\n\r\n1\r\n--x--\r\n'
_BOMB = gzip.compress(b"0" * 1_000_000)


def _said(*kinds: tuple[Headers, bytes | None]) -> Attacks:
    """One attack per kind: its headers, and its body; None for the good one."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        if operation.body is not None:
            good = json.dumps(scene.good(operation)).encode()
            for headers, body in kinds:
                yield scene.sent(operation, good if body is None else body, headers)

    return attacks


def _kind(value: str) -> Headers:
    return (("content-type", value),)


def _encoding(value: str) -> Headers:
    return (*JSON, ("content-encoding", value))


_unsupported = Due(415, "unsupported_media_type")

MEDIA = (
    Probe(17, "no JSON by its own word", _unsupported,
          _said((_kind("text/plain"), None), ((), None), (_kind(""), None),
                (_kind("application/x-www-form-urlencoded"), b"a=1"),
                (_kind("application/vnd.api+json"), None))),
    Probe(5, "another charset by its own word", Due(415, "charset_unsupported"),
          _said((_kind("application/json; charset=utf-16"), None),
                (_kind("application/json; charset=iso-8859-1"), None))),
    Probe(18, "compressed", Due(415, "encoding_unsupported"),
          _said((_encoding("gzip"), _BOMB), (_encoding("br"), None), (_encoding("deflate"), None),
                (_encoding("gzip, gzip"), _BOMB))),
    Probe(47, "XML, YAML, pickle", _unsupported,
          _said((_kind("application/xml"), _XML), (_kind("application/yaml"), _YAML),
                (_kind("application/x-pickle"), _PICKLE))),
    Probe(48, "an upload where none belongs", _unsupported,
          _said((_kind("multipart/form-data; boundary=x"), _PARTS))),
)  # fmt: skip
"""What is refused by content type and encoding, unread."""
