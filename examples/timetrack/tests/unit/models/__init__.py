"""Models by themselves: what is worked out of their rows."""
