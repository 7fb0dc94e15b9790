"""Calls to other services: timeouts, bounded retries, circuit breakers, no way inside."""
