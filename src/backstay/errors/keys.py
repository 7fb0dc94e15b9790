"""What is wrong with an Idempotency-Key itself: 400, 422."""

from backstay.errors.request import BadRequest, Unprocessable

MOST = 255
"""Characters of the longest key."""


class IdempotencyKeyInvalid(BadRequest):
    """The header holds no key."""

    code = "idempotency_key_invalid"
    message = f"Idempotency-Key has 1 to {MOST} visible ASCII characters."
    remedy = "Make a random key for each thing that is to be done, and send it with every repeat."


class IdempotencyKeyReused(Unprocessable):
    """The key stood for another request before."""

    code = "idempotency_key_reused"
    message = "This Idempotency-Key was used for another request."
    remedy = "Take a new key, or repeat the first request exactly."
