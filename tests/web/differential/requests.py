"""Requests to the desk, most of them wrong in some way."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from tests.web.differential.bodies import bodies, changes

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
keys = st.sampled_from(["k1", "k2", "k3", "k4", "", "é", "x" * 300])
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
def anything(draw: st.DrawFn) -> Ask:
    """Any method on any path, with whatever headers and body."""
    method = draw(st.sampled_from(["GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS"]))
    headers = {"authorization": draw(strange)} if draw(st.booleans()) else {}
    body = draw(bodies) if method in {"POST", "PATCH", "PUT"} else None
    if body is not None:
        headers["content-type"] = draw(types)
    path = draw(targets)
    return Ask(method, path, "" if "?" in path else draw(queries), headers, body)


@st.composite
def sensible(draw: st.DrawFn) -> Ask:
    """A request that makes sense, with at most a few things wrong."""
    method = draw(st.sampled_from(["POST", "PATCH", "GET", "LIST", "WALK", "ODD", "DELETE"]))
    if method in {"LIST", "WALK"}:
        path = "/notes" if method == "LIST" else "/walk"
        return Ask("GET", path, draw(queries))
    if method == "ODD":
        return Ask("GET", f"/odd/{draw(st.sampled_from(ODD))}")
    headers: dict[str, str] = {}
    if method == "POST":
        headers["content-type"] = draw(types)
        if draw(st.booleans()):
            headers["idempotency-key"] = draw(keys)
        return Ask("POST", "/notes", "", headers, draw(bodies))
    path = f"/notes/{draw(ids)}"
    if method == "GET":
        if draw(st.booleans()):
            headers["if-none-match"] = draw(matches)
        return Ask(
            "GET", path + draw(st.sampled_from(["", "?expand=owner", "/whole"])), "", headers
        )
    headers["if-match"] = draw(matches)
    if method == "PATCH":
        headers["content-type"] = "application/json"
        return Ask("PATCH", path, "", headers, draw(changes))
    return Ask("DELETE", path, "", headers)


asks = st.one_of(sensible(), sensible(), sensible(), anything())
