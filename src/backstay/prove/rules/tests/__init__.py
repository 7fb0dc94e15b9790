"""TST: tests that can fail, for every operation."""
