"""Requests to the desk, most of them wrong in some way."""

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from tests.web.differential.bodies import bodies

MISSING = "01a21b9d-f817-709b-bf04-81cb417c96d3"
ODD = (
    "nested yielding callable sync number/1 number/0 number/x header one-word one-word?times=x "
    "words words?word=a words?word=abcdef words?other=1 teapot conflict broken broken-model text "
    "stream anything nothing late files/a/b files/ any%2Fthing % $ {anything}"
).split()


@dataclass(frozen=True)
class Ask:
    """One request; `known` in its path stands for a note that the caller made before."""

    method: str
    path: str
    query: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None


queries = st.sampled_from(
    [""] * 6
    + "?limit=2 ?limit=0 ?limit=abc ?page=2&limit=3 ?page=0 ?page=9 ?status=open ?status="
    " ?unknown=1 ?limit=1&limit=2 ?limit=%31 ?LIMIT=1 ?limit=+1 ?&& ?limit ?sort=-title"
    " ?sort=title,title ?sort=other ?expand=owner ?expand=owner,owner ?expand= ?search=a%20b"
    " ?search= ?search=%00 ?search=%ff ?price_from=1.5 ?price_from=x ?due_from=2026-01-01T00:00:00Z"
    " ?status=open;page=2 ?cursor=x ?owner_id=x ?due_to=2026-13-01T00:00:00Z".split()
)
types = st.sampled_from(
    ["application/json"] * 8
    + ["application/json; charset=utf-8", "APPLICATION/JSON", "application/problem+json"]
    + ["text/plain", "application/json; charset=utf-16", "", "application/x-www-form-urlencoded"]
)
matches = st.sampled_from(['"1"', '"1"', '"2"', "1", '""', "*", 'W/"1"', '"1", "2"', ""])
strange = st.sampled_from(["", "Basic eDp5", "Bearer", "Bearer x.y.z", "bearer "])
ids = st.sampled_from(
    ["known"] * 6 + [MISSING, "not-an-id", MISSING.upper(), "", "a/b", "$", "%00"]
)
targets = st.one_of(
    st.sampled_from(["/notes", "/notes", "/walk", "/free", "/login", "/refresh", "/none"]),
    ids.map(lambda one: f"/notes/{one}"),
    ids.map(lambda one: f"/notes/{one}/whole"),
    st.sampled_from(ODD).map(lambda one: f"/odd/{one}"),
)


@st.composite
def asks(draw: st.DrawFn) -> Ask:
    """Any request to any route."""
    path = draw(targets)
    methods = ["GET"] * 5 + ["POST"] * 4 + ["PATCH"] * 3 + ["DELETE", "PUT", "HEAD", "OPTIONS"]
    if path.startswith("/odd"):
        methods = ["GET"] * 8 + ["HEAD", "POST"]
    method = draw(st.sampled_from(methods))
    headers: dict[str, str] = {}
    if draw(st.integers(0, 9)) == 0:
        headers["authorization"] = draw(strange)
    if method in {"PATCH", "DELETE", "GET"} and draw(st.booleans()):
        headers["if-none-match" if method == "GET" else "if-match"] = draw(matches)
    body = None
    if method in {"POST", "PATCH", "PUT"}:
        body = draw(bodies)
        headers["content-type"] = draw(types)
        if draw(st.integers(0, 2)) == 0:
            keys: list[Any] = ["k1", "k2", "k3", "", "é", "x" * 300]
            headers["idempotency-key"] = draw(st.sampled_from(keys))
    query = "" if "?" in path else draw(queries)
    return Ask(method, path, query, headers, body)
