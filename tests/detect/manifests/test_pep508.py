"""One Python requirement in all the ways in which people write it."""

import pytest

from backstay.detect.manifests.pep508 import requirement
from backstay.detect.model import Evidence

HERE = Evidence("pyproject.toml", 4)


@pytest.mark.parametrize(
    ("written", "name", "spec"),
    [
        ("fastapi", "fastapi", ""),
        ("Flask_SQLAlchemy >= 3, <4", "flask-sqlalchemy", ">= 3, <4"),
        ("uvicorn[standard]==0.27.0", "uvicorn", "[standard]==0.27.0"),
        ('redis>=5; python_version < "3.12"', "redis", ">=5"),
        ("shop @ git+https://example.test/shop", "shop", "@ git+https://example.test/shop"),
    ],
)
def test_a_requirement_is_read(written: str, name: str, spec: str) -> None:
    found = requirement(written, HERE)

    assert found is not None
    assert (found.ecosystem, found.name, found.spec) == ("python", name, spec)
    assert (found.evidence, found.group) == (HERE, "main")


@pytest.mark.parametrize("written", ["", "  ", "-r base.txt", "./local", "[x]"])
def test_what_names_nothing_is_none(written: str) -> None:
    assert requirement(written, HERE) is None
