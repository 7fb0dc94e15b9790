"""apply: all files or none, however it ends.

Everything is written to a staging folder first; a journal then says that the build is
decided. What follows only moves files, and can be repeated: a run that finds a journal finishes
the moves, a run that finds staging without a journal throws it away.
"""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from backstay.build.files.lay_out import lay_out
from backstay.build.files.state import FOLDER

STAGING = f"{FOLDER}/staging"
JOURNAL = f"{FOLDER}/journal.json"


class WriteError(Exception):
    """The files could not be written; nothing was changed. The message says why."""


def apply(root: Path, write: Mapping[str, bytes], remove: list[str]) -> None:
    """Write and remove files under the root. Raises: WriteError, with nothing changed."""
    if not write and not remove:
        return
    staging = root / STAGING
    _check(root, write)
    try:
        shutil.rmtree(staging, ignore_errors=True)
        lay_out(staging, write)
        journal = json.dumps({"write": sorted(write), "remove": sorted(remove)})
        (root / f"{JOURNAL}.new").write_bytes(journal.encode())
        (root / f"{JOURNAL}.new").replace(root / JOURNAL)
    except OSError as error:
        shutil.rmtree(staging, ignore_errors=True)
        (root / f"{JOURNAL}.new").unlink(missing_ok=True)
        raise WriteError(
            f"cannot write to {root}: {error.strerror or error}. Nothing was changed."
        ) from error
    finish(root)


def is_interrupted(root: Path) -> bool:
    """Whether a build was decided here and is not complete."""
    return (root / JOURNAL).is_file()


def finish(root: Path) -> bool:
    """Complete a build that was decided and interrupted; gives whether there was one.

    Raises: WriteError where that is still impossible; the next run goes on from there.
    """
    if not is_interrupted(root):
        shutil.rmtree(root / STAGING, ignore_errors=True)
        (root / f"{JOURNAL}.new").unlink(missing_ok=True)
        return False
    try:
        _move(root)
    except OSError as error:
        raise WriteError(
            f"cannot write to {root}: {error.strerror or error}. The build is decided, and not "
            "complete; run it again when that is mended, and it goes on from there."
        ) from error
    return True


def _move(root: Path) -> None:
    journal, staging = root / JOURNAL, root / STAGING
    decided = json.loads(journal.read_text(encoding="utf-8"))
    for path in decided["write"]:
        staged, target = staging / path, root / path
        if staged.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.replace(target)
    for path in decided["remove"]:
        (root / path).unlink(missing_ok=True)
    journal.unlink()
    shutil.rmtree(staging, ignore_errors=True)


def _check(root: Path, write: Mapping[str, bytes]) -> None:
    """What would stop the moves is found before the build is decided."""
    for path in write:
        if (root / path).is_dir():
            raise WriteError(
                f"{root / path} is a folder, where a file belongs. Nothing was changed."
            )
        above = next(one for one in (root / path).parents if one.exists())
        if not above.is_dir():
            raise WriteError(f"{above} is a file, where a folder belongs. Nothing was changed.")
        if not os.access(above, os.W_OK):
            raise WriteError(f"cannot write to {above}: permission denied. Nothing was changed.")
