from datetime import UTC, datetime
from uuid import uuid4

from backstay.prove.seeding.taking import Taking
from tests.prove.shelf import TEXT, shelf

NOW = datetime(2026, 5, 1, tzinfo=UTC)
BEFORE = datetime(2026, 4, 1, tzinfo=UTC)
ME, OTHER = uuid4(), uuid4()


def taking(action: str, *changes: tuple[str, str]) -> Taking:
    text = TEXT.replace("set ended = now when ended is null, else 409", action)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    loan = shelf(text).resource("Loan")
    return Taking(loan, loan.actions[0])


def loan(**values: object) -> dict[str, object]:
    plain = {"user": ME, "book": uuid4(), "began": BEFORE, "ended": None, "rating": None}
    return plain | values


def test_it_sets_what_it_says_where_it_may():
    close = taking("set ended = now when ended is null, else 409")
    row = loan()
    assert close.after(row, str(ME), NOW) == row | {"ended": NOW}
    assert close.after(loan(ended=NOW), str(ME), NOW) is None


def test_a_row_that_would_break_a_rule_is_none():
    close = taking("set ended = began when ended is null, else 409")
    assert close.after(loan(), str(ME), NOW) is None


def test_the_caller_counts():
    mine = taking("set user = caller when user != caller, else 409", ("caller, fixed", "caller"))
    assert mine.after(loan(), str(ME), NOW) is None
    row = loan(user=OTHER)
    assert mine.after(row, str(ME), NOW) == row | {"user": ME}


def test_a_flow_bars_the_way():
    text = ("rating: int 1..5, optional", "rating: int 1..5, optional\n      state: a | b | c = a")
    flow = (
        "    rules:\n      ends_later",
        "    flow: {state: a > b > c}\n    rules:\n      ends_later",
    )
    end = taking("set state = c", text, flow)
    assert end.after(loan(state="a"), str(ME), NOW) is None
    for state in ("b", "c"):
        row = loan(state=state)
        assert end.after(row, str(ME), NOW) == row | {"state": "c"}


def test_rules_about_the_request_are_asked_only_of_what_changes():
    young = ("rated_once:", "young: began >= now - 60\n      rated_once:")
    close = taking("set ended = now when ended is null, else 409", young)
    assert close.after(loan(), str(ME), NOW) is not None
    again = taking("set began = now - 3600 when ended is null, else 409", young)
    assert again.after(loan(), str(ME), NOW) is None
