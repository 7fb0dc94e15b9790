"""Reads backstay.toml: the commands that a person wrote down for Backstay itself."""

from backstay.detect.locate import toml_key
from backstay.detect.manifests.model import Manifest, Setting
from backstay.detect.model import Evidence
from backstay.detect.parsing import parse_toml, table, text

NAME = "backstay.toml"


def read(content: str, path: str) -> Manifest:
    """`[commands]` with `dev`, `test`, `migration`, `worker`: settings named `command dev` etc."""
    commands = table(parse_toml(content), "commands")
    return Manifest(
        settings=tuple(
            Setting(
                f"command {purpose}",
                Evidence(path, toml_key(content, "commands", purpose), "configured"),
                text(command),
            )
            for purpose, command in commands.items()
            if text(command)
        )
    )
