"""The shape of the project as the last check kept it; looked at anew where there was none."""

from pathlib import Path

from backstay.prove.checking.cache import Cache, key_of
from backstay.prove.checking.settings import Settings
from backstay.prove.reading.project import Project

CONTRACT = "backstay.yaml"


def known_project(root: Path, settings: Settings) -> Project:
    """Frameworks, mappers and whether there is a contract.

    A manifest that changed since the last check is looked at by the next one, which comes at stop.
    """
    kept = Cache(root, key_of(repr(settings))).load()
    if kept.manifests:
        return kept.project
    from backstay.detect.outline import outline  # noqa: PLC0415 - only the first edit pays for it
    from backstay.prove.checking.files import listed  # noqa: PLC0415 - as above

    names = listed(root)
    facts = outline(root, names)
    return Project(
        frozenset(one.name for one in facts if one.kind == "framework"),
        frozenset(one.name for one in facts if one.kind == "orm"),
        CONTRACT in names,
        settings.limits,
    )
