"""The tables of bad input, one subject matter per file."""
