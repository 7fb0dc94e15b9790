"""How one signs in, as sequence diagrams (R-176, R-247): with the statuses that the code tells."""

from collections.abc import Iterator

from backstay.agent.documents.api.openapi import Failure, Told, told
from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import fenced
from backstay.agent.documents.settings import FILE, defaults
from backstay.blueprint.operations import operations

HEAD = (
    "sequenceDiagram",
    "    actor Client",
    "    participant Service",
    "    participant Database",
)


def sign_in(material: Material) -> Iterator[str]:
    """Sign-up and login, a request with a token, the rotation of refresh tokens, sign-out."""
    settings = defaults(material.files.text(FILE))
    minutes = settings.get("ACCESS_TOKEN_MINUTES", "some")
    days = settings.get("REFRESH_TOKEN_DAYS", "some")
    known = {one.id: one for one in told(material.openapi)}
    paths = {one.id: one.path for one in operations(material.blueprint)}
    yield f"An access token lasts {minutes} minutes, an unused session {days} days."
    yield ""
    for title, lines in (
        ("Signing up and signing in", _entering(paths, known, material.blueprint.login.plural)),
        ("A request with a token", _asking(known)),
        ("Refreshing, and what a stolen refresh token does", _refreshing(paths, known)),
        ("Signing out", _leaving(paths, known)),
    ):
        yield f"### {title}"
        yield ""
        yield from fenced("mermaid", [*HEAD, *(f"    {line}" for line in lines)])


def _entering(paths: dict[str, str], known: dict[str, Told], table: str) -> Iterator[str]:
    yield f"Client->>Service: POST {paths['register']}"
    yield "Service->>Service: refuse a weak password, hash a good one with argon2id"
    yield f"Service->>Database: insert into {table}, commit"
    yield "alt the address has an account"
    yield f"    Service-->>Client: {_answer(known, 'register', 'not_unique')}"
    yield "else"
    yield f"    Service-->>Client: {_good(known, 'register')} the account"
    yield "end"
    yield f"Client->>Service: POST {paths['login']}"
    yield "Service->>Database: find the account by its address"
    yield "Service->>Service: verify the password, known address or not"
    yield "alt too many failures of this account or address"
    yield f"    Service-->>Client: {_answer(known, 'login', 'rate_limited')}, Retry-After"
    yield "else address or password is wrong"
    yield f"    Service-->>Client: {_answer(known, 'login', 'login_failed')}"
    yield "else"
    yield "    Service->>Database: open a session, commit"
    yield f"    Service-->>Client: {_good(known, 'login')} access token, refresh token"
    yield "end"


def _asking(known: dict[str, Told]) -> Iterator[str]:
    yield "Client->>Service: any operation, Authorization: Bearer ACCESS_TOKEN"
    yield "Service->>Service: verify signature, type, issuer and expiry"
    yield "alt the token was not seen a moment ago"
    yield "    Service->>Database: role of the account, standing of the session"
    yield "end"
    yield "alt no token"
    yield f"    Service-->>Client: {_answer(known, 'logout', 'token_missing')}"
    yield "else expired, forged, signed out or deactivated"
    yield f"    Service-->>Client: {_answer(known, 'logout', 'token_invalid')}"
    yield "else the role may not do this at all"
    yield "    Service-->>Client: 403 forbidden"
    yield "else the row belongs to somebody else"
    yield "    Service->>Database: query within the rows of this caller"
    yield "    Service-->>Client: 404 not_found, as for a row that does not exist"
    yield "else"
    yield "    Service->>Database: query or change, commit"
    yield "    Service-->>Client: the answer, after the commit"
    yield "end"


def _refreshing(paths: dict[str, str], known: dict[str, Told]) -> Iterator[str]:
    yield f"Client->>Service: POST {paths['refresh']}, refresh token n"
    yield "Service->>Service: verify that it is ours"
    yield "Service->>Database: where the session is at n, make it n + 1, commit"
    yield "alt it was at n"
    yield f"    Service-->>Client: {_good(known, 'refresh')} access token, refresh token n + 1"
    yield "else n was used a moment ago, by another tab"
    yield f"    Service-->>Client: {_good(known, 'refresh')} access token, refresh token n + 1"
    yield "else n was used before"
    yield "    Service->>Database: end the session, commit"
    yield f"    Service-->>Client: {_answer(known, 'refresh', 'token_reused')}"
    yield "else forged, expired or ended"
    yield f"    Service-->>Client: {_answer(known, 'refresh', 'token_invalid')}"
    yield "end"


def _leaving(paths: dict[str, str], known: dict[str, Told]) -> Iterator[str]:
    yield f"Client->>Service: POST {paths['logout']}, Authorization: Bearer ACCESS_TOKEN"
    yield "Service->>Database: end the session, commit"
    yield f"Service-->>Client: {_good(known, 'logout')}"
    yield "Note over Client,Service: the tokens of the session are refused from now on"


def _good(known: dict[str, Told], operation: str) -> str:
    one = known.get(operation)
    return str(one.success[0]) if one else "success"


def _answer(known: dict[str, Told], operation: str, error: str) -> str:
    """The status and code of an error as the code tells it; the code alone where it tells none."""
    one = known.get(operation)
    found: list[Failure] = [each for each in one.errors if each.code == error] if one else []
    return f"{found[0].status} {error}" if found else error
