"""The commands that Go, Rust, Java and Ruby projects share by convention."""

from collections.abc import Mapping

from backstay.detect.commands.names import Purpose
from backstay.detect.model import Command
from backstay.detect.project import Project

# per purpose: the file that shows the tool, and what everybody types then; the first one decides
_USUAL: Mapping[Purpose, tuple[tuple[str, str], ...]] = {
    "test": (
        ("go.mod", "go test ./..."),
        ("Cargo.toml", "cargo test"),
        ("mvnw", "./mvnw test"),
        ("pom.xml", "mvn test"),
        ("gradlew", "./gradlew test"),
        ("build.gradle*", "gradle test"),
        ("bin/rails", "bin/rails test"),
    ),
    "dev": (
        ("src/main.rs", "cargo run"),
        ("main.go", "go run ."),
        ("bin/rails", "bin/rails server"),
    ),
    "migration": (("db/migrate/*.rb", "bin/rails db:migrate"),),
    "worker": (("config/sidekiq.yml", "bundle exec sidekiq"),),
}
_SPRING = (
    ("mvnw", "./mvnw spring-boot:run"),
    ("pom.xml", "mvn spring-boot:run"),
    ("gradlew", "./gradlew bootRun"),
    ("build.gradle*", "gradle bootRun"),
)


def other_command(project: Project, purpose: Purpose) -> Command | None:
    """What everybody types in such a project; None where there is no such habit."""
    rows = _USUAL[purpose]
    if purpose == "dev" and any("spring" in one.name for one in project.manifest.requirements):
        rows = _SPRING
    for file, line in rows:
        if evidence := project.present(file):
            return Command(line, "convention", evidence)
    return None
