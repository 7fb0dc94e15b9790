"""Triggers, limits and state that stand in running text are found, examples in fences are not."""

import pytest

from backstay.agent.definitions.model import Boundaries, Metadata
from backstay.agent.definitions.prose import (
    bodily_boundaries,
    bodily_metadata,
    bodily_triggers,
    described_triggers,
)


@pytest.mark.parametrize(
    ("description", "found"),
    [
        ('on keywords "a", "b c" or paths x/**, *.py.', ["a", "b c", "x/**", "*.py"]),
        ("Mots-clés : `api`, `serveur` et `données`", ["api", "serveur", "données"]),
        ("keyword 'one'", ["one"]),
        ("it has good paths and many keywords", []),
        ("paths of least resistance", []),
    ],
)
def test_a_description_names_keywords_and_paths(description: str, found: list[str]) -> None:
    assert [one.text for one in described_triggers(description)] == found


def test_bullets_below_a_line_about_activation_are_triggers() -> None:
    body = """\
**Activation :**
- `a`, `b`
* plain words

- Paths: `x/**`

Something else:
- `c`
~~~~
Triggers:
```
~~~
- `d`
~~~~
"""

    assert [one.text for one in bodily_triggers(body)] == ["a", "b", "x/**"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- **Always:** a, b", Boundaries(always=("a", "b"))),
        ("- Always: a", Boundaries(always=("a",))),
        ("* \U0001f6ab **Never**: a (b, c), d", Boundaries(never=("a (b, c)", "d"))),
        ("- **Demander d'abord :** a", Boundaries(ask_first=("a",))),
        ("- Never mind the gap", Boundaries()),
        ("Always: no bullet", Boundaries()),
        ("- nearly always: a", Boundaries()),
    ],
)
def test_bullets_of_three_tiers_are_boundaries(line: str, expected: Boundaries) -> None:
    assert bodily_boundaries(line) == expected


def test_a_hostile_line_is_cheap() -> None:
    assert bodily_boundaries("- " + " " * 500_000 + "x") == Boundaries()


def test_the_state_is_read_and_its_first_statement_stands() -> None:
    body = "**Version**: 2\nVersion: 3\n**Changelog**:\n- a\n\n- b\nThe end.\n- c\n"

    assert bodily_metadata(body) == Metadata("2", "", "", ("a", "b"))
