from random import Random

from backstay.blueprint.samples.rows import all_hold, checks_of, good_rows
from backstay.prove.seeding.templates import Templates
from tests.prove.shelf import TEXT, shelf


def test_the_free_one_is_touched_by_no_partial_rule():
    templates = Templates(shelf(), shelf().resource("Loan"))
    assert templates.free["ended"] is not None
    assert [row["ended"] for row in templates.all[1:]] == [None]


def test_variations_keep_every_rule():
    blueprint = shelf()
    loan = blueprint.resource("Loan")
    templates = Templates(blueprint, loan)
    rows = [templates.varied(templates.free, number, Random(number)) for number in range(200)]
    assert all(all_hold(row, checks_of(loan)) for row in rows)
    assert len({row["began"] for row in rows}) > 100
    assert {row["rating"] for row in rows} > {None, 1}


def test_where_a_rule_forbids_the_change_the_template_stays():
    text = TEXT.replace(
        "ends_later: ended is null or ended > began",
        "ends_later: ended is null or ended > began\n      few: rating is null or rating = 3",
    )
    blueprint = shelf(text)
    loan = blueprint.resource("Loan")
    templates = Templates(blueprint, loan)
    rows = [templates.varied(templates.free, number, Random(number)) for number in range(50)]
    assert {row["rating"] for row in rows} <= {None, 3}


def test_a_date_that_a_rule_speaks_of_moves_into_the_past():
    text = TEXT.replace(
        "lock: etag", "rules: {sane: printed is null or printed <= now}\n    lock: etag"
    )
    blueprint = shelf(text)
    book = blueprint.resource("Book")
    templates = Templates(blueprint, book)
    template = next(row for row in good_rows(blueprint, book) if row["printed"] is not None)
    rows = [templates.varied(template, number, Random(number)) for number in range(50)]
    assert all(row["printed"] <= template["printed"] for row in rows)
