"""Bytes become text, each departure from UTF-8 with LF is said, and what is no text is refused."""

import os
from pathlib import Path

import pytest

from backstay.agent.definitions.source import MOST_BYTES, UnreadableError, decode, read_source


@pytest.mark.parametrize(
    ("content", "text", "codes"),
    [
        (b"plain\n", "plain\n", []),
        (b"\xef\xbb\xbfmarked", "marked", ["byte-order-mark"]),
        (b"a\r\nb\r", "a\nb\n", ["line-ends"]),
        ("wide".encode("utf-16"), "wide", ["encoding"]),
        (b"ok\ncaf\xe9", "ok\ncaf\u00e9", ["encoding"]),
    ],
)
def test_bytes_become_text(content: bytes, text: str, codes: list[str]) -> None:
    source = decode(content)

    assert source.text == text
    assert [one.code for one in source.repairs] == codes


def test_the_line_of_the_first_foreign_byte_is_said() -> None:
    assert decode(b"ok\ncaf\xe9").repairs[0].line == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"GIF89a\0\0", "binary content"), (b"x" * (MOST_BYTES + 1), "larger than 1,000,000 bytes")],
)
def test_what_is_no_text_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        decode(content)


def test_ten_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.md").open("wb") as file:
        file.truncate(10_000_000)

    with pytest.raises(UnreadableError, match="larger than"):
        read_source(tmp_path / "huge.md")


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")

    with pytest.raises(UnreadableError, match="no ordinary file"):
        read_source(tmp_path / "pipe.md")


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="No such file"):
        read_source(tmp_path / "gone.md")
