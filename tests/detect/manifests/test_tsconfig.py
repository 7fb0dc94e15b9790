"""The six compiler flags of R-046 are read from a tsconfig with comments and trailing commas."""

import pytest

from backstay.detect.manifests.tsconfig import FLAGS, read
from backstay.detect.parsing import ParseError


def test_flags_are_read_with_their_lines() -> None:
    content = """\
{
  "extends": "./base.json", // not followed
  "compilerOptions": {
    /* "target": "ES5", */
    "target": "ES2022",
    "paths": {"//": ["a,]"]},
    "strict": true,
    "noImplicitReturns": null,
  },
}
"""

    settings = read(content, "tsconfig.json").settings

    assert [(one.name, one.value, one.evidence.line) for one in settings] == [
        ("typescript", "", 1),
        ("typescript target", "ES2022", 5),
        ("typescript strict", "true", 7),
        ("typescript noImplicitReturns", "None", 8),
    ]


def test_the_standard_names_six_flags() -> None:
    assert len(FLAGS) == 6


def test_a_broken_tsconfig_is_refused() -> None:
    with pytest.raises(ParseError, match="not valid JSON"):
        read('{"a"}', "tsconfig.json")
