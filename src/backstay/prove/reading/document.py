"""Document: a text file that is no source: settings, manifests, SQL, Docker and CI files."""

from functools import cached_property
from typing import ClassVar

from backstay.prove.finding import Severity
from backstay.prove.hit import Edit, Hit
from backstay.prove.reading.layers import layer_of
from backstay.prove.reading.project import Project


class Document:
    """A text with its name; `name` is the last part of the path."""

    reads: ClassVar[str] = "document"

    def __init__(self, path: str, text: str, project: Project | None = None) -> None:
        self.path = path
        self.text = text
        self.project = project or Project()
        self.name = path.rpartition("/")[2]
        self.layer = layer_of(path)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.text.split("\n")

    def find(self, needle: str) -> int:
        """The first line that holds a text; 1 when none does."""
        at = self.text.find(needle)
        return 1 if at < 0 else self.text.count("\n", 0, at) + 1

    def hit(  # the words of a finding
        self,
        line: int,
        message: str,
        *,
        hint: str = "",
        severity: Severity | None = None,
        edits: tuple[Edit, ...] = (),
    ) -> Hit:
        """A hit at a line."""
        return Hit(self.path, line, message, 0, line, hint, severity, edits)
