"""Rules: checks that read source; each file is one rule, its page and its test."""
