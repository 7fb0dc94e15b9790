"""What Go, Rust, Java and Ruby projects declare is read with name, version and line."""

from collections.abc import Callable

import pytest

from backstay.detect.manifests.model import Manifest
from backstay.detect.manifests.other_languages import (
    read_cargo,
    read_gemfile,
    read_go_mod,
    read_gradle,
    read_pom,
)


@pytest.mark.parametrize(
    ("read", "content", "found"),
    [
        (
            read_go_mod,
            (
                "module a.test/b\ngo 1.22\nrequire a.test/gin v1.9.1\nrequire (\n"
                "\ta.test/x/v2 v2.0.0\n"
                "\ta.test/y v1.0.0 // indirect\n)\n// a.test/z v1.0.0\n"
            ),
            [("a.test/gin", "v1.9.1", "main", 3), ("a.test/x/v2", "v2.0.0", "main", 5)],
        ),
        (
            read_cargo,
            (
                '[dependencies]\naxum = "0.7"\nsqlx = {version = "0.8"}\nown = {path = "."}\n'
                '[workspace.dependencies]\ntower = "1"\n[dev-dependencies]\nrstest = "1"\n'
            ),
            [
                *(("axum", "0.7", "main", 2), ("sqlx", "0.8", "main", 3), ("own", "", "main", 4)),
                *(("tower", "1", "main", 6), ("rstest", "", "dev", 8)),
            ],
        ),
        (
            read_pom,
            "<a>\n<!-- <artifactId>no</artifactId>\n-->\n<artifactId> yes </artifactId>\n</a>\n",
            [("yes", "", "main", 4)],
        ),
        (
            read_gradle,
            (
                "implementation 'org.a:b:1.0'\n  api(\"org.c:d\")\nid 'org.plugin'\ncompile 'x:y'\n"
                'implementation(platform("org.e:f"))\n'
            ),
            [
                *(("b", "", "main", 1), ("d", "", "main", 2)),
                *(("org.plugin", "", "main", 3), ("f", "", "main", 5)),
            ],
        ),
        (
            read_gemfile,
            'gem "rails", "~> 7.1"\n  gem "pg"\n# gem "sinatra"\n',
            [("rails", "~> 7.1", "main", 1), ("pg", "", "main", 2)],
        ),
    ],
)
def test_declarations_are_read(
    read: Callable[[str, str], Manifest], content: str, found: list[tuple[str, str, str, int]]
) -> None:
    requirements = read(content, "manifest").requirements

    assert [(one.name, one.spec, one.group, one.evidence.line) for one in requirements] == found


def test_the_version_of_go_is_a_setting() -> None:
    (setting,) = read_go_mod("module x\n\ngo 1.22\n", "go.mod").settings

    assert (setting.name, setting.value, setting.evidence.line) == ("go", "1.22", 3)
