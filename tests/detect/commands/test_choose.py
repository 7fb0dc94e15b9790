"""Of several commands the most explicit one is chosen (decision 0031)."""

from collections.abc import Callable, Mapping
from pathlib import Path

from backstay.detect.survey import detect

# from the weakest to the strongest; each step adds one file to those before it
STEPS = (
    ("requirements.txt", "flask\npytest\n", "pytest", "convention"),
    (".github/workflows/a.yml", "      - run: pytest -x\n", "pytest -x", "CI"),
    ("tox.ini", "[tox]\n", "tox", "the tool's own file"),
    ("pytest.ini", "[pytest]\n", "pytest", "the tool's own file"),
    ("pyproject.toml", '[tool.poe.tasks]\ntest = "x"\n', "poe test", "a package script"),
    ("Makefile", "test:\n\tx\n", "make test", "a task runner"),
    ("backstay.toml", '[commands]\ntest = "./t"\n', "./t", "backstay.toml"),
)


def test_each_stronger_source_wins(plant: Callable[[Mapping[str, str]], Path]) -> None:
    files = {"app.py": "import flask\n"}
    chosen = []
    for path, content, _, _ in STEPS:
        files[path] = content
        variable = detect(plant(files)).main.variable("test_command")
        chosen.append((variable.value, variable.reason))

    assert chosen == [(command, f"from {origin}") for _, _, command, origin in STEPS]
