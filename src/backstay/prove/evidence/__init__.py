"""Evidence: what was sent and answered, and what follows from it."""
