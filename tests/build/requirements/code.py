"""Rules on a project's code; each fails with what breaks it."""

import ast
import re

from tests.build.holding import too_long
from tests.build.requirements.project import Project, calls, functions, imports

SNAKE = re.compile(r"_|_{0,2}[a-z][a-z0-9_]*")
PASCAL = re.compile(r"_?[A-Z][A-Za-z0-9]*")
UPPER = re.compile(r"_?[A-Z][A-Z0-9_]*")


def one_concern_in_a_file(project: Project) -> None:
    for path, tree in project.under("src/services").items():
        classes = [one.name for one in tree.body if isinstance(one, ast.ClassDef)]
        assert len([name for name in classes if not name.endswith("NotFound")]) <= 1, path


def packages_have_an_init(project: Project) -> None:
    for path in project.modules:
        folder = path.rpartition("/")[0]
        assert f"{folder}/__init__.py" in project.modules, folder


def routes_only_call_a_service(project: Project) -> None:
    for path, tree in project.under("src/api/routes").items():
        assert not {"sqlalchemy", "backstay.data.repository"} & imports(tree), path
        for route in functions(tree):
            if route.decorator_list:
                body = [one for one in route.body if not isinstance(one, ast.Expr)]
                awaited = [one for one in ast.walk(route) if isinstance(one, ast.Await)]
                assert len(awaited) == 1, f"{path}: {route.name}"
                assert len(body) <= 1, f"{path}: {route.name} decides something"


def only_repositories_query(project: Project) -> None:
    for layer in ("src/services", "src/api"):
        for path, tree in project.under(layer).items():
            assert not any(name.startswith("sqlalchemy") for name in imports(tree)), path


def nobody_commits(project: Project) -> None:
    for path, tree in project.under("src").items():
        assert not [one for one in calls(tree) if one.endswith((".commit", ".rollback"))], path


def classes_are_small(project: Project) -> None:
    for path, tree in project.under("src").items():
        for one in ast.walk(tree):
            if isinstance(one, ast.ClassDef):
                assert len([part for part in one.body if part in functions(one)]) <= 12, path


def files_are_short(project: Project) -> None:
    assert too_long(project.root) == {}


def services_keep_nothing(project: Project) -> None:
    for path, tree in project.under("src/services").items():
        kept = (one for one in tree.body if isinstance(one, ast.Assign | ast.AnnAssign))
        for one in kept:
            target = one.targets[0] if isinstance(one, ast.Assign) else one.target
            assert UPPER.fullmatch(ast.unparse(target)), f"{path}: {ast.unparse(target)}"
        assert not [one for one in ast.walk(tree) if isinstance(one, ast.Global)], path


def nothing_is_left_open(project: Project) -> None:
    for path, tree in project.under("src").items():
        assert not re.search(r"TODO|FIXME|NotImplementedError", project.text(path)), path
        for one in functions(tree):
            last = one.body[-1]
            assert not isinstance(last, ast.Pass), f"{path}: {one.name}"


def one_place_reads_settings(project: Project) -> None:
    for path, tree in project.under("src").items():
        if path != "src/core/config.py":
            assert not {"os", "yaml", "pydantic_settings"} & imports(tree), path


def no_address_in_code(project: Project) -> None:
    for path in project.under("src"):
        assert not re.search(r"https?://|localhost|127\.0\.0\.1|:5432", project.text(path)), path


def no_sql_is_put_together(project: Project) -> None:
    for path, tree in project.under("src").items():
        for one in ast.walk(tree):
            if isinstance(one, ast.JoinedStr):
                shown = ast.unparse(one).upper()
                assert not re.search(r"SELECT |INSERT |UPDATE |DELETE ", shown), path


def no_select_star(project: Project) -> None:
    for path in project.under("src"):
        assert "SELECT *" not in project.text(path).upper(), path


def services_hold_no_bare_numbers(project: Project) -> None:
    for path, tree in project.under("src/services").items():
        numbers = (one.value for one in ast.walk(tree) if isinstance(one, ast.Constant))
        large = [one for one in numbers if type(one) in (int, float) and one not in (0, 1)]
        assert large == [], path


def what_is_public_is_explained(project: Project) -> None:
    """Services and repositories say arguments and results; everything else one sentence (C-68)."""
    for path, tree in project.under("src").items():
        assert ast.get_docstring(tree), path
        whole = path.startswith(("src/services", "src/repositories"))
        for one in functions(tree):
            text = ast.get_docstring(one) or ""
            assert text or one.name.startswith("_"), f"{path}: {one.name}"
            given = [argument.arg for argument in one.args.args if argument.arg != "self"]
            if whole and given and isinstance(one, ast.AsyncFunctionDef) and one.name[0] != "_":
                assert "Args:" in text, f"{path}: {one.name}"
                returned = one.returns is not None and ast.unparse(one.returns) != "None"
                assert not returned or "Returns:" in text, f"{path}: {one.name}"


def names_have_the_shape_of_their_kind(project: Project) -> None:
    for path, tree in project.modules.items():
        assert SNAKE.fullmatch(path.rpartition("/")[2].removesuffix(".py")), path
        for one in ast.walk(tree):
            if isinstance(one, ast.ClassDef):
                assert PASCAL.fullmatch(one.name), f"{path}: {one.name}"
        for function in functions(tree):
            arguments = [argument.arg for argument in function.args.args]
            assert all(map(SNAKE.fullmatch, [function.name, *arguments])), (
                f"{path}: {function.name}"
            )
