"""Answers: some of each kind, ids and queries left aside."""

from uuid import uuid4

from backstay.prove.evidence.answers import MOST, Answers
from backstay.prove.evidence.exchange import Exchange


def answered(path: str, status: int = 200) -> Exchange:
    return Exchange("", "GET", path, "", {}, status, {}, b"")


def test_rows_of_one_resource_are_one_kind():
    answers = Answers()
    for number in range(2 * MOST):
        answers.see(answered(f"/tasks/{uuid4()}?expand={number}"))
    assert len(list(answers.kept())) == MOST


def test_another_status_or_path_is_another_kind():
    answers = Answers()
    for path, status in (("/tasks", 200), ("/tasks", 404), ("/users", 200)):
        answers.see(answered(path, status))
    assert len(list(answers.kept())) == 3
