"""What is known about a project before its source is read: frameworks, roles of folders."""

from dataclasses import dataclass

from backstay.prove.finding import Severity


@dataclass(frozen=True, slots=True)
class Project:
    """The shape of the project that a file belongs to.

    Attributes:
        frameworks: `fastapi`, `django`, `express`, as detection names them, in small letters.
        orms: `sqlalchemy`, `django orm`, likewise.
        contract: Whether it is built from a contract; then the standard holds everywhere, and no
            habit excuses anything.
        limits: Numbers from `[tool.backstay.check]`, such as `file-lines`.
    """

    frameworks: frozenset[str] = frozenset()
    orms: frozenset[str] = frozenset()
    contract: bool = False
    limits: tuple[tuple[str, int], ...] = ()

    @property
    def taste(self) -> Severity | None:
        """For what is a matter of taste unless it was promised: None (the rule's own), or INFO."""
        return None if self.contract else Severity.INFO

    def limit(self, name: str, default: int) -> int:
        """A number that the project sets, else ours."""
        return dict(self.limits).get(name, default)
