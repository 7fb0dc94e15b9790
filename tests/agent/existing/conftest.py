"""Services in styles that Backstay does not generate, one file each under `projects`."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent / "projects"


@pytest.fixture
def lay_out(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a project into a folder."""

    def laid_out(name: str) -> Path:
        for path, text in yaml.safe_load((HERE / f"{name}.yaml").read_text()).items():
            place = tmp_path / name / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text)
        return tmp_path / name

    return laid_out
