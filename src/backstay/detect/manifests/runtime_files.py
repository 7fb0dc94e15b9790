"""Reads the runtime's version where it is pinned: .python-version, .nvmrc, a Dockerfile."""

import re

from backstay.detect.locate import numbered
from backstay.detect.manifests.model import Manifest, Setting
from backstay.detect.model import Evidence

_IMAGE = re.compile(r"^FROM\s+(?:--\S+\s+)?(?:\S*/)?(python|node):v?(\d+(?:\.\d+)?)", re.IGNORECASE)
_BARE = re.compile(r"^v?(\d+(?:\.\d+)*)\s*$")
_RUNTIMES = {".python-version": "python", ".nvmrc": "node", ".node-version": "node"}


def read(content: str, path: str) -> Manifest:
    """The pinned versions, `3.12` or `20`; aliases as `lts/*` say no number and are left out."""
    runtime = _RUNTIMES.get(path.rpartition("/")[2])
    settings = []
    for number, line in numbered(content):
        match = _BARE.match(line) if runtime else _IMAGE.match(line)
        if match:
            name = runtime or match.group(1).lower()
            version = match.group(match.lastindex or 1)
            settings.append(Setting(name, Evidence(path, number, "configured"), version))
    return Manifest(settings=tuple(settings))
