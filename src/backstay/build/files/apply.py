"""apply: all files or none, however it ends.

Everything is written to a staging folder first; a journal then says that the build is
decided. What follows only moves files, and can be repeated: a run that finds a journal finishes
the moves, a run that finds staging without a journal throws it away.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

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
    try:
        shutil.rmtree(staging, ignore_errors=True)
        for path, content in write.items():
            target = staging / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        journal = json.dumps({"write": sorted(write), "remove": sorted(remove)})
        (root / f"{JOURNAL}.new").write_bytes(journal.encode())
        (root / f"{JOURNAL}.new").replace(root / JOURNAL)
    except OSError as error:
        shutil.rmtree(staging, ignore_errors=True)
        raise WriteError(
            f"cannot write to {root}: {error.strerror or error}. Nothing was changed."
        ) from error
    finish(root)


def finish(root: Path) -> bool:
    """Complete a build that was decided and interrupted; gives whether there was one."""
    journal = root / JOURNAL
    staging = root / STAGING
    if not journal.is_file():
        shutil.rmtree(staging, ignore_errors=True)
        return False
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
    return True
