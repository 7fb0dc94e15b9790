"""Templates and the formatter fail loudly: it is a defect of ours, and the template is named."""

from dataclasses import dataclass

import pytest

from backstay.build import render as module
from backstay.build.artifact import Artifact
from backstay.build.render import RenderError, context_of, formatted, render, ruff_version


@dataclass(frozen=True)
class View:
    name: str


def test_views_that_say_the_same_are_one_context():
    assert context_of(View("a"), View("a")) == {"name": "a"}


def test_views_that_disagree_are_a_defect():
    with pytest.raises(RenderError, match="two views disagree on `name`"):
        context_of(View("a"), View("b"))


def test_a_missing_word_names_its_template():
    with pytest.raises(RenderError, match=r"template project/README\.md\.jinja: .* is undefined"):
        render("project/README.md.jinja", {})


def test_the_path_of_an_artifact_is_its_template_s():
    one = Artifact("resource/src/models/{{ n }}.py.jinja", {"n": "book"})

    assert one.path == "src/models/book.py"


def test_python_is_sorted_and_wrapped_and_the_rest_is_left_alone():
    texts = {"src/a.py": "from tests.b import c\nimport os\nx = os.sep+c\n", "a.md": "x  =1\n"}

    made = formatted(texts, "src")

    assert made["a.md"] == "x  =1\n"
    assert made["src/a.py"] == "import os\n\nfrom tests.b import c\n\nx = os.sep + c\n"


def test_text_that_is_no_python_is_a_defect():
    with pytest.raises(RenderError, match="ruff check failed"):
        formatted({"src/a.py": "def\n"}, "src")


def test_the_formatter_s_version_is_recorded():
    assert ruff_version().startswith("ruff ")
    assert module.LINE == "100"
