"""Passwords hashed with a fast hash.

## Why
A graphics card tries billions of SHA-256 sums in a second. Argon2 and bcrypt are slow on purpose.

## Flagged
```py security
import hashlib

def hash_password(password):
    return hashlib.sha256(password.encode()).hexdigest()  # SEC003
```

```py security
import bcrypt

def hash_password(password):
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt(4))  # SEC003
```

## Instead
```py security
import hashlib
from pwdlib import PasswordHash

def hash_password(password):
    return PasswordHash.recommended().hash(password)

def etag(content):
    return hashlib.sha256(content).hexdigest()

def token_digest(token):
    return hashlib.sha256(token.encode()).hexdigest()
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import keyword
from backstay.prove.rule import rule

LEAST_ROUNDS = 10  # of bcrypt, OWASP's floor
_SLOW = re.compile(r"bcrypt|argon2|scrypt|pbkdf2", re.IGNORECASE)
_FAST = frozenset(
    f"hashlib.{name}" for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
)


@rule(
    "SEC003",
    rows=("R-096", "C-17"),
    severity=Severity.CRITICAL,
    minutes=60,
    hint="use pwdlib with argon2, and hash again at the next login",
)
def weak_password_hash(source: Source) -> Iterator[Hit]:
    """Fast hashes of something that is called a password, and bcrypt at a low cost."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for call in source.calls:
        rounds = _rounds(source, call)
        if rounds is not None and rounds < LEAST_ROUNDS:
            yield source.hit(call, f"bcrypt with {rounds} rounds is too fast for passwords")
        if source.full(call.func) in _FAST and call.args and not _meant(source, call):
            words = {one.id for one in ast.walk(call.args[0]) if isinstance(one, ast.Name)}
            words |= {one.attr for one in ast.walk(call.args[0]) if isinstance(one, ast.Attribute)}
            words |= {
                one.value
                for one in ast.walk(call.args[0])
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            }
            words -= {word for word in words if "hash" in word.lower()}  # it is hashed already
            if any("passw" in word.lower() or word.lower() == "pwd" for word in words):
                yield source.hit(call, f"{source.last(call.func)} is too fast for passwords")


def _rounds(source: Source, call: ast.Call) -> int | None:
    """The cost that is asked of bcrypt; None where it is its own, or no constant."""
    if source.full(call.func) == "bcrypt.gensalt":
        given = [*call.args[:1], *(one.value for one in call.keywords if one.arg == "rounds")]
    else:
        given = [one.value for one in call.keywords if one.arg == "bcrypt__rounds"]
    for one in given:
        if isinstance(one, ast.Constant) and isinstance(one.value, int):
            return one.value
    return None


def _meant(source: Source, call: ast.Call) -> bool:
    """Whether a protocol asks for the sum, a slow hash follows, or Django's hasher repeats it."""
    if keyword(call, "usedforsecurity") is not None:
        return True
    function, klass = source.function(call), source.klass(call)
    if function is not None and _SLOW.search(ast.dump(function)):
        return True
    return klass is not None and any("Hasher" in source.last(base) for base in klass.bases)
