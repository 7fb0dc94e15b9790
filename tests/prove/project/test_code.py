"""Code is what decides what a proof sees; its digest changes with it, and with nothing else."""

import pytest

from backstay.prove.project.code import code_digest, code_of, is_code


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("src/main.py", True),
        ("src/api/routes/tasks.py", True),
        ("config/alembic/versions/0001_backstay.py", True),
        ("tests/conftest.py", True),
        ("backstay.yaml", True),
        ("vendor/requirements.txt", True),
        ("config/settings.yaml", True),
        ("src/notes.md", False),
        ("docs/release.md", False),
        ("app/main.py", False),
        ("proof/report.json", False),
        ("README.md", False),
    ],
)
def test_what_counts_as_code(path, is_one) -> None:
    assert is_code(path, "src") == is_one


def test_the_files_of_a_folder_are_those_that_count(tmp_path) -> None:
    for name in ("src/a.py", "src/b.txt", "tests/t.py", "docs/d.md", "main.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)

    found = code_of(tmp_path, "src")

    assert list(found) == ["main.py", "src/a.py", "tests/t.py"]
    assert all(is_code(path, "src") for path in found)


def test_the_digest_is_that_of_names_and_bytes() -> None:
    one = code_digest({"a.py": b"1", "b.py": b"2"})

    assert one == code_digest({"b.py": b"2", "a.py": b"1"})
    assert len(one) == 16
    others = [{"a.py": b"2", "b.py": b"1"}, {"a.py": b"1"}, {"a.py": b"1", "c.py": b"2"}, {}]
    assert len({one, *map(code_digest, others)}) == 5
