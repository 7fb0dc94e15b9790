"""Bad input that takes more than one request: keys, versions, cursors, sessions, limits."""
