"""The contents of a folder, as tests compare them."""

from pathlib import Path


def contents(root: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path with forward slashes."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
