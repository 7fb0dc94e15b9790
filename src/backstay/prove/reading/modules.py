"""Modules: which file of the project an imported name leads to."""

from collections.abc import Iterable, Iterator

from backstay.prove.reading.facts import Facts

_DEEPEST = 8  # how many folders of a path are tried as the root of imports


class Modules:
    """Files by every dotted name that could import them; the shortest path wins a shared name."""

    def __init__(self, facts: Iterable[str]) -> None:
        self._by_name: dict[str, str] = {}
        self._found: dict[tuple[str, str], tuple[str, str]] = {}
        paths = sorted(facts, key=lambda one: (one.count("/"), one))
        packages = {one.removesuffix("/__init__.py") for one in paths if "/" in one}
        packages &= {one.rpartition("/")[0] for one in paths if one.endswith("__init__.py")}
        for path in paths:
            for name in _names(path, packages):
                self._by_name.setdefault(name, path)

    def find(self, name: str, by: str) -> tuple[str, str]:
        """The file that a full name starts with and the rest of the name; empty if it is foreign.

        Args:
            name: `src.services.task.create`, or relative with its dots.
            by: The file that uses the name.
        """
        if (known := self._found.get((name, by))) is None:
            known = self._relative(name, by) if name.startswith(".") else self._absolute(name, by)
            self._found[name, by] = known
        return known

    def _absolute(self, name: str, by: str) -> tuple[str, str]:
        parts = name.split(".")
        for length in range(len(parts), 0, -1):
            if (path := self._by_name.get(".".join(parts[:length]))) is not None:
                if path == by and length == 1:
                    continue
                return path, ".".join(parts[length:])
        return "", name

    def _relative(self, name: str, by: str) -> tuple[str, str]:
        level = len(name) - len(name.lstrip("."))
        folders = by.split("/")[:-1]
        base = folders[: len(folders) - level + 1]
        parts = [*base, *[one for one in name.lstrip(".").split(".") if one]]
        for length in range(len(parts), len(base) - 1, -1):
            if (path := self._by_name.get(".".join(parts[:length]))) is not None:
                return path, ".".join(parts[length:])
        return "", name

    def graph(self, facts: Iterable[Facts]) -> dict[str, set[str]]:
        """Which file imports which, imports inside functions left out."""
        return {
            one.path: {
                path
                for imported in one.imports
                if not imported.deferred
                and (path := self.find(imported.name, one.path)[0])
                and path != one.path
            }
            for one in facts
        }


def _names(path: str, packages: set[str]) -> Iterator[str]:
    """Every name that could import a file: imports may start below any folder that is no package.

    A name of one part must lie near the root: `app/schemas/requests.py` is not `requests`.
    """
    parts = path.removesuffix(".py").split("/")
    if parts[-1] == "__init__":
        parts.pop()
    for start in range(min(len(parts), _DEEPEST)):
        near = start < 2 or len(parts) - start > 1  # noqa: PLR2004 one folder, such as src
        if near and (not start or "/".join(parts[:start]) not in packages):
            yield ".".join(parts[start:])
