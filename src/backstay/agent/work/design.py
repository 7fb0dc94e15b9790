"""The design of a task: the contract as it is to be, or what is missing to write it."""

from difflib import unified_diff
from pathlib import Path

from backstay.agent.contract.apply import apply_changes
from backstay.agent.contract.start import started
from backstay.agent.phrases.changes import Change
from backstay.agent.phrases.read import understand
from backstay.agent.work.request import Request
from backstay.agent.work.state import Run, State
from backstay.blueprint import ContractError, check, parse
from backstay.blueprint.contract import Blueprint

CONTRACT = "backstay.yaml"
DRAFT = "backstay.draft.yaml"


def design(request: Request, run: Run) -> None:
    """Write the new contract's text into the run, or say what is missing (state UNSURE)."""
    try:
        before, text = _base(request, run)
        changes = [*_given(request), *_said(request, run)]
    except (ContractError, OSError, UnicodeError, ValueError) as error:
        run.missing += str(error).splitlines()
        run.go(State.UNSURE, missing=run.missing)
        return
    edited = apply_changes(text, before, changes)
    run.missing += edited.missing
    run.notes += edited.notes
    if not changes and request.contract is None and not run.missing:
        run.missing.append("nothing to change was said; `backstay task --phrases` lists sentences")
    mistakes = check(edited.text.encode())
    run.missing += [one.show(CONTRACT) for one in mistakes]
    run.contract = edited.text
    run.diff = _difference(request.root / CONTRACT, edited.text)
    if run.missing:
        if edited.text != text:
            run.draft = DRAFT
        run.go(State.UNSURE, missing=run.missing, draft=run.draft)
        return
    run.after = parse(edited.text.encode(), CONTRACT)
    run.go(State.DESIGNED, changes=[repr(one) for one in changes])


def _base(request: Request, run: Run) -> tuple[Blueprint, str]:
    """The contract to begin with: the one that is given, the project's, or a first one."""
    own = request.root / CONTRACT
    if own.is_file():
        run.before = parse(own.read_bytes(), CONTRACT)
    if request.contract is not None:
        raw = request.contract.read_bytes()
        return parse(raw, request.contract.name), raw.decode()
    if run.before is not None:
        return run.before, own.read_bytes().decode()
    return started(request.root)


def _given(request: Request) -> list[Change]:
    """Resources of an API description and of a database schema."""
    found: list[Change] = []
    if request.openapi is not None:
        from backstay.agent.contract.from_openapi import from_openapi  # noqa: PLC0415 seldom asked

        found += from_openapi(request.openapi.read_text(encoding="utf-8"))
    if request.schema is not None:
        from backstay.agent.contract.from_sql import from_sql  # noqa: PLC0415 it loads slowly

        found += from_sql(request.schema.read_text(encoding="utf-8"))
    return found


def _said(request: Request, run: Run) -> tuple[Change, ...]:
    """What the words ask for; with a file given, words that are no sentence only describe it."""
    files = (request.contract, request.openapi, request.schema)
    understood = understand(request.text)
    if not any(files):
        run.missing += [
            f"not one of the sentences that are understood: {part[:120]}"
            for part in understood.unclear
        ]
    return understood.changes if not (any(files) and understood.unclear) else ()


def _difference(place: Path, text: str) -> str:
    before = place.read_bytes().decode(errors="replace") if place.is_file() else ""
    lines = unified_diff(
        before.splitlines(keepends=True),
        text.splitlines(keepends=True),
        CONTRACT,
        f"{CONTRACT} (new)",
        n=2,
    )
    return "".join(lines)
