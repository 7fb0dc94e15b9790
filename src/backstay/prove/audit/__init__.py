"""Audit: a running service that somebody else built, held to its own OpenAPI document."""
