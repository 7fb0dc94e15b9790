"""Which languages a project is written in, with the version that it asks for."""

from collections import Counter
from collections.abc import Iterator

from backstay.detect.manifests.model import Ecosystem
from backstay.detect.model import Evidence, Fact
from backstay.detect.project import Project
from backstay.detect.usage.support import part_of

_ENDINGS = {
    "py": "Python",
    "ts": "TypeScript",
    "tsx": "TypeScript",
    "mts": "TypeScript",
    "cts": "TypeScript",
    "js": "JavaScript",
    "jsx": "JavaScript",
    "mjs": "JavaScript",
    "cjs": "JavaScript",
    "go": "Go",
    "rs": "Rust",
    "java": "Java",
    "kt": "Kotlin",
    "rb": "Ruby",
}
_VERSIONED = {"Python": "python", "JavaScript": "node", "TypeScript": "node", "Go": "go"}
ECOSYSTEM: dict[str, Ecosystem] = {
    "Python": "python",
    "JavaScript": "node",
    "TypeScript": "node",
    "Go": "go",
    "Rust": "rust",
    "Java": "java",
    "Kotlin": "java",
    "Ruby": "ruby",
}


def language_facts(project: Project) -> Iterator[Fact]:
    """The languages of the service's own files, the most frequent first.

    Configuration files in JavaScript at the project's root do not make it a JavaScript project.
    """
    first: dict[str, str] = {}
    count: Counter[str] = Counter()
    for path in project.paths:
        relative = project.relative(path)
        language = language_of(relative)
        if language and part_of(relative) == "service" and ".config." not in relative:
            first.setdefault(language, path)
            count[language] += 1
    for language, _ in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        version = project.manifest.setting(_VERSIONED.get(language, ""))
        shown = Evidence(first[language], 1, "present")
        evidence = (version.evidence, shown) if version else (shown,)
        yield Fact("language", language, evidence, version.value if version else "")


def language_of(path: str) -> str:
    """The language of a file by its ending; empty for anything that is no source code."""
    return _ENDINGS.get(path.rpartition(".")[2], "")
