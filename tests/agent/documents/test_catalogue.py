"""Each document has the sections that the standard asks for (R-176 to R-183, R-237 to R-247)."""

import re

import pytest

from backstay.agent.documents.catalogue import DOCUMENTS, PATHS
from backstay.agent.policy.writes import refusal
from backstay.agent.tree.snapshot import _RENDERED

WANTED = {
    "docs/design.md": ("design", "performance", "behaviour"),
    "docs/api-documentation.md": ("operations", "sign-in", "errors", "quotas", "objectives"),
    "docs/database-schema.md": ("diagram", "tables", "migrations", "backup", "speed"),
    "docs/security-implementation.md": ("owasp", "threats", "results", "encryption", "access"),
    "docs/error-handling.md": ("strategy", "families", "refusals", "repeating", "runbook"),
    "docs/release.md": (
        *("delivered", "profiling", "cache", "container", "environment", "deployment"),
    ),
}


def test_all_sections_are_there() -> None:
    assert {one.path: tuple(name for name, _, _ in one.sections) for one in DOCUMENTS} == WANTED


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.path)
def test_a_section_has_a_title_and_says_something(document, material) -> None:
    for (name, title, _), content in zip(
        document.sections, document.rendered(material()).values(), strict=True
    ):
        assert content.startswith(f"## {title}\n\n"), name
        assert len(content) > 100, name
        assert "None" not in content, name


def test_links_between_documents_lead_somewhere(material) -> None:
    texts = {one.path: "\n".join(one.rendered(material()).values()) for one in DOCUMENTS}
    anchors = {
        path.rpartition("/")[2]: {
            re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
            for line in text.splitlines()
            if line.startswith("#")
        }
        for path, text in texts.items()
    }
    index = (material().files.root / "docs/API.md").read_text()
    for text in (*texts.values(), index):
        for file, anchor in re.findall(r"\]\(([\w.-]+\.md)?(?:#([\w-]+))?\)", text):
            if file and file in anchors and anchor:
                assert anchor in anchors[file], (file, anchor)
            assert not file or file in anchors or file == "ARCHITECTURE.md"


def test_only_the_orchestrator_writes_them(tmp_path) -> None:
    """R-187, R-188."""
    for path in (*PATHS, "docs/evidence.json"):
        assert "is prose" in refusal(tmp_path, path, "specialist")
        assert refusal(tmp_path, path, "orchestrator") == ""
        assert _RENDERED.fullmatch(path)
