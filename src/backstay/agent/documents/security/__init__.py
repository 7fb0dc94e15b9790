"""docs/security-implementation.md: what is held, against whom, and how that was tried."""
