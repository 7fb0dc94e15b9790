"""What no service should start with, and the message that says so (R-020)."""

from collections.abc import Callable
from ipaddress import ip_network

import msgspec
from pydantic import ValidationError

MIN_SECRET = 32
PLACEHOLDERS = ("change", "secret", "example", "your-", "xxxx")


class SettingsRefused(Exception):
    """The service does not start; the message names each setting, and never its value."""


def check_secret(secret: str) -> None:
    """Raise ValueError for a key that could be guessed."""
    if len(secret) < MIN_SECRET:
        raise ValueError(
            f"has {len(secret)} characters; {MIN_SECRET} are the least. "
            "Make one: python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    if len(set(secret)) < MIN_SECRET // 4 or secret.lower().startswith(PLACEHOLDERS):
        raise ValueError("looks like a placeholder; make a random one")


def check_origins(origins: list[str]) -> None:
    """Raise ValueError for a CORS setting that lets every site in (C-23)."""
    if "*" in origins:
        raise ValueError("CORS_ORIGINS: `*` is refused in production; list the origins")


def check_networks(networks: list[str]) -> None:
    """Raise ValueError for what is no network of proxies."""
    for one in networks:
        try:
            ip_network(one, strict=False)
        except ValueError:
            raise ValueError("needs addresses or networks, like 10.0.0.0/8") from None


def check_https(enforced: bool, hosts: list[str]) -> None:  # noqa: FBT001 both are settings
    """Raise ValueError when a redirect to https could go to whatever host a client names."""
    if enforced and (not hosts or "*" in hosts):
        raise ValueError(
            "ALLOWED_HOSTS: redirecting to https needs the names of the service; "
            "list them, or set HTTPS_ONLY=false"
        )


def check_workers(workers: int, redis_url: str) -> None:
    """Raise ValueError when several workers would each keep limits of their own (C-75)."""
    if workers > 1 and not redis_url:
        raise ValueError(
            "WORKERS: more than one needs REDIS_URL in production, "
            "or limits would be counted once per worker; set it, or WORKERS=1"
        )


def read_list(text: str) -> list[str]:
    """The list behind a setting's text. Raises: ValueError when it is no JSON list of texts."""
    try:
        return msgspec.json.decode(text, type=list[str])
    except msgspec.MsgspecError:
        raise ValueError('needs a JSON list of texts, like ["one", "two"]') from None


def check_all(*checks: Callable[[], None]) -> None:
    """Raise one ValueError with whatever the checks have to say, a line each."""
    reasons = []
    for check in checks:
        try:
            check()
        except ValueError as reason:
            reasons.append(str(reason))
    if reasons:
        raise ValueError("\n  ".join(reasons))


def refusal(error: ValidationError) -> SettingsRefused:
    """One line per setting, with its name as it stands in the environment."""
    lines = []
    for item in error.errors(include_input=False, include_url=False):
        name = ".".join(str(part) for part in item["loc"]).upper()
        message = item["msg"].removeprefix("Value error, ")
        if item["type"] == "missing":
            message = "is missing; .env.example shows it"
        lines.append(f"  {name} {message}".rstrip() if name else f"  {message}")
    return SettingsRefused("These settings are wrong:\n" + "\n".join(lines))
