"""Load, export, load gives the same definition, for every host and for whatever was loaded."""

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from backstay.agent.definitions.export import HOSTS, export
from backstay.agent.definitions.load import read_definition
from backstay.agent.definitions.model import (
    Boundaries,
    Definition,
    Handoff,
    Metadata,
    Trigger,
    Writes,
)
from backstay.agent.definitions.triggers import kind_of, ordered

THOROUGH = settings(derandomize=True, max_examples=100, deadline=None)


def essence(definition: Definition) -> Definition:
    """All that a definition says, without where it stood."""
    return replace(definition, path="", host="plain", repairs=(), lines={})


# text that YAML, Markdown or our own forms could take for something else
AWKWARD = st.sampled_from(
    ["yes", "1e3", "null", "~", "a: b", "- x", "#x", "*", "`a`", '"q"', "x, y", "(a, b", "déjà",
     "---", "```", "```yaml agent-fields", "# Title", "**Version**: 2", "- **Never:** x, y",
     'keywords "a", "b"', "paths api/**", "{{x}}", "2024-01-01", "\u2028", "a\tb", "é\u0301"]
)  # fmt: skip
WORDS = st.one_of(AWKWARD, st.text(alphabet="abc ,.-/*:'\"#`", max_size=12))
NAMES = st.one_of(st.from_regex(r"[a-z][a-z0-9-]{0,10}", fullmatch=True), WORDS.filter(str.strip))
LINES = st.lists(WORDS, max_size=6).map("\n".join)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), WORDS),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2),
    max_leaves=4,
)
PHRASES = st.lists(WORDS.filter(str.strip), max_size=3).map(tuple)


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    """A definition as a loader could have made it: what a text says is read from that text."""
    path_texts = draw(st.lists(st.sampled_from(["*.py", "api/**", "docker*", "**/*.{ts,tsx}"])))
    triggers = [Trigger(kind_of(text), text) for text in path_texts if kind_of(text) != "keyword"]
    for kind in ("keyword", "condition", "unless"):
        triggers += [Trigger(kind, text) for text in draw(PHRASES)]
    extra = draw(st.dictionaries(st.sampled_from(["model", "when"]), VALUES, max_size=1))
    handoff = st.builds(Handoff, WORDS, WORDS, WORDS, st.booleans(), st.just(tuple(extra.items())))
    bare = Definition(
        name=draw(NAMES),
        description=draw(WORDS),
        model=draw(st.sampled_from([(), ("opus",), ("a", "b"), ("1.10",)])),
        tools=draw(st.sampled_from([None, (), ("Read",), ("Read", "Bash(git add, git rm)")])),
        denied_tools=draw(st.sampled_from([(), ("Bash(rm *)", "Write")])),
        handoffs=tuple(draw(st.lists(handoff, max_size=2))),
        boundaries=Boundaries(draw(PHRASES), draw(PHRASES), draw(PHRASES)),
        writes=Writes(draw(PHRASES), draw(PHRASES)),
        metadata=Metadata(draw(WORDS), draw(WORDS), draw(WORDS), draw(PHRASES)),
        unknown=tuple(
            draw(
                st.dictionaries(
                    st.sampled_from(["color", "hooks", "1", "metadata", "a b"]), VALUES, max_size=3
                )
            ).items()
        ),
        body=draw(LINES),
    )
    told = read_definition(export(bare, "claude").text, "a.md").triggers
    from_text = (one for one in told if one.origin != "header")
    return replace(bare, triggers=ordered((*triggers, *from_text)))


@THOROUGH
@given(definition=definitions())
def test_a_definition_survives_every_host(definition: Definition) -> None:
    for host in HOSTS:
        written = export(definition, host)
        read = read_definition(written.text, written.path)

        assert read.host == host
        assert essence(read) == essence(definition), host


KEYS = st.sampled_from(
    ["name", "description", "tools", "allowed-tools", "triggers", "activation", "globs", "paths",
     "file_triggers", "handoffs", "boundaries", "policy", "writes", "version", "updated",
     "last-updated", "model", "metadata", "color", "changelog"]
)  # fmt: skip
HEADERS = st.lists(
    st.one_of(
        st.tuples(KEYS, WORDS).map(": ".join),
        KEYS.map("{}:".format),
        WORDS.map("  - {}".format),
        WORDS.map("  a: {}".format),
        st.sampled_from(["    keywords: [a, b]", "  always: x, y", "\tt: 1", "- target: x", ""]),
        WORDS,
    ),
    max_size=6,
)


@THOROUGH
@example(header=["tools: {a: 1}", "allowed-tools: Read"], body="")
@example(header=["triggers: {x: 1}", "activation: {keywords: [a]}"], body="")
@example(header=["description: [yes]"], body="# Title")
@example(header=["boundaries: {x: 1}", "policy: {always: [a], y: 2}"], body="")
@example(header=["last-updated:", "updated: x"], body="**Last updated**: y")
@example(header=["::", "name: agent"], body="")
@example(header=["globs: **/*.js, **/*.ts"], body="\n")
@given(header=HEADERS, body=LINES)
def test_whatever_was_loaded_survives_every_host(header: list[str], body: str) -> None:
    """Damaged headers too: what the first loading made of them is what comes back."""
    text = "\n".join(["---", *header, "---", body])
    first = read_definition(text, "team/agent.md")

    for host in HOSTS:
        written = export(first, host)
        assert essence(read_definition(written.text, written.path)) == essence(first), host
