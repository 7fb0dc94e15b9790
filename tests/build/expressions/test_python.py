"""Conditions in Python read as a person would write them."""

import pytest

from backstay.build.expressions.python import Conditions

FIELDS = """\
  Thing:
    fields: {n: int, m: "int, optional", ok: bool}
"""


@pytest.mark.parametrize(
    ("text", "python"),
    [
        ("not (n = m)", "row.m is None or row.n != row.m"),
        ("3 < n", "row.n > 3"),
        ("ok = true", "row.ok"),
        ("false = ok", "not row.ok"),
        ("not (m is null)", "row.m is not None"),
        ("not not ok", "row.ok"),
    ],
)
def test_python_reads_as_a_person_would_write_it(contract, text, python):
    blueprint = contract(f'{FIELDS}    rules: {{one: "{text}"}}\n')
    resource = blueprint.resource("Thing")
    check = resource.rules[0].check
    assert check is not None

    assert Conditions(blueprint, resource, "row").not_false(check) == python
