"""Gates of Node projects: their own scripts for lint, types and tests, and npm's audit (C-78)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from backstay.prove.gates.gate import Gate

# gate: the names that projects give such a script, the most usual first
_SCRIPTS = {
    "lint": ("lint", "eslint", "check:lint"),
    "types": ("typecheck", "type-check", "check-types", "tsc"),
    "tests": ("test:coverage", "test:cov", "coverage", "test"),
}
_NO_TESTS = "no test specified"  # what npm init writes


def node_gates(root: Path) -> Iterator[Gate]:
    """The gates of a folder with a package.json; none for other folders."""
    file = root / "package.json"
    try:
        package = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return
    scripts = package.get("scripts") if isinstance(package, dict) else None
    found = dict(_chosen(scripts if isinstance(scripts, dict) else {}))
    for name, script in found.items():
        yield Gate(name, (_runner(root), "run", script), f"package.json's script {script}")
    if "types" not in found and (root / "tsconfig.json").is_file():
        yield Gate("types", ("tsc", "--noEmit"), "tsconfig.json")
    if (root / "package-lock.json").is_file():
        yield Gate("audit", ("npm", "audit", "--audit-level=high"), "package-lock.json")


def _chosen(scripts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, usual in _SCRIPTS.items():
        for one in usual:
            if _NO_TESTS not in str(scripts.get(one, _NO_TESTS)):
                yield name, one
                break


def _runner(root: Path) -> str:
    for lock, runner in (("pnpm-lock.yaml", "pnpm"), ("yarn.lock", "yarn"), ("bun.lock", "bun")):
        if (root / lock).is_file():
            return runner
    return "npm"
