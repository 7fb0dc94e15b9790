"""Keywords are found whole, the longer before the shorter, and once each."""

import pytest

from backstay.agent.activation.keywords import find_keywords
from backstay.agent.activation.task import Task, said


@pytest.mark.parametrize(
    ("keywords", "text", "found"),
    [
        (["api"], "the capital of therapists", []),
        (["api"], "our APIs", ["api"]),
        (["API"], "l'api", ["API"]),
        (["test", "unit test"], "write unit tests", ["unit test"]),
        (["test", "unit test"], "unit tests and a test", ["unit test", "test"]),
        (["unit test"], "a unit. test it", []),
        (["serveur"], "restart the server", ["serveur"]),
        (["server"], "redémarre le serveur", ["server"]),
        (["base de données"], "the DB", ["base de données"]),
        (["microservice"], "a micro-service", ["microservice"]),
        (["REST"], "let it rest", []),
        (["REST"], "a REST interface", ["REST"]),
        (["REST"], "a rest api", ["REST"]),
        (["", "..."], "anything", []),
    ],
)
def test_what_is_found(keywords: list[str], text: str, found: list[str]) -> None:
    assert [hit.keyword for hit in find_keywords(keywords, said(Task(text)))] == found


def test_a_keyword_is_ruled_out_only_when_it_always_is() -> None:
    def ruled_out(text: str) -> list[bool]:
        return [hit.ruled_out for hit in find_keywords(["api"], said(Task(text)))]

    assert ruled_out("without touching the API") == [True]
    assert ruled_out("without touching the API. Then test the API") == [False]
