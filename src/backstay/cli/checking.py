"""Checking: what `backstay check` does, without the command table, which takes as long to load."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from backstay.cli.codes import WRONG_INPUT

if TYPE_CHECKING:
    from backstay.prove.checking.report import Report


class Format(StrEnum):
    """How a report is printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of one run, under the names of the command's options."""

    paths: tuple[Path, ...] = ()
    changed: bool = False
    staged: bool = False
    since: str = ""
    form: Format = Format.TEXT
    baseline: bool = False
    fix: bool = False
    everything: bool = False
    cache: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """What a run prints to each stream, its exit code, and the project that it looked at."""

    out: str
    code: int
    error: str = ""
    root: Path = Path()


def asked_by(words: Sequence[str]) -> Asked | None:
    """What plain words ask for; None where the command table has to read them.

    That is: help, mistakes, and all options that change files or run for minutes anyway.
    """
    flags = {word for word in words if word.startswith("-")}
    if flags - {"--changed", "--staged", "--all"}:
        return None
    return Asked(
        tuple(Path(word) for word in words if word not in flags),
        changed="--changed" in flags,
        staged="--staged" in flags,
        everything="--all" in flags,
    )


def checked(asked: Asked) -> Said:
    """Judge a project; every mistake of the caller is said, and exits with 2."""
    from backstay.prove.checking.project import ProjectError, Run  # noqa: PLC0415 it loads slowly

    fixed: list[str] = []
    try:
        run = Run.over(
            asked.paths or (Path(),),
            changed=asked.changed,
            staged=asked.staged,
            since=asked.since,
        )
        if asked.fix:
            fixed = [f"fixed: {one}\n" for one in run.fix()]
        if asked.baseline:
            count = run.record()
            recorded = f"{count} findings recorded in {run.baseline}; commit it\n"
            return Said("".join([*fixed, recorded]), 0, root=run.root)
        report = run.report(cached=asked.cache)
    except ProjectError as error:
        return Said("".join(fixed), WRONG_INPUT, f"backstay check: {error}\n")
    text = _printed(report, asked.form, everything=asked.everything)
    failed = bool(report.findings or report.unproven)
    return Said("".join([*fixed, text, "\n"]), int(failed), root=run.root)


def _printed(report: "Report", form: Format, *, everything: bool) -> str:
    if form is Format.TEXT:
        from backstay.prove.formats.text import text  # noqa: PLC0415 only the form that is asked for

        return text(report, everything=everything)
    from backstay.prove.formats.github import github  # noqa: PLC0415 as above
    from backstay.prove.formats.plain import plain  # noqa: PLC0415 as above
    from backstay.prove.formats.sarif import sarif  # noqa: PLC0415 as above

    return {Format.JSON: plain, Format.SARIF: sarif, Format.GITHUB: github}[form](report)
