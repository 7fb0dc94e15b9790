"""Unit and integration tests; `make test` runs them all."""
