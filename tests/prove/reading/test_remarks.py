"""A reason counts where it is written; a word for a tool is none."""

import ast

import pytest

from backstay.prove.reading.remarks import explained, explained_above
from backstay.prove.reading.source import Source


def handler(first: str, second: str = "") -> tuple[Source, ast.ExceptHandler]:
    text = f"try:\n    moor()\nexcept Exception:{first}\n{second}    pass\n    # long after it\n"
    source = Source("app/a.py", text)
    return source, source.nodes(ast.ExceptHandler)[0]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("  # the berth may be taken already", "", True),
        ("", "    # the berth may be taken already\n", True),
        ("  # noqa: BLE001 whatever it is", "", False),
        ("  # TODO find out what it is", "", False),
        ("  # hm", "", False),
        ("", "", False),
    ],
)
def test_a_reason_stands_at_the_handler_or_before_its_first_statement(first, second, said):
    assert explained(*handler(first, second)) is said


def test_a_reason_stands_right_above_a_line():
    source = Source("app/a.py", "# read before the settings\n# are there\na = 1\n\nb = 2\n")

    assert explained_above(source, 3)
    assert not explained_above(source, 5)
    assert not explained_above(source, 1)
