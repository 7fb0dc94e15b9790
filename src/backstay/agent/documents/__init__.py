"""The documents of a project, rendered from its contract, its code and its evidence (C-01)."""
