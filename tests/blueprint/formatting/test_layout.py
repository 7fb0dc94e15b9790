"""However a contract is laid out, formatting gives one layout, and keeps comments and texts."""

import random
import re
from pathlib import Path

import pytest

from backstay.blueprint import check, parse
from backstay.blueprint.canonical import digest
from backstay.blueprint.fmt import formatted

ROOT = Path(__file__).parents[3]
VALID = sorted(
    [*(ROOT / "examples").glob("*.yaml"), *(Path(__file__).parents[1] / "valid").iterdir()]
)
BOX = "resources:\n  Box: {fields: {n: int}}\n"
NESTED = "resources:\n     Box:\n         fields: {n: int}\n         description: "
COMMENT = re.compile(r"(?:^|\s)(# remark \d+)")


def disturbed(text: str, rnd: random.Random) -> str:
    """The same contract as somebody else would write it: indentation, comments, spaces."""
    step = rnd.choice([1, 2, 3, 4, 7])
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        bare = line.lstrip(" ")
        indent = " " * ((len(line) - len(bare)) // 2 * step)
        bare = re.sub(r"^(\w+):(?= )", lambda m: f"{m[1]}:{' ' * rnd.randint(0, 3)}", bare)
        bare = re.sub(r"([{,\[]) ?", lambda m: m[0] + " " * rnd.randint(0, 2), bare)
        if rnd.random() < 0.15:
            lines.append(rnd.choice([indent, "", indent + " "]) + f"# remark {number}0")
        if rnd.random() < 0.1 and bare.endswith(":"):
            bare += f"   # remark {number}1"
        lines += [""] * (rnd.random() < 0.1) * rnd.randint(1, 3)
        lines.append(indent + bare + " " * rnd.randint(0, 2))
    return rnd.choice(["\n", "\r\n"]).join(lines)


@pytest.mark.parametrize("file", VALID, ids=lambda file: f"{file.parent.name}-{file.stem}")
@pytest.mark.parametrize("seed", range(6))
def test_layout_goes_and_meaning_and_comments_stay(file, seed):
    text = disturbed(file.read_text(), random.Random(seed))
    assert check(text.encode()) == [], "the test damages its own contract"

    once = formatted(text.encode(), "x.yaml")

    assert formatted(once.encode(), "x.yaml") == once
    assert digest(parse(once.encode(), "x")) == digest(parse(text.encode(), "x"))
    assert COMMENT.findall(once) == COMMENT.findall(text)


@pytest.mark.parametrize(
    "description",
    [
        ">\n    folded\n\n      text   \n",
        "|+\n    kept\n\n\n",
        "|\n    spaces at the end   \n    count in here\n",
        '"in quotes\n     over two   \n\n     lines"\n',
        "plain\n     over two\n     lines\n",
        "|2\n      with a space in front\n",
    ],
)
def test_texts_over_several_lines_keep_every_character(description):
    top = f"backstay: 1\nservice: shop\ndescription: {description}{BOX}"
    deeper = description.replace("\n", "\n         ").rstrip(" ")
    nested = f"backstay: 1\nservice: shop\n{NESTED}{deeper}"

    for text in (top, nested):
        once = formatted(text.encode(), "x.yaml")

        assert digest(parse(once.encode(), "x")) == digest(parse(text.encode(), "x"))
        assert formatted(once.encode(), "x.yaml") == once
