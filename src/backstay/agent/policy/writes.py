"""The write guard: prose is the orchestrator's, the gate's own files are nobody's (C-01, R-187)."""

from pathlib import Path
from typing import Literal

from backstay.agent.activation.globs import matches
from backstay.agent.definitions.model import Writes
from backstay.agent.policy.confine import OutsideError, relative

Actor = Literal["specialist", "orchestrator"]

PROSE = ("*.md", "*.mdx", "*.rst", "*.adoc", "docs/**", ".build/**", "README*", "CHANGELOG*")
# whoever may edit these may switch the gate off
GATE = (
    *(".backstay/**", "backstay.toml", "*waivers.y*ml", "*baseline.json", ".env", ".env.*"),
    *(".claude/settings*.json", ".github/hooks/**", ".cursor/hooks.json", ".codex/hooks.json"),
    *(".mcp.json", ".vscode/mcp.json", ".pre-commit-config.yaml", ".git/**"),
)
MIGRATIONS = ("**/alembic/versions/*.py", "**/migrations/versions/*.py", "migrations/versions/*.py")
_FREE = (".env.example",)
ALL = Writes()


def refusal(root: Path, path: str, actor: Actor, writes: Writes = ALL) -> str:
    """Why an actor may not write a path; empty when it may.

    Args:
        root: The project.
        path: Relative to it, or absolute.
        actor: Who writes.
        writes: What the specialist's definition allows and denies; a denial wins.
    """
    try:
        place = relative(root, path)
    except OutsideError as error:
        return str(error)
    if _one_of(GATE, place) and not _one_of(_FREE, place):
        return f"{place} belongs to the gate; a person changes it"
    exists = (root / place).exists()
    return "" if actor == "orchestrator" else _for_specialists(place, writes, exists=exists)


def _for_specialists(place: str, writes: Writes, *, exists: bool) -> str:
    if _one_of(PROSE, place):
        return f"{place} is prose; return data with backstay_return, the orchestrator writes it"
    if exists and _one_of(MIGRATIONS, place):
        return f"{place} is a migration that exists; write a new one"
    if _one_of(writes.deny, place):
        return f"{place} is denied by the specialist's definition"
    if writes.allow and not _one_of(writes.allow, place):
        return f"{place} is not among what the definition allows: {', '.join(writes.allow)}"
    return ""


def _one_of(globs: tuple[str, ...], path: str) -> bool:
    return any(matches(glob, path, (".",)) for glob in globs)
