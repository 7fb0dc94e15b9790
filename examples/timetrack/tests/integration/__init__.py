"""Tests against a database of their own."""
