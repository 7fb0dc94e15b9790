"""Reads what Go, Rust, Java and Ruby projects declare; these are recognised and no more (C-53)."""

import re
from collections.abc import Iterator

from backstay.detect.comments import without_blocks
from backstay.detect.locate import numbered, toml_key
from backstay.detect.manifests.model import Ecosystem, Manifest, Requirement, Setting
from backstay.detect.model import Evidence
from backstay.detect.parsing import parse_toml, table, text

_GO = re.compile(r"^\s*(?:require\s+)?([a-z0-9.-]+\.[a-z]+/\S+)\s+(v\S+)(?!.*//\s*indirect)")
_GRADLE = re.compile(
    r"^\s*(?:implementation|api|runtimeOnly|id|testImplementation)\s*\(?\s*"
    r"""(?:platform\()?["']([\w.:-]+)["']"""
)
_ARTIFACT = re.compile(r"<artifactId>\s*([\w.-]+)\s*</artifactId>")
_GEM = re.compile(r"""^\s*gem\s*\(?\s*["']([\w-]+)["'](?:\s*,\s*["']([^"']*)["'])?""")


def read_go_mod(content: str, path: str) -> Manifest:
    """Direct requirements of a go.mod, and the Go version."""
    settings = (
        Setting("go", Evidence(path, number), line.removeprefix("go ").strip())
        for number, line in numbered(content)
        if line.startswith("go ")
    )
    return Manifest(tuple(_by_line(content, path, "go", _GO)), settings=tuple(settings))


def read_cargo(content: str, path: str) -> Manifest:
    """Dependencies of a Cargo.toml; ParseError when it is no TOML."""
    document = parse_toml(content)
    found = []
    for where in ("dependencies", "workspace.dependencies"):
        for name, value in table(document, *where.split(".")).items():
            line = toml_key(content, where, name)
            spec = text(value) or text(table(value).get("version"))
            found.append(Requirement("rust", name, Evidence(path, line), spec))
    for name in table(document, "dev-dependencies"):
        line = toml_key(content, "dev-dependencies", name)
        found.append(Requirement("rust", name, Evidence(path, line), "", "dev"))
    return Manifest(tuple(found))


def read_pom(content: str, path: str) -> Manifest:
    """Artifacts that a pom.xml names; read as text, so that no entity is ever expanded."""
    plain = without_blocks(content, "<!--", "-->")
    return Manifest(tuple(_by_line(plain, path, "java", _ARTIFACT)))


def read_gradle(content: str, path: str) -> Manifest:
    """Dependencies and plugins of a build.gradle, Groovy or Kotlin, by the artifact's name."""
    return Manifest(tuple(_by_line(content, path, "java", _GRADLE)))


def read_gemfile(content: str, path: str) -> Manifest:
    """Gems of a Gemfile."""
    return Manifest(tuple(_by_line(content, path, "ruby", _GEM)))


def _by_line(
    content: str, path: str, ecosystem: Ecosystem, pattern: re.Pattern[str]
) -> Iterator[Requirement]:
    for number, line in numbered(content):
        if match := pattern.search(line):
            name = match.group(1)
            if ecosystem == "java" and ":" in name:
                name = name.split(":")[1]
            spec = match.group(2) or "" if pattern.groups > 1 else ""
            yield Requirement(ecosystem, name, Evidence(path, number), spec)
