"""Where demonstrations take place: timetrack, built anew in a temporary folder."""

from pathlib import Path

from backstay.agent.documents.building import prepared
from backstay.blueprint import load

CONTRACT = Path("examples/timetrack.yaml")


def timetrack(folder: Path) -> Path:
    """The project of the example's contract. FileNotFoundError outside of the repository."""
    if not CONTRACT.is_file():
        raise FileNotFoundError(f"{CONTRACT} is not here; run this from the repository")
    root = folder / "timetrack"
    build = prepared(root, load(CONTRACT), CONTRACT.read_bytes())
    root.mkdir()
    build.apply()
    return root
