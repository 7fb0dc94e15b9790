"""Globs match as people mean them: from the root or a source folder, whatever the case."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.agent.activation.globs import matches


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("api/**", "api/tasks.py", True),
        ("api/**", "src/api/v1/tasks.py", True),
        ("api/**", "src/shop/api/tasks.py", True),
        ("api/**", "docs/api/tasks.md", False),
        ("api/**", "apiary/tasks.py", False),
        ("api/**", "web/src/api/theme.tsx", False),
        ("services/", "app/services/a.py", True),
        ("**/models/*.py", "a/b/models/c.py", True),
        ("**/models/*.py", "models/c.py", True),
        ("*/models.py", "a/b/models.py", False),
        ("*.py", "a/b/c.py", True),
        ("*.py", "a/b/c.pyc", False),
        ("docker*", "deploy/Dockerfile", True),
        ("*.{ts,tsx}", "a/b.tsx", True),
        ("*.{ts,tsx}", "a/b.txt", False),
        ("a?.py", "ab.py", True),
        ("a?.py", "a/.py", False),
        ("{a", "{a", True),
        ("./api/**", "api/x", True),
        ("*" * 40, "x", False),
    ],
)
def test_a_glob_fits_a_path(glob: str, path: str, fits: bool) -> None:  # noqa: FBT001 - a case
    assert matches(glob, path) is fits


def test_source_folders_of_a_survey_replace_the_usual_ones() -> None:
    assert matches("api/**", "backend2/api/a.py", ["backend2"])
    assert not matches("api/**", "src/api/a.py", ["backend2"])
    assert matches("api/**", "api/a.py", ["."])


@settings(derandomize=True, max_examples=300)
@given(st.text(alphabet="ab./*?{},[]()\\+^$|", max_size=12), st.text(alphabet="ab./", max_size=12))
def test_no_glob_is_an_error(glob: str, path: str) -> None:
    assert matches(glob, path) in (True, False)


@settings(derandomize=True, max_examples=100)
@given(st.from_regex(r"[a-z]{1,4}(/[a-z]{1,4}){0,3}", fullmatch=True))
def test_a_path_fits_itself_and_all_below_its_folder(path: str) -> None:
    assert re.escape(path)
    assert matches(path, path)
    assert matches(f"{path}/**", f"{path}/x.py")
