"""A claim is held by checks that exist, and is as good as the worst of them."""

import pytest

from backstay.agent.documents.evidence.evidence import Evidence, Rules
from backstay.agent.documents.security.held import Held, is_asked, said_of
from backstay.agent.documents.security.owasp import TEN
from backstay.agent.documents.security.vectors import VECTORS
from backstay.blueprint import load, parse
from backstay.prove.discover import all_rules
from backstay.prove.running.discover import trials_of
from tests.agent.documents.conftest import EXAMPLES

LEAST = b"backstay: 1\nservice: s\nresources:\n  Note:\n    fields:\n      body: text\n"
EVERY = [one.held for one in (*TEN, *VECTORS)]


def test_every_probe_and_rule_that_is_named_exists() -> None:
    probes = {trial.check for trial in trials_of(load(EXAMPLES / "shop.yaml"))}

    assert {name for held in EVERY for name in held.probes} <= probes
    assert {name for held in EVERY for name in held.rules} <= set(all_rules())


@pytest.mark.parametrize("contract", ["least", "timetrack", "shop"])
def test_what_is_asked_is_what_has_something_to_try(contract) -> None:
    file = EXAMPLES / f"{contract}.yaml"
    blueprint = load(file) if file.is_file() else parse(LEAST, "backstay.yaml")
    tried = {trial.check for trial in trials_of(blueprint)}

    named = {name for held in EVERY for name in held.probes}
    assert {name for name in named if is_asked(blueprint, name)} == named & tried


def test_the_worst_decides(timetrack, proven, result) -> None:
    held = Held(("matrix", "cache"), ("SEC001",))
    clean = Rules("c", ["SEC001"])
    good = proven(result("matrix"), rules=clean)
    found = proven(result("matrix"), rules=Rules("c", ["SEC001"], {"SEC001": 1}))

    assert held.outcome(timetrack, good) == "passed"
    assert held.said(timetrack, good) == "`matrix` passed, SEC001 no finding"
    assert held.outcome(timetrack, found) == "failed"
    assert held.outcome(timetrack, proven(result("matrix"))) == "unproven"
    assert held.outcome(timetrack, Evidence(rules=clean)) == "unproven"


def test_what_only_rules_hold_is_not_called_passed(timetrack) -> None:
    only = Held((), ("SEC001",))

    assert only.outcome(timetrack, Evidence(rules=Rules("c", ["SEC001"]))) == "no finding"
    assert said_of("failed") == "failed"


def test_what_nothing_holds_is_said(timetrack) -> None:
    assert Held().outcome(timetrack, Evidence()) == "not tried: no check sees it"
    assert Held().said(timetrack, Evidence()) == "-"
