"""lists: a page that was cut or a refusal is a bound; few rows are none."""

from backstay.prove.outcome import Outcome
from tests.prove.audit.asked import audit_of

LIST = "GET /notes"


async def test_a_healthy_list_is_cut_to_a_page():
    found = await audit_of("lists")
    assert found[LIST].outcome is Outcome.PASSED
    assert found["GET /health"].outcome is Outcome.NOT_APPLICABLE


async def test_a_list_that_gives_everything_is_a_failure():
    found = await audit_of("lists", "unbounded", notes=1_500)
    assert found[LIST].outcome is Outcome.FAILED
    assert found[LIST].reason == "asked for limit=1000000 it answers 1500 items"
    assert "limit=1000000" in found[LIST].findings[0].script


async def test_with_few_rows_nothing_shows_whether_there_is_a_bound():
    found = await audit_of("lists", notes=5)
    assert "may be all there are" in found[LIST].reason


async def test_a_list_without_a_size_shows_nothing_while_it_is_short():
    found = await audit_of("lists", "sizeless")
    assert "no parameter says how many; with 20 items there" in found[LIST].reason


async def test_a_list_without_a_size_that_is_long_is_a_failure():
    found = await audit_of("lists", "sizeless", "all", notes=250)
    assert found[LIST].reason == "unasked it answers 250 items at once"


async def test_who_asks_for_too_much_may_be_refused():
    found = await audit_of("lists", "strict", "unbounded")
    assert found[LIST].outcome is Outcome.PASSED
