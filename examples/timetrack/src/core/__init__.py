"""Configuration, security and errors: what everything else stands on."""
