"""The audit tells findings with remedies, open operations, and what it did not look at (R-225)."""

from pathlib import Path

from backstay.agent.api.security import audit
from backstay.agent.work.ports import Checked, Found
from backstay.blueprint import load

BLUEPRINT = load(Path(__file__).parents[3] / "examples" / "timetrack.yaml")
SECRET = Found("a.py", 1, "SEC003", "a secret", "read it from the environment")


def test_only_what_concerns_safety_counts() -> None:
    seen = Checked(True, (SECRET, Found("b.py", 2, "NAM001", "a name")))

    found = audit(Path(), BLUEPRINT, lambda root, paths: seen)

    assert found.found == (SECRET,)
    assert found.open == tuple(
        f"POST /api/v1/auth/{one}" for one in ("register", "login", "refresh")
    )
    assert not found.clean


def test_a_check_that_did_not_run_is_no_clean_audit() -> None:
    found = audit(Path(), None, lambda root, paths: Checked(ran=False, why="no check"))

    assert "no check" in found.not_run
    assert not found.clean
