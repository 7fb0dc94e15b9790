"""Ruff underneath: the rules of its own that are right nearly always, one call for new files."""

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ruff.__main__ import find_ruff_bin  # type: ignore[import-untyped]  # it has no types

from backstay.prove.checking.lint_places import matters
from backstay.prove.checking.record import Marked, Record, fingerprint
from backstay.prove.finding import Severity
from backstay.prove.hit import Hit

# each is nearly always a defect that no rule of ours names; style stays with the project's ruff
SELECTED: Mapping[str, Severity] = {
    "B006": Severity.MEDIUM,  # mutable default
    "B012": Severity.HIGH,  # return in finally swallows errors
    "B015": Severity.MEDIUM,  # comparison without effect
    "B017": Severity.MEDIUM,  # a test that any error satisfies
    "B023": Severity.HIGH,  # closure over a loop's variable
    "F502": Severity.HIGH,
    "F601": Severity.MEDIUM,
    "F631": Severity.HIGH,  # assert on a tuple is always true
    "F632": Severity.HIGH,  # `is` with a literal
    "F811": Severity.MEDIUM,  # defined twice
    "F821": Severity.HIGH,  # undefined name
    "F822": Severity.MEDIUM,
    "F823": Severity.HIGH,
    "PLE0604": Severity.HIGH,
    "S301": Severity.HIGH,  # unpickling
    "S307": Severity.HIGH,  # eval
    "S323": Severity.HIGH,  # TLS unverified
    "S501": Severity.HIGH,
    "S502": Severity.HIGH,
    "S506": Severity.HIGH,  # yaml.load
    "S602": Severity.HIGH,  # shell=True
    "S605": Severity.HIGH,
    "S701": Severity.MEDIUM,  # templates without escaping
    "RUF006": Severity.HIGH,  # a task that nobody holds may vanish
}
MINUTES = 10
_AT_ONCE = 400  # paths per call


def lint(root: Path, fresh: dict[str, Record]) -> dict[str, Record]:
    """The records with what ruff says of their files; without ruff they say that it is missing."""
    paths = [one.path for one in fresh.values() if one.facts is not None]
    if not paths:
        return fresh
    found: dict[str, list[Marked]] = {}
    try:
        for start in range(0, len(paths), _AT_ONCE):
            for hit, code in _once(_hits(root, paths[start : start + _AT_ONCE])):
                found.setdefault(hit.path, []).append(
                    Marked(code, hit, fingerprint(code, hit.path, hit.message))
                )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        return {
            path: replace(one, failed=(*one.failed, f"ruff could not run: {error}"))
            if path in paths
            else one
            for path, one in fresh.items()
        }
    return {
        path: replace(one, marked=(*one.marked, *found.get(path, ())))
        for path, one in fresh.items()
    }


def _once(hits: Iterable[tuple[Hit, str]]) -> Iterator[tuple[Hit, str]]:
    """Of the same name that a file lacks in many places only the first: one import mends them."""
    seen: set[tuple[str, str]] = set()
    for hit, code in hits:
        if code != "F821" or (hit.path, hit.message) not in seen:
            seen.add((hit.path, hit.message))
            yield hit, code


def _hits(root: Path, paths: Iterable[str]) -> Iterator[tuple[Hit, str]]:
    command = [
        *(find_ruff_bin(), "check", "--isolated", "--no-cache", "--quiet"),
        *("--output-format", "json", "--target-version", "py314", "--exit-zero"),
        *("--select", ",".join(SELECTED), "--"),
        *paths,
    ]
    done = subprocess.run(  # noqa: S603 a fixed program, paths after `--`
        command, cwd=root, capture_output=True, check=False, timeout=120
    )
    if done.returncode:
        raise ValueError(done.stderr.decode("utf-8", "replace").strip()[:200])
    for one in json.loads(done.stdout or b"[]"):
        if (hit := _hit(root, one)) is not None:
            yield hit, str(one["code"])


def _hit(root: Path, one: Mapping[str, Any]) -> Hit | None:
    code = str(one.get("code"))
    if code not in SELECTED:
        return None
    path = Path(one["filename"]).relative_to(root.resolve()).as_posix()
    row = int(one["location"]["row"])
    if not matters(root, path, row, code, str(one["message"])):
        return None
    return Hit(
        path,
        row,
        str(one["message"]),
        int(one["location"]["column"]),
        row,
        f"ruff {code}: {one.get('url') or ''}".strip(),
        SELECTED[code],
    )
