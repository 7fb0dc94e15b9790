"""What a task rules out does not count, in English and in French."""

import pytest

from backstay.agent.activation.task import Task, said


@pytest.mark.parametrize(
    ("text", "ruled_out"),
    [
        ("Make it pretty without touching the API", {"touching", "the", "api"}),
        ("don't change the server", {"the", "server"}),
        ("do not touch the database", {"the", "database"}),
        ("ne touche pas au serveur", {"au", "server"}),
        ("sans modifier la base de données", {"modifier", "la", "database"}),
        ("leave the API as it is", {"leave", "the", "api"}),
        ("garde le serveur intact", {"garde", "le", "server"}),
        ("use Vue instead of React", {"react"}),
        ("there is no endpoint yet", set()),
        ("leave early", set()),
        ("without fear. The API is next", {"fear"}),
        ("not the page but the API", {"page"}),
    ],
)
def test_words_after_a_marker_are_ruled_out(text: str, ruled_out: set[str]) -> None:
    assert {one.word for one in said(Task(text)) if one.ruled_out} == ruled_out
