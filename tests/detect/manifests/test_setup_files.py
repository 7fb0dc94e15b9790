"""setup.py and setup.cfg are read as text: literal lists count, computed ones do not."""

import pytest

from backstay.detect.manifests.setup_files import read_setup_cfg, read_setup_py
from backstay.detect.parsing import ParseError


def test_literal_lists_of_a_setup_call_are_read() -> None:
    content = """\
import setuptools
setuptools.setup(
    name="x",
    install_requires=["flask>=2"] + EXTRA + [
        name(),
        "celery",
    ],
    extras_require={"dev": ["pytest"], KEY: ["redis"]},
)
other(install_requires=["django"])
"""

    found = [
        (one.name, one.evidence.line, one.group)
        for one in read_setup_py(content, "setup.py").requirements
    ]

    assert found == [
        ("flask", 4, "main"),
        ("celery", 6, "main"),
        ("pytest", 8, "dev"),
        ("redis", 8, "optional"),
    ]


def test_a_setup_cfg_gives_requirements_extras_python_and_pytest() -> None:
    content = """\
[options]
python_requires = >=3.10
install_requires =
    flask
    # celery
    sqlalchemy>=2

[options.extras_require]
dev =
    pytest

[tool:pytest]
addopts = -q
"""

    manifest = read_setup_cfg(content, "setup.cfg")

    assert [(one.name, one.evidence.line, one.group) for one in manifest.requirements] == [
        ("flask", 4, "main"),
        ("sqlalchemy", 6, "main"),
        ("pytest", 10, "dev"),
    ]
    assert [(one.name, one.evidence.line, one.value) for one in manifest.settings] == [
        ("pytest", 12, ""),
        ("python", 2, ">=3.10"),
    ]


@pytest.mark.parametrize(
    ("content", "message", "line"),
    [("a = 1\n", "no section headers", 1), ("[a]\n[a\n b\n", "not readable", 1)],
)
def test_a_broken_setup_cfg_is_refused(content: str, message: str, line: int) -> None:
    with pytest.raises(ParseError, match=message) as caught:
        read_setup_cfg(content, "setup.cfg")

    assert caught.value.line >= line


def test_an_unknown_percent_sign_is_no_interpolation() -> None:
    assert read_setup_cfg("[options]\ninstall_requires = flask %(x)s\n", "setup.cfg").requirements
