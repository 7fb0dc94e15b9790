"""Each file in broken/ says in its first line which mistakes it has and where; no others are."""

import re
from pathlib import Path

import pytest

from backstay.blueprint import ContractError, check, load
from backstay.blueprint.reading.source import MOST_BYTES

HERE = Path(__file__).parent
FILES = sorted((HERE / "broken").glob("*.yaml"))
SOURCES = HERE.parents[1] / "src" / "backstay" / "blueprint"
# These need a file that is missing, or too large to be kept.
ELSEWHERE = {"BS001", "BS002"}


def expected(raw: bytes) -> list[tuple[str, str]]:
    first = raw.partition(b"\n")[0].decode()
    return re.findall(r"(BS\d{3}) (\d+:\d+)", first)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_mistake_is_found_at_its_place_and_no_other(file):
    raw = file.read_bytes()

    found = [(mistake.code, f"{mistake.line}:{mistake.column}") for mistake in check(raw)]

    assert sorted(found) == sorted(expected(raw)), file.name


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_message_is_one_printable_line(file):
    for mistake in check(file.read_bytes()):
        lines = mistake.show("x.yaml").split("\n")

        assert mistake.message
        assert all(line.isprintable() for line in lines)
        assert re.match(r"x\.yaml:\d+:\d+: BS\d{3}: ", lines[0])
        assert all(re.match(r"    (did you mean|allowed|hint): .", line) for line in lines[1:])


def test_every_code_of_the_source_is_reached():
    used = {
        code
        for source in SOURCES.rglob("*.py")
        for code in re.findall(r"\"(BS\d{3})\"", source.read_text())
    }
    reached = {code for file in FILES for code, _ in expected(file.read_bytes())}

    assert used - ELSEWHERE == reached
    assert len(FILES) >= 120


def test_several_mistakes_are_all_reported_in_the_order_of_the_file():
    found = check((HERE / "broken" / "several-mistakes.yaml").read_bytes())

    assert len(found) == 18
    assert [(m.line, m.column) for m in found] == sorted((m.line, m.column) for m in found)


def test_a_missing_file_is_a_mistake_like_any_other(tmp_path):
    with pytest.raises(ContractError) as caught:
        load(tmp_path / "none.yaml")

    (mistake,) = caught.value.mistakes
    assert (mistake.code, mistake.line, mistake.column) == ("BS001", 1, 1)
    assert "no such file" in mistake.message


def test_more_than_a_megabyte_is_refused_before_it_is_parsed():
    raw = b"#" * (MOST_BYTES + 1)

    (mistake,) = check(raw)

    assert mistake.code == "BS002"
    assert [m.code for m in check(raw[:-1])] == ["BS005"]
