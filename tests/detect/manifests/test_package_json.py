"""package.json gives dependencies by group, real scripts, the engine and the package manager."""

from backstay.detect.manifests.package_json import read

CONTENT = """\
{
  "packageManager": "pnpm@9.1.0+sha512.abc",
  "workspaces": ["packages/*"],
  "engines": {"node": ">=20"},
  "scripts": {
    "test": "echo \\"Error: no test specified\\" && exit 1",
    "dev": "tsx watch src/main.ts"
  },
  "dependencies": {"express": "^4", "nested": {"not": "a version"}},
  "devDependencies": {
    "vitest": "^1"
  },
  "peerDependencies": {"koa": "*"}
}
"""


def test_dependencies_are_read_with_group_and_line() -> None:
    found = read(CONTENT, "package.json").requirements

    assert [(one.name, one.spec, one.group, one.evidence.line) for one in found] == [
        ("express", "^4", "main", 9),
        ("nested", "", "main", 9),
        ("koa", "*", "optional", 13),
        ("vitest", "^1", "dev", 11),
    ]


def test_the_script_that_npm_init_writes_is_none() -> None:
    found = read(CONTENT, "package.json").scripts

    assert [(one.name, one.evidence.line) for one in found] == [("dev", 7)]


def test_engine_manager_and_workspaces_are_settings() -> None:
    found = read(CONTENT, "package.json").settings

    assert [(one.name, one.value, one.evidence.line) for one in found] == [
        ("node", ">=20", 4),
        ("manager", "pnpm", 2),
        ("workspaces", "", 3),
    ]
