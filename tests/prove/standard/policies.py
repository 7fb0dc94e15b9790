"""What a rule, a gate, a boundary or a list says: the holders of CHK."""

import sys
from pathlib import Path

from backstay.agent.policy.boundaries import CHECKS
from backstay.agent.work.lists import items
from backstay.prove.checking.lint import SELECTED
from backstay.prove.discover import all_rules
from backstay.prove.rulebook import page as rule_page
from backstay.prove.standard.rows import Holder, Row
from tests.prove.standard.texts import ROOT, NotThereError, lines_of, module, named, text_of

GATES = ROOT / "src" / "backstay" / "prove" / "gates"
JUDGED = {"readiness gates": "gates", "quality checklist": "checklist"}


def rule_said(holder: Holder, _: Row) -> str:
    rule = all_rules()[holder.what]
    return text_of(Path(str(sys.modules[rule.run.__module__].__file__)))


def finding_said(holder: Holder, _: Row) -> str:
    found = rule_page(holder.what)
    if found is None or holder.what in all_rules():
        raise NotThereError(f"the run itself finds no {holder.what}")
    return found


def ruff_said(holder: Holder, _: Row) -> str:
    if holder.what not in SELECTED:
        raise NotThereError(f"ruff {holder.what} is not run")
    line = next(
        line for line in lines_of(module("backstay.prove.checking.lint")) if holder.what in line
    )
    return f"ruff {line}"


def rules_said(holder: Holder, _: Row) -> str:
    titles = [one.title for one in all_rules().values() if one.id.startswith(holder.what)]
    if not titles:
        raise NotThereError(f"no rules are called {holder.what}")
    return "\n".join(titles)


def boundary_said(holder: Holder, _: Row) -> str:
    if holder.what not in CHECKS:
        raise NotThereError(f"no boundary is called {holder.what}")
    return "a boundary, checked on what a task has changed"


def list_said(holder: Holder, _: Row) -> str:
    """A list of the sources: its items, or the function that judges it."""
    if holder.what in JUDGED:
        return named(module("backstay.agent.work.readiness"), JUDGED[holder.what])
    if holder.what not in items():
        raise NotThereError(f"no list is called {holder.what}")
    return "\n".join([f"{len(items()[holder.what])} items", *items()[holder.what]])


def gate_said(holder: Holder, _: Row) -> str:
    texts = [text_of(path) for path in sorted(GATES.glob("*.py"))]
    found = [text for text in texts if f'"{holder.what}"' in text]
    if not found:
        raise NotThereError(f"no gate is called {holder.what}")
    return found[0]
