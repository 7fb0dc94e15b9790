"""Reads tsconfig.json, with its comments and trailing commas: the six flags of R-046."""

import re
from typing import Any

from backstay.detect.comments import without_comments
from backstay.detect.locate import json_lines
from backstay.detect.manifests.model import Manifest, Setting
from backstay.detect.model import Evidence
from backstay.detect.parsing import parse_json, table

FLAGS = (
    "target",
    "module",
    "strict",
    "noImplicitReturns",
    "noFallthroughCasesInSwitch",
    "noUncheckedIndexedAccess",
)
_TRAILING = re.compile(r'("(?:\\.|[^"\\])*")|,(?=\s*[}\]])', re.DOTALL)


def read(content: str, path: str) -> Manifest:
    """The flags that this one file sets, and `typescript`; what `extends` brings is not followed.

    The values are written as in JSON: `true`, `ES2022`.
    """
    plain = _TRAILING.sub(_keep_text, without_comments(content))
    options = table(parse_json(plain), "compilerOptions")
    lines = json_lines(content)
    flags = (
        Setting(
            f"typescript {flag}",
            Evidence(path, lines.get(("compilerOptions", flag), 1), "configured"),
            _written(options[flag]),
        )
        for flag in FLAGS
        if flag in options
    )
    return Manifest(settings=(Setting("typescript", Evidence(path, 1, "present")), *flags))


def _keep_text(match: re.Match[str]) -> str:
    """A string as it is; nothing for a comma that has no item after it."""
    return match.group(1) or ""


def _written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
