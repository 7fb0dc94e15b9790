"""Project: the run that a command asks for, with every mistake of its caller as one error."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from backstay.prove.checking.baseline import BaselineError, write_baseline
from backstay.prove.checking.changed import Lines, NoGitError, changed_lines
from backstay.prove.checking.fix import fix
from backstay.prove.checking.gather import gather
from backstay.prove.checking.report import Report
from backstay.prove.checking.root import project_of
from backstay.prove.checking.run import Selection, check
from backstay.prove.checking.settings import SettingsError, read_settings
from backstay.prove.checking.waivers import WaiversError


class ProjectError(ValueError):
    """What was asked for cannot be done; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Run:
    """A project and what is asked of it."""

    root: Path
    selection: Selection

    @classmethod
    def over(
        cls,
        paths: Iterable[Path],
        *,
        changed: bool = False,
        staged: bool = False,
        since: str = "",
    ) -> "Run":
        """The run over some files and folders of one project.

        Raises:
            ProjectError: A path that is not there, or git that cannot say what changed.
        """
        given = list(paths)
        for one in given:
            if not one.exists():
                raise ProjectError(f"there is no {one}; give a file or a folder")
        root = project_of(given)
        lines: Lines | None = None
        if changed or staged or since:
            try:
                lines = changed_lines(root, staged=staged, since=since or "HEAD")
            except NoGitError as error:
                raise ProjectError(f"{error}; without git, check whole files") from error
        relative = [one.resolve().relative_to(root).as_posix() for one in given]
        return cls(root, Selection(tuple(one for one in relative if one != "."), lines))

    def report(self, *, cached: bool = True) -> Report:
        """Judge the project; ProjectError when one of our files in it is broken."""
        try:
            return check(self.root, self.selection, cached=cached)
        except (SettingsError, WaiversError, BaselineError) as error:
            raise ProjectError(str(error)) from error

    @property
    def baseline(self) -> str:
        """The name of the file of recorded findings."""
        return read_settings(self.root).baseline

    def record(self) -> int:
        """Record all findings of the whole project; gives how many."""
        try:
            report = check(self.root, recorded=False)
        except (SettingsError, WaiversError) as error:
            raise ProjectError(str(error)) from error
        return write_baseline(self.root / self.baseline, report.findings)

    def fix(self) -> list[str]:
        """Make the safe changes; gives the files that changed."""
        try:
            settings = read_settings(self.root)
        except SettingsError as error:
            raise ProjectError(str(error)) from error
        return fix(self.root, gather(self.root, settings).records.values(), self.selection)
