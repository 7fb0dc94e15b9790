"""Traces: of every language, and nothing where there is none."""

import pytest

from backstay.prove.audit.traces import trace_in


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b'Traceback (most recent call last):\n File "/a.py", line 3', "a Python traceback"),
        (b"Error: x\n    at Layer.handle (/app/src/index.js:95:5)", "a JavaScript stack"),
        (b"at com.shop.Api.get(Api.java:12)", "a Java stack"),
        (b"   at Shop.Api.Get() in /src/Api.cs:line 12", "a .NET stack"),
        (b"goroutine 7 [running]:", "a Go stack"),
        (b"app/models/note.rb:12:in `find'", "a Ruby stack"),
        (b"<b>Fatal error</b>: Uncaught", "a PHP stack"),
        (b"thread 'main' panicked at src/main.rs:4:5", "a Rust panic"),
        (b"<title>Werkzeug Debugger</title>", "a debug page"),
        (b"SQLSTATE[42S02]: not found", "an SQL error"),
        (b'{"detail": "near /opt/x/site-packages/y"}', "a path of the server"),
    ],
)
def test_what_is_told_is_named(body, name):
    assert trace_in(body).startswith(f"{name}: `")


@pytest.mark.parametrize(
    "body",
    [b"", b'{"error": {"code": "not_found", "message": "no such note at 12:30:05"}}', b"\xff\x00"],
)
def test_plain_errors_tell_nothing(body):
    assert trace_in(body) == ""
