"""make probe: bad input against the examples, each in a server process of its own."""
