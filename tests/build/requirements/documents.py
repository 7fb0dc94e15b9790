"""Rules on what a project's documents and configuration say."""

import ast
import re

from tests.build.requirements.project import Project, functions

SEGMENT = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*|\{[a-z][a-z0-9_]*\}")
SIGN_IN = {"register", "login", "refresh", "logout"}


def the_example_holds_no_secret(project: Project) -> None:
    text = project.text(".env.example")
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD", "SMTP_URL"):
        assert re.search(rf"^{name}=$", text, re.MULTILINE), name
    assert not (project.root / ".env").exists()


def every_variable_is_explained(project: Project) -> None:
    """By the comment above it, or above the group that it stands in."""
    explained = False
    for line in project.text(".env.example").splitlines():
        if not line:
            explained = False
        elif line.startswith("#"):
            explained = True
        else:
            name = line.partition("=")[0]
            assert explained or name in TOLD, name


TOLD = {"API_PREFIX"}
"""Names that say it all."""


def every_operation_is_described(project: Project) -> None:
    for (method, path), one in project.operations.items():
        name = f"{method} {path}"
        assert one["summary"], name
        assert one["description"], name
        assert one["tags"], name
        answers = one["responses"]
        assert {"422", "429", "500", "503", "504"} <= set(answers), name
        assert [status for status in answers if status.startswith("2")], name
        if one["operationId"] not in SIGN_IN - {"logout"}:
            assert one["security"], name
            assert "401" in answers, name
        if method in ("post", "put", "patch") and "requestBody" in one:
            assert "400" in answers, name
            assert one["requestBody"]["content"]["application/json"]["schema"], name


def errors_have_one_shape(project: Project) -> None:
    shared = project.document["components"]["responses"]
    for (method, path), one in project.operations.items():
        for status, answer in one["responses"].items():
            if status >= "400":
                told = shared[answer["$ref"].rpartition("/")[2]] if "$ref" in answer else answer
                content = told["content"]["application/json"]
                assert content["schema"] == {"$ref": "#/components/schemas/ErrorBody"}, path
                assert content["examples"], f"{method} {path} {status}"


def paths_are_kebab_plurals(project: Project) -> None:
    for _, path in project.operations:
        assert path.startswith("/api/v1/"), path
        for segment in path.removeprefix("/api/v1/").split("/"):
            assert SEGMENT.fullmatch(segment), path


def methods_mean_what_they_mean(project: Project) -> None:
    for (method, path), one in project.operations.items():
        answers = set(one["responses"])
        is_item = path.endswith("}")
        if method == "delete":
            assert is_item, path
            assert "204" in answers, path
            assert "content" not in one["responses"]["204"], path
        if method in ("put", "patch"):
            assert is_item, path
            assert "200" in answers, path
        if method == "post" and one["operationId"].startswith("create_"):
            assert "201" in answers, path


def lists_are_bounded(project: Project) -> None:
    lists = [one for one in project.operations.values() if one["operationId"].startswith("list_")]
    assert lists
    for one in lists:
        limit = next(each for each in one["parameters"] if each["name"] == "limit")["schema"]
        assert (limit["default"], limit["minimum"], limit["maximum"]) == (20, 1, 100)
        answer = one["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        page = project.document["components"]["schemas"][answer.rpartition("/")[2]]
        assert set(page["properties"]) == {"data", "meta"}


def routes_declare_answers_and_tags(project: Project) -> None:
    for path, tree in project.under("src/api/routes").items():
        text = project.text(path)
        if "APIRouter(" in text:
            assert "tags=[" in text, path
            assert "prefix=" in text, path
        for route in functions(tree):
            decorators = map(ast.unparse, route.decorator_list)
            for decorator in (one for one in decorators if one.startswith("router.")):
                empty = "status.HTTP_204_NO_CONTENT" in decorator
                assert empty or "response_model=" in decorator, f"{path}: {route.name}"


def every_operation_is_tested(project: Project) -> None:
    """By id where the tests send what the document lists, all of it."""
    text = project.text("tests/integration/test_declared_errors.py")
    assert "declaring(" in text
    assert "OPERATIONS" in project.text("tests/operations.py")
    for table in (one["name"] for one in project.tables):
        for ending in ("", "_values", "_refusals"):
            assert f"tests/integration/api/test_{table}{ending}.py" in project.modules, table


def every_service_method_is_tested(project: Project) -> None:
    for path, tree in project.under("src/services").items():
        name = path.rpartition("/")[2]
        if name.endswith("_service.py"):
            tests = project.text(f"tests/unit/services/test_{name}")
            for method in functions(tree):
                if not method.name.startswith("_") and method.name != "readable":
                    assert f".{method.name}(" in tests, f"{path}: {method.name}"


def the_image_runs_as_nobody(project: Project) -> None:
    text = project.text("Dockerfile")
    assert re.search(r"^USER service$", text, re.MULTILINE)
    assert text.index("useradd") < text.index("USER service") < text.index("CMD")
    assert "HEALTHCHECK" in text
