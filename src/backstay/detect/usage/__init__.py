"""Usage: what the source code itself imports and constructs."""
