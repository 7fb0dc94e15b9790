"""What is known of a library: what it is for, and the names under which it shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from backstay.detect.manifests.model import Ecosystem
from backstay.detect.model import Kind


@dataclass(frozen=True, slots=True)
class Library:
    """One library; the order of a table is its precedence.

    `packages` are names in manifests, a trailing `*` standing for any ending; `modules` are names
    in import statements; `within` is the library that brings this one along, so that both are not
    named.
    """

    kind: Kind
    name: str
    ecosystem: Ecosystem
    packages: tuple[str, ...]
    modules: tuple[str, ...] = ()
    within: tuple[str, ...] = ()

    def declared_as(self, package: str) -> bool:
        """Whether a manifest's name is this library."""
        return any(
            package.startswith(name[:-1]) if name.endswith("*") else package == name
            for name in self.packages
        )


# kind -> library's name -> its packages, and after `|` the modules where they are named otherwise
Table = Mapping[Kind, Mapping[str, str]]


def libraries(
    ecosystem: Ecosystem, table: Table, within: Mapping[str, tuple[str, ...]] | None = None
) -> Iterator[Library]:
    """The rows of a table as libraries."""
    for kind, rows in table.items():
        for name, names in rows.items():
            packages, _, modules = names.partition("|")
            known = tuple(packages.split())
            imported = tuple(modules.split()) or tuple(one.replace("-", "_") for one in known)
            if ecosystem != "python":
                imported = known
            yield Library(kind, name, ecosystem, known, imported, (within or {}).get(name, ()))
