"""An allow-list of tools is enforced under every host's spelling (R-226)."""

from backstay.agent.definitions.model import Definition
from backstay.agent.policy.tools import refusal


def test_what_is_not_listed_is_refused() -> None:
    one = Definition("x", tools=("Read", "mcp__backstay__*"))

    assert refusal(one, "Read") == ""
    assert refusal(one, "read_file") == ""
    assert refusal(one, "mcp__backstay__backstay_check") == ""
    assert refusal(one, "Bash") == "x may not call Bash; it has Read, mcp__backstay__*"
    assert refusal(one, "mcp__other__thing")


def test_silence_allows_all_and_a_denial_wins() -> None:
    assert refusal(Definition("x"), "Bash") == ""
    assert refusal(Definition("x", tools=("Bash",), denied_tools=("Bash",)), "run_in_terminal")
    assert refusal(Definition("x", tools=()), "Read") == "x may not call Read; it has none"
