"""The kept state: written, read, and refused with a hint where it is damaged."""

import json
from dataclasses import replace

import pytest

from backstay.build.files.state import FILE, State, StateError, read_state, written
from backstay.build.tables.derive import tables_of


@pytest.fixture
def state(zoo):
    return State("0.1.0", "ruff 1", "abc", "{}", "0007", tables_of(zoo), "def", {"a.py": "ghi"})


@pytest.fixture
def put(tmp_path):
    """Writes the text of a state."""
    (tmp_path / FILE).parent.mkdir()
    return (tmp_path / FILE).write_text


def test_every_table_of_every_type_comes_back(state, put, tmp_path):
    put(written(state))

    found = read_state(tmp_path)
    assert found == state
    assert found is not None
    assert written(found) == written(state)


def test_nothing_was_built_where_there_is_no_state(tmp_path):
    assert read_state(tmp_path) is None


def test_a_state_of_before_knows_no_documents(state, put, tmp_path):
    old = json.loads(written(state))
    del old["described"]
    put(json.dumps(old))

    assert read_state(tmp_path) == replace(state, described="")


def test_another_format_asks_for_another_backstay(state, put, tmp_path):
    put(written(state).replace('"format": 1', '"format": 2'))

    with pytest.raises(StateError, match="another version of Backstay; update Backstay"):
        read_state(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"format": 1}', '{"format": 1, "tables": [{}]}', '{"format": 1, "x": 1}'],
)
def test_a_damaged_state_says_how_to_get_it_back(put, tmp_path, text):
    put(text)

    with pytest.raises(StateError, match=r"damaged .* `git checkout \.backstay/state\.json`"):
        read_state(tmp_path)
