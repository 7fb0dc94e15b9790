"""Script: one JavaScript or TypeScript file, split into code, strings and comments."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from backstay.prove.finding import Severity
from backstay.prove.hit import Edit, Hit
from backstay.prove.reading.layers import layer_of
from backstay.prove.reading.lexer import Piece, lex
from backstay.prove.reading.project import Project

_IMPORT = re.compile(r"\b(?:from|import|require)\s*\(?\s*(?=['\"`])")
_ROUTE = re.compile(r"\b(?:app|router|server|fastify)\s*\.\s*(get|post|put|patch|delete)\s*\(")
# what runs in a browser has layers and names of its own
_BROWSER = re.compile(
    r"(?:^|/)(?:[^/]*[-_( ])?(?:frontend|front|clients?|web|webapp|website|ui|www|static"
    r"|public|themes|vue|react|next|emails?)"
    r"(?:[-_) ][^/]*)?/|\.[tj]sx$"
)
_NEST = re.compile(r"@Controller\s*\(")


@dataclass(frozen=True, slots=True)
class Target:
    """What an import names, as written, and its line."""

    name: str
    line: int


class Script:
    """A script without its grammar: patterns are searched where there is code, never in strings."""

    reads: ClassVar[str] = "script"

    def __init__(self, path: str, text: str, project: Project | None = None) -> None:
        self.path = path
        self.text = text
        self.project = project or Project()
        lexed = lex(text)
        self.code = lexed.code
        self.strings: tuple[Piece, ...] = lexed.strings
        self.comments: tuple[Piece, ...] = lexed.comments
        named = layer_of(path)
        answers = _ROUTE.search(self.code) or _NEST.search(self.code)
        self.layer = "routes" if answers and named not in ("tests", "tools") else named
        if for_browsers(path) and named != "tests":
            self.layer = "browser"

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.text.split("\n")

    @cached_property
    def imports(self) -> list[Target]:
        """What `import`, `export from` and `require` name."""
        starts = {piece.start: piece for piece in self.strings}
        return [
            Target(starts[match.end()].text, self.line(match.start()))
            for match in _IMPORT.finditer(self.code)
            if match.end() in starts
        ]

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def line(self, offset: int) -> int:
        """The line of a place in the text."""
        return bisect_right(self._starts, offset)

    def search(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every match in the code; strings and comments are blank there."""
        return pattern.finditer(self.code)

    def hit(  # the words of a finding
        self,
        offset: int,
        message: str,
        *,
        hint: str = "",
        severity: Severity | None = None,
        edits: tuple[Edit, ...] = (),
    ) -> Hit:
        """A hit at a place in the text."""
        line = self.line(offset)
        column = offset - self._starts[line - 1] + 1
        return Hit(self.path, line, message, column, line, hint, severity, edits)

    def keeps(self, offset: int) -> Hit:
        """A place that follows the habit which the rule is about; it is counted, never shown."""
        return Hit(self.path, self.line(offset), "", kept=True)


def for_browsers(path: str) -> bool:
    """Whether the folders of a file say that it runs in a browser."""
    return bool(_BROWSER.search(path))
