"""On the corpus every rule is right nearly always; what it misses or invents is printed."""

from pathlib import Path

import pytest

from backstay.prove.accuracy import summed, tally
from backstay.prove.discover import all_rules

CORPUS = Path(__file__).with_name("corpus")
ENOUGH = 0.97


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)
def test_a_rule_is_right_on_its_own_snippets(rule):
    one = tally(rule, CORPUS)

    assert one.flagged, f"write {CORPUS.name}/{rule.id}.md with snippets to flag"
    assert one.clean, f"write {CORPUS.name}/{rule.id}.md with near misses"
    assert (one.recall, one.precision) == (1.0, 1.0)


def test_the_corpus_is_large_and_the_rules_are_right_on_the_whole():
    one = summed(tally(rule, CORPUS) for rule in all_rules().values())

    assert one.flagged >= 200
    assert one.clean >= 200
    assert min(one.recall, one.precision) >= ENOUGH


def test_no_file_of_the_corpus_is_without_its_rule():
    assert {file.stem for file in CORPUS.glob("*.md")} <= set(all_rules())
