"""Whatever stands in a foreign project, detection ends without an error and runs nothing."""

import ast
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import backstay.detect
from backstay.detect.survey import detect

NAMES = (
    *("pyproject.toml", "Pipfile", "setup.cfg", "setup.py", "requirements.txt", "package.json"),
    *("tsconfig.json", "go.mod", "Cargo.toml", "pom.xml", "build.gradle", "Gemfile", "Dockerfile"),
    *(".nvmrc", "Makefile", "justfile", "Taskfile.yml", "Procfile", "compose.yaml", "main.py"),
    *("server.js", "backstay.toml", ".github/workflows/ci.yml", "prisma/schema.prisma"),
)
PROJECTS = sorted(Path(__file__).with_name("projects").glob("*.yaml"))
LIVELY = st.text(alphabet="abz01.:=[]{}()\"'<>/#*\\ \t\n-_@|&;", max_size=200)
Plant = Callable[[Mapping[str, str]], Path]
BOUNDED = settings(
    derandomize=True,
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@BOUNDED
@given(content=st.one_of(LIVELY.map(str.encode), st.binary(max_size=200)))
def test_any_content_in_any_manifest_is_survived(plant: Plant, content: bytes) -> None:
    root = plant(dict.fromkeys(NAMES, ""))
    for name in NAMES:
        (root / name).write_bytes(content)

    assert all(len(profile.variables) == 11 for profile in detect(root).profiles)


@BOUNDED
@given(data=st.data())
def test_any_cut_in_a_real_project_is_survived(plant: Plant, data: st.DataObject) -> None:
    project = data.draw(st.sampled_from(PROJECTS))
    files = yaml.safe_load(project.read_text(encoding="utf-8"))["files"]
    name = data.draw(st.sampled_from(sorted(files)))
    start = data.draw(st.integers(0, len(files[name])))
    length = data.draw(st.integers(0, 20))
    cut = files[name][:start] + files[name][start + length :]

    survey = detect(plant({**files, name: cut}))

    assert all(variable.value for variable in survey.main.variables)


def test_nothing_of_the_project_is_run(plant: Plant, tmp_path: Path) -> None:
    """Every place that could run something would leave a file behind."""
    trap = tmp_path / "sprung"
    python = f"open({str(trap)!r}, 'w')\nfrom fastapi import FastAPI\napp = FastAPI()\n"
    shell = f"touch {trap}"
    root = plant(
        {
            "setup.py": python,
            "main.py": python,
            "conftest.py": python,
            "requirements.txt": "fastapi\nuvicorn\n",
            "Makefile": f"X := $(shell {shell})\ntest:\n\t{shell}\n",
            "package.json": f'{{"scripts": {{"test": "{shell}", "preinstall": "{shell}"}}}}',
            "backstay.toml": f'[commands]\ndev = "{shell}"\n',
        }
    )

    survey = detect(root)

    assert survey.main.variable("dev_command").value == shell
    assert survey.main.variable("test_command").value == "make test"
    assert not trap.exists()


@pytest.mark.parametrize(
    "file", sorted(Path(backstay.detect.__path__[0]).rglob("*.py")), ids=lambda file: file.stem
)
def test_no_module_of_detection_could_run_anything(file: Path) -> None:
    """Neither a process nor foreign code: no such import, no eval, exec or import_module."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None) or "", *(one.name for one in node.names)]
    }
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }

    assert not imported & {"subprocess", "importlib", "runpy", "pty", "socket", "pickle"}
    assert not called & {"eval", "exec", "compile", "__import__"}


@pytest.mark.parametrize(
    "command", ["a\x1b[31mb", "x" * 201, "a\u202eb"], ids=["escape", "long", "right to left"]
)
def test_a_command_that_no_terminal_should_print_is_not_taken(plant: Plant, command: str) -> None:
    """Procfiles are foreign text that ends in terminals and in prompts."""
    root = plant({"Procfile": f"web: {command}\n", "requirements.txt": "flask\n"})

    assert detect(root).main.variable("dev_command").value == "none"
