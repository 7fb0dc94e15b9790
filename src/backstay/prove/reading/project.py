"""What is known about a project before its source is read: frameworks, roles of folders."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Project:
    """The shape of the project that a file belongs to.

    Attributes:
        frameworks: `fastapi`, `django`, `express`, as detection names them.
        orms: `sqlalchemy`, `django orm`, as detection names them.
        contract: Whether it is built from a contract; then the standard holds everywhere, and no
            habit excuses anything.
        limits: Numbers from `[tool.backstay.check]`, such as `file-lines`.
    """

    frameworks: frozenset[str] = frozenset()
    orms: frozenset[str] = frozenset()
    contract: bool = False
    limits: tuple[tuple[str, int], ...] = ()

    def limit(self, name: str, default: int) -> int:
        """A number that the project sets, else ours."""
        return dict(self.limits).get(name, default)
