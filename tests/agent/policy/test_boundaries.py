"""Always, ask first and never are conditions on the work, not sentences (R-204, R-231)."""

from backstay.agent.definitions.model import Boundaries
from backstay.agent.policy.boundaries import Work, breaches, unchecked

ALL = Boundaries(
    always=("run the checks", "run the tests"),
    ask_first=("new dependency", "architecture change", "shared service change"),
    never=("prose files", "gate configuration", "edited migration"),
)


def told(work: Work) -> list[tuple[str, str]]:
    return [(one.tier, one.boundary) for one in breaches(ALL, work)]


def test_clean_work_breaks_nothing() -> None:
    work = Work(added=("src/a.py",), changed=("src/b.py",), checked=True, tested=True)

    assert told(work) == []


def test_every_boundary_can_be_broken() -> None:
    work = Work(
        added=("README.md",),
        changed=("pyproject.toml", "src/core/config.py", ".mcp.json", "migrations/versions/1.py"),
        folders=("src/new",),
    )

    assert told(work) == [
        *(("always", one) for one in ALL.always),
        *(("ask_first", one) for one in ALL.ask_first),
        *(("never", one) for one in ALL.never),
    ]


def test_what_a_person_agreed_to_is_no_breach_but_never_stays_never() -> None:
    work = Work(
        added=("a.md",), changed=("pyproject.toml",), checked=True, tested=True,
        approved=("new dependency", "prose files"),
    )  # fmt: skip

    assert told(work) == [("never", "prose files")]


def test_prose_that_nothing_checks_is_said() -> None:
    assert unchecked(Boundaries(always=("be kind",), never=("Prose files",))) == ("be kind",)
