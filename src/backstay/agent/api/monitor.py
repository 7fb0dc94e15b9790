"""`/api monitor`: objectives, alert rules and dashboard of a contract as files (R-224)."""

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from backstay.agent.api.alerts import alerts
from backstay.agent.api.dashboard import dashboard
from backstay.agent.api.objectives import objectives
from backstay.blueprint.contract import Blueprint

FOLDER = "config/monitoring"
_HEAD = "# Written by `backstay api monitor` from the contract; written anew each time.\n"
NO_PROMTOOL = (
    "the alert rules were not checked: promtool is not installed (Debian: apt install prometheus)"
)


def bundle(blueprint: Blueprint) -> dict[str, str]:
    """The three files by their path in the project."""
    return {
        f"{FOLDER}/slo.yaml": _yaml(objectives(blueprint)),
        f"{FOLDER}/alerts.yaml": _yaml(alerts(blueprint)),
        f"{FOLDER}/dashboard.json": json.dumps(dashboard(blueprint), indent=1) + "\n",
    }


def write_bundle(root: Path, blueprint: Blueprint) -> list[str]:
    """Write the files; gives the paths of those that changed."""
    changed = []
    for path, text in bundle(blueprint).items():
        place = root / path
        if place.is_file() and place.read_text(encoding="utf-8") == text:
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        changed.append(path)
    return changed


def checked_rules(blueprint: Blueprint) -> tuple[bool | None, str]:
    """What promtool says of the rules: True, False, or None when it is not there, and its words."""
    tool = shutil.which("promtool")
    if tool is None:
        return None, NO_PROMTOOL
    with TemporaryDirectory(prefix="backstay-") as folder:
        file = Path(folder, "alerts.yaml")
        file.write_text(_yaml(alerts(blueprint)), encoding="utf-8")
        done = subprocess.run(  # noqa: S603 the tool that was found, no shell
            [tool, "check", "rules", str(file)],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    said = (done.stdout + done.stderr).strip().replace(str(file), "alerts.yaml")
    return done.returncode == 0, said


def _yaml(data: Any) -> str:
    return _HEAD + yaml.safe_dump(data, sort_keys=False, width=100, allow_unicode=True)
