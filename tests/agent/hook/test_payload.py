"""Payloads of every host become one shape; what is none is refused clearly."""

import json

import pytest

from backstay.agent.hook.payload import PayloadError, read_event

# recorded shapes, as of 2026-11-20
SHAPES = {
    "claude": {
        "session_id": "s", "cwd": "/p", "hook_event_name": "PostToolUse", "tool_name": "Edit",
        "tool_input": {"file_path": "/p/a.py", "old_string": "x", "new_string": "y"},
    },
    "vscode": {
        "hookEventName": "PostToolUse", "sessionId": "s", "cwd": "/p",
        "tool_name": "replace_string_in_file", "tool_input": {"filePath": "/p/a.py"},
    },
    "copilot": {
        "event": "postToolUse", "sessionId": "s", "cwd": "/p", "toolName": "create",
        "toolArgs": '{"path": "/p/a.py"}',
    },
    "cursor": {
        "hook_event_name": "afterFileEdit", "conversation_id": "s", "workspace_roots": ["/p"],
        "file_path": "/p/a.py", "edits": [],
    },
    "codex": {
        "hook_event_name": "PostToolUse", "session_id": "s", "turn_id": "1", "cwd": "/p",
        "tool_name": "apply_patch",
        "tool_input": {"command": "*** Begin Patch\n*** Update File: /p/a.py\n*** End Patch"},
    },
}  # fmt: skip


@pytest.mark.parametrize("host", SHAPES)
def test_every_hosts_edit_names_file_root_and_session(host) -> None:
    event = read_event(json.dumps(SHAPES[host]))

    assert (event.host, event.kind) == (host, "after")
    assert (event.paths, event.root, event.session) == (("/p/a.py",), "/p", "s")


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        ({"hook_event_name": "pre_tool_use", "tool_name": "Write"}, "before"),
        ({"hook_event_name": "PRETOOLUSE", "tool_name": "run_in_terminal"}, "shell"),
        ({"hook_event_name": "beforeShellExecution", "command": "ls"}, "shell"),
        ({"hook_event_name": "SubagentStop"}, "stop"),
        ({"hookEventName": "sessionStart"}, "start"),
    ],
)
def test_casing_of_events_does_not_matter(payload, kind) -> None:
    assert read_event(json.dumps(payload)).kind == kind


def test_tools_that_only_read_touch_no_path() -> None:
    payload = {"hook_event_name": "PostToolUse", "tool_name": "Read",
               "tool_input": {"file_path": "a.py"}}  # fmt: skip

    assert read_event(json.dumps(payload)).paths == ()


def test_several_files_of_one_edit_are_all_named() -> None:
    payload = {"hook_event_name": "PostToolUse", "tool_name": "editFiles",
               "tool_input": {"files": ["a.py", {"filePath": "b.py"}, 7]}}  # fmt: skip

    assert read_event(json.dumps(payload)).paths == ("a.py", "b.py")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no JSON"),
        ("[]", "no JSON object"),
        ("{}", "no event is called ``"),
        ('{"hook_event_name": "Dance"}', "no event is called `Dance`"),
        ("[" * 100_000, "no JSON"),
        ('"' + "x" * 2_100_000 + '"', "larger than"),
    ],
)
def test_what_is_no_payload_is_refused(text, message) -> None:
    with pytest.raises(PayloadError, match=message):
        read_event(text)
