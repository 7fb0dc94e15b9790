"""Backstay's own specialists: whole, woken by the right prompts, handing over only when asked."""

from pathlib import Path

from backstay.agent.activation.accuracy import GOAL, measure, share
from backstay.agent.definitions.lint.run import lint
from backstay.agent.definitions.places import BUILT_IN, Found
from backstay.agent.definitions.roster import Roster, load_files, load_roster

NEIGHBOURS = Path(__file__).parents[1] / "activation" / "roster"
PROMPTS = Path(__file__).parents[1] / "activation" / "prompts.yaml"


def own() -> Roster:
    return load_files(
        Found(path, path.as_posix(), "project") for path in sorted(BUILT_IN.glob("*.md"))
    )


def test_there_are_six_and_nothing_is_wrong_with_them() -> None:
    names = [one.name for one in own().definitions]

    assert names == ["api", "backend", "database", "documentation", "security", "test"]
    assert not [one for one in own().definitions if one.repairs]
    assert {one.code for one in lint(own())} == {"ignored-field", "handoff-circle"}
    assert {one.level for one in lint(own()) if one.code == "handoff-circle"} == {"info"}


def test_the_backend_hands_over_to_four_and_asks_each_time(tmp_path: Path) -> None:
    """R-213, R-214, R-246."""
    roster = load_roster(tmp_path)
    backend = roster.named("backend")

    assert backend is not None
    assert [one.agent for one in backend.handoffs] == ["api", "database", "test", "security"]
    assert not any(one.send for one in backend.handoffs)
    assert all(one.label and one.prompt for one in backend.handoffs)
    assert all(roster.named(one.agent) for one in backend.handoffs)


def test_no_specialist_may_write_prose() -> None:
    """R-187: the deny of prose stands in each definition, and the guard reads it."""
    for one in own().definitions:
        assert {"*.md", "**"} & set(one.writes.deny), one.name


def test_no_specialist_cheers_or_shows_an_emoji() -> None:
    """R-202: what a model is told in plain words it answers in plain words."""
    for one in own().definitions:
        text = f"{one.description} {one.body}"
        assert text.isascii(), one.name
        assert "!" not in text.replace("!=", ""), one.name


def test_where_goals_clash_the_order_is_said() -> None:
    """R-028: reliability, then security, then speed (performance), then features."""
    backend = own().named("backend")

    assert backend is not None
    said = " ".join(backend.body.split())
    assert (
        "Where goals clash, reliability comes before security, security before speed, "
        "speed before features." in said
    )


def test_the_labelled_prompts_wake_them() -> None:
    neighbours = [NEIGHBOURS / "devops.md", NEIGHBOURS / "frontend.md"]
    others = load_files(Found(path, path.as_posix(), "project") for path in neighbours)

    assert share(measure(PROMPTS, (*own().definitions, *others.definitions))) >= GOAL
