"""Which documents there are, and which sections each has, in their order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from backstay.agent.documents.api.failures import failures
from backstay.agent.documents.api.objectives import objectives
from backstay.agent.documents.api.operations import operations
from backstay.agent.documents.api.quotas import quotas
from backstay.agent.documents.api.sign_in import sign_in
from backstay.agent.documents.material import Material
from backstay.agent.documents.packs import design, handling, release, running
from backstay.agent.documents.schema.diagram import diagram
from backstay.agent.documents.schema.keeping import keeping
from backstay.agent.documents.schema.migrations import migrations
from backstay.agent.documents.schema.speed import speed
from backstay.agent.documents.schema.tables import tables
from backstay.agent.documents.security.access import access
from backstay.agent.documents.security.checklist import checklist, threats
from backstay.agent.documents.security.results import results
from backstay.agent.documents.security.secrecy import secrecy

Render: TypeAlias = Callable[[Material], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its path, its title, and its sections by the name of their marks."""

    path: str
    title: str
    sections: tuple[tuple[str, str, Render], ...]

    @property
    def head(self) -> str:
        """The lines that it begins with; a person's once they are written."""
        return (
            f"# {self.title}\n\n"
            "Rendered by `backstay docs` from the contract, the code and the evidence. Sections\n"
            "stand between marks and are written anew; what stands outside of them is yours."
        )

    def rendered(self, material: Material) -> dict[str, str]:
        """The content of each section."""
        return {
            name: "\n".join([f"## {title}", "", *render(material)])
            for name, title, render in self.sections
        }


DOCUMENTS = (
    Document(
        "docs/design.md",
        "Design",
        (
            ("design", "The design in five parts", design.pack),
            ("performance", "Performance requirements", design.performance),
            ("behaviour", "Under load and on failure", design.behaviour),
        ),
    ),
    Document(
        "docs/api-documentation.md",
        "API documentation",
        (
            ("operations", "Operations", operations),
            ("sign-in", "Sign-in", sign_in),
            ("errors", "Errors", failures),
            ("quotas", "Rate limits and quotas", quotas),
            ("objectives", "Service levels", objectives),
        ),
    ),
    Document(
        "docs/database-schema.md",
        "Database schema",
        (
            ("diagram", "Entities and relations", diagram),
            ("tables", "Tables", tables),
            ("migrations", "Migrations", migrations),
            ("backup", "Backup and restore", keeping),
            ("speed", "Performance", speed),
        ),
    ),
    Document(
        "docs/security-implementation.md",
        "Security implementation",
        (
            ("owasp", "OWASP Top 10", checklist),
            ("threats", "Threat model", threats),
            ("results", "Test results and tools", results),
            ("encryption", "Encryption", secrecy),
            ("access", "Access matrix", access),
        ),
    ),
    Document(
        "docs/error-handling.md",
        "Error handling",
        (
            ("strategy", "Strategy", handling.strategy),
            ("families", "Codes", handling.families),
            ("refusals", "What the contract refuses", handling.refusals),
            ("repeating", "What may be sent again", handling.repeating),
            ("runbook", "Runbook", handling.runbook),
        ),
    ),
    Document(
        "docs/release.md",
        "Release",
        (
            ("delivered", "Delivered", release.delivered),
            ("profiling", "Profiling", release.profiling),
            ("cache", "Cache", running.cache),
            ("container", "Container", running.container),
            ("environment", "Environment", running.environment),
            ("deployment", "Deployment", release.deployment),
        ),
    ),
)
PATHS = tuple(one.path for one in DOCUMENTS)
