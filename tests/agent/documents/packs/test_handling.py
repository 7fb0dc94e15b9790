"""The error strategy is told from the family of errors and from the contract (R-183, R-156)."""

from backstay.agent.documents.api.failures import catalogue
from backstay.agent.documents.packs import handling

PLAIN = """\
backstay: 1
service: s
layout: app
resources:
  Note:
    fields:
      body: text = 'empty'
    actions:
      empty: set body = 'empty'
"""


def _text(render, material) -> str:
    return "\n".join(render(material))


def test_the_strategy_names_where_it_stands(material) -> None:
    assert "`src/core/exceptions.py`" in _text(handling.strategy, material())
    assert "`app/services`" in _text(handling.strategy, material(contract=PLAIN))


def test_every_code_stands_under_its_status(material) -> None:
    text = _text(handling.families, material())

    for one in catalogue():
        row = next(line for line in text.splitlines() if line.startswith(f"| {one.status} |"))
        assert f"`{one.code}`" in row


def test_promises_of_the_contract_have_their_answer(material) -> None:
    text = _text(handling.refusals, material())

    assert "| User | email is unique | 409 `not_unique` |" in text
    assert "status: pending > in_progress, in_progress > completed" in text
    assert (
        "ends_after_start: `end_time is null or end_time > start_time` | 422 `rule_broken`" in text
    )
    assert "one_running: `unique user when end_time is null` | 409 `not_unique` |" in text
    assert "| TimeEntry | stop when `end_time is null` | 409 `action_refused` |" in text
    assert "| Task | lock: etag | 428 without If-Match, 412 for an older version |" in text
    assert "| Note |" not in _text(handling.refusals, material(contract=PLAIN))


def test_codes_that_are_named_exist(material) -> None:
    codes = {one.code for one in catalogue()}

    assert set(handling.LOOK) <= codes
    told = _text(handling.refusals, material()) + _text(handling.repeating, material())
    named = {word.strip("`,;.") for word in told.split() if word.startswith("`") and "_" in word}
    assert named - codes <= {"end_time", "Retry-After"}


def test_an_operator_finds_every_code_of_the_server(material) -> None:
    text = _text(handling.runbook, material())

    for one in catalogue():
        assert (f"| `{one.code}` |" in text) == (one.status >= 500 or one.code in handling.LOOK)
