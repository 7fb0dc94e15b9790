"""The plan of a task: steps, what each waits for, and how much it is (R-230)."""

from dataclasses import dataclass

from backstay.build.report import BuildReport


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `amount` is counted from the build, not guessed."""

    name: str
    who: str
    needs: tuple[str, ...]
    amount: str


def plan_of(agent: str, report: BuildReport) -> tuple[Step, ...]:
    """The steps of a task that changes a contract."""
    touched = [*report.created, *report.updated, *report.merged, *report.removed]
    migrations = [path for path in touched if "alembic/versions" in path]
    tests = [path for path in touched if path.startswith("tests/")]
    code = [path for path in touched if path.endswith(".py") and path not in (*migrations, *tests)]
    rest = len(touched) - len(code) - len(migrations) - len(tests)
    return (
        Step("contract", agent, (), "backstay.yaml"),
        Step("code", agent, ("contract",), _count(code, "file")),
        Step("migrations", agent, ("contract",), _count(migrations, "migration")),
        Step("tests", agent, ("code",), _count(tests, "file")),
        Step("documents", "orchestrator", ("code",), f"{rest} files"),
        Step("run tests", "orchestrator", ("code", "migrations", "tests"), "all of the project"),
        Step("check", "orchestrator", ("code",), "all of the project"),
        Step("prove", "orchestrator", ("run tests", "check"), "every line of the contract"),
    )


def _count(paths: list[str], word: str) -> str:
    return f"{len(paths)} {word}{'s' * (len(paths) != 1)}"
