"""A task is read for words, paths and operations; code and addresses are no words."""

import pytest

from backstay.agent.activation.task import MOST_LETTERS, Task, mentioned_paths, said


def words(text: str) -> list[str]:
    return [one.word for one in said(Task(text)) if one.word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fix `FastAPI` and `api-card` and `get_api()`", ["fix", "fastapi", "and", "and"]),
        ("see https://api.example.test/server and go", ["see", "and", "go"]),
        ("api_key and app.server.db stay", ["and", "stay"]),
        ("open src/api/server.py now", ["open", "now"]),
        ("POST /orders/{id} fails", ["endpoint", "fail"]),
        ("post it", ["post", "it"]),
    ],
)
def test_only_words_are_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("in `src/api/a.py` and ./b/c.ts", ("src/api/a.py", "b/c.ts")),
        ("the services/ folder", ("services/",)),
        ("main.py and README.md.", ("main.py", "README.md")),
        ("GET /api/tasks and https://x.test/a/b.py and /etc/passwd", ()),
        ("either/or and 3/4", ()),
    ],
)
def test_paths_in_the_text_are_found(text: str, paths: tuple[str, ...]) -> None:
    assert mentioned_paths(Task(text)) == paths


def test_given_paths_come_first_and_each_once() -> None:
    task = Task("see a/b.py", ("x\\y.py", "./a/b.py", "/absolute.py"))

    assert mentioned_paths(task) == ("x/y.py", "a/b.py")


def test_words_in_capitals_are_known() -> None:
    assert [one.capital for one in said(Task("REST or rest APIs")) if one.word] == [
        *(True, False, True, True),
    ]


def test_a_very_long_task_is_read_in_part() -> None:
    assert len(words("word " * MOST_LETTERS)) == MOST_LETTERS // 5
