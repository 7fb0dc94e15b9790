"""What an agent definition says, in one form for all hosts (R-205)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Host = Literal["claude", "skill", "vscode", "cursor", "agents-md", "plain"]
TriggerKind = Literal["keyword", "condition", "glob", "extension", "unless"]
Origin = Literal["header", "description", "body"]

# kinds in the order in which a definition lists them
KINDS: tuple[TriggerKind, ...] = ("keyword", "condition", "glob", "extension", "unless")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One reason to wake (C-40): a keyword, a path glob, a bare extension, a project condition.

    An `unless` keyword speaks against waking. `origin` says where it was written; only what stands
    in the header is written again on export, the rest is read anew from the text.
    """

    kind: TriggerKind
    text: str
    origin: Origin = "header"


@dataclass(frozen=True, slots=True)
class Handoff:
    """Whom to hand over to, and with which words; `send` false means that a person is asked."""

    agent: str
    label: str = ""
    prompt: str = ""
    send: bool = False
    extra: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Boundaries:
    """What is always done, what is asked first, what is never done (R-231)."""

    always: tuple[str, ...] = ()
    ask_first: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """Who keeps the definition, and in which state it is (R-236)."""

    version: str = ""
    updated: str = ""
    maintainer: str = ""
    changelog: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Writes:
    """Which paths the agent may write, as globs; a denial wins."""

    allow: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fix:
    """Lines `first` to `last` of the file, counted from 1, become `text`."""

    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that was put right while reading, or is damaged; `fix` makes it so in the file."""

    code: str
    message: str
    line: int
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """One agent; its identity is the name together with the path (C-71).

    `tools` is None when the definition is silent, which means that it inherits all of them;
    `unknown` holds the header fields that are not interpreted here, in the order written; `lines`
    says where each header field stands, and `body` where the body begins.
    """

    name: str
    description: str = ""
    model: tuple[str, ...] = ()
    tools: tuple[str, ...] | None = None
    denied_tools: tuple[str, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    handoffs: tuple[Handoff, ...] = ()
    boundaries: Boundaries = Boundaries()
    writes: Writes = Writes()
    metadata: Metadata = Metadata()
    unknown: tuple[tuple[str, Any], ...] = ()
    body: str = ""
    path: str = ""
    host: Host = "plain"
    repairs: tuple[Repair, ...] = field(default=(), compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    def line(self, name: str) -> int:
        """The line of a header field; 1 when it stands nowhere."""
        return self.lines.get(name, 1)
