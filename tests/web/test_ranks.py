"""Which requests go first when there is no time for all."""

import pytest

from backstay.web.load import rank_of

ID = "01a21ba7-987e-7111-bff7-6a2168645254"


@pytest.mark.parametrize(
    ("method", "path", "rank"),
    [
        ("GET", "/health", "health"),
        ("GET", "/ready", "health"),
        ("POST", "/api/v1/auth/login", "auth"),
        ("POST", "/api/v1/tasks", "writes"),
        ("DELETE", f"/api/v1/tasks/{ID}", "writes"),
        ("GET", f"/api/v1/tasks/{ID}", "reads"),
        ("HEAD", f"/api/v1/tasks/{ID}", "reads"),
        ("GET", f"/api/v1/tasks/{ID}/time-entries", "lists"),
        ("GET", "/api/v1/tasks", "lists"),
    ],
)
def test_ranks(method, path, rank):
    assert rank_of(method, path) == rank
