"""Which model works, of any provider: the environment names it; without one, what still works."""

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic_ai.models import Model

VARIABLE = "BACKSTAY_MODEL"
STILL = (
    "Without a model, `backstay task` carries out the sentences that `--phrases` lists, and what "
    "--contract, --openapi and --schema describe; build, check and prove need none."
)
HINT = f"No model is named; with {VARIABLE}=PROVIDER:MODEL any task can be taken."


class NoModelError(Exception):
    """No model can be asked; the message says why, and what works without one."""


def named() -> str:
    """The model that the environment names, `PROVIDER:MODEL`; empty when it names none."""
    return os.environ.get(VARIABLE, "").strip()


def model_of(name: str) -> "Model":
    """The model of that name; its key and address are the provider's own variables.

    Raises: NoModelError.
    """
    if not name:
        raise NoModelError(f"{HINT} {STILL}")
    if find_spec("pydantic_ai") is None:
        raise NoModelError(
            f"{VARIABLE} names {name}, and the extra is missing: pip install 'backstay[llm]'. "
            f"{STILL}"
        )
    from pydantic_ai.exceptions import UserError  # noqa: PLC0415 an extra, and it loads slowly
    from pydantic_ai.models import infer_model  # noqa: PLC0415 as above

    try:
        return infer_model(name)
    except (UserError, ImportError, ValueError) as error:
        first = str(error).strip().splitlines()[0]
        raise NoModelError(f"{name} cannot be used: {first} {STILL}") from error
