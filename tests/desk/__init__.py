"""A small backend written by hand, with one of everything: the runtime is tested on it."""
