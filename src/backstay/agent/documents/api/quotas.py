"""How much each operation may be asked, and what it answers beyond that (R-176, R-247)."""

from collections.abc import Iterator, Mapping

from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import code, prose, table
from backstay.agent.documents.settings import FILE, defaults
from backstay.blueprint.objectives import deadline_of, objective_of
from backstay.blueprint.operations import Operation, operations

BODIES = ("register", "login", "refresh", "create", "replace", "update")
PER_ACCOUNT, PER_ADDRESS, TOGETHER = 10, 30, 10
"""How many times their quota an account and an address have for failed logins; and an address."""


def quotas(material: Material) -> Iterator[str]:
    """The policy in words, then what holds for each operation."""
    limits = material.blueprint.limits
    said = defaults(material.files.text(FILE))
    together = int(said.get("REQUESTS_PER_ADDRESS", "0")) or TOGETHER * limits.requests
    yield from prose(
        f"- A caller, and an address without a token: {limits.requests} requests in",
        f"{limits.seconds} s. All callers of one address together: {together}.",
    )
    yield from prose(
        "- Beyond that: 429 `rate_limited` with `Retry-After`; `RateLimit` and",
        "`RateLimit-Policy` tell with every answer what is left.",
    )
    attempts, seconds = _attempts(said)
    yield from prose(
        f"- Failed logins of one account from one address: {attempts} in {seconds} s; of the",
        f"account {attempts * PER_ACCOUNT}, of the address {attempts * PER_ADDRESS}.",
    )
    yield from prose(
        "- A process that has more than it can do answers 503 `overloaded`: lists first, then",
        "reads, writes and sign-in; health never.",
    )
    yield from prose(
        f"- Several workers count together where `REDIS_URL` is set. Settings: {code(FILE)}."
    )
    yield ""
    head = ("operation", "requests", "body", "rows of a page", "given up after")
    yield from table(head, (_row(material, one, said) for one in operations(material.blueprint)))


def _row(material: Material, one: Operation, said: Mapping[str, str]) -> tuple[str, ...]:
    blueprint = material.blueprint
    limits = blueprint.limits
    requests = f"{limits.requests} in {limits.seconds} s"
    if one.kind == "login":
        attempts, seconds = _attempts(said)
        requests += f", {attempts} failures in {seconds} s"
    listing = blueprint.resource(one.resource).listing.page if one.kind == "list" else None
    return (
        f"{one.method} {one.path}",
        requests,
        f"{limits.body} bytes" if one.kind in BODIES else "",
        f"{listing.default}, at most {listing.max}" if listing else "",
        f"{deadline_of(objective_of(blueprint, one)):f} s",
    )


def _attempts(said: Mapping[str, str]) -> tuple[int, int]:
    return int(said.get("LOGIN_ATTEMPTS", "10")), int(said.get("LOGIN_SECONDS", "900"))
