"""The projects of a tree begin where manifests are, and every file belongs to one of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.detect.roots import MOST, find_roots


def test_each_folder_with_a_manifest_is_a_project_with_its_own_files() -> None:
    files = ("README.md", "api/pyproject.toml", "api/main.py", "web/package.json", "web/src/a.ts")

    assert find_roots(files) == {
        "api": ("api/pyproject.toml", "api/main.py"),
        "web": ("web/package.json", "web/src/a.ts"),
    }


def test_the_tree_itself_is_a_project_when_it_has_code_of_its_own() -> None:
    assert list(find_roots(("main.py", "web/package.json"))) == ["", "web"]
    assert list(find_roots(())) == [""]


def test_a_folder_of_requirements_speaks_for_the_folder_above() -> None:
    assert list(find_roots(("svc/requirements/base.txt", "svc/app.py"))) == ["svc"]


def test_manifests_of_tests_and_examples_make_no_project() -> None:
    files = ("pyproject.toml", "examples/a/pyproject.toml", "tests/x/package.json")

    assert list(find_roots(files)) == [""]


def test_files_that_only_tell_about_a_project_make_none() -> None:
    assert list(find_roots(("a/Dockerfile", "a/.nvmrc", "a/tsconfig.json", "a/backstay.toml"))) == [
        ""
    ]


def test_a_tree_of_a_thousand_manifests_is_bounded() -> None:
    roots = find_roots(f"p{number:04}/package.json" for number in range(1000))

    assert len(roots) <= MOST + 1


PATHS = st.lists(st.sampled_from(["a", "b", "pyproject.toml", "main.py"]), min_size=1, max_size=4)


@settings(derandomize=True, max_examples=200)
@given(st.sets(PATHS.map("/".join)))
def test_no_file_belongs_to_two_projects(files: set[str]) -> None:
    owned = [path for paths in find_roots(sorted(files)).values() for path in paths]

    assert len(owned) == len(set(owned))
    assert set(owned) <= files
