"""What people send to sign up and in."""

from itertools import count
from typing import Any

PASSWORD = "violet harbour 29 lantern"
NUMBERS = count(1001)
"""What must be unique is numbered."""


def register_body() -> dict[str, Any]:
    """A good sign-up."""
    return {"email": f"person{next(NUMBERS)}@example.org", "name": "name one", "password": PASSWORD}


def login_body() -> dict[str, Any]:
    """The login of an account that nobody has."""
    return {"email": "nobody@example.org", "password": PASSWORD}


def refresh_body() -> dict[str, Any]:
    """A refresh token that nobody was given."""
    return {"refresh_token": "A" * 76}


BODIES = {"register": register_body, "login": login_body, "refresh": refresh_body}
