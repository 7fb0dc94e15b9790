"""Budget: what one run may cost at most; when it is used up, the run hands over what it has."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic_ai import UsageLimits


@dataclass(frozen=True, slots=True)
class Budget:
    """Turns are requests to the model, seconds are of the wall, tokens are in and out together."""

    turns: int = 60
    seconds: float = 1800.0
    tokens: int = 1_000_000

    def limits(self) -> "UsageLimits":
        """Turns and tokens, as the library takes them."""
        from pydantic_ai import UsageLimits  # noqa: PLC0415 an extra, and it loads slowly

        return UsageLimits(request_limit=self.turns, total_tokens_limit=self.tokens)
