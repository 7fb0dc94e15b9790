"""Markdown holds whatever stands in it."""

from backstay.agent.documents.page.markdown import code, codes, fenced, prose, table


def test_a_table_keeps_its_cells_apart() -> None:
    lines = list(table(("a", "b"), [("x|y", "one\ntwo"), ("", "z")]))

    assert lines == ["| a | b |", "|---|---|", "| x\\|y | one two |", "| - | z |", ""]


def test_a_table_without_rows_is_nothing() -> None:
    assert list(table(("a",), [])) == []


def test_code_survives_its_own_sign() -> None:
    assert code("a  b\nc") == "`a b c`"
    assert code("a`b") == "``a`b``"
    assert code(" ") == "-"
    assert codes(["a", "b"]) == "`a`, `b`"
    assert codes([]) == "-"


def test_prose_wraps_and_items_hang() -> None:
    plain = list(prose("word " * 30, "end"))
    item = list(prose("- item", "word " * 30))

    assert len(plain) == 2
    assert all(len(line) <= 100 for line in (*plain, *item))
    assert plain[1].endswith(" end")
    assert item[1].startswith("  word")


def test_a_fence_has_a_blank_line_behind() -> None:
    assert list(fenced("sh", ["ls"])) == ["```sh", "ls", "```", ""]
