"""Who is asking, and may they: 401, 403."""

from collections.abc import Iterable, Sequence

from backstay.errors.base import BackstayError, Detail, Header

CHALLENGE: Header = (b"www-authenticate", b"Bearer")


class Unauthorized(BackstayError):
    """No caller: there is no token, or not a good one."""

    status, code, message = 401, "token_missing", "A bearer token is required."
    remedy = "Sign in, and send Authorization: Bearer TOKEN."

    def __init__(
        self,
        message: str | None = None,
        details: Iterable[Detail] = (),
        headers: Sequence[Header] = (),
    ) -> None:
        super().__init__(message, details, (CHALLENGE, *headers))


class TokenInvalid(Unauthorized):
    """The token is expired, revoked, forged, or not an access token."""

    code, message = "token_invalid", "This token is not valid, or no longer."
    remedy = "Refresh it, or sign in again."


class TokenReused(Unauthorized):
    """A refresh token came a second time: its whole session is ended (R-095)."""

    code, message = "token_reused", "This refresh token was used before; the session is ended."
    remedy = "Sign in again; if that was not you, your token was stolen."


class LoginFailed(Unauthorized):
    """Address or password is wrong; which one is never told (C-76)."""

    code, message = "login_failed", "E-mail address or password is wrong."
    remedy = "Check both."


class Forbidden(BackstayError):
    """The caller is known and lacks the right."""

    status, code, message = 403, "forbidden", "You may not do this."
    remedy = "Ask somebody whose role allows it."
