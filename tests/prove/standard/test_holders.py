"""What holds a row exists, speaks of the row, and is of the kind of proof that is asked for."""

import pytest

from backstay.prove.discover import all_rules
from backstay.prove.standard.coverage import Covered, coverage
from backstay.prove.standard.rows import Holder, Row, rows
from tests.prove.standard.holders import said
from tests.prove.standard.texts import NotThereError

PROVES = {
    "GEN": {"built", "example"},
    "CHK": {"rule", "rules", "finding", "ruff", "gate", "boundary", "list"},
    "TST": {"test", "example", "probe"},
    "RUN": {"code", "test"},
    "BEN": {"probe"},
    "DOC": {"page", "built", "example"},
    "AGT": {"test"},
    "DET": {"test"},
    "EXT": {"outside", "built"},
}
"""Which kinds of holder are a proof of which kind."""
UNDER = {"RUN": "tests/", "AGT": "tests/agent/", "DET": "tests/detect/"}
"""Where the tests of a proof lie, where not any test will do."""
HELD = [one for one in coverage() if one.row.words]


@pytest.mark.parametrize("one", HELD, ids=lambda one: one.row.id)
def test_every_holder_is_there_and_speaks_of_the_row(one: Covered):
    spoken = {holder: said(holder, one.row) for holder in one.holders}

    for holder, text in spoken.items():
        assert any(word.lower() in text for word in one.row.words), (
            f"{holder} speaks of none of {', '.join(one.row.words)}"
        )
    whole = "\n".join(spoken.values())
    silent = [word for word in one.row.words if word.lower() not in whole]
    assert silent == [], f"no holder speaks of {', '.join(silent)}"


@pytest.mark.parametrize("one", HELD, ids=lambda one: one.row.id)
def test_each_proof_that_is_asked_for_is_there_or_the_row_is_open(one: Covered):
    kinds = {holder.kind for holder in one.holders}
    assert kinds, f"nothing holds {one.row.id}"
    assert "outside" not in kinds or "EXT" in one.row.proof, "nobody outside signs for this row"
    if "open" in kinds:
        return
    for proof in one.row.proof:
        good = [one for one in one.holders if one.kind in PROVES[proof] or made(one, proof)]
        tests = [one for one in good if one.kind == "test"]
        if proof in UNDER and not {"code"} & {one.kind for one in good}:
            tests = [one for one in tests if one.what.startswith(UNDER[proof])]
            good = tests
        assert good, f"{one.row.id} asks for {proof}, which none of {sorted(kinds)} is"


def made(one: Holder, proof: str) -> bool:
    """Whether a page is one that was built, for a row that wants that."""
    return proof == "GEN" and one.kind == "page" and one.what.startswith("examples/")


def test_every_rule_holds_rows_that_are_there():
    known = {row.id for row in rows()}
    lost = {
        rule.id: row
        for rule in all_rules().values()
        for row in rule.rows
        if row.startswith("R-") and row not in known
    }
    assert lost == {}


ROW = Row("R-096", "auth", "Passwords hashed", ("TST",), "argon2id", ("argon2",), ())


@pytest.mark.parametrize(
    ("holder", "missing"),
    [
        (Holder("test", "tests/auth/test_passwords.py", "test_nobody_wrote_it"), "has no test_nob"),
        (
            Holder("test", "tests/auth/test_tokens.py", "test_weak_passwords_are_refused"),
            "refused; tests/auth/test_passwords.py has",
        ),
        (Holder("test", "tests/auth/test_gone.py", "test_x"), "no file of tests"),
        (Holder("test", "tests/auth", "test_x"), "no file of tests"),
        (Holder("test", "tests/auth/test_passwords.py"), "name one test"),
        (Holder("built", "project/gone.jinja", "x"), "is not there"),
        (Holder("built", "project/.gitignore.jinja", "no such line"), "does not say"),
        (Holder("built", "project/.gitignore.jinja"), "say which text"),
        (Holder("code", "backstay.auth.gone", "X"), "no module"),
        (Holder("code", "backstay.auth.passwords", "Gone"), "has no Gone"),
        (Holder("code", "backstay.auth.passwords"), "say which name"),
        (Holder("probe", "gone"), "no probe"),
        (Holder("finding", "SEC002"), "the run itself finds no"),
        (Holder("finding", "XYZ999"), "the run itself finds no"),
        (Holder("ruff", "D100"), "is not run"),
        (Holder("gate", "prayer"), "no gate"),
        (Holder("list", "wishes"), "no list"),
        (Holder("rules", "XYZ"), "no rules"),
        (Holder("boundary", "be kind"), "no boundary"),
        (Holder("example", "table.yaml"), "has no R-096"),
        (Holder("open", "soon"), "in a sentence"),
        (Holder("outside", "somebody"), "in a sentence"),
    ],
)
def test_what_is_not_there_is_said(holder: Holder, missing: str):
    with pytest.raises(NotThereError, match=missing):
        said(holder, ROW)


def test_a_holder_of_another_matter_does_not_speak_of_the_row():
    other = Holder(
        "test", "tests/auth/test_refresh_tokens.py", "test_what_is_written_is_read_again"
    )

    assert "argon2" not in said(other, ROW)
    assert "argon2" in said(Holder("rule", "SEC003"), ROW)
