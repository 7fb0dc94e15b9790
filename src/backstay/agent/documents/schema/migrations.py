"""How the tables change: every migration that is there, and what is held of all (R-177)."""

import ast
from collections.abc import Iterator

from backstay.agent.documents.evidence.evidence import PROVE
from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import code, prose, table
from backstay.build.migrations import FOLDER


def migrations(material: Material) -> Iterator[str]:
    """The strategy, whether it was rehearsed, and the chain of versions."""
    evidence = material.evidence
    yield from prose(
        "- Each build that changes tables writes new migrations; one that exists is never",
        "changed.",
    )
    yield from prose("- Versions are numbered and form one chain; two newest ones stop a build.")
    yield from prose(
        "- Each has a way back. What would lose data is refused: a column or table is renamed",
        "by `was` in the contract, or stays.",
    )
    yield from prose(
        "- One owner migrates: `make migrate`, or the `migrate` service of",
        "docker-compose.yml. A service that is behind the code is not ready.",
    )
    yield from prose(
        "- Up, down and up again with rows in place (the check `migrate`):",
        f"{evidence.check('migrate')}.",
    )
    if evidence.proof is None:
        yield from prose(f"{evidence.lack('proof', PROVE)}")
    yield ""
    files = material.files.under(FOLDER, ".py")
    rows = (_row(path, material.files.text(path)) for path in files)
    yield from table(("version", "after", "file", "does"), rows)


def _row(path: str, text: str) -> tuple[str, str, str, str]:
    name = path.rpartition("/")[2]
    try:
        module = ast.parse(text)
    except SyntaxError:
        return "", "", code(name), "cannot be read"
    said = {
        node.targets[0].id: str(node.value.value or "")
        for node in module.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    about = (ast.get_docstring(module) or "").partition("\n")[0]
    return said.get("revision", ""), said.get("down_revision", ""), code(name), about
