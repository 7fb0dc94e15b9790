"""Exit codes that commands share."""

WRONG_INPUT = 2
