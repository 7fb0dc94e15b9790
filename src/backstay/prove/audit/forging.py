"""Forging: headers that look like somebody's and must open nothing."""

from collections.abc import Iterator

from backstay.prove.audit.identity import Identity
from backstay.prove.world.forgery import forged

BEARER = "bearer "
GARBAGE = "backstay-audit-is-nobody"
CREDENTIALS = ("authorization", "cookie", "proxy-authorization")


def forgeries(who: Identity | None) -> Iterator[tuple[str, Identity]]:
    """What each forgery is, and the headers; the first are none at all.

    Args: who, somebody whose headers are good; without them there is little to forge.
    """
    yield "no credentials", Identity("nobody")
    if who is None:
        yield "a token of garbage", Identity("nobody", (("Authorization", f"Bearer {GARBAGE}"),))
        return
    for place, (name, value) in enumerate(who.headers):
        if not _opens(name):
            continue
        for kind, other in _forged(value):
            headers = (*who.headers[:place], (name, other), *who.headers[place + 1 :])
            yield kind, Identity("a forger", headers)


def _opens(name: str) -> bool:
    """Whether a header is likely to say who asks: an own one does, where it is named like a key."""
    plain = name.lower()
    return plain in CREDENTIALS or any(word in plain for word in ("key", "token", "auth", "secret"))


def _forged(value: str) -> Iterator[tuple[str, str]]:
    if not value.lower().startswith(BEARER):
        yield "garbage for a credential", GARBAGE
        yield "a credential with another end", f"{value[:-1]}{'x' if value[-1] != 'x' else 'y'}"
        return
    token = value[len(BEARER) :]
    try:
        for kind, other in forged(token):
            yield kind, f"Bearer {other}"
    except ValueError:  # no JSON Web Token: nothing is known of its inside
        yield "garbage for a token", f"Bearer {GARBAGE}"
        yield (
            "a token with another beginning",
            f"Bearer {'y' if token[0] == 'x' else 'x'}{token[1:]}",
        )
