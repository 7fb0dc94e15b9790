"""Requirements files give what a person asked for, and not what a resolver added."""

import pytest

from backstay.detect.manifests.requirements import read


def test_only_lines_that_name_a_package_count() -> None:
    content = """\
# fastapi
-r base.txt
--hash=sha256:1
./wheels/x.whl
https://example.test/y.whl
-e git+https://example.test/z.git#egg=zebra
shop @ https://example.test/shop.whl
uvicorn==1 \\
    --hash=sha256:2
"""

    found = [
        (one.name, one.evidence.line) for one in read(content, "requirements.txt").requirements
    ]

    assert found == [("zebra", 6), ("shop", 7), ("uvicorn", 8)]


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("a==1  # via b\nb==1  # via -r requirements.in\n", ["b"]),
        ("a==1\n    # via\n    #   b\n    #   -r requirements.in\n", ["a"]),
        ("a==1\n    # via b\nb==1\n    # via shop (pyproject.toml)\n", ["b"]),
        ("a==1 \\\n    --hash=x\n    # via b\nb==1\n", ["b"]),
        ("a==1  # viable and kept\n", []),
    ],
)
def test_what_only_packages_want_is_left_out(content: str, names: list[str]) -> None:
    assert [one.name for one in read(content, "requirements.txt").requirements] == names


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("requirements.txt", "main"),
        ("requirements/production.txt", "main"),
        ("requirements-docker.txt", "main"),
        ("requirements-dev.txt", "dev"),
        ("requirements/test.txt", "dev"),
        ("dev-requirements.txt", "dev"),
    ],
)
def test_the_name_of_the_file_says_what_it_is_for(path: str, group: str) -> None:
    assert [one.group for one in read("flask\n", path).requirements] == [group]
