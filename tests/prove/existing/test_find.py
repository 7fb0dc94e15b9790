"""What is there already is found by a name, by its like, and by code that does the same."""

import pytest
from typer.testing import CliRunner

from backstay.cli.main import app
from backstay.prove.existing.find import find_existing
from backstay.prove.existing.words import alike, words_of

PRICES = """
def format_price(amount, currency):
    whole, rest = divmod(round(amount * 100), 100)
    return f"{whole:,}.{rest:02} {currency.upper()}"
"""
SAME = PRICES.replace("format_price", "shown").replace("amount", "value").replace("whole", "big")


@pytest.fixture
def root(plant):
    return plant(
        {
            "app/services/invoices.py": f"{PRICES}\n\nclass InvoiceService: ...\n",
            "app/utils/text.py": "def render_prices(rows):\n    return [str(r) for r in rows]\n",
            "tests/test_prices.py": "def test_format_price():\n    assert 1\n",
        }
    )


def test_a_name_finds_itself_first_and_its_like_after(root):
    found = find_existing(root, "format_price")

    assert [(one.name, one.path) for one in found] == [
        ("render_prices", "app/utils/text.py"),
        ("format_price", "app/services/invoices.py"),
    ]
    assert {one.likeness for one in found} == {1.0}


def test_code_that_does_the_same_is_found_whatever_it_is_called(root):
    best = find_existing(root, SAME)[0]

    assert (best.name, best.likeness) == ("format_price", 1.0)


def test_classes_are_found_too(root):
    assert find_existing(root, "InvoiceService")[0].kind == "class"


def test_tests_are_no_pieces(root):
    assert find_existing(root, "test_format_price_again_and_again") == []


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("fetchUser", "get_users", 1.0),
        ("send_mail", "deliver_email", 1.0),
        ("total", "sum", 0.0),
        ("HTTPServer", "http_server", 1.0),
    ],
)
def test_names_are_compared_by_words_of_one_meaning(one, other, share):
    assert alike(words_of(one), words_of(other)) == share


@pytest.mark.parametrize(
    ("wanted", "code", "said"),
    [
        ("format_price", 0, "app/utils/text.py:1: function render_prices (100% alike)"),
        ("no_such_thing", 1, "nothing here is like `no_such_thing`"),
        ("def broken(:", 1, "nothing here is like"),
    ],
)
def test_the_command_prints_places(root, wanted, code, said):
    result = CliRunner().invoke(app, ["find-existing", wanted, "--root", str(root)])

    assert result.exit_code == code
    assert said in result.output


def test_code_may_come_from_the_input(root):
    command = ["find-existing", "-", "--root", str(root)]
    result = CliRunner().invoke(app, command, input=SAME)

    assert "format_price (100% alike)" in result.output
