"""The header is found where it is, even late or unclosed, and a rule above prose is none."""

import pytest

from backstay.agent.definitions.frontmatter import split


@pytest.mark.parametrize(
    ("text", "header", "body"),
    [
        ("---\na: 1\n---\nbody\n", ("a: 1",), "body\n"),
        ("---\na: 1\n...\nbody", ("a: 1",), "body"),
        ("---\n---\nbody", (), "body"),
        ("---\na: 1\n---", ("a: 1",), ""),
        ("--- \na: 1\n---  \nb", ("a: 1",), "b"),
        ("# Title\n---\na: 1\n---\n", None, "# Title\n---\na: 1\n---\n"),
        ("---\n\nJust prose.\n\n---\n", None, "---\n\nJust prose.\n\n---\n"),
        ("---\nno key here", None, "---\nno key here"),
        ("", None, ""),
        ("---", None, "---"),
    ],
)
def test_header_and_body_are_parted(text: str, header: tuple[str, ...] | None, body: str) -> None:
    parts = split(text)

    assert (parts.header, parts.body, parts.repairs) == (header, body, ())


def test_lines_are_counted_from_the_top_of_the_file() -> None:
    parts = split("---\na: 1\nb: 2\n---\nbody")

    assert (parts.header_line, parts.body_line) == (2, 5)


def test_a_late_header_is_read_and_can_be_moved_up() -> None:
    parts = split("\n\n---\na: 1\n---\nbody")

    (repair,) = parts.repairs
    assert parts.header == ("a: 1",)
    assert (repair.code, repair.line) == ("late-header", 3)
    assert repair.fix
    assert (repair.fix.first, repair.fix.last, repair.fix.text) == (1, 3, "---")


@pytest.mark.parametrize(
    ("text", "header", "body"),
    [
        ("---\na: 1\nb:\n  - x\n\n# Title\n", ("a: 1", "b:", "  - x"), "\n# Title\n"),
        ("---\na: 1\nSome prose follows.", ("a: 1",), "Some prose follows."),
        ("---\na: 1", ("a: 1",), ""),
    ],
)
def test_an_unclosed_header_ends_where_fields_end(
    text: str, header: tuple[str, ...], body: str
) -> None:
    parts = split(text)

    (repair,) = parts.repairs
    assert (parts.header, parts.body, repair.code) == (header, body, "unclosed-header")
    assert repair.fix
    lines = text.split("\n")
    lines[repair.fix.first - 1 : repair.fix.last] = repair.fix.text.split("\n")
    assert split("\n".join(lines)).header == header
    assert split("\n".join(lines)).repairs == ()
