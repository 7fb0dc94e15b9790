"""Projects for the tests of probes: built once, copied, and broken in one place."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[2] / "examples"
STRANGERS = HERE.parents[1] / "build" / "contracts" / "strangers"

Built = Callable[[str], Path]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project of an example, or of a contract among the tests; never to be changed."""
    made: dict[str, Path] = {}

    def build(contract: str) -> Path:
        if contract not in made:
            root = tmp_path_factory.mktemp(contract) / contract
            command = [str(Path(sys.executable).parent / "backstay"), "new", str(root)]
            places = (folder / f"{contract}.yaml" for folder in (HERE, STRANGERS, EXAMPLES))
            source = next(one for one in places if one.is_file())
            done = subprocess.run(
                [*command, "--contract", str(source)], capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr
            made[contract] = root
        return made[contract]

    return build


@pytest.fixture
def copied(built: Built, tmp_path: Path) -> Built:
    """A copy of such a project, for one test to break."""

    def copy(contract: str) -> Path:
        root = tmp_path / contract
        shutil.copytree(built(contract), root)
        return root

    return copy
