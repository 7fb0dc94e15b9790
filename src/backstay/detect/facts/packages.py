"""Which package manager a project uses: its lock file, else what the manifest says."""

from collections.abc import Iterator, Mapping

from backstay.detect.model import Evidence, Fact
from backstay.detect.project import Project

_LOCKS = (
    ("uv.lock", "uv"),
    ("poetry.lock", "poetry"),
    ("pdm.lock", "pdm"),
    ("Pipfile.lock", "pipenv"),
    ("Pipfile", "pipenv"),
    ("pnpm-lock.yaml", "pnpm"),
    ("yarn.lock", "yarn"),
    ("bun.lock", "bun"),
    ("bun.lockb", "bun"),
    ("package-lock.json", "npm"),
    ("Cargo.toml", "cargo"),
    ("mvnw", "maven"),
    ("pom.xml", "maven"),
    ("gradlew", "gradle"),
    ("build.gradle", "gradle"),
    ("build.gradle.kts", "gradle"),
    ("Gemfile", "bundler"),
)
_TOOLS = ("poetry", "uv", "pdm", "hatch")  # tables of a pyproject.toml
_PLAIN = {"python": "pip", "node": "npm"}
FAMILY: Mapping[str, str] = {
    **dict.fromkeys(("uv", "poetry", "pdm", "pipenv", "hatch", "pip"), "python"),
    **dict.fromkeys(("pnpm", "yarn", "bun", "npm"), "node"),
    **dict.fromkeys(("maven", "gradle"), "java"),
    "cargo": "rust",
    "bundler": "ruby",
}


def package_facts(project: Project) -> tuple[Fact, ...]:
    """One manager per ecosystem, by its most binding sign."""
    chosen: dict[str, Fact] = {}
    for name, evidence in _seen(project):
        chosen.setdefault(FAMILY[name], Fact("packages", name, (evidence,)))
    return tuple(chosen.values())


def _seen(project: Project) -> Iterator[tuple[str, Evidence]]:
    """Every sign of a package manager, the most binding first."""
    manager = project.manifest.setting("manager")
    if manager and manager.value in FAMILY:
        yield manager.value, manager.evidence
    for name, tool in _LOCKS:
        if evidence := project.present(name):
            yield tool, evidence
    for tool in _TOOLS:
        if setting := project.manifest.setting(tool):
            yield tool, setting.evidence
    for requirement in sorted(project.manifest.requirements, key=lambda one: one.group != "main"):
        if requirement.ecosystem in _PLAIN:
            yield _PLAIN[requirement.ecosystem], requirement.evidence
