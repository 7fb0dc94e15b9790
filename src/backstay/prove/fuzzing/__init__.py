"""Fuzzing: requests made up from the running OpenAPI document, by schemathesis."""
