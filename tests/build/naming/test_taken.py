"""The lists of taken names are held against the templates: what these use is taken."""

import builtins
import re

import pytest

from backstay.build.naming.taken import CLASSES, DERIVED, VARIABLES
from backstay.build.render import TEMPLATES

HOLDS_ROWS = ("n.one", "n.many", "other.many")
PYTHON = [
    path
    for group in ("resource", "wide", "auth")
    for path in sorted((TEMPLATES / group).rglob("*.py.jinja"))
]


def code_of(text: str) -> str:
    """The template without strings and tags; what is filled in is a paragraph sign."""
    text = re.sub(r'""".*?"""', "", text, flags=re.DOTALL)
    text = re.sub(r'"[^"\n]*"', '""', text)
    return re.sub(r"\{%.*?%\}", "", re.sub(r"\{\{.*?\}\}", "§", text))


def used(code: str) -> set[str]:
    """What is imported, defined, assigned, looped over or taken as an argument."""
    found = re.findall(r"^from \S+ import (\([^)]*\)|.*)$", code, re.MULTILINE)
    found += re.findall(r"^import (\w+)$", code, re.MULTILINE)
    found += re.findall(r"\b(?:def|class) (\w+)\b", code)
    found += re.findall(r"(?<![\w.§])(\w+)(?:: [\w\[\], |.]+)? = ", code)
    found += re.findall(r"\bfor ([\w, ()]+) in ", code)
    for arguments in re.findall(r"def \w*\(([^)]*)\)", code):
        found += re.findall(r"(?<![\w.\[|§] )\b(\w+):", arguments)
    names = {part.split(" as ")[-1].strip("() \n") for one in found for part in one.split(",")}
    return {name for name in names if name.isidentifier()}


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.name)
def test_what_a_template_uses_is_taken(path):
    text = path.read_text()
    names = used(code_of(text))

    classes = {name for name in names if name[0].isupper() and "_" not in name}
    assert classes - CLASSES == set()
    if any(word in text for word in HOLDS_ROWS):
        variables = {
            name
            for name in names
            if name[0].islower() and not name.startswith("test_") and not hasattr(builtins, name)
        }
        assert variables - VARIABLES - {"may_", "may_update", "may_delete"} == set()


def test_the_scan_sees_what_it_looks_for():
    code = code_of(
        "from a import B, c as d\nimport e\n\nclass F:\n    def g(self, h: int) -> None:\n"
        '        i = "j = 1"\n        for k in l:\n            {{ n.one }} = 1\n'
    )

    assert used(code) == {"B", "d", "e", "F", "g", "h", "i", "k"}


def test_no_derived_ending_is_another_s_start():
    """Else TaskRead's own classes could be called like Task's."""
    for one in DERIVED:
        for other in DERIVED:
            assert not (one != other and other.startswith(one) and other[len(one) :] in DERIVED)
