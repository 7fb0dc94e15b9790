"""Imports are collected once per file, and the likeliest app comes first."""

from backstay.detect.model import Evidence
from backstay.detect.usage.model import App, Imports, Usage


def test_only_the_first_import_of_a_file_is_kept() -> None:
    imports = Imports("python")
    for path, line in (("a.py", 1), ("a.py", 9), ("b.py", 2)):
        imports.add("service", "flask", path, line)

    assert imports.seen == {
        ("python", "service", "flask"): (Evidence("a.py", 1, "used"), Evidence("b.py", 2, "used"))
    }


def test_the_first_app_of_the_asked_libraries_is_taken() -> None:
    flask = App("Flask", "a.py", "app", Evidence("a.py", 1))
    celery = App("Celery", "b.py", "app", Evidence("b.py", 1))

    assert Usage(apps=(celery, flask)).app("Flask", "Quart") is flask
    assert Usage(apps=(celery, flask)).app("Quart") is None
