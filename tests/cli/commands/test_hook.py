"""`backstay hook` and `backstay-hook` answer alike."""

import json
import subprocess
import sys

from typer.testing import CliRunner

from backstay.cli.main import app


def test_both_doors_guard_the_gate(tmp_path) -> None:
    payload = json.dumps(
        {"hook_event_name": "PreToolUse", "cwd": str(tmp_path), "tool_name": "Write",
         "tool_input": {"file_path": ".env"}}
    )  # fmt: skip

    slow = CliRunner().invoke(app, ["hook"], input=payload)
    fast = subprocess.run(
        [sys.executable, "-c", "from backstay.agent.hook.run import main; main()"],
        input=payload, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert slow.exit_code == fast.returncode == 2
    assert "belongs to the gate" in slow.output
    assert fast.stderr.strip() == slow.output.strip()
