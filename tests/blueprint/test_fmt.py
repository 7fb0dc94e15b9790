"""Formatting changes how a contract looks, never what it says."""

from pathlib import Path

import pytest

from backstay.blueprint import ContractError, parse
from backstay.blueprint.canonical import digest
from backstay.blueprint.fmt import formatted

ROOT = Path(__file__).parents[2]
VALID = sorted([*(ROOT / "examples").glob("*.yaml"), *(Path(__file__).parent / "valid").iterdir()])


@pytest.mark.parametrize("file", VALID, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_long_forms_say_the_same_and_compact_again(file):
    raw = file.read_bytes()

    long = formatted(raw, "x.yaml", long=True)

    assert formatted(long.encode(), "x.yaml", long=True) == long
    assert digest(parse(long.encode(), "x")) == digest(parse(raw, "x"))
    assert formatted(long.encode(), "x.yaml") == formatted(raw, "x.yaml")


def test_the_examples_are_formatted():
    for file in (ROOT / "examples").glob("*.yaml"):
        assert formatted(file.read_bytes(), "x.yaml") == file.read_text(), file.name


def test_all_that_fmt_does_in_one_contract():
    before = """\
# head


backstay:   1
service : shop   # trailing
roles:
- admin
- member     # why
resources:
      # about box
      Box :
            # in box
            fields:
                    label:   {type: text,
                        max: 20}
                    state:
                        type: enum  # a comment keeps the long form
                        values: [ open,shut ]
                        default: open
                    n: "int 0..10000"
                    # tail of fields
            # tail of box
            flow:
               state:
                    open: [ shut ]
            access: { admin : all,member : [ read,create ] }
            sla: {list: {p95: 0.2s}}
            cache: {list: 60s,   read: 1m}
            rules:
               big: "(n > 3)   and (label != 'it''s: #1')"
# end
"""

    assert (
        formatted(before.encode(), "x.yaml")
        == """\
# head

backstay: 1
service: shop   # trailing
roles:
  - admin
  - member     # why
resources:
  # about box
  Box:
    # in box
    fields:
      label: text ..20
      state:
        type: enum  # a comment keeps the long form
        values: [open, shut]
        default: open
      n: int 0..10_000
      # tail of fields
    # tail of box
    flow:
      state: open > shut
    access: {admin: all, member: "create, read"}
    sla: {list: p95 200ms}
    cache: 1m
    rules:
      big: "n > 3 and label != 'it''s: #1'"
# end
"""
    )


def test_a_contract_with_mistakes_is_not_touched():
    with pytest.raises(ContractError) as caught:
        formatted(b"backstay: 1\n", "x.yaml")

    assert [mistake.code for mistake in caught.value.mistakes] == ["BS103", "BS103"]
