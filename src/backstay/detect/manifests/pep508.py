"""Reads one Python requirement, `Name[extra] >= 1; marker`, as PEP 508 writes it."""

import re

from backstay.detect.manifests.model import Group, Requirement
from backstay.detect.model import Evidence

_NAME = re.compile(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(\[[^\]]*\])?\s*([^;#]*)")


def requirement(written: str, evidence: Evidence, group: Group = "main") -> Requirement | None:
    """The requirement, its name in normal form; None when the text names nothing."""
    if not (match := _NAME.match(written)):
        return None
    name, extras, spec = match.groups()
    spec = f"{extras or ''}{spec.strip()}"
    return Requirement("python", normal_name(name), evidence, spec, group)


def normal_name(name: str) -> str:
    """A package's name as PEP 503 compares it: `Flask_SQLAlchemy` is `flask-sqlalchemy`."""
    return re.sub(r"[-_.]+", "-", name).lower()
