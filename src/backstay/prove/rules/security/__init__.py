"""SEC: secrets, rights, tokens and what leaks."""
