"""Tests of rules, without HTTP and without a database."""
