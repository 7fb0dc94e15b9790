"""Texts in one zip file: the base of every file, kept packed, the same bytes for the same texts."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
MODE = 0o644 << 16


def packed(files: Mapping[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    """The zip of these files; no clock and no machine leaves a trace in it."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", compression) as archive:
        for path in sorted(files):
            entry = ZipInfo(path, EPOCH)
            entry.external_attr = MODE
            entry.compress_type = compression
            archive.writestr(entry, files[path])
    return buffer.getvalue()


def unpacked(path: Path) -> dict[str, str]:
    """The texts in a pack; none where there is no pack. Raises: ValueError for a damaged one."""
    if not path.is_file():
        return {}
    try:
        with ZipFile(path) as archive:
            return {name: archive.read(name).decode() for name in archive.namelist()}
    except (BadZipFile, UnicodeDecodeError) as error:
        raise ValueError(f"{path} is damaged: {error}; restore it from version control") from error
