"""plan and statements, judged on what was overheard beforehand."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from backstay.prove.attempt import Attempt, UncontrolledError
from backstay.prove.plans.answers import Answers, asked
from backstay.prove.plans.heard import Statement
from backstay.prove.plans.questions import Question
from backstay.prove.probes import plan, statements
from backstay.prove.seeding.scene import stocked
from backstay.prove.subject.database import Step
from backstay.prove.trial import Trial
from tests.prove.shelf import TEXT, shelf, stock_of

BLUEPRINT = shelf(TEXT.replace("60 Book", "1200 Book"))
STOCK = stock_of(BLUEPRINT)
SERVED = [Step("search", "books", "SEARCH books")]
INDEXED = {"id", "kind", "pages", "owner_id", "created_at", "title"}


def attempt_of(
    answers: Answers,
    steps: list[Step] | None = None,
    indexed: set[str] | None = None,
    by_force: list[Step] | None = None,
) -> Attempt:
    async def plan_of(sql: str, values: Any, *, by_index: bool = False) -> list[Step]:
        assert sql.startswith("SELECT")
        normal = SERVED if steps is None else steps
        return by_force if by_index and by_force is not None else normal

    async def indexed_of(table: str) -> set[str]:
        return INDEXED if indexed is None else indexed

    async def once(what: Any) -> Any:
        return {asked: answers, stocked: STOCK}[what]

    database = SimpleNamespace(plan=plan_of, indexed=indexed_of)
    world: Any = SimpleNamespace(blueprint=BLUEPRINT, database=database, once=once)
    return Attempt(world)


def answers_of(**given: int) -> Answers:
    """So many statements for each question, all answered."""
    questions = {
        "default": Question("Book", "default"),
        "kind": Question("Book", "filter", "kind"),
        "get": Question("Book", "get"),
        "few": Question("Book", "limit 1"),
        "many": Question("Book", "limit 100"),
        "owners": Question("Book", "expand 100", "owner"),
    }
    heard = {questions[name]: [Statement("SELECT 1")] * amount for name, amount in given.items()}
    return Answers(heard, dict.fromkeys(heard, 200))


def trial(module: Any, claim: str) -> Trial:
    found: list[Trial] = list(module.trials(BLUEPRINT))
    return next(one for one in found if claim in one.claim)


async def why(one: Trial, attempt: Attempt) -> str:
    await one.run(attempt)
    return "; ".join(mismatch.why for mismatch in attempt.mismatches)


async def test_lists_that_an_index_serves():
    for claim in ("each filter of books", "each sort of books"):
        attempt = attempt_of(answers_of(default=1, kind=1))
        assert not await why(trial(plan, claim), attempt)
        assert attempt.controls
        seen = attempt.plans[0]
        assert (seen.sql, seen.steps) == ("SELECT 1", ("SEARCH books",))
        assert seen.question.startswith("Book, ")


async def test_a_list_that_reads_everything():
    steps = [Step("scan", "books", "SCAN books")]
    said = await why(trial(plan, "each filter of books"), attempt_of(answers_of(kind=1), steps))
    assert "Book, filter kind: it reads all of books" in said


async def test_a_planner_that_rightly_reads_everything():
    steps = [Step("scan", "books", "SCAN books", found=600, width=80)]
    one = trial(plan, "each filter of books")
    assert not await why(one, attempt_of(answers_of(kind=1), steps, by_force=SERVED))
    assert "it reads all of books" in await why(one, attempt_of(answers_of(kind=1), steps))


async def test_an_index_that_is_missing():
    attempt = attempt_of(answers_of(kind=1), indexed=INDEXED - {"pages"})
    said = await why(trial(plan, "each filter of books"), attempt)
    assert said == "books has no index that begins with pages"


async def test_what_was_not_heard_proves_nothing():
    silent = answers_of(kind=0)
    with pytest.raises(UncontrolledError, match="no query was heard"):
        await trial(plan, "each filter of books").run(attempt_of(silent))
    with pytest.raises(UncontrolledError, match="no index on the id"):
        await trial(plan, "each filter of books").run(attempt_of(answers_of(kind=1), indexed=set()))


async def test_lookups_and_as_many_rows_as_were_asked_for():
    one = trial(plan, "an index serves each lookup")
    assert not await why(one, attempt_of(answers_of(get=1)))
    scan = [Step("scan", "books", "SCAN books")]
    assert "Book, get" in await why(one, attempt_of(answers_of(get=1), scan))


async def test_statements_do_not_grow_with_rows():
    same = answers_of(few=2, many=2, owners=3)
    for claim in ("a list of books", "?expand=owner"):
        assert not await why(trial(statements, claim), attempt_of(same))
    grown = answers_of(few=2, many=9, owners=40)
    assert "2 statements for one row, 9 for a page" in await why(
        trial(statements, "a list of books"), attempt_of(grown)
    )
    assert "9 statements for a page, 40 for it with owner" in await why(
        trial(statements, "?expand=owner"), attempt_of(grown)
    )


async def test_a_page_on_which_nothing_is_added_proves_nothing():
    with pytest.raises(UncontrolledError, match="no Book of the page names a row"):
        await trial(statements, "?expand=owner").run(attempt_of(answers_of(many=2, owners=2)))


async def test_a_page_of_one_row_may_name_nothing():
    resources = tuple(
        replace(one, listing=replace(one.listing, page=replace(one.listing.page, max=1)))
        for one in BLUEPRINT.resources
    )
    found = statements.trials(replace(BLUEPRINT, resources=resources))
    one = next(each for each in found if "?expand=owner" in each.claim)
    page, named = Question("Book", "limit 1"), Question("Book", "expand 1", "owner")
    heard = {page: [Statement("SELECT 1")], named: [Statement("SELECT 1")]}
    assert not await why(one, attempt_of(Answers(heard, dict.fromkeys(heard, 200))))


async def test_a_list_that_was_refused_proves_nothing():
    with pytest.raises(UncontrolledError, match="was answered None"):
        await trial(statements, "a list of books").run(attempt_of(Answers()))
