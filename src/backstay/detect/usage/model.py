"""What the source code shows: modules that it imports, and apps that it constructs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from backstay.detect.manifests.model import Ecosystem
from backstay.detect.model import Evidence, Notice
from backstay.detect.usage.support import Part

Key = tuple[Ecosystem, Part, str]


@dataclass(frozen=True, slots=True)
class App:
    """A web application or a job queue that some module constructs.

    `library` is its name in the catalogue, `attribute` what to import, `factory` whether that is
    a function to call first.
    """

    library: str
    path: str
    attribute: str
    evidence: Evidence
    factory: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """Imports by ecosystem, part of the project, and module or package; and the service's apps."""

    imports: Mapping[Key, tuple[Evidence, ...]] = field(default_factory=dict)
    apps: tuple[App, ...] = ()
    notices: tuple[Notice, ...] = ()

    def app(self, *names: str) -> App | None:
        """The most likely app of one of these libraries; entry points come before the rest."""
        return next((one for one in self.apps if one.library in names), None)


class Imports:
    """Collects the imports of one ecosystem, the first line of each file only."""

    def __init__(self, ecosystem: Ecosystem) -> None:
        self._ecosystem = ecosystem
        self.seen: dict[Key, tuple[Evidence, ...]] = {}

    def add(self, part: Part, name: str, path: str, line: int) -> None:
        """One import of a module or package."""
        key = (self._ecosystem, part, name)
        before = self.seen.get(key, ())
        if not any(one.path == path for one in before):
            self.seen[key] = (*before, Evidence(path, line, "used"))
