"""Whatever is typed: order changes no score, a match never lowers one, twice is the same."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.agent.activation.route import route
from backstay.agent.activation.task import Task
from backstay.agent.definitions.model import Definition
from backstay.agent.definitions.roster import Roster

KEYWORDS = ["endpoint", "server", "database", "migration", "test", "css", "readme", "docker", "api"]
SENTENCES = st.lists(st.sampled_from([*KEYWORDS, "the", "without", "not the", "src/api/a.py"]))


@settings(derandomize=True, max_examples=100)
@given(words=SENTENCES, order=st.randoms(use_true_random=False))
def test_the_order_of_definitions_changes_no_score(roster: Roster, words: list[str], order) -> None:
    shuffled = list(roster.definitions)
    order.shuffle(shuffled)
    task = Task(" ".join(words))

    def scores(definitions: list[Definition]) -> dict[str, tuple[str, object]]:
        return {
            one.definition.name: (one.tier, one.score)
            for one in route(task, definitions).candidates
        }

    assert scores(shuffled) == scores(list(roster.definitions))


@settings(derandomize=True, max_examples=100)
@given(words=SENTENCES, more=st.sampled_from(KEYWORDS))
def test_one_more_match_never_lowers_a_score(roster: Roster, words: list[str], more: str) -> None:
    before = Task(" ".join(words))
    after = Task(f"{before.text}. {more}")

    def scores(task: Task) -> dict[str, Fraction]:
        return {
            one.definition.name: one.score for one in route(task, roster.definitions).candidates
        }

    earlier, later = scores(before), scores(after)
    assert all(later[key] >= earlier[key] for key in earlier)


@settings(derandomize=True, max_examples=50)
@given(words=SENTENCES)
def test_a_decision_is_the_same_every_time(roster: Roster, words: list[str]) -> None:
    task = Task(" ".join(words))

    assert route(task, roster.definitions) == route(task, roster.definitions)
