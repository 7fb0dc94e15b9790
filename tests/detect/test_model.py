"""Facts are asked for by kind, variables by name, and a survey knows its backend."""

import pytest

from backstay.detect.model import Evidence, Fact, Notice, Profile, Survey, Variable

FACT = Fact("framework", "Flask", (Evidence("a.py", 1),))
BACKEND = Profile("api", "Python", (FACT,), (), (Variable("orm_system", "none", "why"),))
PLAIN = Profile("web", "TypeScript", (), (), ())


def test_facts_are_found_by_kind_and_variables_by_name() -> None:
    assert BACKEND.of("framework") == (FACT,)
    assert BACKEND.of("orm") == ()
    assert not BACKEND.variable("orm_system").found
    with pytest.raises(KeyError, match="unknown"):
        BACKEND.variable("unknown")


def test_the_main_profile_is_the_first_backend_or_else_the_first() -> None:
    assert Survey(".", (PLAIN, BACKEND)).main is BACKEND
    assert Survey(".", (PLAIN,)).main is PLAIN


@pytest.mark.parametrize(
    ("notice", "text"),
    [
        (Notice("error", "m", "a.py", 3), "a.py:3: error: m"),
        (Notice("info", "m", "a"), "a: info: m"),
        (Notice("warning", "m"), "warning: m"),
    ],
)
def test_a_notice_reads_like_a_compiler(notice: Notice, text: str) -> None:
    assert str(notice) == text
