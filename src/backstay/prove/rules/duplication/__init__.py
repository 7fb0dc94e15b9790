"""DUP: what is there already."""
