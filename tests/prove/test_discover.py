"""Rules are found by where they lie, and no two may have one id."""

from dataclasses import replace
from importlib import metadata

import pytest

from backstay.prove.discover import TwoRulesError, all_rules, collected
from backstay.prove.rules import data


def test_rules_are_found_in_the_order_of_their_ids():
    found = list(all_rules())

    assert found == sorted(found)
    assert all_rules()["DAT003"].name == "commit-in-service"
    assert all_rules()["ASY002"].reads == "tree"


def test_an_id_is_taken_once():
    one = all_rules()["DAT003"]

    with pytest.raises(TwoRulesError, match="DAT003 is both commit-in-service and other"):
        collected(iter([one, replace(one, name="other")]))


def test_other_packages_bring_rules_by_an_entry_point(monkeypatch, tmp_path):
    class Point:
        def load(self):
            return data

    told = tmp_path / "ours-1.dist-info" / "entry_points.txt"
    told.parent.mkdir()
    told.write_text("[backstay.rules]\nours = our_rules\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(
        metadata, "entry_points", lambda group: [Point()] * (group == "backstay.rules")
    )
    all_rules.cache_clear()
    try:
        assert "DAT003" in all_rules()  # the same rule twice is one rule
    finally:
        all_rules.cache_clear()
