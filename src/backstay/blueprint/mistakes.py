"""The mistakes of a contract: each with its place, what is allowed there, and what was meant."""

from collections.abc import Iterable
from dataclasses import dataclass

from backstay.blueprint.model import Place
from backstay.blueprint.words import SYNONYMS

MOST_SHOWN = 40
MOST_COMPARED = 300


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake; sorted by place, then by code. Line and column count from 1."""

    line: int
    column: int
    code: str
    message: str
    near: str = ""
    allowed: tuple[str, ...] = ()
    hint: str = ""

    def show(self, name: str) -> str:
        """The lines of contract.md section 7; the first one stands alone, so that editors jump."""
        lines = [f"{name}:{self.line}:{self.column}: {self.code}: {self.message}"]
        if self.near:
            lines.append(f"    did you mean: {self.near}")
        if self.allowed:
            lines.append(f"    allowed: {', '.join(self.allowed)}")
        if self.hint:
            lines.append(f"    hint: {self.hint}")
        return "\n".join(lines)


class ContractError(Exception):
    """A contract that cannot be used; carries its mistakes, sorted."""

    def __init__(self, name: str, mistakes: Iterable[Mistake]) -> None:
        self.name = name
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(mistake.show(name) for mistake in self.mistakes))


class Mistakes:
    """Collects what is wrong; the same mistake found twice is one."""

    def __init__(self) -> None:
        self._found: set[Mistake] = set()

    def add(
        self,
        at: Place,
        code: str,
        message: str,
        *,
        word: str = "",
        allowed: Iterable[str] = (),
        hint: str = "",
    ) -> None:
        """Notes one mistake.

        Args:
            at: the wrong key, value or word.
            code: `BS` and three digits.
            message: one line that says what is wrong.
            word: what was written where one of `allowed` belongs; looked up for "did you mean".
            allowed: what may stand there.
            hint: what to do.
        """
        words = tuple(allowed)
        near = nearest(word, words) if word else ""
        if len(words) > MOST_SHOWN:
            words = (*words[:MOST_SHOWN], "...")
        self._found.add(Mistake(at.line, at.column, code, message, near, words, hint))

    def has(self, code: str) -> bool:
        """Whether a mistake with that code was found."""
        return any(mistake.code == code for mistake in self._found)

    def listed(self) -> list[Mistake]:
        """All of them, in the order of the file."""
        return sorted(self._found)

    def __len__(self) -> int:
        return len(self._found)


def nearest(word: str, allowed: tuple[str, ...]) -> str:
    """The allowed word that was probably meant, or nothing."""
    meant = SYNONYMS.get(word.lower(), "")
    if meant in allowed:
        return meant
    from difflib import get_close_matches  # noqa: PLC0415 - only a wrong contract pays for it

    folded = {candidate.lower(): candidate for candidate in reversed(allowed[:MOST_COMPARED])}
    close = get_close_matches(word.lower()[:60], list(folded), 1, 0.6)
    return folded[close[0]] if close else ""


def quoted(text: str, most: int = 40) -> str:
    """Input as it may stand in a message: in backquotes, shortened, nothing unprintable."""
    short = text if len(text) <= most else f"{text[: most - 3]}..."
    return "`" + "".join(char if char.isprintable() else "?" for char in short) + "`"
