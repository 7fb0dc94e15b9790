"""Names of forty characters: whatever no folding makes narrower says why it is too long."""

from pathlib import Path

from backstay.blueprint import load
from backstay.build.project import prepare
from tests.build import holding

CONTRACT = Path(__file__).parent / "contracts" / "long_names.yaml"
EXCUSE = "# noqa: E501 names of the contract are this long"


def test_names_of_forty_characters_build_clean_code(tmp_path):
    root = tmp_path / "long"
    prepare(root, load(CONTRACT)).apply()

    holding.tool(root, "ruff", "format", "--check", "--no-cache", ".")
    holding.tool(root, "ruff", "check", "--no-cache", ".")
    wide = [
        line
        for path in sorted((root / "src").rglob("*.py"))
        for line in path.read_text().splitlines()
        if len(line.partition("  # noqa")[0]) > 100
    ]
    assert wide
    assert [line for line in wide if not line.endswith(EXCUSE) and " " in line.strip()] == []
