"""Warns where a project asks for a runtime below what the sources name (R-201, C-25)."""

import re
from collections.abc import Iterator

from backstay.detect.manifests.model import Manifest
from backstay.detect.model import Notice

# runtime -> its title, the oldest that is accepted, the oldest without a warning
_FLOORS = {
    "python": ("Python", (3, 10), (3, 12)),
    "node": ("Node", (18,), (20,)),
}
_TERM = re.compile(r"(<=?|!=|[~^=>]*)\s*v?(\d+)(?:\.(\d+))?[\w.*]*")


def floor_notices(manifest: Manifest) -> Iterator[Notice]:
    """One notice per runtime whose lowest version is too old; none where no version is asked."""
    for name, (title, accepted, usual) in _FLOORS.items():
        setting = manifest.setting(name)
        lowest = lowest_version(setting.value) if setting else None
        if setting is None or lowest is None:
            continue
        place = (setting.evidence.path, setting.evidence.line)
        if lowest[: len(accepted)] < accepted:
            message = (
                f"{title} {_dotted(accepted)} or newer is supported; this allows {setting.value}"
            )
            yield Notice("error", message, *place)
        elif lowest[: len(usual)] < usual:
            message = f"{title} {_dotted(usual)} or newer is advised; this allows {setting.value}"
            yield Notice("warning", message, *place)


def lowest_version(written: str) -> tuple[int, ...] | None:
    """The lowest version that a range allows; None where it has no lower bound.

    Ranges as Python and Node write them: `>=3.9,<4`, `~=3.11`, `^18 || ^20`, `20.x`.
    """
    lowest = [
        tuple(int(part) for part in (major, minor) if part)
        for operator, major, minor in _TERM.findall(written)
        if not operator.startswith(("<", "!"))
    ]
    return min(lowest, default=None)


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
