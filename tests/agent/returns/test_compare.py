"""Every claim that the tree or the figures contradict is named, with what is so."""

from backstay.agent.returns.compare import differences, unmeasured
from backstay.agent.returns.measured import Measured
from backstay.agent.returns.model import FeatureReturn
from backstay.agent.tree.snapshot import Revision

CODE = Revision("abc", "tree-1")
SEEN = Measured(
    "abc", "tree-1", passed=10, failed=0, coverage=91.5, p95_ms=8.2, rps=2000, findings=0
)


def claim(**parts) -> FeatureReturn:
    return FeatureReturn.model_validate(parts)


def test_a_true_claim_has_no_difference(facts, tmp_path) -> None:
    (tmp_path / "a.py").touch()
    true = claim(
        routes_created=["GET /api/v1/tasks/:id"],
        models=[{"name": "Task", "fields": ["title", "created_at"]}],
        services=["src/services/task_service.py", "TaskService", "task_service"],
        migrations=["0001_tasks"],
        files_changed=["a.py"],
    )

    assert differences(true, facts, tmp_path) == ()


def test_each_lie_is_named(facts, tmp_path) -> None:
    lie = claim(
        routes_created=["POST /api/v1/tasks"],
        models=["Ghost", {"name": "Task", "fields": ["colour"]}],
        services=["GhostService"],
        migrations=["0002_ghost"],
        files_changed=["ghost.py", "../outside"],
    )

    assert [str(one) for one in differences(lie, facts, tmp_path)] == [
        "route: claimed POST /api/v1/tasks, found no such route in the code",
        "model: claimed Ghost, found no such model in the code",
        "field of Task: claimed colour, found src/models/task.py has id, title",
        "service: claimed GhostService, found no such service in the code",
        "migration: claimed 0002_ghost, found no such migration in the code",
        "file: claimed ghost.py, found no such file",
        "file: claimed ../outside, found a path outside of the project",
    ]


def test_figures_stand_when_they_were_measured_on_this_code() -> None:
    true = claim(
        tests={"passed": 10, "failed": 0, "coverage": 91.5},
        performance={"p95_ms": 8.2, "rps": 2000},
        checks={"errors": 0},
    )

    assert unmeasured(true, SEEN, CODE) == ()


def test_invented_figures_are_named_one_by_one() -> None:
    lie = claim(tests={"passed": 12, "coverage": 99}, performance={"p95_ms": 1, "rps": 9000})

    assert [str(one) for one in unmeasured(lie, SEEN, CODE)] == [
        "tests passed: claimed 12, found 10",
        "coverage: claimed 99, found 91.5",
        "p95_ms: claimed 1, found 8.2",
        "rps: claimed 9000, found 2000",
    ]


def test_true_figures_of_other_code_do_not_count() -> None:
    old = claim(tests={"passed": 10, "failed": 0})

    found = [str(one) for one in unmeasured(old, SEEN, Revision("abc", "tree-2"))]

    assert found[0] == "tests passed: claimed 10, found evidence of other code"
