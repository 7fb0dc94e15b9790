"""The shape of names, and the names that are taken (BS201, BS202; contract.md section 6)."""

import re
from keyword import iskeyword

from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.naming import snake
from backstay.blueprint.reading.nodes import Text
from backstay.blueprint.words import TAKEN

MOST = 40
SNAKE = "snake_case"
SHAPES = {
    SNAKE: re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*"),
    "kebab-case": re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*"),
    "PascalCase": re.compile(r"[A-Z][A-Za-z0-9]*"),
}
SHAPE_OF = {"a service": "kebab-case", "a resource": "PascalCase"}
TAKEN_BEGINNINGS = {
    "a field": ("model_",),
    "a resource": ("Backstay", "Sqlite"),
    "a plural": ("backstay_", "sqlite_"),
}


def name_fits(mistakes: Mistakes, text: Text, what: str) -> bool:
    """Whether a name may be used; `what` is `a field`, `a role` and so on."""
    name = text.value
    shape = SHAPE_OF.get(what, SNAKE)
    if iskeyword(name) or (what == "a resource" and iskeyword(snake(name))):
        problem, code = "Python needs that word", "BS202"
    elif name in TAKEN.get(what, ()) or name.startswith(TAKEN_BEGINNINGS.get(what, ("\n",))):
        problem, code = "the language, Backstay or generated code needs that name", "BS202"
    elif not shaped(name, what):
        problem, code = f"names here are {shape}, at most {MOST} characters", "BS201"
    else:
        return True
    mistakes.add(text.place(), code, f"{quoted(name, 60)} cannot name {what}: {problem}")
    return False


def shaped(name: str, what: str) -> bool:
    """Whether a name has the shape that `what` asks for."""
    pattern = SHAPES[SHAPE_OF.get(what, SNAKE)]
    return len(name) <= MOST and pattern.fullmatch(name) is not None
