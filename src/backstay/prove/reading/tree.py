"""Tree: the whole project as rules see it: facts, documents, who imports and calls whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, ClassVar

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.facts import CallFact, ClassFact, Facts, FunctionFact
from backstay.prove.reading.modules import Modules
from backstay.prove.reading.project import Project


@dataclass(frozen=True)
class Tree:
    """Facts of every Python file, texts of documents, names of all files.

    `noted` holds what the rule's `collect` gave for each Python file, by path.
    """

    reads: ClassVar[str] = "tree"

    files: tuple[str, ...]
    facts: Mapping[str, Facts]
    documents: Mapping[str, str]
    project: Project = field(default_factory=Project)
    noted: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def modules(self) -> Modules:
        """Which file an imported name leads to."""
        return Modules(self.facts)

    def noting(self, noted: Mapping[str, Any]) -> "Tree":
        """The same tree with other notes; what was worked out of it is shared."""
        other = replace(self, noted=noted)
        shared = {"modules": self.modules, "functions": self.functions, "classes": self.classes}
        other.__dict__.update(shared)
        return other

    def of(self, *layers: str) -> Iterator[Facts]:
        """The files of some layers; of the whole service when none is named."""
        outside = ("tests", "tools", "migrations")
        for one in self.facts.values():
            if one.layer in layers if layers else one.layer not in outside:
                yield one

    @cached_property
    def functions(self) -> Mapping[tuple[str, str], FunctionFact]:
        """Functions by file and name."""
        return {(one.path, f.name): f for one in self.facts.values() for f in one.functions}

    @cached_property
    def classes(self) -> Mapping[tuple[str, str], ClassFact]:
        """Classes by file and name."""
        return {(one.path, c.name): c for one in self.facts.values() for c in one.classes}

    def called(self, facts: Facts, call: CallFact) -> tuple[Facts, FunctionFact] | None:
        """The function of this project that a call leads to; None when it cannot be told.

        Followed are functions of the same file, imported functions, and `self.method`.
        """
        name = call.name
        if (here := self.functions.get((facts.path, name))) is not None:
            return facts, here
        if name.startswith(("self.", "cls.")):
            return self._method(facts, call)
        path, rest = self.modules.find(name, facts.path)
        found = self.functions.get((path, rest))
        return (self.facts[path], found) if found is not None else None

    def _method(self, facts: Facts, call: CallFact) -> tuple[Facts, FunctionFact] | None:
        method = call.name.partition(".")[2]
        for one in facts.functions:
            inside = one.line <= call.line <= one.end_line and "." in one.name
            if inside:
                found = self.functions.get((facts.path, f"{one.name.partition('.')[0]}.{method}"))
                return (facts, found) if found is not None else None
        return None

    def hit(
        self,
        path: str,
        line: int,
        message: str,
        *,
        hint: str = "",
        severity: Severity | None = None,
    ) -> Hit:
        """A hit at a line of a file."""
        return Hit(path, line, message, 0, line, hint, severity)

    def keeps(self, path: str, line: int) -> Hit:
        """A place that follows the habit which the rule is about; it is counted, never shown."""
        return Hit(path, line, "", kept=True)
