"""The context is rendered from the tree: idempotent, and people's words stay (R-217)."""

from backstay.agent.record.context import write_context
from backstay.agent.record.managed import replaced, without
from backstay.agent.tree.facts import Facts
from backstay.agent.tree.routes import Route

FACTS = Facts(routes=(Route("GET", "/a", "a", "a.py", 1),))


def test_the_same_facts_change_nothing(tmp_path) -> None:
    assert write_context(tmp_path, FACTS)
    before = (tmp_path / ".build/context.md").read_bytes()

    assert not write_context(tmp_path, FACTS)
    assert (tmp_path / ".build/context.md").read_bytes() == before
    assert b"`GET /a` a, a.py" in before


def test_what_people_wrote_outside_of_the_marks_stays(tmp_path) -> None:
    write_context(tmp_path, FACTS)
    place = tmp_path / ".build/context.md"
    place.write_text(place.read_text() + "\nOur own words.\n")

    assert write_context(tmp_path, Facts())
    assert place.read_text().endswith("\nOur own words.\n")
    assert "/a" not in place.read_text()


def test_a_region_comes_and_goes_without_a_trace() -> None:
    for text in ("", "a\n", "a"):
        once = replaced(text, "x", "1")
        assert replaced(once, "x", "1") == once
        assert without(once, "x").strip() == text.strip()
