"""Title and purpose of a text are found outside of code fences."""

import pytest

from backstay.agent.definitions.identity import purpose, slug, stem, title

BODY = """\
```
# Not this
```
Intro.

# The *Title* ##

First words
go on.

## Role

- a list
"""


def test_the_title_is_the_first_heading_outside_of_fences() -> None:
    assert title(BODY) == ("The *Title*", 6)
    assert title("## Only a second level") == ("", 0)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (BODY, ("- a list", 13)),
        ("# T\n\nWords.\nMore.\n\nRest", ("Words. More.", 3)),
        ("# T\n\n## Next\n", ("", 0)),
        ("# T\n\n## Purpose\n\n## Next", ("", 0)),
        ("No heading at all", ("", 0)),
        ("# T", ("", 0)),
        ("# T\n\n## Objectif du projet\nTout faire.", ("Tout faire.", 4)),
    ],
)
def test_the_purpose_is_the_paragraph_below_its_heading_or_the_title(
    body: str, found: tuple[str, int]
) -> None:
    assert purpose(body) == found


def test_a_long_line_of_blanks_is_cheap() -> None:
    assert title("# " + " " * 500_000 + "x").line in (0, 1)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Backend Developer Agent", "backend-developer-agent"), ("Été à 5!", "ete-a-5"), ("日本", "")],
)
def test_a_slug_is_what_hosts_take(text: str, name: str) -> None:
    assert slug(text) == name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/api.agent.md", "api"),
        ("a/api.md", "api"),
        ("skills/api/SKILL.md", "api"),
        ("api.mdc", "api"),
        ("001_x.txt", "001_x"),
    ],
)
def test_the_name_of_a_path(path: str, name: str) -> None:
    assert stem(path) == name
