"""`backstay routes` asks the project in its own process, and says what a user's edit has cost."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from backstay.cli.main import app

TIMETRACK = Path(__file__).parents[3] / "examples" / "timetrack"
EDIT = '''

class Clock:
    """Tells the time."""

    def __call__(self) -> str:
        """Now, more or less."""
        return "noon"


@router.get("/at/noon")
async def noon(caller: SignedIn, time: Annotated[str, Depends(Clock())]) -> str:
    """A route of the user's."""
    return time
'''


@pytest.fixture
def project(tmp_path):
    for name in ("src", "config"):
        shutil.copytree(TIMETRACK / name, tmp_path / name)
    shutil.copy(TIMETRACK / "backstay.yaml", tmp_path)
    return tmp_path


def run(path: Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["routes", str(path)])
    return result.exit_code, result.output


def test_generated_routes_are_compiled_and_an_edit_falls_back(project):
    routes = project / "src" / "api" / "routes" / "tasks.py"
    head = "from fastapi import Depends\n\nfrom src.api.dependencies.auth import SignedIn\n"
    body = routes.read_text().partition("\n")
    routes.write_text(f"{body[0]}\n{head}{body[2]}{EDIT}")

    code, output = run(project)
    shown = {
        tuple(line.split()[:2]): line.split(maxsplit=2)[2] for line in output.splitlines()[:-1]
    }

    assert code == 0
    assert shown[("GET", "/api/v1/tasks")] == "compiled"
    assert (
        shown[("GET", "/api/v1/tasks/at/noon")] == "stock: dependency `Clock` is no plain function"
    )
    ours = {
        how for (_, path), how in shown.items() if path.startswith("/api/") and "noon" not in path
    }
    assert ours == {"compiled"}


def test_a_project_that_cannot_be_imported_says_why(project):
    (project / "src" / "main.py").write_text("import nothing_of_this_name\n")

    code, output = run(project)

    assert code == 1
    assert "cannot be imported: ModuleNotFoundError: No module named 'nothing_of" in output


def test_a_folder_without_a_contract_is_refused(tmp_path):
    code, output = run(tmp_path)

    assert code == 2
    assert "Traceback" not in output
