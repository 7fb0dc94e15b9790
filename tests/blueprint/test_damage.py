"""Whatever a contract is turned into, the answer is a list of mistakes and never a traceback."""

import random
import re
from pathlib import Path

import pytest

from backstay.blueprint import check

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = [file.read_text() for file in sorted(EXAMPLES.glob("*.yaml"))]
BROKEN = [file.read_bytes() for file in sorted((Path(__file__).parent / "broken").iterdir())]
JUNK = [
    *"{}[]:,|>='\"#-&*!%@`?\t\n .0é",
    *("null", "true", "..", ": ", "- ", "&a ", "*a", "when", "not ", "unique ", "= now", "\r\n"),
    *("\x00", "\u2028", "\ufeff", "9" * 30, "[" * 50, "{" * 20, "(" * 200, "? ", "|\n", ">-\n"),
    *(
        "now",
        "caller",
        "all",
        "-",
        "User",
        "Task",
        "1e9",
        "1_0",
        "²",
        "٣",
        "1__0",
        "--- \n",
        "%YAML 1.2\n",
        "\\",
    ),
]
SEEDS = range(40)
EACH = 80


@pytest.mark.parametrize("seed", SEEDS)
def test_damaged_contracts_give_mistakes_and_no_traceback(seed):
    """3200 contracts in all, each with one to four pieces cut, doubled or replaced by junk."""
    rnd = random.Random(seed)
    for _ in range(EACH):
        text = rnd.choice(TEXTS)
        for _ in range(rnd.randint(1, 4)):
            at = rnd.randrange(len(text))
            other = rnd.randrange(len(text))
            piece = rnd.choice([rnd.choice(JUNK), text[other : other + rnd.choice([3, 9, 40])]])
            text = text[:at] + piece + text[at + rnd.choice([0, 1, 7, 30]) :]

        for mistake in check(text.encode()):
            assert re.fullmatch(r"BS\d{3}", mistake.code)
            assert mistake.line >= 1
            assert mistake.column >= 1
            assert mistake.message.isprintable()


@pytest.mark.parametrize("seed", range(8))
def test_swapped_words_give_mistakes_and_no_traceback(seed):
    """400 contracts in which words have changed places: the shape is right, the meaning not."""
    rnd = random.Random(seed)
    for _ in range(50):
        parts = re.split(r"(\w+)", rnd.choice(TEXTS))
        for _ in range(rnd.randint(1, 6)):
            one, two = (rnd.randrange(1, len(parts), 2) for _ in range(2))
            parts[one], parts[two] = parts[two], parts[one]

        assert isinstance(check("".join(parts).encode()), list)


def test_random_bytes_give_mistakes_and_no_traceback():
    rnd = random.Random(5)
    for _ in range(500):
        raw = bytearray(rnd.choice(BROKEN))
        for _ in range(rnd.randint(1, 5)):
            raw[rnd.randrange(len(raw))] = rnd.randrange(256)

        assert isinstance(check(bytes(raw)), list)


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 100_000,
        b"{" * 100_000,
        b"a: " * 50_000,
        b"- " * 50_000,
        b"? " * 50_000,
        b'"' + b"\\" * 99_999,
        b"a: &a [*a]\n" * 10_000,
        b"!!x " * 20_000,
        b"backstay: 1\nservice: s\nresources:\n  A:\n    fields:\n      f: " + b"(" * 900,
        b"backstay: 1\nservice: s\nresources:\n  A:\n    rules: {r: " + b"not " * 240 + b"a}",
        b"backstay: 1\nservice: s\nresources:\n  A:\n    rules: {r: " + b"(" * 490 + b"}",
        b"backstay: 1\nservice: s\n" + b"x" * 900_000 + b": 1\n",
        b"\xef\xbb\xbf",
        b"",
        b"\n" * 900_000,
    ],
    ids=lambda raw: repr(raw[-12:]),
)
def test_bombs_are_refused_in_one_go(raw):
    assert check(raw)


def test_thousands_of_resources_that_need_each_other_end_soon():
    """Circles are found in one walk, not one per resource."""
    lines = ["backstay: 1", "service: s", "resources:"]
    for index in range(2_000):
        target = (index + 1) % 2_000
        lines.append(f"  R{index}x: {{under: R{target}x, fields: {{f: R{target}x, g: R{index}x}}}}")

    codes = {mistake.code for mistake in check("\n".join(lines).encode())}

    assert codes == {"BS312", "BS401"}
