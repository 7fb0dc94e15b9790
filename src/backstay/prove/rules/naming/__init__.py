"""NAM: how things are called."""
