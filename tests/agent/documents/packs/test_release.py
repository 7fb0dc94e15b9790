"""The release says what is delivered and what was measured of it (R-238 to R-240)."""

from backstay.agent.documents.evidence.evidence import Evidence, Proof
from backstay.agent.documents.files import Files
from backstay.agent.documents.packs.release import delivered, deployment, profiling
from backstay.prove.evidence.result import Figure


def _text(lines) -> str:
    return " ".join(" ".join(lines).split())


def test_items_stand_with_their_check(material, proven, result) -> None:
    text = "\n".join(delivered(material(proven(result("migrate"), result("rule", "failed")))))

    assert "| core | models | 4 files in src/models | `migrate` | passed |" in text
    assert "| core | services | 8 files in src/services | `rule` | failed |" in text
    assert "| quality | logging | config/logging.yaml | `redact` | unproven |" in text


def test_what_is_not_there_is_none(material, tmp_path) -> None:
    text = "\n".join(delivered(material(files=Files(tmp_path))))

    assert "| core | migrations | none | `migrate` | unproven |" in text


def test_the_sentence_is_said_when_the_proof_said_it(material, proven, result) -> None:
    said = Evidence(proof=Proof(sentence="Backend implementation completed. Good."))
    missing = proven(result("matrix", "failed"))

    assert "> Backend implementation completed. Good." in _text(delivered(material(said)))
    assert "There is no delivery sentence: - line" in _text(delivered(material(missing)))
    assert "no delivery sentence. Not measured" in _text(delivered(material()))


def test_the_gate_sheet_and_the_profile_are_shown(material, proven, result) -> None:
    hot = Figure("hottest function", 12.5, "%", note="run (app.py); all of it in proof/p.txt")
    mix = Figure("p95 mix", 71.5, "ms", 500.0, met=True, note="1241 requests")
    text = "\n".join(profiling(material(proven(result("load", figures=(hot, mix))))))

    assert "| p95 of the whole mix | 71.5 ms | < 500 ms | passed | 1241 requests |" in text
    assert (
        "| throughput, the target | not measured | >= 1000 requests/s (goal) | unproven |" in text
    )
    assert "CPU profile: 12.5 % of the samples in run (app.py)" in text


def test_without_a_profile_the_command_is_named(material) -> None:
    text = _text(profiling(material()))

    assert "`backstay prove --full && backstay docs` measures it" in text
    assert "| p95" not in text


def test_deployment_is_a_list_of_steps(material, proven, result) -> None:
    lines = list(deployment(material(proven(result("outage")))))

    assert [line[0] for line in lines[:5]] == ["1", "2", "3", "4", "5"]
    assert "(check `outage`): passed. Overloaded (check `shedding`): unproven." in _text(lines)
