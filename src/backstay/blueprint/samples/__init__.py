"""Samples: values that a contract allows, rows that keep its rules, and who can make them."""
