"""The forms of the language written out: what is printed is read back the same."""
