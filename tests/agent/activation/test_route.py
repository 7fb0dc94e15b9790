"""A task wakes the specialist with the best reasons, always the same one, and says which."""

from collections.abc import Callable

import pytest

from backstay.agent.activation.route import Decision, route
from backstay.agent.activation.task import Task
from backstay.agent.definitions.model import Definition
from backstay.agent.definitions.roster import Roster
from backstay.detect.model import Profile
from backstay.detect.survey import detect

Agent = Callable[..., Definition]


def name(decision: Decision) -> str:
    return decision.chosen.definition.name if decision.chosen else "none"


def tier(decision: Decision) -> str:
    return decision.chosen.tier if decision.chosen else "none"


@pytest.mark.parametrize(
    "text", ["@lamp, please", "use the lamp agent", "agent lamp !", "lamp-agent"]
)
def test_a_name_beats_every_other_reason(agent: Agent, text: str) -> None:
    lamp, api = agent("lamp-agent"), agent("api", triggers="[api, server, database]")

    assert name(route(Task(f"{text} the api server database"), [api, lamp])) == "lamp-agent"


def test_a_name_that_is_only_a_word_is_no_call(agent: Agent) -> None:
    assert name(route(Task("light the lamp"), [agent("lamp")])) == "none"


def test_an_extension_wakes_only_when_nothing_stronger_does(agent: Agent) -> None:
    """C-74: a listed ending counts weakly, and never beats a stronger candidate."""
    python = agent("python", file_triggers="['*.py', '*.yml', '*.sql']")
    words = agent("words", triggers="[greeting]")

    alone = route(Task("change it", ("a.py", "b.yml", "c.sql")), [python, words])
    beaten = route(Task("change the greeting", ("a.py", "b.yml", "c.sql")), [python, words])

    assert (name(alone), tier(alone)) == ("python", "extension")
    assert (name(beaten), tier(beaten)) == ("words", "task")


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    folder = tmp_path_factory.mktemp("backend")
    (folder / "requirements.txt").write_text("flask\ncelery\n")
    return detect(folder).main


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return detect(tmp_path_factory.mktemp("texts")).main


CONDITIONS = "['Backend framework detected (Flask)', 'Background job processors (Celery)']"


def test_a_definition_of_conditions_wakes_by_the_project_alone(
    agent: Agent, backend: Profile, texts: Profile
) -> None:
    """R-210; with keywords of its own, a definition needs one of them as well."""
    standing = agent("standing", triggers=CONDITIONS)
    talking = agent("talking", triggers="{when: " + CONDITIONS + ", keywords: [lamp]}")

    assert tier(route(Task("carry on"), [standing], backend)) == "project"
    assert name(route(Task("carry on"), [standing], texts)) == "none"
    assert name(route(Task("carry on"), [standing])) == "none"
    assert name(route(Task("carry on"), [talking], backend)) == "none"
    assert name(route(Task("light the lamp"), [standing, talking], backend)) == "talking"


def test_an_everyday_word_alone_needs_code_around_it(
    agent: Agent, backend: Profile, texts: Profile
) -> None:
    server = agent("server", triggers="[server, endpoint]")

    assert name(route(Task("our server was lovely"), [server], texts)) == "none"
    assert name(route(Task("our server was lovely"), [server], backend)) == "server"
    assert name(route(Task("our server has an endpoint"), [server], texts)) == "server"


def test_unless_speaks_against(agent: Agent) -> None:
    api = agent("api", triggers="{keywords: [api], unless: [slide]}")

    decision = route(Task("a slide about the API"), [api])

    assert name(decision) == "none"
    assert [one.kind for one in decision.candidates[0].signals] == ["unless", "keyword", "first"]


def test_a_shared_keyword_counts_in_shares_but_still_wakes(agent: Agent) -> None:
    """C-71: two agents of one trade do not put each other to sleep."""
    first, second = agent("one", triggers="[api, lamp]"), agent("two", triggers="[api]")

    decision = route(Task("an api"), [first, second])
    better = route(Task("an api with a lamp"), [second, first])

    assert [str(one.score) for one in decision.candidates] == ["2", "2"]
    assert "claimed by 2" in decision.candidates[0].signals[0].shown
    assert name(decision) == "one"
    assert name(better) == "one"


def test_of_equals_the_longer_trigger_wins_and_then_the_rank(agent: Agent) -> None:
    short, long = agent("short", triggers="[cat]"), agent("long", triggers="[giraffe]")

    assert name(route(Task("x. cat and giraffe"), [agent("a", triggers="[b]"), short, long])) in (
        "short",
        "long",
    )
    equal = [agent("one", triggers="[cat]"), agent("two", triggers="[cat]")]
    assert name(route(Task("a cat"), equal)) == "one"
    assert name(route(Task("a cat"), equal[::-1])) == "two"


def test_the_reason_names_the_runner_up(roster: Roster) -> None:
    decision = route(Task("Mock the database in the unit tests"), roster.definitions)

    assert decision.reason == "test wakes by task, with 6; next is database by task, with 2"


def test_nobody_wakes_for_nothing(roster: Roster) -> None:
    for text in ("", " \n", "....", "What a day"):
        decision = route(Task(text), roster.definitions)
        assert name(decision) == "none"
        assert decision.reason.startswith("no definition has")


def test_an_empty_roster_is_no_error() -> None:
    assert route(Task("anything"), []).candidates == ()
