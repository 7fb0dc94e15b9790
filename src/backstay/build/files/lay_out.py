"""Files laid out below a folder; each folder is made once, not once a file."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath


def lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths below the folder, with forward slashes. Raises: OSError."""
    for between in sorted({PurePosixPath(path).parent for path in files}):
        (folder / between).mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (folder / path).write_bytes(content)
