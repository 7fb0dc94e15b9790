"""A plan: steps in order, each after what it needs, with a counted amount (R-230)."""

from backstay.agent.work.plan import plan_of
from backstay.build.report import BuildReport


def test_each_step_says_what_it_needs_and_how_much_it_is() -> None:
    report = BuildReport(
        created=["src/models/tag.py", "config/alembic/versions/0005_tags.py", "docs/openapi.json"],
        updated=["src/services/tag_service.py"],
        merged=["tests/unit/services/test_tag_service.py"],
    )

    steps = plan_of("backend", report)

    amounts = {one.name: one.amount for one in steps}
    assert amounts["code"] == "2 files"
    assert amounts["migrations"] == "1 migration"
    assert amounts["tests"] == "1 file"
    assert amounts["documents"] == "1 files"
    done: set[str] = set()
    for one in steps:
        assert set(one.needs) <= done, f"{one.name} needs what comes later"
        done.add(one.name)
    assert {one.who for one in steps} == {"backend", "orchestrator"}
