"""docs/api-documentation.md: operations with examples, sign-in, errors, quotas, objectives."""
