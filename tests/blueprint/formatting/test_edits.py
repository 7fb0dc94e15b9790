"""Values are brought to canonical form; whatever holds a comment is left as it is."""

import pytest

from backstay.blueprint import fmt
from backstay.blueprint.fmt import formatted

HEAD = "backstay: 1\nservice: shop\nresources:\n  Box:\n"


def inside(body: str) -> str:
    """What formatting makes of the lines of a resource."""
    text = formatted(f"{HEAD}{body}".encode(), "x.yaml")
    assert text.startswith(HEAD)
    return text.removeprefix(HEAD)


@pytest.mark.parametrize(
    "body",
    [
        "    fields:\n      n: |  # why\n        int\n",
        "    fields:\n      n:\n        # why\n        type: int\n",
        "    fields:\n      n: {type: int, # why\n        min: 0}\n",
        "    fields: {n: int}\n    cache: {list: 30s}\n",
    ],
)
def test_what_has_a_comment_inside_or_no_shorter_form_is_left_alone(body):
    assert inside(body) == body


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("    fields:\n      n: |\n        int   0..5\n", "    fields:\n      n: int 0..5\n"),
        (
            "    fields:\n      n: >-\n        int,\n        pii\n",
            "    fields:\n      n: int, pii\n",
        ),
        ("    fields:\n      n: 'int'\n", "    fields:\n      n: int\n"),
        ("    fields: {  n : int,m:   date  }\n", "    fields: {n: int, m: date}\n"),
        (
            "    fields: {n: int}\n    cache: {list: 3600s, read: 60m}\n",
            "    fields: {n: int}\n    cache: 1h\n",
        ),
        (
            "    fields: {n: int}\n    list: {filter: [ n ],\n        sort: [ n ]}\n",
            "    fields: {n: int}\n    list: {filter: [n],\n        sort: [n]}\n",
        ),
        (
            '    fields: {n: "int, pii"}\n    rules: {big: "n > 1"}\n',
            '    fields: {n: "int, pii"}\n    rules: {big: n > 1}\n',
        ),
    ],
)
def test_values_become_one_line_with_quotes_where_they_are_needed(body, after):
    assert inside(body) == after


def test_a_form_that_would_change_its_meaning_is_never_written(monkeypatch):
    """The net under all printers: what they write is read again before anything is kept."""
    monkeypatch.setattr(fmt, "applied", lambda text, _: text.replace("int 0..5", "int 0..6"))

    with pytest.raises(RuntimeError, match="would change what it says"):
        inside("    fields: {n: int 0..5}\n")
