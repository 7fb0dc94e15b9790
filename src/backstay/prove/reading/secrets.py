"""Secrets: which names stand for one, and which texts have the form of one."""

import math
import re
from collections import Counter

_NAME = re.compile(
    r"(?:^|_)(?:secret|secret_key|password|passwd|api_?key|access_key|private_key|auth_token"
    r"|access_token|refresh_token|client_secret|encryption_key|signing_key|jwt_key)$",
    re.IGNORECASE,
)
# what providers issue; each has a fixed beginning and a length
_ISSUED = re.compile(
    r"AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{50,}|sk_live_[A-Za-z0-9]{20,}"
    r"|rk_live_[A-Za-z0-9]{20,}|xox[abprs]-[A-Za-z0-9-]{20,}|AIza[\w-]{35}|glpat-[\w-]{20}"
    r"|SG\.[\w-]{20,}\.[\w-]{30,}|-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----\s+\S{20}"
    r"|[a-z+]{3,20}://[^\s:/@{}$]{1,40}:(?!pass(?:word)?@|\*)[^\s:/@{}$]{6,60}@(?!localhost|127\.|db[:/])"
)
_SIGNS = re.compile(r"(?:app_|django_|flask_|jwt_|token_)?secret(?:_key)?", re.IGNORECASE)
_BLANK = frozenset(
    "password passwd secret token string changeme changethis change-me your-secret-key none null "
    "bearer basic apikey api_key api-key header cookie query authorization test example".split()
)
_PLAIN = re.compile(r"[a-z]+(?:[_ .-][a-z]+)*|[A-Z]+(?:_[A-Z]+)*|[A-Z][a-z]+(?:[A-Z][a-z]+)*")
_SHORTEST = 8
_RANDOM = 3.0  # bits per character; words of English stay below with repeated letters


def names_secret(name: str) -> bool:
    """Whether a name stands for a secret: `STRIPE_API_KEY`, `password`; not `password_field`."""
    return bool(_NAME.search(name))


def looks_issued(text: str) -> bool:
    """Whether a text has the form that a provider gives its keys."""
    return len(text) < 5_000 and bool(_ISSUED.search(text))  # noqa: PLR2004 no key is longer


def is_secret(text: str, name: str) -> bool:
    """Whether a text given to a secret's name is one: not a word, a path or a placeholder."""
    if len(text) < _SHORTEST or text.lower() in _BLANK or text.lower() == name.lower():
        return False
    if text[0] in "/{$<%" or text.startswith("__") or "{" in text or " " in text or "://" in text:
        return False
    return not _PLAIN.fullmatch(text) and _entropy(text) >= _RANDOM


def signs(name: str) -> bool:
    """Whether a name stands for the key that tokens and cookies are signed with."""
    return bool(_SIGNS.fullmatch(name))


def _entropy(text: str) -> float:
    counts = Counter(text)
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts.values())
