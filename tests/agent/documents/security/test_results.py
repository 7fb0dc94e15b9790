"""Test results name the tools that were used and what each has found (R-178, R-247)."""

from backstay.agent.documents.evidence.evidence import Evidence, OwnTests, Rules
from backstay.agent.documents.security.results import results
from backstay.prove.evidence.result import Figure


def test_every_tool_has_its_outcome(material, proven, result) -> None:
    holes = Figure("vulnerabilities", 2, "", 0, met=False)
    seen = proven(
        result("audit", "failed", figures=(holes,)),
        result("fuzz"),
        result("matrix"),
        rules=Rules("c", ["SEC001", "SEC002"], {"SEC002": 3}),
        tests=OwnTests("c", 341, 0, 100.0),
    )

    text = "\n".join(results(material(seen)))

    assert "| schemathesis 4.32.5 | " in text
    assert "| 21 requests sent |" in text
    assert "| failed, 2 |" in text
    assert "| 2 rules, findings: SEC002 3 |" in text
    assert "| 341 passed, 0 failed, coverage 100 % |" in text
    assert "| `audit` | 0 | 1 | 0 | 7 |" in text


def test_a_clean_run_of_the_rules_is_told(material) -> None:
    text = "\n".join(results(material(Evidence(rules=Rules("c", ["SEC001"])))))

    assert "| 1 rules, no finding |" in text


def test_nothing_measured_names_the_commands(material) -> None:
    text = "\n".join(results(material()))

    for command in ("backstay prove && backstay docs", "backstay docs", "backstay task"):
        assert f"`{command}` measures it" in text
    assert "### Checks" not in text
