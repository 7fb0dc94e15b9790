"""Evidence is kept beside the documents, and holds for the code that it is of only."""

from dataclasses import replace

import pytest

from backstay.agent.documents.evidence.evidence import OwnTests, Proof, Rules
from backstay.agent.documents.evidence.gather import proof_of
from backstay.agent.documents.evidence.kept import FILE, Kept, read, written

KEPT = Kept(Proof("a"), Rules("b", ["SEC001"], {"SEC001": 1}), OwnTests("a", 1, 0, 99.5))


def test_only_what_is_of_this_code_counts() -> None:
    found = KEPT.of("a")

    assert (found.proof, found.rules, found.tests) == (KEPT.proof, None, KEPT.tests)
    assert found.lacks == {"rules": "what was measured last is of other code"}
    assert Kept().of("a").lacks == {}


def test_what_is_written_is_read_again(tmp_path, report, result, latency, plan) -> None:
    proof = proof_of(
        report(result("load", figures=(latency("x", 1.5),)), result("plan", plans=(plan,)))
    )
    kept = replace(KEPT, proof=proof)
    place = tmp_path / FILE
    place.parent.mkdir()
    place.write_text(written(kept))

    assert read(tmp_path) == kept
    assert written(read(tmp_path)) == place.read_text()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"proof": {"unknown": 1}}', '{"proof": 3}'])
def test_what_cannot_be_read_is_nothing(tmp_path, text) -> None:
    place = tmp_path / FILE
    place.parent.mkdir()
    place.write_text(text)

    assert read(tmp_path) == Kept()
    assert read(tmp_path / "nowhere") == Kept()
