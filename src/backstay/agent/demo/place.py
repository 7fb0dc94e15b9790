"""Where demonstrations take place: timetrack, built anew in a temporary folder."""

from pathlib import Path

from backstay.blueprint import load
from backstay.build.project import prepare

CONTRACT = Path("examples/timetrack.yaml")


def timetrack(folder: Path) -> Path:
    """The project of the example's contract. FileNotFoundError outside of the repository."""
    if not CONTRACT.is_file():
        raise FileNotFoundError(f"{CONTRACT} is not here; run this from the repository")
    root = folder / "timetrack"
    build = prepare(root, load(CONTRACT))
    build.put("backstay.yaml", CONTRACT.read_bytes())
    root.mkdir()
    build.apply()
    return root
