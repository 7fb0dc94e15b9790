"""Events as a host sends them to the hook, and an edit that it is told of."""

import json
from pathlib import Path
from typing import Any

from backstay.agent.hook.answer import Answer
from backstay.agent.hook.run import answer

SLOW = '"""X."""\n\nimport time\n\n\nasync def f() -> None:\n    """X."""\n    time.sleep(1)\n'


def sent(place: Path, event: str, **more: Any) -> str:
    return json.dumps({"hook_event_name": event, "cwd": str(place), "session_id": "s", **more})


def edit(
    place: Path, path: str, event: str = "PostToolUse", tool: str = "Edit", **more: str
) -> Answer:
    return answer(sent(place, event, tool_name=tool, tool_input={"file_path": path}, **more))
