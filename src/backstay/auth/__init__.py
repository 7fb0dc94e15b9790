"""Who is calling: accounts, passwords, access tokens and the sessions behind them."""

from backstay.auth.accounts import Accounts, claim
from backstay.auth.attempts import Attempts
from backstay.auth.passwords import Passwords, refuse_weak
from backstay.auth.sessions import Sessions
from backstay.auth.sign_in import SignIn, TokenPair
from backstay.auth.tokens import Tokens

__all__ = [
    "Accounts",
    "Attempts",
    "Passwords",
    "Sessions",
    "SignIn",
    "TokenPair",
    "Tokens",
    "claim",
    "refuse_weak",
]
