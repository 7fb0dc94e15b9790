"""Which models and schemas are too much for one file of 150 lines (R-015)."""

from backstay.build.folding import WIDTH
from backstay.build.views.actions import ActionsView
from backstay.build.views.model import ModelView
from backstay.build.views.schema import SchemaView

MOST = 140
"""Lines; what the formatter wraps is estimated, so there is some room."""


def is_wide_model(view: ModelView) -> bool:
    """Whether a model needs a folder: its checks and its enums apart from its row."""
    lines = 38 + sum(_lines(text, 8) for text in view.arguments)
    lines += sum(_lines(text, 4) for text in view.columns)
    lines += sum(5 + len(enum.members) for enum in view.enums)
    return lines + sum(5 + len(one.body) for one in view.computeds) > MOST


def is_wide_schema(view: SchemaView) -> bool:
    """Whether the schemas need a folder: one shape in each file."""
    shapes = (view.shown, view.created, view.replaced, view.updated, view.asked)
    fields = [field for shape in shapes for field in shape]
    lines = (_lines(f"{one.name}: {one.annotation} = {one.default}", 4) for one in fields)
    return 50 + sum(lines) > MOST


def is_wide_actions(view: ActionsView) -> bool:
    """Whether actions need a folder: one file for each."""
    lines = 30
    for one in view.actions:
        lines += 14 + sum(_lines(text, 0) for text in one.doc.split("\n"))
        lines += sum(_lines(f"{pair.name}{pair.value}", 20) for pair in one.sets)
        lines += 4 + _lines(one.condition, 12) if one.condition else 0
    return lines > MOST


def _lines(text: str, indent: int) -> int:
    """How many lines a call takes; one that is too long gets a line for each end."""
    room = WIDTH - indent
    return 1 if len(text) <= room else 2 + -(-len(text) // room)
