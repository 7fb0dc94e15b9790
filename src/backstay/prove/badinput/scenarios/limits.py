"""Limits: on a subject with a small quota nobody gets around it (rows 71 and 62)."""

from collections.abc import Iterator

from backstay.prove.badinput.case import Attack, Due
from backstay.prove.badinput.steps import Steps, send

_REFUSED = Due(429, "rate_limited", ("retry-after", "ratelimit", "ratelimit-policy"))


async def limits(steps: Steps, path: str, quota: int) -> None:
    """Use a guest's quota up, then try every way around it.

    Args: steps; path, something that a guest may ask and is refused by 401; quota, its requests.
    """
    told = [await steps.scene.answer(send("GET", path)) for _ in range(quota)]
    for answer in told:
        due = Due(401, "token_missing", ("ratelimit", "ratelimit-policy"))
        steps.judge((71, "within the quota"), "guest", due, send("GET", path), answer)
    for attack in _ways(path):
        await steps.expect((71, "a way around the quota"), "guest", _REFUSED, attack)


def _ways(path: str) -> Iterator[Attack]:
    yield send("GET", path)
    yield send("GET", path.upper())
    yield send("GET", f"{path}/")
    yield send("GET", f"/{path}")
    yield send("GET", path.replace("a", "%61"))
    yield send("GET", f"{path}?x=1")
    yield send("POST", path, {})
    yield send("HEAD", path)
    for number in range(10):
        address = f"203.0.113.{number}"
        for name, value in (
            ("x-forwarded-for", address),
            ("x-real-ip", address),
            ("forwarded", f"for={address}"),
            ("cf-connecting-ip", address),
            ("x-forwarded-for", f"{address}, 127.0.0.1"),
            ("user-agent", f"browser {number}"),
        ):
            yield send("GET", path, more=((name, value),))
