"""Gates of Python projects: the linter and type checker that they set up, bandit, pytest."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from backstay.prove.gates.gate import Gate

_LEAST = 80  # per cent, R-162


def python_gates(root: Path) -> Iterator[Gate]:
    """The gates of a folder with Python in it; none for other folders."""
    tools = _tools(root / "pyproject.toml")
    if not tools and not any((root / one).is_file() for one in ("setup.cfg", "requirements.txt")):
        return
    if "ruff" in tools or (root / "ruff.toml").is_file():
        yield Gate("lint", ("ruff", "check", "."), "its ruff settings")
    elif (root / ".flake8").is_file():
        yield Gate("lint", ("flake8", "."), ".flake8")
    if "mypy" in tools or (root / "mypy.ini").is_file():
        yield Gate("types", ("mypy", *_targets(root, tools)), "its mypy settings")
    elif "pyright" in tools or (root / "pyrightconfig.json").is_file():
        yield Gate("types", ("pyright",), "its pyright settings")
    # high severity and high confidence only: the rest of it is noise
    quiet = ("bandit", "-q", "-r", ".", "-lll", "-iii", "-x", "./.venv,./venv,./tests")
    yield Gate("bandit", quiet, "R-118")
    if "pytest" in tools or (root / "pytest.ini").is_file() or (root / "tests").is_dir():
        cover = ("pytest", "-q", "--cov", f"--cov-fail-under={_LEAST}")
        yield Gate("tests", cover, "its tests")


def _targets(root: Path, tools: dict[str, Any]) -> tuple[str, ...]:
    """What mypy looks at: what its settings say, else the package."""
    if "files" in tools.get("mypy", {}) or (root / "mypy.ini").is_file():
        return ()
    return (next((one for one in ("src", "app") if (root / one).is_dir()), "."),)


def _tools(file: Path) -> dict[str, Any]:
    try:
        tools = tomllib.loads(file.read_text("utf-8")).get("tool", {})
    except (OSError, ValueError):
        return {}
    return tools if isinstance(tools, dict) else {}
