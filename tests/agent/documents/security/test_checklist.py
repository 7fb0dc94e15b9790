"""The ten and the threats stand with what tried them and how it came out (R-106, R-178, R-247)."""

from backstay.agent.documents.evidence.evidence import Rules
from backstay.agent.documents.security.checklist import checklist, threats
from backstay.agent.documents.security.owasp import TEN
from backstay.agent.documents.security.vectors import VECTORS
from backstay.prove.discover import all_rules


def _rows(lines) -> list[list[str]]:
    cells = [line.split(" | ") for line in lines if line.startswith("| ")]
    return cells[1:]


def test_all_ten_have_a_row_with_checks(material) -> None:
    rows = _rows(checklist(material()))

    assert [row[0] for row in rows] == [f"| A{number:02}" for number in range(1, 11)]
    assert all(row[-1] == "unproven |" for row in rows)
    assert all(one.held.probes or one.held.rules for one in TEN)
    text = " ".join(checklist(material()))
    assert "`backstay prove && backstay docs` measures it" in text
    assert "Rules: Not measured" in text


def test_a_failing_check_fails_its_rows(material, proven, result) -> None:
    names = {name for one in TEN for name in one.held.probes}
    clean = Rules("c", list(all_rules()))
    good = proven(*map(result, names), rules=clean)
    bad = proven(*map(result, names - {"audit"}), result("audit", "failed"), rules=clean)

    assert [row[-1] for row in _rows(checklist(material(good)))].count("passed |") == 9
    outcomes = {row[0]: row[-1] for row in _rows(checklist(material(bad)))}
    assert outcomes["| A03"] == "failed |"
    assert outcomes["| A02"] == "no finding |"
    assert outcomes["| A01"] == "passed |"
    assert "Not measured" not in "\n".join(checklist(material(good)))


def test_threats_are_those_that_this_contract_has(material) -> None:
    text = "\n".join(threats(material()))

    for kind in ("spoofing", "tampering", "repudiation", "disclosure", "denial", "elevation"):
        assert f"| {kind}" in text
    assert "kept answer of somebody else" not in text
    assert len(_rows(threats(material()))) == len(VECTORS) - 1
    assert "not tried: no check sees it" in text


def test_a_cache_brings_its_own_threat(material, proven, result) -> None:
    contract = (
        "backstay: 1\nservice: s\nresources:\n  Note:\n    fields:\n      body: text\n"
        "    cache: 30s\n"
    )

    text = "\n".join(threats(material(proven(result("cache", "failed")), contract=contract)))

    assert "| `cache` failed | failed |" in text
